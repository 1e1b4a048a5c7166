import { expect, test } from 'vitest';
import { aRoad, measured } from '../testing.ts';
import { calibrated, shiftAt } from './calibrate.ts';
import { placeAt } from './measuredRoad.ts';

const road = aRoad();
const before = measured();

test('a post found 40 m farther on pulls what is before and after it along', () => {
  const posts = calibrated(road, before, 5040, 5000);
  if (!posts.ok) throw new Error(posts.reason.code);
  const after = measured({ calibration: posts.value });
  expect(placeAt(after, 5000)).toEqual(placeAt(before, 5040));
  expect(shiftAt(before, after, 5000)).toBeCloseTo(40, 1);
  expect(shiftAt(before, after, 2500)).toBeCloseTo(20, 1);
  expect(shiftAt(before, after, 0)).toBeCloseTo(0, 5);
  expect(shiftAt(before, after, 9000)).toBeCloseTo(40, 1);
});

test('a post that is found again replaces what was said of it', () => {
  const first = calibrated(road, before, 5040, 5000);
  if (!first.ok) throw new Error(first.reason.code);
  const once = aRoad({ calibration: first.value });
  const again = calibrated(once, measured({ calibration: first.value }), 5010, 5000);
  if (!again.ok) throw new Error(again.reason.code);
  expect(again.value).toHaveLength(2);
});

test('a post cannot stand before one with a smaller number', () => {
  const posts = calibrated(
    { ...road, calibration: [{ along: 3000, chainage: 3000 }] },
    measured({ calibration: [{ along: 3000, chainage: 3000 }] }),
    2000,
    5000,
  );
  expect(posts).toMatchObject({ ok: false, reason: { code: 'road.calibration-order' } });
});
