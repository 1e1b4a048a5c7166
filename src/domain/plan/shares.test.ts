import { expect, test } from 'vitest';
import { aPlacement, aPlan, aPoint, idOf, toldOf } from '../testing.ts';
import { installedShares, partsOfUnits } from './shares.ts';

test('a unit has the pieces and the cost of what names it, and nothing of what was removed', () => {
  const parts = partsOfUnits(
    aPlan({
      placement: [
        // Every 25 m on both sides of a kilometre: 41 places twice.
        aPlacement({ id: idOf('P', 1) }),
        aPoint({ id: idOf('P', 2), pointQuantity: 3 }),
        aPlacement({ id: idOf('P', 3), state: 'ready' }),
        aPoint({ id: idOf('P', 4), unitId: null, pointQuantity: 7 }),
      ],
      report: toldOf('removed', idOf('P', 3)),
    }),
  );
  expect([...parts]).toEqual([[idOf('V', 1), { quantity: 85, cost: 85 * 90_000, placements: 2 }]]);
});

test('a plan of nothing has parts of nobody', () => {
  expect(partsOfUnits(aPlan()).size).toBe(0);
});

test('what was put up of a unit’s part is counted in pieces, and is a share of what is approved', () => {
  const shares = installedShares(
    aPlan({
      placement: [
        aPoint({ id: idOf('P', 1), pointQuantity: 3, state: 'ready' }),
        aPoint({ id: idOf('P', 2), pointQuantity: 2, state: 'approved' }),
        aPoint({ id: idOf('P', 3), pointQuantity: 5, state: 'ready' }),
        aPoint({ id: idOf('P', 4), pointQuantity: 10, state: 'ready' }),
        aPoint({ id: idOf('P', 5), pointQuantity: 90, state: 'draft' }),
        aPoint({ id: idOf('P', 6), unitId: null, pointQuantity: 7, state: 'ready' }),
      ],
      report: [
        ...toldOf('inspected', idOf('P', 1)),
        ...toldOf('installed', idOf('P', 2)),
        ...toldOf('damaged', idOf('P', 4)),
        ...toldOf('installed', idOf('P', 6)),
      ],
    }),
  );
  expect([...shares]).toEqual([[idOf('V', 1), 0.75]]);
  expect(installedShares(aPlan()).size).toBe(0);
});
