import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  carriedInPlace,
  type Drawn,
  drawn,
  LINE,
  must,
  NORTH,
  newId,
  OTHER_ID,
  rows,
  rules,
  total,
} from '../../../tests/support/reshaping.ts';
import { carriesReport } from '../edit/carrying.ts';
import { inverseOps, type RowLookup } from '../edit/edit.ts';
import { withdrawalOf } from '../edit/facts.ts';
import { withRows } from '../edit/tables.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Report } from '../model/entities/report.ts';
import type { Road } from '../model/entities/road.ts';
import type { Entity, LngLatPair, Tables } from '../model/rows.ts';
import { positionsIn } from '../plan/amounts.ts';
import { progress, progressOf } from '../progress/progress.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { aPlacement, aPlan, aReport, aRoad, DONE_TASK, idOf, RULE } from '../testing.ts';
import { carry } from './carry.ts';
import { joined } from './joining.ts';
import { withOps } from './moved.ts';
import { renewed } from './renewed.ts';
import type { Reshaped } from './reshape.ts';
import { beginningAt, cutRoad, extended, reverse, withZero } from './roadLines.ts';

const inPlace: readonly [string, (plan: Drawn, share: number) => Reshaped][] = [
  ['counted from the other end', ({ road }) => must(reverse(road))],
  ['from another zero', ({ road }) => must(withZero(road, 12_345.5))],
  [
    'longer at its end',
    ({ road }) =>
      must(
        extended(road, 'end', [
          [105.78, 21.9136],
          [105.78, 21.914],
        ]),
      ),
  ],
  ['longer at its beginning', ({ road }) => must(extended(road, 'beginning', [[105.77587, 21.885458]]))],
  [
    'cut in two',
    ({ road }, share) => {
      const { minChainage: min, maxChainage: max } = measuredOf(road) ?? { minChainage: 0, maxChainage: 0 };
      return must(
        cutRoad(road, min + (0.05 + 0.9 * share) * (max - min), { id: OTHER_ID, code: 'QL.3', name: '' }),
      );
    },
  ],
];

for (const [name, reshape] of inPlace)
  test(`all that stands on a road stays where it stands when it is ${name}`, () => {
    fc.assert(
      fc.property(drawn, fc.double({ min: 0, max: 1, noNaN: true }), (plan, share) => {
        carriedInPlace(rows(plan), reshape(plan, share));
      }),
      { numRuns: 40 },
    );
  });

/** Reports of each row: of all of it, of a piece in its middle, of some, one taken back. */
function reported(tables: Tables, share: number): Tables {
  const told = [...tables.placement.values()].flatMap((row, n) => {
    const [from, to] = [row.from ?? 0, row.to ?? row.from ?? 0];
    const middle = from + share * (to - from);
    const of = { placementId: row.id, day: '2020-10-20' };
    const spots =
      row.rule === null ? null : [{ from, to: middle, sides: n % 2 === 0 ? 'both' : 'left' } as const];
    const report = (k: number, more: Partial<Report>) =>
      aReport({ id: idOf('B', n * 10 + k), ...of, ...more });
    return [
      report(0, { spots }),
      report(1, { kind: 'damaged', spots, quantity: 3 }),
      report(2, { kind: 'taken-down' }),
      report(3, { kind: 'withdrawn', corrects: idOf('B', n * 10 + 2) }),
    ];
  });
  return withRows(
    tables,
    told.map((row) => ({ entity: 'report' as const, id: row.id, row })),
  );
}

/** What stands and is damaged of each row, with what was cut off it. */
function standing(tables: Tables, parts: readonly (readonly [string, string])[] = []) {
  const wholes = new Map(parts);
  const sums = new Map<string, [number, number]>();
  for (const row of tables.placement.values()) {
    const { standing, damaged } = progressOf(tables, row);
    const [a, b] = sums.get(wholes.get(row.id) ?? row.id) ?? [0, 0];
    sums.set(wholes.get(row.id) ?? row.id, [a + standing, b + damaged]);
  }
  return Object.fromEntries(sums);
}

for (const [name, reshape] of inPlace)
  test(`what was reported stays reported when a road is ${name}, and undone too`, () => {
    fc.assert(
      fc.property(drawn, fc.double({ min: 0, max: 1, noNaN: true }), (plan, share) => {
        const tables = reported(rows(plan), share);
        const { ops, carry: said } = must(carry(tables, reshape(plan, share), newId));
        const after = withOps(tables, ops);
        expect(standing(after, said.parts)).toEqual(standing(tables));
        for (const op of ops)
          if (op.entity === 'report' && op.kind === 'set')
            expect(carriesReport(op, said, () => undefined)).toBe(true);
        const lookup = ((entity: Entity, id: string) => tables[entity].get(id)) as RowLookup;
        const back = withOps(after, must(inverseOps(ops, lookup, newId, said.parts)));
        expect(back.report).toEqual(tables.report);
      }),
      { numRuns: 40 },
    );
  });

