import { describe, expect, test } from 'vitest';
import type { Area } from '../model/rows.ts';
import { cornersOf, movedCorner, withCorner, withoutCorner } from './ring.ts';

const HOLE = [
  [1, 1],
  [2, 1],
  [1, 2],
  [1, 1],
] as const;
const square: Area = [
  [
    [
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
      [0, 0],
    ],
    HOLE,
  ],
];

describe('corners of an area', () => {
  test('are counted once, although the ring is closed', () => {
    expect(cornersOf(square)).toEqual([
      [0, 0],
      [9, 0],
      [9, 9],
      [0, 9],
    ]);
    expect(cornersOf([])).toEqual([]);
  });
  test('the first one moves with the end of the ring; holes stay', () => {
    const moved = movedCorner(square, 0, [-1, -1]);
    expect(moved[0]?.[0]).toEqual([
      [-1, -1],
      [9, 0],
      [9, 9],
      [0, 9],
      [-1, -1],
    ]);
    expect(moved[0]?.[1]).toBe(HOLE);
  });
  test('one comes in between, also on the side that closes the ring', () => {
    expect(cornersOf(withCorner(square, 3, [0, 5]))).toEqual([...cornersOf(square), [0, 5]]);
    expect(cornersOf(withCorner(square, 0, [5, 0]))[1]).toEqual([5, 0]);
  });
  test('goes, until three are left', () => {
    const triangle = withoutCorner(square, 1);
    expect(cornersOf(triangle ?? [])).toEqual([
      [0, 0],
      [9, 9],
      [0, 9],
    ]);
    expect(withoutCorner(triangle ?? [], 0)).toBeNull();
  });
});
