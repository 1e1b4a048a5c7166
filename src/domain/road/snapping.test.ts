import { expect, test } from 'vitest';
import { snap } from './snapping.ts';

const LIMITS = { minChainage: 0, maxChainage: 20_000 };
const TARGETS = [
  { chainage: 1480, kind: 'feature' },
  { chainage: 2003, kind: 'end' },
] as const;

test.each([
  ['the end of a bridge', 1488, { chainage: 1480, kind: 'feature' }],
  ['a neighbour’s end before the post beside it', 2001, { chainage: 2003, kind: 'end' }],
  ['a kilometre post', 3004, { chainage: 3000, kind: 'km' }],
  ['a round chainage', 3523, { chainage: 3520, kind: 'round' }],
  ['the end of the road', 20_400, { chainage: 20_000, kind: 'round' }],
])('%s', (_, at, expected) => {
  expect(snap(at, 1, TARGETS, LIMITS)).toEqual(expected);
});

test('from afar steps are rounder', () => {
  expect(snap(3523, 40, [], LIMITS).chainage).toBe(3500);
  expect(snap(3623, 90, [], LIMITS).chainage).toBe(4000);
});
