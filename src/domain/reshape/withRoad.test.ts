import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Drawn, drawn, LINE, must, newId, OTHER_ID, rows } from '../../../tests/support/reshaping.ts';
import type { Road } from '../model/entities/road.ts';
import type { FieldsOf, Id, LngLatPair, Tables } from '../model/rows.ts';
import { footOn, measureLine } from '../road/line.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { aPlacement, aRoad, idOf, RULE } from '../testing.ts';
import { approvedAstray } from './approved.ts';
import { carry } from './carry.ts';
import { displacedBy } from './displaced.ts';
import { withOps } from './moved.ts';
import { renewed } from './renewed.ts';
import type { Reshaped } from './reshape.ts';
import { cutRoad, reverse, withHalfWidth, withZero } from './roadLines.ts';
import { spotsOf } from './spots.ts';
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
        for (const { id } of plan.placements) {
          const family = [id, ...said.parts.flatMap(([part, whole]) => (whole === id ? [part] : []))];
          const off = metresBeyond(before, after, id);
          // A row beside which there is no road any more does not go with it; by some metres it may be either.
          if (off < 85) expect(goesWithRoad(before, after, family)).toBe(true);
          else if (off > 115) expect(goesWithRoad(before, after, family)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

/** How far beyond the end of every road the nearest piece of a row stood, in metres; 0 where one stood beside a road. */
function metresBeyond(before: Tables, after: Tables, id: Id): number {
  const lines = [...after.road.values()].flatMap((r) => measureLine(r.line) ?? []);
  const off = spotsOf(before, [id]).map(({ lng, lat }) => {
    const feet = lines
      .flatMap((line) => footOn(line, lng, lat) ?? [])
      .sort((a, b) => a.distance - b.distance);
    return feet[0]?.beyondEnd === true ? feet[0].distance : 0;
  });
  return off.length === 0 ? 0 : Math.min(...off);
}

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
  expect(goesWithRoad(before, after, [row.id])).toBe(false);
  expect(goesWithRoad(before, set({}), [row.id])).toBe(true);
});

/** A pass of hairpins, 200 m between turns; its line as it is measured anew stands a little beside. */
const pass = (aside: number, turns: number): LngLatPair[] =>
  Array.from({ length: turns * 2 }, (_, i): LngLatPair => {
    const far = i % 4 === 1 || i % 4 === 2 ? 200 : 0;
    return [105 + east(far + aside), 21 + (Math.floor(i / 2) * 40) / 111_000];
  });

test.each([
  ['a pass of 60 turns 15 m beside', pass(0, 60), pass(15, 60)],
  [
    'a straight road 8 m shorter and 2 m beside',
    [
      [105, 21],
      [105, 21.18],
    ],
    [
      [105 + east(2), 21],
      [105 + east(2), 21.18 - 8 / 111_000],
    ],
  ],
] as const)('thousands of approved pieces go with %s', (_, line, anew) => {
  const long = aRoad({ line, zeroChainage: 0 });
  const { maxChainage } = measuredOf(long) ?? { maxChainage: 0 };
  const flags = {
    ...row,
    state: 'approved',
    from: 0,
    to: maxChainage,
    rule: { ...RULE, spacing: 5, sides: 'both' },
  } as const;
  const was = rows({ road: long, features: [], placements: [flags] });
  const carriage = must(carry(was, must(renewed(long, anew, [], 'place')), newId));
  const is = withOps(was, carriage.ops);
  expect(carriage.displaced[0]?.before).toBeGreaterThan(4000);
  expect(approvedAstray(was, is, carriage)).toBeNull();
});

test('one piece fewer is told as it is, not as the length of the row', () => {
  const [was, is] = [1505, 1495].map((to) => set({ to, rule: { ...RULE, spacing: 10, sides: 'both' } }));
  expect(displacedBy(was as Tables, is as Tables, [row.id])).toMatchObject([{ before: 202, after: 200 }]);
  expect(displacedBy(was as Tables, is as Tables, [row.id])[0]?.metres).toBeLessThan(20);
});

