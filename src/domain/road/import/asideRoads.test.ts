import { expect, test } from 'vitest';
import type { GeoFeature } from '../../geo/geoFeature.ts';
import { asideRoads } from './asideRoads.ts';
import { offersOf, proposeSettings } from './planImport.ts';
import { roadsIn } from './reading/roadFile.ts';

const at = (east: number, north: number) => [105.8 + east / 103_300, 21.9 + north / 110_700];
const way = (number: number, coordinates: unknown, name = 'Quốc lộ 3'): GeoFeature => ({
  number,
  properties: { name, ref: 'QL.3' },
  geometry: { type: 'LineString', coordinates },
});
const called = (name: string, kind: string, number: number) => `${name} (${kind} ${number})`;
const offersIn = (features: readonly GeoFeature[]) => {
  const file = roadsIn(features);
  return [...offersOf(file, { ...proposeSettings(file), pieces: 'name' }, 'tệp').offers];
};

test('what was left aside is offered as roads of their own: the longest first, nothing that is measured already', () => {
  const [road] = offersIn([
    way(1, [at(0, 0), at(2000, 0)]),
    way(2, [at(500, 0), at(500, 80)]),
    way(3, [at(900, 0), at(900, 400)]),
    way(4, [at(100, 0), at(400, 0)]),
    way(5, [at(700, 0), at(700, 9)]),
  ]);
  if (road === undefined) throw new Error('no road');
  const asides = asideRoads(road, called);
  expect(asides.map((a) => [a.name, Math.round(a.road?.lengthM ?? 0), a.leftOut])).toEqual([
    ['Quốc lộ 3 (branch 1)', 400, 'aside'],
    ['Quốc lộ 3 (branch 2)', 80, 'aside'],
  ]);
  expect(asides[0]?.road?.fields).toMatchObject({ code: 'QL.3', name: 'Quốc lộ 3 (branch 1)', gaps: [] });
  expect(new Set([road, ...asides].map((r) => r.key)).size).toBe(3);
  expect(asides.flatMap((a) => asideRoads(a, called))).toEqual([]);
});

test('a name as long as a name may be gives way to what tells it apart', () => {
  const name = 'Đ'.repeat(200);
  const [road] = offersIn([way(1, [at(0, 0), at(2000, 0)], name), way(2, [at(500, 0), at(500, 80)], name)]);
  const [aside] = road === undefined ? [] : asideRoads(road, called);
  expect(aside?.name).toHaveLength(200);
  expect(aside?.name.endsWith('Đ (branch 1)')).toBe(true);
});

test('a piece left aside of «Ngõ 12» is not the road «Ngõ 12/1»', () => {
  const offers = offersIn([
    way(1, [at(0, 0), at(2000, 0)], 'Ngõ 12'),
    way(2, [at(500, 0), at(500, 80)], 'Ngõ 12'),
    way(3, [at(0, 900), at(2000, 900)], 'Ngõ 12/1'),
  ]);
  const keys = offers.flatMap((o) => [o, ...asideRoads(o, called)]).map((o) => o.key);
  expect([keys.length, new Set(keys).size]).toEqual([3, 3]);
});
