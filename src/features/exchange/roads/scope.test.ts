import { expect, test } from 'vitest';
import type { LngLatPair } from '../../../domain/model/rows.ts';
import type { OfferedRoad } from '../../../domain/road/import/planImport.ts';
import { inFrame, onGround } from './scope.ts';

const road = (...line: LngLatPair[]) => ({ road: { fields: { line } } }) as unknown as OfferedRoad;

test('a road is in a frame that it crosses, also without a vertex inside, and in none that it passes by', () => {
  const isIn = inFrame([105, 21, 106, 22]);
  expect(isIn(road([105.2, 21.2], [107, 23]))).toBe(true);
  expect(isIn(road([104, 21.5], [107, 21.5]))).toBe(true);
  expect(isIn(road([105.5, 20], [105.5, 23]))).toBe(true);
  expect(isIn(road([104, 21.9], [105.05, 23.5]))).toBe(false);
  expect(isIn(road([104, 20], [104.5, 23]))).toBe(false);
  expect(isIn({ road: null } as unknown as OfferedRoad)).toBe(false);
});

test('a road lies on the ground of a unit when a part of it does', () => {
  const ring: LngLatPair[] = [
    [105, 21],
    [106, 21],
    [106, 22],
    [105, 22],
    [105, 21],
  ];
  const unit = { boundary: [[ring]] } as unknown as Parameters<typeof onGround>[0][number];
  const isOn = onGround([unit, { ...unit, boundary: null }]);
  expect(isOn(road([104, 21.5], [105.5, 21.5]))).toBe(true);
  expect(isOn(road([104, 21.5], [104.5, 21.5]))).toBe(false);
  // A straight road has no vertex inside, and crosses it all the same.
  expect(isOn(road([104, 21.5], [107, 21.5]))).toBe(true);
});
