/** Whether a row is a unit's: of the unit itself or of one below it, by its own field, its placement's, or the ground. */
import type { Placement } from '../model/entities/placement.ts';
import type { Report, Spots } from '../model/entities/report.ts';
import type { Task } from '../model/entities/task.ts';
import type { AnyRow, Entity, Id } from '../model/rows.ts';
import type { RowLookup } from './edit.ts';
import { namedBy } from './facts.ts';

/** Work on a placement, or on a unit's part of it, that was given to a unit: a crew is a unit below a unit. */
export interface Given extends Pick<Task, 'whole' | 'unitId'> {
  readonly to: Id;
}

export interface Grounds {
  /**
   * Pieces of a placement, or of ranges of it, by the unit on whose ground they stand; under null those that stand on
   * nobody's.
   */
  (row: Placement, spots?: Spots): ReadonlyMap<Id | null, number>;
  /** What of its work was given to units; none where nobody knows. */
  readonly given?: (placementId: Id) => readonly Given[];
}

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
  if (entity === 'report') return isOwnReport(asked, after as Partial<Report>);
  if (entity !== 'task') return false;
  const was = before === undefined || mayTakeBack(asked, before as Task);
  const will = after === undefined || isOwnTask(asked, { ...before, ...after });
  return was && will && givesOwn(asked, before as Task | undefined, after as Partial<Task> | undefined);
}

/** What it tells of stands on the unit's ground, and so does what the report told of whose place it takes. */
function isOwnReport(asked: Asked, report: Partial<Report>): boolean {
  const row = asked.rows('placement', report.placementId ?? '');
  if (row === undefined) return false;
  // Whoever takes a report back for what stands on their ground alone leaves that of others.
  const isOfPart = report.kind === 'withdrawn' && report.spots != null;
  if (isOfPart) return isOwnWork(asked, row, report.spots);
  // What is taken back, or counts again by it, was for the unit to tell, each of it.
  const told = [report, ...namedBy(asked.rows, { corrects: report.corrects ?? null })];
  const said = told.filter(({ kind }) => kind !== 'withdrawn');
  return said.length > 0 && said.every(({ spots = null }) => isOwnWork(asked, row, spots));
}

/** One without a unit is a unit's where all of it, or of the ranges, stands on the unit's ground. */
function isOwnPlacement({ unitId, rows, grounds }: Asked, row: Placement, spots: Spots = null): boolean {
  if (row.unitId !== null) return isBelow(row.unitId, unitId, rows);
  const units = [...grounds(row, spots).keys()];
  return units.length > 0 && units.every((id) => isBelow(id, unitId, rows));
}

/** What stands on the unit's ground, or was given to it. */
function isOwnWork(asked: Asked, row: Placement, spots: Spots = null): boolean {
  if (isOwnPlacement(asked, row, spots)) return true;
  return givenTo(asked, row.id).some(({ whole, unitId }) => {
    if (whole) return true;
    const units = [...asked.grounds(row, spots).keys()];
    return units.length > 0 && units.every((id) => id === unitId);
  });
}

function givenTo({ grounds, unitId, rows }: Asked, placementId: Id): readonly Given[] {
  return (grounds.given?.(placementId) ?? []).filter(({ to }) => isBelow(to, unitId, rows));
}

/** What one's own unit told stays its own to take back, wherever the placement stands by now. */
function mayTakeBack(asked: Asked, task: Task): boolean {
  return isOwnTask(asked, task) || (!task.whole && isBelow(task.unitId, asked.unitId, asked.rows));
}

/** Work is given to one's own unit and to those below it; to others it is the planners' to give. */
function givesOwn(
  { unitId, rows }: Asked,
  before: Task | undefined,
  { assignedUnitId }: Partial<Task> = {},
): boolean {
  return (
    assignedUnitId == null ||
    assignedUnitId === before?.assignedUnitId ||
    isBelow(assignedUnitId, unitId, rows)
  );
}

/** Of a placement without a unit, the part that stands on the unit's ground; of one with a unit there are no parts. */
function isOwnTask(asked: Asked, { placementId = '', whole = true, unitId = null }: Partial<Task>): boolean {
  const row = asked.rows('placement', placementId);
  if (row === undefined) return false;
  if (whole) return isOwnWork(asked, row);
  if (row.unitId !== null || (asked.grounds(row).get(unitId) ?? 0) === 0) return false;
  return (
    isBelow(unitId, asked.unitId, asked.rows) ||
    givenTo(asked, row.id).some((given) => given.whole || given.unitId === unitId)
  );
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