test('a row that is cut over more roads than any cut makes is held against none', () => {
  // Each piece on a road of its own, where it stood.
  const cut = (count: number) => {
    const many = Array.from({ length: count }, (_, i) => aRoad({ id: idOf('R', 100 + i), line: LINE }));
    const parts = Array.from({ length: 41 }, (_, i) => {
      const from = 500 + 25 * i;
      const roadId = many[i % count]?.id ?? '';
      return aPlacement({ ...row, id: idOf('P', 100 + i), roadId, from, to: from + 1 });
    });
    const after = { ...withRoads(...many), placement: new Map(parts.map((p) => [p.id as Id, p])) };
    return goesWithRoad(before, after, [row.id, ...parts.map((p) => p.id)]);
  };
  expect(cut(3)).toBe(true);
  expect(cut(25)).toBe(false);
});

test('a road that is deleted for one far away takes nothing there, and one approved piece is not lost', () => {
  const gone = {
    ...set({ roadId: OTHER_ID }, withRoads(ELSEWHERE)),
    road: new Map([[OTHER_ID as Id, ELSEWHERE]]),
  };
  expect(goesWithRoad(before, gone, [row.id])).toBe(false);
  const single = { ...row, to: null, rule: null, side: 'left', pointQuantity: 1 } as const;
  const one = rows({ road, features: [], placements: [single] });
  const without = { ...one, placement: new Map([[row.id, { ...single, roadId: null, from: null }]]) };
  expect(goesWithRoad(one, without, [row.id])).toBe(false);
});

test('edit by edit no more than half of what was approved is lost', () => {
  const skipped = (count: number) => Array.from({ length: count }, (_, i) => `L${i}` as const);
  const state = (count: number) => {
    const rule = { ...RULE, spacing: 5, sides: 'left', skips: skipped(count) } as const;
    return { ...before, placement: new Map([[row.id as Id, { ...row, rule, approvedQuantity: 201 }]]) };
  };
  expect(goesWithRoad(state(99), state(100), [row.id])).toBe(true);
  expect(goesWithRoad(state(100), state(101), [row.id])).toBe(false);
});

test.each([
  ['place', 1002, 'carry.outside'],
  ['chainage', 1002, 'carry.outside'],
  ['chainage', 1500, 'carry.outside'],
  ['place', 1980, null],
  ['chainage', 1980, null],
] as const)(
  'approved pieces are not piled up at the end of a shorter road: %s, %i m',
  (keeping, metres, code) => {
    const long = aRoad({
      line: [
        [105, 21],
        [105, 21.18],
      ],
      zeroChainage: 0,
    });
    const flags = {
      ...row,
      state: 'approved',
      from: 1000,
      to: 2000,
      rule: { ...RULE, spacing: 25 },
    } as const;
    const was = rows({ road: long, features: [], placements: [flags] });
    const line: LngLatPair[] = [
      [105, 21],
      [105, 21 + metres / 110_700],
    ];
    const carriage = must(carry(was, must(renewed(long, line, [], keeping)), newId));
    expect(approvedAstray(was, withOps(was, carriage.ops), carriage)?.code ?? null).toBe(code);
  },
);

test('what keeps its chainage does not go to another part of the country with it', () => {
  const long = aRoad({
    line: [
      [105, 21],
      [105, 21.18],
    ],
    zeroChainage: 0,
  });
  const flags = { ...row, state: 'approved', from: 1000, to: 2000 } as const;
  const was = rows({ road: long, features: [], placements: [flags] });
  const far: LngLatPair[] = [
    [106.4, 21],
    [106.4, 21.18],
  ];
  const carriage = must(carry(was, must(renewed(long, far, [], 'chainage')), newId));
  expect(approvedAstray(was, withOps(was, carriage.ops), carriage)?.code).toBe('carry.too-far');
});
