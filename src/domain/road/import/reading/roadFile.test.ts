import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGeoFile } from '../../../../formats/formats.ts';
import { groupFeatures, type Pieces } from '../grouping.ts';
import { assembleRoad, DEFAULT_MAX_GAP } from '../joining/assemble.ts';
import { proposeGrouping } from '../proposing.ts';
import { guessColumns, roadsIn } from './roadFile.ts';

const DATA = resolve(import.meta.dirname, '../../../../../../shared/data');
const hasData = existsSync(DATA);

async function open(text: string) {
  const read = await readGeoFile('duong.geojson', new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.reason.code);
  return roadsIn(read.value.features);
}

const by = (pieces: Pieces) => ({ pieces, otherwise: [] });

function feature(properties: object, coordinates: unknown, type = 'LineString') {
  return { type: 'Feature', properties, geometry: { type, coordinates } };
}

const LINE = [
  [105.77, 21.88],
  [105.78, 21.89],
];

describe('a bad file', () => {
  test.each([
    ['{', 'file.not-json'],
    ['{"a":1}', 'file.not-geojson'],
    ['{"type":"FeatureCollection","features":[]}', 'file.empty'],
  ])('%s is refused as %s', async (text, code) => {
    const read = await readGeoFile('duong.geojson', new TextEncoder().encode(text));
    expect(read.ok ? null : read.reason.code).toBe(code);
  });

  test('names each feature at fault and keeps the good ones', async () => {
    const file = await open(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          feature({ name: 'A' }, LINE),
          feature({ name: 'B' }, [105, 21], 'Point'),
          feature({ name: 'C' }, [
            [105.77, 'x'],
            [1, 2],
          ]),
          feature({ name: 'D' }, [
            [580_000, 2_420_000],
            [580_100, 2_420_100],
          ]),
          feature({ name: 'E' }, [[105.77, 21.88]]),
          null,
        ],
      }),
    );
    expect(file.features.map((f) => f.number)).toEqual([1]);
    expect(file.problems.map((p) => [p.where, p.reason.code])).toEqual([
      [2, 'feature.not-a-line'],
      [3, 'feature.bad-coordinate'],
      [4, 'feature.not-degrees'],
      [5, 'feature.too-short'],
      [6, 'feature.no-geometry'],
    ]);
  });
});

test('a code that is a number, a name with stray spaces and a word for «unknown» are understood', async () => {
  const file = await open(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature({ ref: 22, name: ' Phố A ', highway: 'secondary' }, LINE),
        feature({ ref: 23, name: 'Không biết', highway: 'primary' }, LINE),
        feature({ highway: 'footway', name: 'Lối đi' }, LINE),
      ],
    }),
  );
  const groups = groupFeatures(file, guessColumns(file), by('name'));
  expect(groups.map((g) => [g.code, g.name, g.class, g.leftOut])).toEqual([
    ['22', 'Phố A', 'provincial', null],
    ['23', '', 'national', null],
    ['', 'Lối đi', 'other', 'footway'],
  ]);
});

test('a kind as a name joins nothing, a piece with two numbers is of both roads, and brackets are another name', async () => {
  const at = (n: number) => LINE.map(([x = 0, y = 0]) => [x + n / 100, y]);
  const kinds = ['Đường bê tông', 'Đường bê tông', '(chưa rõ)', '(chưa rõ)', 'Quốc lộ 3', 'Quốc lộ 3'];
  const lanes = await open(
    JSON.stringify({
      type: 'FeatureCollection',
      features: kinds.map((name, i) => feature({ 'Tên tuyến': name }, at(i))),
    }),
  );
  const columns = guessColumns(lanes);
  expect(columns.name).toBe('Tên tuyến');
  expect(groupFeatures(lanes, columns, by('name')).map((g) => [g.name, g.features.length])).toEqual([
    ['Đường bê tông', 1],
    ['Đường bê tông', 1],
    ['', 1],
    ['', 1],
    ['Quốc lộ 3', 2],
  ]);
  const shared = await open(
    JSON.stringify({
      type: 'FeatureCollection',
      features: ['QL.3', 'QL.3;ĐT.256', 'ĐT.256', 'QL 3 (AH1)'].map((ref, i) => feature({ ref }, at(i))),
    }),
  );
  expect(
    groupFeatures(shared, guessColumns(shared), by('code')).map((g) => [
      g.code,
      g.features.map((f) => f.number),
    ]),
  ).toEqual([
    ['QL.3', [1, 2, 4]],
    ['ĐT.256', [2, 3]],
  ]);
});

