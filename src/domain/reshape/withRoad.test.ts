import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Drawn, drawn, LINE, must, newId, OTHER_ID, rows } from '../../../tests/support/reshaping.ts';
import type { Road } from '../model/entities/road.ts';
import type { FieldsOf, Id, LngLatPair, Tables } from '../model/rows.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { aPlacement, aRoad, idOf, RULE } from '../testing.ts';
import { carry } from './carry.ts';
import { withOps } from './moved.ts';
import { renewed } from './renewed.ts';
import type { Reshaped } from './reshape.ts';
import { cutRoad, reverse, withHalfWidth, withZero } from './roadLines.ts';
import { goesWithRoad } from './withRoad.ts';

const east = (metres: number) => metres / 103_000;

/** New lines for the road, as measuring anew gives them: beside, shaken, thinned, shorter, turned. */
const lines = fc
  .record({
    shift: fc.constantFrom(0, 2, 6, 30, 60),
    shake: fc.constantFrom(0, 1, 3),
    every: fc.constantFrom(1, 2, 3),
    keep: fc.double({ min: 0.5, max: 1, noNaN: true }),
    back: fc.boolean(),
    seed: fc.nat(),
  })
  .map(({ shift, shake, every, keep, back, seed }): LngLatPair[] => {
    const line = LINE.slice(0, Math.ceil(LINE.length * keep)).flatMap(([lng, lat], i): LngLatPair[] =>
      i % every === 0 ? [[lng + east(shift + shake * Math.sin(i * (seed % 97))), lat]] : [],
    );
    return back ? line.reverse() : line;
  });

const reshapes: readonly [string, fc.Arbitrary<(plan: Drawn) => Reshaped>][] = [
  [
    'a new line',
    lines.map(
      (line) =>
        ({ road }) =>
          must(renewed(road, line, [], 'place')),
    ),
  ],
  ['another direction', fc.constant(({ road }: Drawn) => must(reverse(road)))],
  ['another zero', fc.constant(({ road }: Drawn) => must(withZero(road, 777)))],
  ['another width', fc.constant(({ road }: Drawn) => must(withHalfWidth(road, 9)))],
  [
    'a cut',
    fc.double({ min: 0.1, max: 0.9, noNaN: true }).map((share) => ({ road }: Drawn) => {
      const { minChainage: min, maxChainage: max } = measuredOf(road) ?? { minChainage: 0, maxChainage: 0 };
      return must(cutRoad(road, min + share * (max - min), { id: OTHER_ID, code: 'QL.3', name: '' }));
    }),
  ],
];

for (const [name, reshape] of reshapes)
  test(`what is carried goes with its road: ${name}`, () => {
    fc.assert(
      fc.property(drawn, reshape, (plan, of) => {
        const before = rows(plan);
        const { ops, carry: said } = must(carry(before, of(plan), newId));
        const after = withOps(before, ops);
        const shaped = new Set(ops.flatMap((op) => (op.entity === 'road' ? [op.id] : [])));
        for (const { id } of plan.placements) {
          const family = [id, ...said.parts.flatMap(([part, whole]) => (whole === id ? [part] : []))];
          expect(goesWithRoad(before, after, family, shaped)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

const road = aRoad({ line: LINE, zeroChainage: 0 });
const row = aPlacement({
  id: idOf('P', 1),
  roadId: road.id,
  from: 500,
  to: 1500,
  rule: { ...RULE, spacing: 25, sides: 'left' },
});
const before = rows({ road, features: [], placements: [row] });
const ELSEWHERE = aRoad({ id: OTHER_ID, line: LINE.map(([lng, lat]) => [lng + 1, lat + 1] as const) });
const set = (fields: Partial<FieldsOf<'placement'>>, on: Tables = before) =>
  withOps(on, [{ kind: 'set', entity: 'placement', id: row.id, version: row.version, fields }]);
const withRoads = (...roads: Road[]): Tables => ({
  ...before,
  road: new Map([road, ...roads].map((r) => [r.id as Id, r])),
});

const pulled = Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`L${i}`, -25 * i]));
test.each([
  ['farther along', set({ from: 640, to: 1640 })],
  ['longer', set({ to: 1700 })],
  ['beyond its end', set({ from: 1800, to: 9000 })],
  ['on the other side', set({ rule: { ...RULE, spacing: 25, sides: 'right' } })],
  ['half as long', set({ to: 1000 })],
  ['emptied', set({ from: 2900, to: 2901, rule: { ...RULE, spacing: 25, sides: 'left', skips: ['L0'] } })],
  ['all in one place', set({ rule: { ...RULE, spacing: 25, sides: 'left', moves: pulled } })],
  ['on another road, far away', set({ roadId: OTHER_ID }, withRoads(ELSEWHERE))],
])('a road that stays where it was takes nothing %s', (_, after) => {
  expect(goesWithRoad(before, after, [row.id], new Set([road.id, OTHER_ID]))).toBe(false);
  expect(goesWithRoad(before, set({}), [row.id], new Set([road.id]))).toBe(true);
});

test('a road that is deleted for one far away takes nothing there, and one approved piece is not lost', () => {
  const gone = {
    ...set({ roadId: OTHER_ID }, withRoads(ELSEWHERE)),
    road: new Map([[OTHER_ID as Id, ELSEWHERE]]),
  };
  expect(goesWithRoad(before, gone, [row.id], new Set([road.id, OTHER_ID]))).toBe(false);
  const single = { ...row, to: null, rule: null, side: 'left', pointQuantity: 1 } as const;
  const one = rows({ road, features: [], placements: [single] });
  const without = { ...one, placement: new Map([[row.id, { ...single, roadId: null, from: null }]]) };
  expect(goesWithRoad(one, without, [row.id], new Set([road.id]))).toBe(false);
});
