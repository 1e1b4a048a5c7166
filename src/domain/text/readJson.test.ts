import { describe, expect, test } from 'vitest';
import { readJson } from './readJson.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const JSON_TEXT = '{"type":"FeatureCollection","features":[{"name":"Đường 3"}]}';

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].flatMap((c) =>
    Array.from({ length: c.length }, (_, i) => c.charCodeAt(i)),
  );
  return new Uint8Array(units.flatMap((u) => (big ? [u >> 8, u & 255] : [u & 255, u >> 8])));
}

describe('the same file in any encoding', () => {
  test.each([
    ['UTF-8', utf8(JSON_TEXT)],
    ['UTF-8 with a mark', utf8(`\uFEFF${JSON_TEXT}`)],
    ['UTF-16 little', utf16(JSON_TEXT, false, true)],
    ['UTF-16 big', utf16(JSON_TEXT, true, true)],
  ])('%s', (_name, bytes) => {
    expect(readJson(bytes)).toEqual({ ok: true, value: JSON.parse(JSON_TEXT) });
  });
});

test('one feature a line is a collection', () => {
  const lines = utf8('{"type":"Feature","id":1}\n\n\u001e{"type":"Feature","id":2}\r\n');
  expect(readJson(lines)).toEqual({
    ok: true,
    value: {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', id: 1 },
        { type: 'Feature', id: 2 },
      ],
    },
  });
});

test.each([
  ['<?xml version="1.0"?><kml/>', 'file.is-xml'],
  ['PK\u0003\u0004…', 'file.is-zip'],
  ['%PDF-1.7', 'file.is-pdf'],
  ['Tên tuyến;Từ;Đến\nQL.3;120;147', 'file.is-csv'],
  ['Quốc lộ 3', 'file.is-text'],
  ['', 'file.is-empty'],
  ['{"type":"FeatureCollection","features":[', 'file.not-json'],
])('%s is named by what it seems to be', (text, code) => {
  expect(readJson(utf8(text))).toMatchObject({ ok: false, reason: { code } });
});

test('binary kinds are told by their first bytes', () => {
  const code = (...bytes: number[]) => readJson(new Uint8Array(bytes));
  expect(code(0x00, 0x00, 0x27, 0x0a, 0, 0)).toMatchObject({ reason: { code: 'file.is-shapefile' } });
  expect(code(0x89, 0x50, 0x4e, 0x47, 1, 2)).toMatchObject({ reason: { code: 'file.is-image' } });
});