test('traffic against the order of the coordinates decides which way round a road is measured', async () => {
  const file = await open(
    JSON.stringify({ type: 'FeatureCollection', features: [feature({ ref: 'A', oneway: '-1' }, LINE)] }),
  );
  const [group] = groupFeatures(file, guessColumns(file), by('code'));
  const road = group && assembleRoad(group, '', DEFAULT_MAX_GAP);
  if (!road?.ok) throw new Error('refused');
  expect(road.value.fields.line[0]).toEqual(LINE[1]);
});

describe.skipIf(!hasData)('real files (need ../shared/data beside the project)', () => {
  const file = (name: string) => open(readFileSync(`${DATA}/${name}`, 'utf8'));

  test('458 roads of southern Vietnam: each a road of its own, measured within 2 % of the stated length', async () => {
    const roads = await file('roads-south-vietnam.geojson');
    const columns = guessColumns(roads);
    expect(columns).toEqual({ code: null, name: 'ten', class: 'cap_duong' });
    expect(proposeGrouping(roads, columns, DEFAULT_MAX_GAP).pieces).toBe('each');
    const groups = groupFeatures(roads, columns, by('each'));
    expect(groups).toHaveLength(458);
    const ratios = groups.map((group) => {
      const road = assembleRoad(group, '', DEFAULT_MAX_GAP);
      if (!road.ok) throw new Error(road.reason.code);
      const { lengthM, leftOverM, gaps } = road.value;
      const bridged = gaps.reduce((s, g) => s + g, 0);
      // What the source counts is what lies on its lines: without our bridges, with what we keep aside.
      return (lengthM - bridged + leftOverM) / Number(group.features[0]?.properties.chieu_dai);
    });
    ratios.sort((a, b) => a - b);
    expect(ratios[0]).toBeGreaterThan(0.99);
    expect(ratios[229]).toBeCloseTo(1, 2);
    expect(ratios[457]).toBeLessThan(1.01);
  });

  test('Uhuru Highway, six one-way pieces of two carriageways, is one road measured once', async () => {
    const ways = await file('osm-ways-nairobi.geojson');
    const columns = guessColumns(ways);
    expect(columns).toEqual({ code: 'ref', name: 'name', class: 'highway' });
    expect(proposeGrouping(ways, columns, DEFAULT_MAX_GAP).pieces).toBe('name');
    const groups = groupFeatures(ways, columns, by('name'));
    const [uhuru, ...others] = groups.filter((g) => g.name === 'Uhuru Highway');
    expect(others).toEqual([]);
    expect(uhuru?.features).toHaveLength(6);
    expect(uhuru?.code).toBe('A104');
    const road = uhuru && assembleRoad(uhuru, '', DEFAULT_MAX_GAP);
    if (!road?.ok) throw new Error('refused');
    expect(road.value.parts).toBe(3);
    expect(road.value.aside.map((a) => a.reason)).toEqual(Array(3).fill('second-carriageway'));
    expect(road.value.lengthM).toBeGreaterThan(1950);
    expect(road.value.lengthM).toBeLessThan(2150);
  });

  test('unnamed ways and footways are offered but not taken', async () => {
    const ways = await file('osm-ways-nairobi.geojson');
    const groups = groupFeatures(ways, guessColumns(ways), by('name'));
    expect(groups.filter((g) => g.leftOut === 'unnamed').every((g) => g.name === '')).toBe(true);
    expect(groups.filter((g) => g.leftOut === null).every((g) => g.name !== '')).toBe(true);
    const features = groups.flatMap((g) => g.features);
    expect(features).toHaveLength(900);
  });
});
