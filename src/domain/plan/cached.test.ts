/** What is worked out once and kept is at every moment what it would be if it were worked out afresh. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perObject } from '../memo.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { AnyRow, Entity, Id, Tables } from '../model/rows.ts';
import { daysOf, mainOccasion } from '../schedule/occasions.ts';
import { timelineOf } from '../schedule/timeline.ts';
import { linesOf, searchTextOf } from '../table/lines.ts';
import {
  aCampaign,
  anOccasion,
  aPlacement,
  aPlan,
  aRoad,
  aSlogan,
  aType,
  idOf,
  RULE,
  TABLE_WORDS,
} from '../testing.ts';
import { costIn, positionsIn, quantityIn } from './amounts.ts';
import { stockLeft } from './needed.ts';
import { previewOf } from './preview.ts';
import { featuresOf } from './roads.ts';
import { partOf, partsOfUnits, unitShares } from './shares.ts';
import { snapTargets } from './snapTargets.ts';

const ROAD = aRoad().id;
const OTHER = idOf('R', 2);
const TYPE = aType().id;
const UNITS = [idOf('V', 1), idOf('V', 2)] as const;

/** A commune's ground: the part of the road between two latitudes. */
const ground = (south: number, north: number) =>
  [
    [
      [
        [105.7, south],
        [105.85, south],
        [105.85, north],
        [105.7, north],
        [105.7, south],
      ],
    ],
  ] as const;

function aUnit(id: Id, south: number, north: number): AnyRow {
  return {
    id,
    version: 1,
    code: id,
    name: id,
    kind: 'xã',
    centre: null,
    parentId: null,
    boundary: ground(south, north),
  } as unknown as AnyRow;
}

function start(): Tables {
  return aPlan({
    campaign: [aCampaign()],
    assetType: [aType({ inStock: 500 })],
    road: [aRoad(), aRoad({ id: OTHER, code: 'ĐT.256', zeroChainage: 5000 })],
    unit: [aUnit(UNITS[0], 21.8, 21.9), aUnit(UNITS[1], 21.9, 22.2)] as never,
    placement: [1, 2, 3, 4].map((n) =>
      aPlacement({ id: idOf('P', n), unitId: null, from: n * 900, to: n * 900 + 1500 }),
    ),
  });
}

const metres = fc.integer({ min: 0, max: 20_000 });
const placement = fc.integer({ min: 1, max: 5 }).map((n) => idOf('P', n));
const roadId = fc.constantFrom(ROAD, OTHER);
type Edit = readonly [Entity, Id, Readonly<Record<string, unknown>> | null];

