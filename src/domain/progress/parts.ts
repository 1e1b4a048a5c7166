/** What was told of a unit's part of a placement: where it is, who told of it last, and what was checked since a day. */
import { BEFORE_APPROVAL } from '../edit/states.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Report, ReportKind, Spots } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import type { Day } from '../schedule/days.ts';
import { affectedBy, piecesAfter } from './pieces.ts';
import { count, laidIn, NO_PROGRESS, ownersIn, type Progress, piecesIn } from './progress.ts';
import { reportsOf } from './reportsOf.ts';
import { spotsOf, within } from './spots.ts';

/** How far a placement is, whole and by unit, where of checks only those since a day count: those of an inspection round. */
export function progressChecked(
  tables: Tables,
  row: Placement,
  since: Day,
): { readonly all: Progress; readonly byUnit: ReadonlyMap<Id | null, Progress> } {
  const reports = reportsOf(tables, row.id).filter(({ kind, day }) => kind !== 'checked' || day >= since);
  const pieces = piecesAfter(laidIn(tables, row), reports);
  const approved = !BEFORE_APPROVAL.has(row.state);
  return {
    all: count(pieces, approved).get(null) ?? NO_PROGRESS,
    byUnit: count(pieces, approved, ownersIn(tables, row, pieces)),
  };
}

/**
 * The ranges of a placement that stand on one unit's ground: all of it (null) where it has no places along a road, none
 * where nothing that is laid out stands there.
 */
export function spotsOfUnit(tables: Tables, row: Placement, unitId: Id | null): Spots {
  const laid = laidIn(tables, row);
  if (laid.isPoint) return null;
  const owners = ownersIn(tables, row, piecesIn(tables, row));
  return spotsOf(laid, (i) => owners(i) === unitId);
}

/** What is left of some ranges without others; null where they have nothing to do with each other. */
export function spotsWithout(
  tables: Tables,
  row: Placement,
  spots: Spots,
  without: NonNullable<Spots>,
): NonNullable<Spots> | null {
  const laid = laidIn(tables, row);
  const inside = spots === null ? null : within(laid, spots, laid.spacing);
  const outside = within(laid, without, laid.spacing);
  const isIn = (i: number) => inside === null || inside[i] === 1;
  let meet = false;
  for (let i = 0; i < laid.count && !meet; i++) meet = isIn(i) && outside[i] === 1;
  return meet ? spotsOf(laid, (i) => isIn(i) && outside[i] !== 1) : null;
}

/**
 * The last report of one of some kinds that counts; undefined where nobody told one. `unitId`: that was of a piece on this
 * unit's ground; null: on nobody's.
 */
export function lastTold(
  tables: Tables,
  row: Placement,
  kinds: readonly ReportKind[],
  unitId?: Id | null,
): Report | undefined {
  const reports = reportsOf(tables, row.id);
  if (unitId === undefined || row.rule === null) return reports.findLast(({ kind }) => kinds.includes(kind));
  const owners = ownersIn(tables, row, piecesIn(tables, row));
  const affected = affectedBy(laidIn(tables, row), reports);
  return reports.findLast(
    ({ kind }, n) => kinds.includes(kind) && affected[n]?.some((is, i) => is === 1 && owners(i) === unitId),
  );
}
