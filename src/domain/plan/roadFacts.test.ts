import { expect, test } from 'vitest';
import type { LngLatPair } from '../model/rows.ts';
import { aPlacement, aPlan, aPoint, aRoad, bendingLine, idOf, RULE } from '../testing.ts';
import { allRoadFacts, factsOf, roadChoices, roadTitles } from './roadFacts.ts';

const [FIRST, SECOND, THIRD] = [idOf('R', 1), idOf('R', 2), idOf('R', 3)];

test('a road says how long it is and what stands on it', () => {
  const road = aRoad({ id: FIRST, line: bendingLine(3), zeroChainage: 10_000 });
  const tables = aPlan({
    road: [road, aRoad({ id: SECOND, line: bendingLine(1), hidden: true })],
    placement: [
      aPlacement({
        id: idOf('P', 1),
        roadId: FIRST,
        from: 10_000,
        to: 11_000,
        rule: { ...RULE, sides: 'left' },
      }),
      aPoint({ id: idOf('P', 2), roadId: FIRST, from: 10_500, pointQuantity: 2 }),
      aPoint({ id: idOf('P', 3), roadId: SECOND, from: 10 }),
    ],
    roadFeature: [
      { id: idOf('F', 1), version: 1, roadId: FIRST, kind: 'bridge', name: '', from: 12_000, to: 12_010 },
    ],
  });
  const facts = factsOf(tables, road);
  expect(facts).toMatchObject({ from: 10_000, placements: 2, quantity: 43, features: 1 });
  expect(facts.to - facts.from).toBeCloseTo(facts.lengthM, 6);
  expect(allRoadFacts(tables).map((f) => f.placements)).toEqual([2, 1]);
  // Another placement on it is another sum.
  const more = new Map(tables.placement).set(
    idOf('P', 4),
    aPoint({ id: idOf('P', 4), roadId: FIRST, from: 10_600 }),
  );
  expect(factsOf({ ...tables, placement: more }, road)).toMatchObject({ placements: 3, quantity: 44 });
});

test('roads that are called the same are told apart by length and place; hidden ones are not offered', () => {
  const square: LngLatPair[] = [
    [105.7, 21.8],
    [105.9, 21.8],
    [105.9, 22.1],
    [105.7, 22.1],
    [105.7, 21.8],
  ];
  const unit = {
    id: idOf('V', 1),
    version: 1,
    code: '',
    name: 'Xã Nông Hạ',
    kind: 'xã',
    centre: null,
    parentId: null,
    contact: '',
    phone: '',
    boundary: [[square]],
  };
  const elsewhere = bendingLine(2).map(([lng, lat]): LngLatPair => [lng + 1, lat]);
  const roads = [
    aRoad({ id: FIRST, code: 'QL.30', name: 'Quốc lộ 30' }),
    aRoad({ id: SECOND, code: 'QL.30', name: 'Quốc lộ 30', line: elsewhere }),
    aRoad({ id: THIRD, code: 'ĐT.256', name: 'ĐT.256', hidden: true }),
  ];
  const tables = aPlan({ road: roads, unit: [unit] });
  const titles = roadTitles(tables);
  expect(titles.get(FIRST)).toMatchObject({
    label: 'QL.30 · Quốc lộ 30',
    repeats: true,
    place: 'Xã Nông Hạ',
  });
  expect(titles.get(SECOND)).toMatchObject({ repeats: true, place: '' });
  const said = roadChoices(titles, (m) => `${Math.round(m / 1000)} km`);
  expect(said.map((c) => c.label)).toEqual([
    'QL.30 · Quốc lộ 30 · 25 km · Xã Nông Hạ',
    'QL.30 · Quốc lộ 30 · 2 km',
  ]);
  expect(titles.has(THIRD)).toBe(false);
  expect(roadTitles(tables, [THIRD]).get(THIRD)).toMatchObject({ label: 'ĐT.256', repeats: false });
});
