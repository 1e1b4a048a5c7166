/** Whose a placement is: its own unit, or, when it names none, those whose ground it stands on. */
import type { Positions } from '../layout/layOut.ts';
import { perObjectWhile } from '../memo.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Id, Tables } from '../model/rows.ts';
import { progressByUnit } from '../progress/progress.ts';
import { isTakenDown } from '../progress/stage.ts';
import { groundOfUnits, positionsByUnit, unitIndex } from '../unit/units.ts';
import { costIn, positionsIn, quantityIn } from './amounts.ts';

const laidByUnit = perObjectWhile<Positions, ReadonlyMap<Id | null, number>>();

/** Pieces a unit; null for those that are nobody's. The parts add up to the placement's quantity. */
export function unitShares(tables: Tables, row: Placement): ReadonlyMap<Id | null, number> {
  return row.unitId === null ? groundShares(tables, row) : new Map([[row.unitId, quantityIn(tables, row)]]);
}

/** The same by the ground that the pieces stand on, whoever is in charge of them. */
export function groundShares(tables: Tables, row: Placement): ReadonlyMap<Id | null, number> {
  const positions = positionsIn(tables, row);
  const shares = laidByUnit(positions, [groundOfUnits(tables.unit)], () =>
    positionsByUnit(unitIndex(tables.unit), positions),
  );
  if (row.rule !== null) {
    // Of a stretch beyond the limit not every position is laid out: the rest is nobody's.
    const rest = quantityIn(tables, row) - positions.count;
    return rest === 0 ? shares : new Map(shares).set(null, (shares.get(null) ?? 0) + rest);
  }
  // A point has one place and maybe several pieces.
  const [where] = shares.keys();
  return new Map([[where ?? null, row.pointQuantity]]);
}

/** What falls to one unit of a placement: pieces and VND. */
export function partOf(tables: Tables, row: Placement, unitId: Id): { quantity: number; cost: number } {
  const all = quantityIn(tables, row);
  const quantity = unitShares(tables, row).get(unitId) ?? 0;
  return { quantity, cost: all === 0 ? 0 : Math.round((costIn(tables, row) * quantity) / all) };
}

/** What falls to a unit of the whole plan: pieces, VND, and of how many placements. */
export interface UnitPart {
  readonly quantity: number;
  readonly cost: number;
  readonly placements: number;
}

/** A unit of which nothing stands on its ground has no part. What was removed counts no more. */
export function partsOfUnits(tables: Tables): ReadonlyMap<Id, UnitPart> {
  const parts = new Map<Id, UnitPart>();
  for (const row of tables.placement.values()) {
    if (isTakenDown(tables, row)) continue;
    for (const id of unitShares(tables, row).keys()) {
      if (id === null) continue;
      const before = parts.get(id) ?? { quantity: 0, cost: 0, placements: 0 };
      const { quantity, cost } = partOf(tables, row, id);
      parts.set(id, {
        quantity: before.quantity + quantity,
        cost: before.cost + cost,
        placements: before.placements + 1,
      });
    }
  }
  return parts;
}

/** How much of what is approved on each unit's part was put up, from 0 to 1; none for a unit of which nothing is approved. */
export function installedShares(tables: Tables): ReadonlyMap<Id, number> {
  const sums = new Map<Id, { approved: number; installed: number }>();
  for (const row of tables.placement.values())
    for (const [id, { approved, installed }] of progressByUnit(tables, row)) {
      if (id === null || approved === 0) continue;
      const sum = sums.get(id) ?? { approved: 0, installed: 0 };
      sum.approved += approved;
      sum.installed += installed;
      sums.set(id, sum);
    }
  return new Map([...sums].map(([id, { approved, installed }]) => [id, installed / approved]));
}
