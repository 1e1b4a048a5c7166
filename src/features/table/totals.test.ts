import { expect, test } from 'vitest';
import { quantityIn } from '../../domain/plan/amounts.ts';
import { aPlacement, aPlan, aRoad, idOf } from '../../domain/testing.ts';
import { totalsOf } from './totals.ts';

const placements = [1, 2, 3].map((n) =>
  aPlacement({ id: idOf('P', n), roadId: aRoad().id, from: n * 1000, to: n * 1000 + 500 }),
);
const tables = aPlan({ road: [aRoad()], placement: placements });
const pieces = quantityIn(tables, placements[0] ?? aPlacement());
const line = { cells: { quantity: 7, cost: 70 } } as never;

test('of several that are selected all count, also those that a filter hides', () => {
  expect(totalsOf(tables, [line], [idOf('P', 1), idOf('P', 2)])).toMatchObject({
    rows: 2,
    quantity: 2 * pieces,
    ofSelection: true,
  });
});

test('rows that were taken back are selected no more', () => {
  const listed = { rows: 2, quantity: 14, cost: 140, ofSelection: false };
  expect(totalsOf(tables, [line, line], [idOf('P', 8), idOf('P', 9)])).toEqual(listed);
  expect(totalsOf(tables, [line, line], [idOf('P', 1)])).toEqual(listed);
});