test('turned twice, a road and what stands on it are as they were', () => {
  fc.assert(
    fc.property(drawn, (plan) => {
      const once = carriedInPlace(rows(plan), must(reverse(plan.road)));
      const twice = carriedInPlace(once, must(reverse(once.road.get(plan.road.id) as Road)));
      for (const row of plan.placements) {
        const back = twice.placement.get(row.id);
        expect(back?.rule?.sides ?? back?.side).toBe(row.rule?.sides ?? row.side);
        if (!(row.rule?.staggered ?? false)) expect(back?.from).toBeCloseTo(row.from as number, 1);
      }
    }),
    { numRuns: 30 },
  );
});

test('cut and joined again, whichever way the second part is drawn, everything stands where it stood', () => {
  fc.assert(
    fc.property(drawn, fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.boolean(), (plan, share, turn) => {
      const { minChainage: min, maxChainage: max } = measuredOf(plan.road) ?? {
        minChainage: 0,
        maxChainage: 0,
      };
      const reshaped = must(
        cutRoad(plan.road, min + share * (max - min), { id: OTHER_ID, code: 'QL.3', name: '' }),
      );
      let tables = carriedInPlace(rows(plan), reshaped);
      if (turn) tables = carriedInPlace(tables, must(reverse(tables.road.get(OTHER_ID) as Road)));
      const whole = must(joined(tables.road.get(plan.road.id) as Road, tables.road.get(OTHER_ID) as Road));
      const after = carriedInPlace(tables, whole);
      expect(after.road.size).toBe(1);
      // Nobody has surveyed the place of the cut.
      expect(after.road.get(plan.road.id)?.calibration.length).toBe(plan.road.calibration.length);
      expect(measuredOf(after.road.get(plan.road.id) as Road)?.line.length).toBeCloseTo(
        measuredOf(plan.road)?.line.length ?? 0,
        2,
      );
    }),
    { numRuns: 30 },
  );
});

test('a road across a gap is joined with the gap told; two that are far apart are not', () => {
  const plan: Drawn = { road: aRoad({ line: LINE }), placements: [], features: [] };
  const other = { ...aRoad({ line: NORTH }), id: OTHER_ID };
  const stands = aPlacement({ id: idOf('P', 1), roadId: OTHER_ID, from: 100, to: 900, rule: RULE });
  const tables = rows({ ...plan, placements: [stands] }, [other]);
  const whole = must(joined(plan.road, other));
  const after = carriedInPlace(tables, whole);
  const road = after.road.get(plan.road.id) as Road;
  expect(road.gaps).toHaveLength(1);
  expect(after.placement.get(stands.id)?.from).toBeGreaterThan(3000);
  const far = { ...other, line: NORTH.map(([lng, lat]): LngLatPair => [lng + 0.1, lat]) };
  expect(joined(plan.road, far)).toMatchObject({ ok: false, reason: { code: 'reshape.too-far' } });
});

test('what is said of places under a bridge is kept for the day when the bridge is gone', () => {
  const road = aRoad({ line: LINE });
  const bridge = {
    id: idOf('F', 1),
    version: 1,
    roadId: road.id,
    kind: 'bridge',
    name: '',
    from: 140,
    to: 160,
  } as const;
  const stands = aPlacement({
    id: idOf('P', 1),
    roadId: road.id,
    from: 0,
    to: 1000,
    rule: { ...RULE, except: ['bridge'], skips: ['L6', 'R6', 'L20'], moves: { R20: 3 } },
  });
  const tables = rows({ road, placements: [stands], features: [bridge] });
  const without = (plan: Tables) => total({ ...plan, roadFeature: new Map() });
  const turned = carriedInPlace(tables, must(reverse(road)));
  expect(without(turned)).toBe(without(tables));
  const [part, other] = [
    carriedInPlace(tables, must(cutRoad(road, 400, { id: OTHER_ID, code: '', name: 'B' }))),
    idOf('P', 1),
  ];
  expect(part.placement.get(other)?.rule?.skips).toEqual(['L6', 'R6']);
  expect(without(part)).toBe(without(tables));
});

test('a ring begins where one says, and all that stands round it stays', () => {
  const round = Array.from({ length: 401 }, (_, i): LngLatPair => {
    const angle = (i % 400) * (Math.PI / 200);
    return [105.8 + 0.004 * Math.cos(angle), 21.9 + 0.004 * Math.sin(angle)];
  });
  fc.assert(
    fc.property(
      rules,
      fc.double({ min: 0, max: 0.7, noNaN: true }),
      fc.double({ min: 0.05, max: 0.3, noNaN: true }),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      (rule, from, share, begin) => {
        const road = aRoad({ line: round, zeroChainage: 500 });
        const { minChainage: min, maxChainage: max } = measuredOf(road) ?? { minChainage: 0, maxChainage: 0 };
        const at = (part: number) => min + part * (max - min);
        const stands = aPlacement({
          id: idOf('P', 1),
          roadId: road.id,
          from: at(from),
          to: at(from + share),
          rule: { ...RULE, ...rule, moves: {} },
        });
        const after = carriedInPlace(
          rows({ road, placements: [stands], features: [] }),
          must(beginningAt(road, at(begin))),
        );
        const turned = after.road.get(road.id) as Road;
        expect(measuredOf(turned)?.line.length).toBeCloseTo(max - min, 2);
        expect(measuredOf(turned)?.minChainage).toBe(500);
      },
    ),
    { numRuns: 40 },
  );
  const open = aRoad({ line: LINE });
  expect(beginningAt(open, 100)).toMatchObject({ ok: false, reason: { code: 'reshape.no-ring' } });
});

