import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Placement } from '../model/entities/placement.ts';
import type { Road } from '../model/entities/road.ts';
import type { FeatureKind, RoadFeature } from '../model/entities/roadFeature.ts';
import type { PositionKey, StretchRule } from '../model/entities/stretchRule.ts';
import type { Result } from '../model/result.ts';
import type { Id, LngLatPair, Tables } from '../model/rows.ts';
import { positionsIn, quantityIn } from '../plan/amounts.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { aPlacement, aPlan, aRoad, bendingLine, idOf, RULE } from '../testing.ts';
import { carry } from './carry.ts';
import { displacedBy } from './displaced.ts';
import { withOps } from './moved.ts';
import { renewed } from './renewed.ts';
import type { Reshaped } from './reshape.ts';
import { beginningAt, cutRoad, extended, joined, reverse, withZero } from './roadLines.ts';

const LINE = bendingLine(3, 60);
const OTHER_ID = idOf('R', 9);
const NORTH: LngLatPair[] = bendingLine(2, 50).map(([lng, lat]) => [lng, lat + 0.0275]);

let made = 0;
const newId = () => idOf('N', made++);

interface Drawn {
  readonly road: Road;
  readonly placements: readonly Placement[];
  readonly features: readonly RoadFeature[];
}

const rules = fc.record({
  spacing: fc.constantFrom(5, 12.5, 25, 30, 47),
  startOffset: fc.constantFrom(0, 3, 10),
  sides: fc.constantFrom('left', 'right', 'both', 'median'),
  staggered: fc.boolean(),
  except: fc.constantFrom<FeatureKind[]>([], ['bridge'], ['bridge', 'junction']),
  skips: fc.array(fc.constantFrom<PositionKey>('L0', 'L3', 'R2', 'R5', 'M1'), { maxLength: 3 }),
  moves: fc.constantFrom<StretchRule['moves']>({}, { L1: 2.25 }, { R4: -3, L0: 1 }, { L2: 40, R1: -22 }),
});

const drawn = fc
  .record({
    zero: fc.constantFrom(0, 146_000, 1234.567),
    posts: fc.constantFrom(
      [],
      [
        { along: 400, chainage: 1000 },
        { along: 1430, chainage: 2000 },
      ],
    ),
    stretches: fc.array(
      fc.record({
        from: fc.double({ min: 0, max: 0.7, noNaN: true }),
        share: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
        rule: rules,
      }),
      { minLength: 1, maxLength: 4 },
    ),
    point: fc.double({ min: 0, max: 1, noNaN: true }),
    bridge: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  })
  .map(({ zero, posts, stretches, point, bridge }): Drawn => {
    const road = aRoad({
      line: LINE,
      zeroChainage: zero,
      calibration: posts.map((p) => ({ ...p, chainage: p.chainage + zero })),
    });
    const measured = measuredOf(road);
    if (measured === null) throw new Error('no road');
    const { minChainage: min, maxChainage: max } = measured;
    const at = (share: number) => Math.round((min + share * (max - min)) * 10) / 10;
    return {
      road,
      placements: [
        ...stretches.map((s, i) =>
          aPlacement({
            id: idOf('P', i),
            roadId: road.id,
            from: at(s.from),
            to: at(s.from + s.share),
            rule: { ...RULE, ...s.rule },
            state: i === 0 ? 'installed' : 'draft',
          }),
        ),
        aPlacement({
          id: idOf('P', 90),
          roadId: road.id,
          from: at(point),
          to: null,
          rule: null,
          side: 'left',
          pointQuantity: 1,
        }),
      ],
      features: [
        {
          id: idOf('F', 1),
          version: 1,
          roadId: road.id,
          kind: 'bridge',
          name: 'Cầu',
          from: at(bridge),
          to: at(bridge) + 40,
        },
        {
          id: idOf('F', 2),
          version: 1,
          roadId: road.id,
          kind: 'junction',
          name: '',
          from: at(bridge / 2),
          to: at(bridge / 2),
        },
      ],
    };
  });

function rows({ road, placements, features }: Drawn, more: readonly Road[] = []): Tables {
  return aPlan({ road: [road, ...more], placement: [...placements], roadFeature: [...features] });
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.reason.code);
  return result.value;
}

const total = (tables: Tables) =>
  [...tables.placement.values()].reduce((sum, p) => sum + quantityIn(tables, p), 0);

/** Carries, and gives the rows afterwards; nothing may have moved, come or gone. */
function carriedInPlace(tables: Tables, reshaped: Reshaped): Tables {
  const { ops, displaced } = must(carry(tables, reshaped, newId));
  expect(displaced).toEqual([]);
  const after = withOps(tables, ops);
  expect(total(after)).toBe(total(tables));
  for (const row of after.placement.values()) expect(after.road.has(row.roadId ?? '')).toBe(true);
  return after;
}

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

