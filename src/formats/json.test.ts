import { describe, expect, test } from 'vitest';
import { readJson } from './json.ts';

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
    ['UTF-16 little without a mark', utf16(JSON_TEXT, false, false)],
    ['UTF-16 big without a mark', utf16(JSON_TEXT, true, false)],
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

test('Vietnamese names early in UTF-16 without a mark are no hindrance', () => {
  const text = '{"ten":"Đường Chợ Mới","features":[]}';
  expect(readJson(utf16(text, false, false))).toEqual({ ok: true, value: JSON.parse(text) });
});

test('one record with a separator before it is a collection of one', () => {
  expect(readJson(utf8('\u001e{"type":"Feature"}\n'))).toEqual({
    ok: true,
    value: { type: 'FeatureCollection', features: [{ type: 'Feature' }] },
  });
});

test.each([
  ['<?xml version="1.0"?><kml xmlns="x"/>', 'file.is-format', 'KML'],
  ['<?xml version="1.0"?>\n<gpx version="1.1"/>', 'file.is-format', 'GPX'],
  ['<svg/>', 'file.is-format', 'XML'],
  ['PK\u0003\u0004…', 'file.is-zip', undefined],
  ['SQLite format 3\u0000…', 'file.is-format', 'GeoPackage'],
  ['%PDF-1.7', 'file.is-pdf', undefined],
  ['Tên tuyến;Từ;Đến\nQL.3;120;147', 'file.is-csv', undefined],
  ['Quốc lộ 3', 'file.is-text', undefined],
  ['\u0001\u0002\u0000\u0003', 'file.is-binary', undefined],
  ['', 'file.is-empty', undefined],
])('%j is named by what it seems to be', (text, code, format) => {
  const read = readJson(utf8(text));
  expect(read).toMatchObject({ ok: false, reason: { code } });
  expect(read.ok ? null : read.reason.params?.format).toBe(format);
});

test('binary kinds are told by their first bytes', () => {
  const read = (...bytes: number[]) => readJson(new Uint8Array(bytes));
  const shapefile = { code: 'file.is-format', params: { format: 'Shapefile' } };
  expect(read(0x00, 0x00, 0x27, 0x0a, 0, 0)).toMatchObject({ reason: shapefile });
  expect(read(0x89, 0x50, 0x4e, 0x47, 1, 2)).toMatchObject({ reason: { code: 'file.is-image' } });
  expect(read(0x1f, 0x8b, 8, 0)).toMatchObject({ reason: { code: 'file.is-zip' } });
});

test.each([
  ['{"type":"FeatureCollection","features":[', 1],
  ['{\n  "type": "FeatureCollection",\n  "features": [{} {}]\n}', 3],
  ['{"type":"Feature"}\n\n{"type":"Feature",}\n{}', 3],
])('%j is damaged, and the line is told', (text, line) => {
  expect(readJson(utf8(text))).toEqual({
    ok: false,
    reason: { code: 'file.not-json', params: { line } },
  });
});

test('a damaged file of which the parser names no place is still told in words', () => {
  const read = readJson(utf8('{"type":"FeatureCollection","features":[,]}'));
  expect(read.ok ? '' : read.reason.code).toMatch(/^file\.(damaged|not-json)$/);
});
