import { expect, test } from 'vitest';
import { ACCEPTED, readGeoFile } from './formats.ts';

const POINT = { type: 'Point', coordinates: [105.8, 21.9] };
const FEATURE = { type: 'Feature', properties: { name: 'Cầu Đen' }, geometry: POINT };
const read = (name: string, json: unknown) =>
  readGeoFile(name, new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)));

test.each([
  ['a collection', { type: 'FeatureCollection', features: [FEATURE] }],
  ['a collection that does not say so', { features: [FEATURE] }],
  ['one feature', FEATURE],
  ['a feature a line', `${JSON.stringify(FEATURE)}\n`],
])('%s', async (_, json) => {
  expect(await read('cau.geojson', json)).toMatchObject({
    ok: true,
    value: { features: [{ number: 1, properties: { name: 'Cầu Đen' }, geometry: POINT }], crs: null },
  });
});

test('a geometry by itself is a feature without properties; what is no feature keeps its number', async () => {
  expect(await read('cau.json', POINT)).toEqual({
    ok: true,
    value: { features: [{ number: 1, properties: {}, geometry: POINT }], crs: null },
  });
  const strange = [null, 7, { geometry: [] }, { ...FEATURE, properties: 'x' }];
  expect(await read('cau.json', { type: 'FeatureCollection', features: strange })).toEqual({
    ok: true,
    value: {
      crs: null,
      features: [
        ...[1, 2, 3].map((number) => ({ number, properties: {}, geometry: null })),
        { number: 4, properties: {}, geometry: POINT },
      ],
    },
  });
});

test.each([
  ['{', 'file.not-json'],
  ['', 'file.is-empty'],
  ['null', 'file.not-geojson'],
  ['[]', 'file.not-geojson'],
  ['{"type":"Topology"}', 'file.not-geojson'],
  ['{"type":"FeatureCollection"}', 'file.not-geojson'],
  ['{"type":"FeatureCollection","features":[]}', 'file.empty'],
  ['<kml></kml>', 'file.empty'],
  ['<svg></svg>', 'file.is-format'],
])('%s is refused as %s, whatever its name', async (text, code) => {
  for (const name of ['a.geojson', 'a.kml', 'a'])
    expect(await read(name, text)).toMatchObject({ ok: false, reason: { code } });
});

test('the choice of a file offers what can be read', () => {
  expect(ACCEPTED.split(',')).toEqual(
    expect.arrayContaining(['.geojson', '.kml', '.kmz', '.gpx', '.zip', '.csv', '.xlsx']),
  );
});
