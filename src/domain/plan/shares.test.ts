import { expect, test } from 'vitest';
import { aPlacement, aPlan, aPoint, idOf } from '../testing.ts';
import { partsOfUnits, standingShares } from './shares.ts';

test('a unit has the pieces and the cost of what names it, and nothing of what was removed', () => {
  const parts = partsOfUnits(
    aPlan({
      placement: [
        // Every 25 m on both sides of a kilometre: 41 places twice.
        aPlacement({ id: idOf('P', 1) }),
        aPoint({ id: idOf('P', 2), pointQuantity: 3 }),
        aPlacement({ id: idOf('P', 3), state: 'removed' }),
        aPoint({ id: idOf('P', 4), unitId: null, pointQuantity: 7 }),
      ],
    }),
  );
  expect([...parts]).toEqual([[idOf('V', 1), { quantity: 85, cost: 85 * 90_000, placements: 2 }]]);
});

test('a plan of nothing has parts of nobody', () => {
  expect(partsOfUnits(aPlan()).size).toBe(0);
});

test('what stands of a unit’s part is counted in pieces, and what was removed is no part of it', () => {
  const shares = standingShares(
    aPlan({
      placement: [
        aPoint({ id: idOf('P', 1), pointQuantity: 3, state: 'inspected' }),
        aPoint({ id: idOf('P', 2), pointQuantity: 2, state: 'installed' }),
        aPoint({ id: idOf('P', 3), pointQuantity: 5, state: 'ready' }),
        aPoint({ id: idOf('P', 4), pointQuantity: 90, state: 'removed' }),
        aPoint({ id: idOf('P', 5), pointQuantity: 10, state: 'damaged' }),
        aPoint({ id: idOf('P', 6), unitId: null, pointQuantity: 7, state: 'installed' }),
      ],
    }),
  );
  expect([...shares]).toEqual([[idOf('V', 1), 0.25]]);
  expect(standingShares(aPlan()).size).toBe(0);
});
