import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  carriedInPlace,
  drawn,
  LINE,
  must,
  NORTH,
  newId,
  OTHER_ID,
  rows,
  total,
} from '../../../tests/support/reshaping.ts';
import type { Road } from '../model/entities/road.ts';
import type { Id, LngLatPair } from '../model/rows.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { aPlacement, aRoad, idOf, RULE } from '../testing.ts';
import { carry } from './carry.ts';
import { displacedBy } from './displaced.ts';
import { joined } from './joining.ts';
import { withOps } from './moved.ts';
import { renewed } from './renewed.ts';
import { cutRoad, reverse, withPosts } from './roadLines.ts';

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

test('on its own line nothing moves, whatever it does: out and back, a spur, a ring, eights; a ring may begin elsewhere', () => {
  const K = [103_340, 110_700] as const;
  const line = (xy: readonly (readonly [number, number])[]) =>
    xy.map(([x, y]): LngLatPair => [105.7 + x / K[0], 21.8 + y / K[1]]);
  const around = (turns: number, drift: number, from = 0) =>
    Array.from({ length: 61 }, (_, i): [number, number] => {
      const a = from + (i / 60) * turns * 2 * Math.PI;
      return [150 * Math.cos(a) + drift * i, 150 * Math.sin(a)];
    });
  const turned = (xy: readonly (readonly [number, number])[], by: number) =>
    xy.map(([x, y]): [number, number] => [
      x * Math.cos(by) - y * Math.sin(by),
      x * Math.sin(by) + y * Math.cos(by),
    ]);
  const spur = [
    [0, 0],
    [400, 0],
    [400, 60],
    [400, 0],
    [800, 0],
  ] as const;
  const back = [
    ...Array.from({ length: 60 }, (_, i) => [i * 20, 0] as const),
    [1200, 6] as const,
    ...Array.from({ length: 60 }, (_, i) => [1180 - i * 20, 12] as const),
  ];
  for (const [was, is, within] of [
    ...[0, 0.3, 1.1, 2.5].map((by) => [turned(spur, by), turned(spur, by), 0] as const),
    [back, back, 0],
    [around(1, 0), around(1, 0), 0],
    // A ring that begins at another corner of its own is cut elsewhere by less than its vertices are apart.
    [around(1, 0), around(1, 0, 2), 2],
    [around(1, 0), around(1, 0, 2).reverse(), 2],
    [around(2, 3), around(2, 3), 0],
  ] as const) {
    const road = aRoad({ line: line(was) });
    const length = measuredOf(road)?.line.length ?? 0;
    const placement = aPlacement({
      id: idOf('P', 1),
      roadId: road.id,
      from: 3,
      to: length - 3,
      rule: { ...RULE, spacing: 12 },
    });
    const tables = rows({ road, features: [], placements: [placement] });
    const { displaced } = must(carry(tables, must(renewed(road, line(is), [], 'place')), newId));
    expect(displaced.map((d) => d.metres).filter((m) => m > within)).toEqual([]);
  }
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
  // The limbs are 30 m apart; at the outside of a bend a piece goes farther than the road, which went 4 m.
  expect(displaced.every((d) => d.metres < 14 && d.before === d.after)).toBe(true);
});

/** Drawn from its beginning; one post at Km 130 measures it, so that it begins at Km 121. */
const posted = aRoad({ line: LINE, zeroChainage: 0, calibration: [{ along: 2000, chainage: 130_000 }] });

test.each(['place', 'chainage'] as const)(
  'where no post is left on the new line its beginning reads what it read, keeping the %s',
  (keeping) => {
    const first = LINE.slice(0, 20);
    const { roads } = must(renewed(posted, first, [], keeping));
    const next = roads.get(posted.id);
    expect(next?.calibration).toEqual([]);
    expect(measuredOf(next ?? posted)?.minChainage).toBeCloseTo(128_000, 6);
    const elsewhere = LINE.map(([x, y]): LngLatPair => [x + 1, y]);
    const away = renewed(posted, elsewhere, [], 'chainage');
    expect(measuredOf(must(away).roads.get(posted.id) ?? posted)?.minChainage).toBeCloseTo(128_000, 6);
  },
);

test('without its last post a road reads from where it began', () => {
  const bare = must(withPosts(posted, [])).roads.get(posted.id);
  expect(bare).toMatchObject({ calibration: [], zeroChainage: 128_000 });
  expect(must(withPosts(posted, posted.calibration)).roads.get(posted.id)?.zeroChainage).toBe(0);
});
