import { expect, test } from 'vitest';
import { aRoad } from '../testing.ts';
import { shapeKey } from './shapeKey.ts';

test('another line, zero or post is another shape; another name is not', () => {
  const road = aRoad();
  const key = shapeKey(road);
  expect(shapeKey(aRoad({ name: 'Khác', halfWidth: 9 }))).toBe(key);
  const [first = [0, 0], ...others] = road.line;
  for (const change of [
    { line: [...road.line].reverse() },
    { line: [[first[0] + 1e-6, first[1]] as const, ...others] },
    { line: others },
    { zeroChainage: road.zeroChainage + 1 },
    { calibration: [{ along: 10, chainage: 1000 }] },
  ])
    expect(shapeKey(aRoad(change))).not.toBe(key);
});
