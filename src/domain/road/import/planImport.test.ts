import { expect, test } from 'vitest';
import type { GeoFeature } from '../../geo/geoFeature.ts';
import { fateOf, importOf, knownRoads, offersOf, proposeSettings } from './planImport.ts';
import { roadsIn } from './reading/roadFile.ts';

const HERE = [
  [105.8, 21.9],
  [105.81, 21.91],
];
const feature = (
  number: number,
  name: string,
  coordinates: unknown = HERE,
  more: object = {},
): GeoFeature => ({
  number,
  properties: { name, highway: 'primary', ...more },
  geometry: { type: 'LineString', coordinates },
});

const FILE = roadsIn([
  feature(1, 'Đường A'),
  feature(2, ''),
  feature(3, 'Đường B', [HERE[0], HERE[0]]),
  feature(4, 'Đường C', [[0, 0], ...HERE]),
  feature(5, 'Đường D'),
  feature(6, 'Lối đi', HERE, { highway: 'footway' }),
]);
const SETTINGS = { ...proposeSettings(FILE), pieces: 'each' as const };
const offers = [...offersOf(FILE, SETTINGS, 'duong.geojson').offers];
const known = knownRoads([
  { code: '', name: 'Đường D' },
  { code: '', name: '' },
]);

test('each road of a file has its fate, and whoever asks for all gets all that can be', () => {
  expect(offersOf(FILE, SETTINGS, '').count).toBe(6);
  expect(offers.map((o) => [o.featureNumber, fateOf(o, known)])).toEqual([
    [1, 'taken'],
    [2, 'left-out'],
    [3, 'refused'],
    [4, 'jump'],
    [5, 'known'],
    [6, 'left-out'],
  ]);
  expect(offers.map((o) => fateOf(o, known, { all: true, asides: false }))).toEqual([
    'taken',
    'taken',
    'refused',
    'taken',
    'known',
    'taken',
  ]);
});

test('what is given stands against what the file suggests', () => {
  expect(proposeSettings(FILE)).toEqual({
    columns: { code: null, name: 'name', class: 'highway' },
    pieces: 'name',
    otherwise: [],
    maxGap: 500,
  });
  const given = { columns: { code: null, name: null, class: null }, maxGap: 5 };
  expect(proposeSettings(FILE, given)).toEqual({ ...given, pieces: 'each', otherwise: [] });
});

test('one edit imports what is taken, under the name of the file as it can be stored', () => {
  const taken = offers.filter((o) => fateOf(o, known) === 'taken');
  const { note, ops } = importOf(taken, `${'x'.repeat(210)}\u0000.geojson`, () => 'id');
  expect(note).toEqual({ code: 'roads.imported', params: { count: 1, file: 'x'.repeat(200) } });
  expect(ops).toMatchObject([
    { kind: 'create', entity: 'road', id: 'id', fields: { name: 'Đường A', class: 'national' } },
  ]);
});