test('on a line that lies beside the old one everything keeps its place to within the distance of the lines', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(0, 2, 6), fc.boolean(), (plan, metres, backwards) => {
      const beside = LINE.map(([lng, lat]): LngLatPair => [lng + metres / 103_000, lat]);
      const line = backwards ? [...beside].reverse() : beside;
      const { displaced, ops } = must(carry(rows(plan), must(renewed(plan.road, line, [], 'place')), newId));
      for (const d of displaced) {
        expect(d.metres).toBeLessThan(metres + 3);
        expect(d.after).toBe(d.before);
      }
      const after = withOps(rows(plan), ops);
      expect(total(after)).toBe(total(rows(plan)));
      expect(displacedBy(rows(plan), after, [plan.placements[0]?.id as Id], new Map())).toEqual(
        displaced.filter((d) => d.id === plan.placements[0]?.id),
      );
    }),
    { numRuns: 40 },
  );
});

test('on a line that was stretched by hand everything can be cut, joined and turned again without moving', () => {
  fc.assert(
    fc.property(
      drawn,
      fc.double({ min: 0.0001, max: 0.0006, noNaN: true }),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      (plan, wiggle, share) => {
        const line = LINE.map(([lng, lat], i): LngLatPair => [lng + (i % 2) * wiggle, lat]);
        const tables = rows(plan);
        const onLine = must(carry(tables, must(renewed(plan.road, line, [], 'place')), newId));
        const renewedTables = withOps(tables, onLine.ops);
        for (const d of onLine.displaced) expect(d.after).toBe(d.before);
        const road = renewedTables.road.get(plan.road.id) as Road;
        const { minChainage: min, maxChainage: max } = measuredOf(road) ?? { minChainage: 0, maxChainage: 0 };
        const cut = must(cutRoad(road, min + share * (max - min), { id: OTHER_ID, code: 'QL.3', name: '' }));
        const parts = carriedInPlace(renewedTables, cut);
        const whole = carriedInPlace(
          parts,
          must(joined(parts.road.get(plan.road.id) as Road, parts.road.get(OTHER_ID) as Road)),
        );
        carriedInPlace(whole, must(reverse(whole.road.get(plan.road.id) as Road)));
      },
    ),
    { numRuns: 40 },
  );
});

test('on a longer line chainages go on to read what they read at their places; one that ends earlier leaves some outside', () => {
  const road = aRoad({ line: LINE, zeroChainage: 0 });
  const rows_ = (from: number, to: number) =>
    rows({
      road,
      features: [],
      placements: [aPlacement({ id: idOf('P', 1), roadId: road.id, from, to, rule: RULE })],
    });
  const south: LngLatPair = [LINE[0]?.[0] as number, (LINE[0]?.[1] as number) - 0.003];
  const longer = must(carry(rows_(500, 900), must(renewed(road, [south, ...LINE], [], 'place')), newId));
  expect(longer.displaced).toEqual([]);
  expect(withOps(rows_(500, 900), longer.ops).placement.get(idOf('P', 1))).toMatchObject({
    from: 500,
    to: 900,
  });
  const shorter = LINE.slice(0, 40);
  const cut = must(carry(rows_(2000, 2900), must(renewed(road, shorter, [], 'place')), newId));
  expect(cut.displaced).toMatchObject([{ id: idOf('P', 1), outside: true }]);
  expect(renewed(road, NORTH, [], 'place')).toMatchObject({
    ok: false,
    reason: { code: 'reshape.elsewhere' },
  });
  expect(renewed(road, NORTH, [], 'chainage').ok).toBe(true);
});

test('on a pass that turns back beside itself nothing jumps to the other limb', () => {
  const limb = (x: number, up: boolean): LngLatPair[] => {
    const line = Array.from({ length: 21 }, (_, i): LngLatPair => [105.8 + x, 21.9 + i * 0.0001]);
    return up ? line : line.reverse();
  };
  const pass = [...limb(0, true), ...limb(0.0003, false), ...limb(0.0006, true)];
  const road = aRoad({ line: pass });
  const length = measuredOf(road)?.line.length ?? 0;
  const stands = aPlacement({
    id: idOf('P', 1),
    roadId: road.id,
    from: 5,
    to: length - 5,
    rule: { ...RULE, spacing: 10 },
  });
  const tables = rows({ road, features: [], placements: [stands] });
  const moved = pass.map(([lng, lat]): LngLatPair => [lng + 0.00004, lat]);
  const { displaced } = must(carry(tables, must(renewed(road, moved, [], 'place')), newId));
  expect(displaced.every((d) => d.metres < 12 && d.before === d.after)).toBe(true);
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
    state: 'installed',
    approvedQuantity: 41,
    note: 'Đợt 1',
  });
  const task = {
    id: idOf('T', 1),
    version: 1,
    placementId: row.id,
    itemId: 'install',
    doneDay: '2020-10-20',
    doneBy: 'Tổ 1',
    quantity: 30,
    note: '',
  };
  const tables = aPlan({ road: [road], placement: [row], task: [task] });
  const reshaped = must(cutRoad(road, 400, { id: OTHER_ID, code: 'QL.3', name: '' }));
  const { ops, carry: said } = must(carry(tables, reshaped, newId));
  const after = withOps(tables, ops);
  const [part] = said.parts[0] ?? [''];
  expect(after.placement.get(row.id)).toMatchObject({ state: 'installed', to: 399, approvedQuantity: 16 });
  expect(after.placement.get(part)).toMatchObject({
    state: 'installed',
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
