import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineLength } from '../geo/geodesic.ts';
import { aRoad, bendingLine, measured } from '../testing.ts';
import { lineBetween, measureRoad, placeAt, reversed, stationOf } from './measuredRoad.ts';

const posts = [
  { along: 1000, chainage: 146_020 },
  { along: 2010, chainage: 147_000 },
  { along: 9000, chainage: 153_950 },
];

describe.each([
  ['as drawn', {}],
  ['with surveyed posts', { calibration: posts }],
])('a road %s', (_, change) => {
  const road = measured(change);
  const chainage = fc
    .integer({ min: 0, max: 1_000_000 })
    .map((n) => n / 1_000_000)
    .map((t) => road.minChainage + t * (road.maxChainage - road.minChainage));

  test('chainage → place → chainage comes back within a centimetre', () => {
    fc.assert(
      fc.property(chainage, (c) => {
        const place = placeAt(road, c);
        expect(place.ok).toBe(true);
        if (!place.ok) return;
        const station = stationOf(road, place.value.lng, place.value.lat);
        expect(station?.chainage).toBeCloseTo(c, 2);
        expect(station?.distance).toBeLessThan(0.01);
      }),
    );
  });

  test('a place beside the road comes back on its side, at its distance', () => {
    fc.assert(
      fc.property(
        chainage,
        fc.constantFrom('left' as const, 'right' as const),
        fc.integer({ min: 2, max: 20 }),
        (c, side, offset) => {
          // Beyond the ends and at a vertex's outer corner the foot is another point: stay inside.
          fc.pre(c > road.minChainage + 30 && c < road.maxChainage - 30);
          const place = placeAt(road, c, side, offset);
          if (!place.ok) throw new Error(place.reason.code);
          const station = stationOf(road, place.value.lng, place.value.lat);
          expect(station?.side).toBe(side);
          expect(station?.distance).toBeCloseTo(offset, 0);
          expect(Math.abs((station?.chainage ?? 0) - c)).toBeLessThan(1.5);
        },
      ),
    );
  });
});

test('surveyed posts stand exactly where they were surveyed', () => {
  const road = measured({ calibration: posts });
  for (const post of posts) {
    const place = placeAt(road, post.chainage);
    const uncalibrated = placeAt(measured(), post.along);
    expect(place).toEqual(uncalibrated);
  }
  expect(road.minChainage).toBe(145_020);
});

test('posts that run backwards are refused with the post at fault', () => {
  const result = measureRoad(aRoad({ calibration: [...posts, { along: 9500, chainage: 150_000 }] }));
  expect(result).toEqual({
    ok: false,
    reason: { code: 'road.calibration-order', params: { chainage: 150_000 } },
  });
});

test('a chainage beyond the road is refused with the road’s limits', () => {
  const result = placeAt(measured(), 99_000);
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.reason.params?.to).toBeCloseTo(measured().maxChainage);
});

test('a reversed road mirrors: the same places from the other end, sides exchanged', () => {
  const road = measured({ calibration: posts });
  const back = measureRoad(reversed(aRoad({ calibration: posts })));
  if (!back.ok) throw new Error(back.reason.code);
  const mirror = road.minChainage + road.maxChainage;
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (t) => {
      const c = road.minChainage + t * (road.maxChainage - road.minChainage);
      const there = placeAt(road, c, 'left', 8);
      const here = placeAt(back.value, mirror - c, 'right', 8);
      if (!there.ok || !here.ok) throw new Error('outside');
      expect(here.value.lng).toBeCloseTo(there.value.lng, 5);
      expect(here.value.lat).toBeCloseTo(there.value.lat, 5);
    }),
  );
});

test.each([
  [1, 10],
  [300, 15],
])('a road of %i km with a vertex every %i m is measured whole', (km, step) => {
  const line = bendingLine(km, step);
  const road = measured({ line });
  expect(road.line.count).toBe(line.length);
  expect(road.line.length).toBeCloseTo(lineLength(line), 3);
});

test('the line between two chainages is as long as they are apart', () => {
  const road = measured();
  expect(lineLength(lineBetween(road, 1234, 8765))).toBeCloseTo(8765 - 1234, 1);
});