/** Rows that change, come and go; each figure of the plan hangs on some of them. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .record({
      id: placement,
      roadId,
      from: metres,
      length: metres,
      spacing: fc.integer({ min: 5, max: 400 }),
      sides: fc.constantFrom('left', 'right', 'both', 'median'),
      except: fc.subarray(['bridge', 'junction'] as const),
      unitId: fc.constantFrom(null, ...UNITS),
      sloganId: fc.constantFrom(null, aSlogan().id),
      note: fc.constantFrom('', 'Gần chợ'),
      installBy: fc.constantFrom(null, { milestone: 'opening', days: -3 }),
      state: fc.constantFrom('draft', 'removed'),
    })
    .map(({ id, from, length, spacing, sides, except, ...rest }): Edit => {
      const rule = { ...RULE, spacing, sides, except };
      return ['placement', id, { ...aPlacement(), ...rest, id, from, to: from + length, rule }];
    }),
  placement.map((id): Edit => ['placement', id, null]),
  fc.record({ id: placement, at: metres, pieces: fc.integer({ min: 1, max: 50 }) }).map(
    ({ id, at, pieces }): Edit => [
      'placement',
      id,
      {
        ...aPlacement({ unitId: null }),
        id,
        from: at,
        to: null,
        rule: null,
        side: 'left',
        pointQuantity: pieces,
      },
    ],
  ),
  fc
    .record({
      n: fc.integer({ min: 1, max: 3 }),
      roadId,
      from: metres,
      length: fc.integer({ min: 0, max: 900 }),
    })
    .map(({ n, roadId, from, length }): Edit => {
      const id = idOf('F', n);
      const kind = n === 3 ? 'junction' : 'bridge';
      return ['roadFeature', id, { id, version: 1, roadId, kind, name: '', from, to: from + length }];
    }),
  fc.integer({ min: 1, max: 3 }).map((n): Edit => ['roadFeature', idOf('F', n), null]),
  fc
    .record({
      id: roadId,
      along: fc.integer({ min: 1000, max: 9000 }),
      by: fc.integer({ min: -300, max: 300 }),
    })
    .map(({ id, along, by }): Edit => {
      const calibration = by === 0 ? [] : [{ along, chainage: along + by }];
      return ['road', id, { ...aRoad(), id, name: `Đường ${by}`, calibration }];
    }),
  fc
    .tuple(fc.constantFrom(...UNITS), fc.integer({ min: 0, max: 20 }))
    .map(
      ([id, n]): Edit => [
        'unit',
        id,
        { ...aUnit(id, 21.85 + n / 100, 21.95 + n / 100), name: `Xã ${n % 3}` },
      ],
    ),
  fc.integer({ min: 0, max: 3 }).map((n): Edit => {
    const name = { vi: `Cờ ${n}`, en: '' };
    return ['assetType', TYPE, { ...aType({ name, price: n * 1000, inStock: n * 100 }) }];
  }),
  fc
    .integer({ min: 0, max: 3 })
    .map((n): Edit => ['slogan', aSlogan().id, n === 0 ? null : aSlogan({ text: `Muôn năm ${n}` })]),
  fc.integer({ min: 0, max: 3 }).map((n): Edit => {
    const openingDay = `2020-10-2${n}`;
    return ['occasion', anOccasion().id, anOccasion({ firstDay: null, openingDay })];
  }),
  fc.integer({ min: 0, max: 100 }).map((distance): Edit => {
    const ruleSettings = { 'junction-gap': { off: false, params: { distance } } };
    return ['campaign', aCampaign().id, { ...aCampaign({ ruleSettings }) }];
  }),
);

/** As edits do it: one map is replaced, and in it one row. */
function changed(tables: Tables, [entity, id, row]: Edit): Tables {
  const rows = new Map<Id, unknown>(tables[entity]);
  if (row === null) rows.delete(id);
  else rows.set(id, row);
  return { ...tables, [entity]: rows } as Tables;
}

/** Kept while occasions and milestones are the same, as screens do. */
const timeline = perObject((occasions: Tables['occasion']) => {
  const main = mainOccasion(undefined, occasions);
  return timelineOf(main && daysOf(main), []);
});

function figuresOf(tables: Tables): unknown {
  return {
    placements: [...tables.placement.values()].map((p: Placement) => {
      const { count, lng, lat, chainage, side } = positionsIn(tables, p);
      return {
        id: p.id,
        quantity: quantityIn(tables, p),
        cost: costIn(tables, p),
        positions: [count, ...[lng, lat, chainage, side].map((list) => Array.from(list.slice(0, count)))],
        shares: [...unitShares(tables, p)],
        parts: UNITS.map((id) => partOf(tables, p, id)),
        preview: previewOf(tables, p, p)?.left,
      };
    }),
    lines: linesOf(tables, timeline(tables.occasion), TABLE_WORDS).map((line) => [
      line.cells,
      searchTextOf(line, tables),
    ]),
    units: [...partsOfUnits(tables)],
    left: [...tables.assetType.values()].map((type) => stockLeft(tables, type)),
    roads: [ROAD, OTHER].map((id) => [featuresOf(tables, id), snapTargets(tables, id, idOf('P', 1))]),
  };
}

test('every figure of the plan is what it would be afresh, after any edits', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      let tables = start();
      for (const one of edits) {
        tables = changed(tables, one);
        // A copy shares no object with what was worked out before.
        expect(figuresOf(tables)).toEqual(figuresOf(structuredClone(tables)));
      }
    }),
    { numRuns: 60 },
  );
});

test('an edit that changes nothing of a figure does not work it out again', () => {
  const tables = start();
  const [first] = tables.placement.values();
  const before = positionsIn(tables, first as Placement);
  const other = changed(tables, ['assetType', TYPE, { ...aType({ price: 1 }) }]);
  expect(positionsIn(other, first as Placement)).toBe(before);
  const bridge = { id: idOf('F', 1), version: 1, roadId: OTHER, kind: 'bridge', name: '', from: 1, to: 2 };
  expect(positionsIn(changed(other, ['roadFeature', bridge.id, bridge]), first as Placement)).toBe(before);
});
