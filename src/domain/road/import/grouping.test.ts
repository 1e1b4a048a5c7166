/** Choices for a name or a code of its own, and what a file suggests for each. */
import { expect, test } from 'vitest';
import type { GeoFeature } from '../../geo/geoFeature.ts';
import { groupFeatures } from './grouping.ts';
import { offersOf, proposeSettings } from './planImport.ts';
import { roadsIn } from './reading/roadFile.ts';

const way = (number: number, properties: Record<string, unknown>, east: number, north = 0): GeoFeature => ({
  number,
  properties,
  geometry: {
    type: 'LineString',
    coordinates: [
      [105.8 + east, 21.9 + north],
      [105.81 + east, 21.9 + north],
    ],
  },
});
const COLUMNS = { code: 'ref', name: 'name', class: null };
const groupsOf = (file: readonly GeoFeature[], pieces: 'code' | 'name' | 'each', otherwise: string[]) =>
  groupFeatures(roadsIn(file), COLUMNS, { pieces, otherwise }).map((g) => [
    g.name || g.code,
    g.features.map((f) => f.number),
    g.joint === null ? null : `${g.joint.key} ${g.joint.count} ${g.joint.joined ? 'joined' : 'apart'}`,
  ]);

const FILE = [
  way(1, { name: 'Trường Chinh' }, 0),
  way(2, { name: 'trường chinh' }, 0.01),
  way(3, { name: 'Lê Duẩn' }, 0),
  way(4, { name: 'Lê Duẩn' }, 0.01),
  way(5, { name: 'Đường bê tông' }, 0),
  way(6, { name: 'Đường bê tông' }, 0.01),
];

test('one name is kept apart while the others are joined, or joined while the others stay apart', () => {
  expect(groupsOf(FILE, 'name', ['name:lê duẩn'])).toEqual([
    ['Trường Chinh', [1, 2], 'name:trường chinh 2 joined'],
    ['Lê Duẩn', [3], 'name:lê duẩn 2 apart'],
    ['Lê Duẩn', [4], 'name:lê duẩn 2 apart'],
    ['Đường bê tông', [5], null],
    ['Đường bê tông', [6], null],
  ]);
  expect(groupsOf(FILE, 'each', ['name:lê duẩn']).map(([name, of]) => [name, of])).toEqual([
    ['Trường Chinh', [1]],
    ['trường chinh', [2]],
    ['Lê Duẩn', [3, 4]],
    ['Đường bê tông', [5]],
    ['Đường bê tông', [6]],
  ]);
});

test('a code is kept apart as a name is; a piece of two roads stays in the one that is joined', () => {
  const file = [
    way(1, { ref: 'QL.3' }, 0),
    way(2, { ref: 'QL.3;ĐT.256' }, 0.01),
    way(3, { ref: 'ĐT.256' }, 0.02),
  ];
  expect(groupsOf(file, 'code', ['code:ql3']).map(([code, of]) => [code, of])).toEqual([
    ['QL.3', [1]],
    ['ĐT.256', [2, 3]],
    ['QL.3', [2]],
  ]);
});

test('a name whose pieces lie kilometres from each other is kept apart by itself', () => {
  const far = [0, 1, 2].map((i) => way(10 + i, { name: 'Trần Hưng Đạo' }, i * 0.6, i * 0.4));
  const long = Array.from({ length: 12 }, (_, i) => way(20 + i, { name: 'Quốc lộ 3' }, i * 0.01, 2));
  const file = roadsIn([...far, ...long]);
  const settings = proposeSettings(file);
  expect(settings).toMatchObject({ pieces: 'name', otherwise: ['name:trần hưng đạo'] });
  const roads = [...offersOf(file, settings, '').offers].map((o) => [
    o.name,
    Math.round((o.road?.lengthM ?? 0) / 100),
  ]);
  expect(roads).toEqual([
    ['Trần Hưng Đạo', 10],
    ['Trần Hưng Đạo', 10],
    ['Trần Hưng Đạo', 10],
    ['Quốc lộ 3', 122],
  ]);
});

test('railways are offered, and not taken by default', () => {
  const file = roadsIn([
    way(1, { name: 'Hà Nội – Thái Nguyên', railway: 'rail' }, 0),
    way(2, { name: 'Đường sắt Bắc Nam' }, 0),
    way(3, { name: 'Đường gom đường sắt', railway: 'no' }, 0),
  ]);
  expect(groupFeatures(file, COLUMNS, { pieces: 'each', otherwise: [] }).map((g) => g.leftOut)).toEqual([
    'railway',
    'railway',
    null,
  ]);
});
