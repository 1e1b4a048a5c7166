/** Whether a row is a unit's: of the unit itself or of one below it, by its own field, its placement's, or the ground. */
import type { Placement } from '../model/entities/placement.ts';
import type { Task } from '../model/entities/task.ts';
import type { AnyRow, Entity, Id } from '../model/rows.ts';
import type { RowLookup } from './edit.ts';

/** Pieces of a placement by the unit on whose ground they stand; under null those that stand on nobody's. */
export type Grounds = (row: Placement) => ReadonlyMap<Id | null, number>;

interface Asked {
  readonly unitId: Id | null;
  /** Has to find the units above those that rows name. */
  readonly rows: RowLookup;
  readonly grounds: Grounds;
}

/** Of a row that an op changes both what it is before and what it is after must be one's own. */
export function isOwn(
  asked: Asked,
  entity: Entity,
  [before, after]: readonly [object | undefined, object | undefined],
): boolean {
  if (asked.unitId === null) return false;
  if (entity === 'placement') return before !== undefined && isOwnPlacement(asked, before as Placement);
  if (entity !== 'task') return false;
  const was = before === undefined || mayTakeBack(asked, before as Task);
  const will = after === undefined || isOwnTask(asked, { ...before, ...after });
  return was && will;
}

/** One without a unit is a unit's where all of it stands on the unit's ground. */
function isOwnPlacement({ unitId, rows, grounds }: Asked, row: Placement): boolean {
  if (row.unitId !== null) return isBelow(row.unitId, unitId, rows);
  const units = [...grounds(row).keys()];
  return units.length > 0 && units.every((id) => isBelow(id, unitId, rows));
}

/** What one's own unit told stays its own to take back, wherever the placement stands by now. */
function mayTakeBack(asked: Asked, task: Task): boolean {
  return isOwnTask(asked, task) || (!task.whole && isBelow(task.unitId, asked.unitId, asked.rows));
}

/** Of a placement without a unit, the part that stands on the unit's ground; of one with a unit there are no parts. */
function isOwnTask(asked: Asked, { placementId = '', whole = true, unitId = null }: Partial<Task>): boolean {
  const row = asked.rows('placement', placementId);
  if (row === undefined) return false;
  if (whole) return isOwnPlacement(asked, row);
  if (row.unitId !== null) return false;
  return isBelow(unitId, asked.unitId, asked.rows) && (asked.grounds(row).get(unitId) ?? 0) > 0;
}

/** A circle of parents, should there be one, ends. */
function isBelow(id: Id | null, unitId: Id | null, rows: RowLookup): boolean {
  const seen = new Set<Id>();
  for (
    let at = id;
    at !== null && !seen.has(at);
    at = (rows('unit', at) as (AnyRow & { parentId?: Id | null }) | undefined)?.parentId ?? null
  ) {
    if (at === unitId) return true;
    seen.add(at);
  }
  return false;
}