test('what is cut off keeps its state, its share of what was approved and done, and its words', () => {
  const road = aRoad({ line: LINE });
  const row = aPlacement({
    id: idOf('P', 1),
    roadId: road.id,
    from: 0,
    to: 1000,
    rule: { ...RULE, sides: 'left' },
    state: 'ready',
    approvedQuantity: 41,
    note: 'Đợt 1',
  });
  const task = {
    id: idOf('T', 1),
    version: 1,
    placementId: row.id,
    itemId: 'issue',
    whole: true,
    unitId: null,
    ...DONE_TASK,
    day: '2020-10-20',
    who: 'Tổ 1',
    quantity: 30,
    note: '',
  };
  const tables = aPlan({ road: [road], placement: [row], task: [task] });
  const reshaped = must(cutRoad(road, 400, { id: OTHER_ID, code: 'QL.3', name: '' }));
  const { ops, carry: said } = must(carry(tables, reshaped, newId));
  const after = withOps(tables, ops);
  const [part] = said.parts[0] ?? [''];
  expect(after.placement.get(row.id)).toMatchObject({ state: 'ready', to: 399, approvedQuantity: 16 });
  expect(after.placement.get(part)).toMatchObject({
    state: 'ready',
    roadId: OTHER_ID,
    from: 400,
    to: 1000,
    approvedQuantity: 25,
    note: 'Đợt 1',
  });
  expect([...after.task.values()].map((t) => [t.placementId, t.quantity])).toEqual([
    [row.id, 16],
    [part, 14],
  ]);
  expect(positionsIn(after, after.placement.get(part) as Placement).count).toBe(25);
});

test('more than one edit can name is told before it is sent', () => {
  const road = aRoad({ line: LINE });
  const placements = Array.from({ length: 5001 }, (_, i) =>
    aPlacement({ id: `P${i}`, roadId: road.id, from: 10 + i * 0.1, to: null, rule: null, side: 'left' }),
  );
  const away = LINE.map(([x, y]): LngLatPair => [x, y + 0.01]);
  const tables = rows({ road, features: [], placements });
  expect(carry(tables, must(renewed(road, away, [], 'chainage')), newId)).toMatchObject({
    ok: false,
    reason: { code: 'reshape.too-many-rows', params: { count: 5001, limit: 5000 } },
  });
});

describe('reports of a row whose road is cut or turned', () => {
  const stretch = aPlacement({ state: 'ready', approvedQuantity: 82 });
  const planOf = (reports: readonly Partial<Report>[]) =>
    aPlan({
      placement: [stretch],
      report: reports.map((r, i) => aReport({ id: idOf('R', i + 1), placementId: stretch.id, ...r })),
    });
  const carried = (tables: Tables, reshaped: Reshaped) =>
    withOps(tables, must(carry(tables, reshaped, newId)).ops);
  const cutAt = (tables: Tables) =>
    carried(tables, must(cutRoad(aRoad(), 1500, { id: OTHER_ID, code: 'B', name: '' })));
  const standing = (tables: Tables) => progress(tables, tables.placement.values()).standing;
  const back: Partial<Report> = { kind: 'withdrawn', corrects: idOf('R', 1) };

  test('what was taken back is cut with what took it back: undone, it counts again on both parts', () => {
    const after = cutAt(planOf([{}, back]));
    expect(standing(after)).toBe(0);
    const takings = [...after.report.values()].filter(({ kind }) => kind === 'withdrawn');
    expect(takings).toHaveLength(2);
    const undone = withOps(
      after,
      takings.map(({ id, version: _, ...fields }) => withdrawalOf({ id, fields }, newId)),
    );
    expect(standing(undone)).toBe(82);
  });

  test('taken back for a part alone, it is so after the cut', () => {
    const part = { ...back, spots: [{ from: 1400, to: 1700, sides: 'both' as const }] };
    const tables = planOf([{}, part]);
    expect(standing(cutAt(tables))).toBe(standing(tables));
  });

  test('what does not count keeps its place too when the road is turned', () => {
    const range = [{ from: 1000, to: 1200, sides: 'left' as const }];
    const tables = planOf([{ spots: range }, back, { quantity: 10, day: '2020-10-21' }]);
    const after = carried(tables, must(reverse(aRoad())));
    const row = after.placement.get(stretch.id) as Placement;
    const [spot] = after.report.get(idOf('R', 1))?.spots ?? [];
    expect(spot?.to).toBeCloseTo(row.to as number, 0);
    expect(spot?.sides).toBe('right');
  });
});
