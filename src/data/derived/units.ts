/** Whose a placement is: its own unit, or, when it names none, those whose ground it stands on. */
import type { Positions } from '../../domain/layout/layOut.ts';
import type { Id, Placement, Tables, Unit } from '../../domain/model/rows.ts';
import { positionsByUnit, unitIndex } from '../../domain/unit/units.ts';
import { costIn, positionsIn, quantityIn } from './placements.ts';

interface Known {
  readonly units: ReadonlyMap<Id, Unit>;
  readonly shares: ReadonlyMap<Id | null, number>;
}

const known = new WeakMap<Positions, Known>();

/** Pieces a unit; null for those that are nobody's. The parts add up to the placement's quantity. */
export function unitShares(tables: Tables, row: Placement): ReadonlyMap<Id | null, number> {
  if (row.unitId !== null) return new Map([[row.unitId, quantityIn(tables, row)]]);
  const positions = positionsIn(tables, row);
  const before = known.get(positions);
  let shares = before?.shares;
  if (before?.units !== tables.unit || shares === undefined) {
    const laid = positionsByUnit(unitIndex(tables.unit), positions);
    // Of a stretch beyond the limit not every position is laid out: the rest is nobody's.
    const rest = row.rule === null ? 0 : quantityIn(tables, row) - positions.count;
    shares = rest === 0 ? laid : laid.set(null, (laid.get(null) ?? 0) + rest);
    known.set(positions, { units: tables.unit, shares });
  }
  if (row.rule !== null) return shares;
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
