/**
 * Rows whose fields are each in order and which together make no sense. Asked only of the fields that an op changes: a
 * row that was so before (its road was cut shorter) may still be stepped through its states, noted on and mended.
 */
import { mostPositions, STRETCH_LIMIT } from '../layout/limits.ts';
import type { Occasion } from '../model/entities/occasion.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Report } from '../model/entities/report.ts';
import type { Road } from '../model/entities/road.ts';
import type { RoadFeature } from '../model/entities/roadFeature.ts';
import type { StretchRule } from '../model/entities/stretchRule.ts';
import type { Task } from '../model/entities/task.ts';
import type { Unit } from '../model/entities/unit.ts';
import type { Reason } from '../model/result.ts';
import type { AnyRow, Entity, Id, RowOf } from '../model/rows.ts';
import { bareChainage } from '../road/chainageText.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { measureRoad } from '../road/measuredRoad.ts';
import { sameValue } from '../sameValue.ts';
import { applyOp, type Op, type RowLookup } from './edit.ts';
import { BEFORE_APPROVAL } from './states.ts';

/** What is wrong, and with which field. */
export interface Fault extends Reason {
  readonly field: string;
}

/** The fields whose values an op changes; of a new row all of them. */
type Written = ReadonlySet<string>;

/** How far beyond its road something may end, in metres: roads are measured anew, and figures are rounded. */
const BEYOND_M = 1;

/** The fields of a placement that say where it is and how it is laid. */
const PLACE = ['roadId', 'coordinate', 'from', 'to', 'side', 'rule'];

type Check<E extends Entity> = (row: RowOf[E], written: Written, rows: RowLookup) => Fault | null;

const CHECKS: { readonly [E in Entity]?: Check<E> } = {
  milestone: (row, written) =>
    (row.day === null) === (row.offsetDays === null) && writes(written, ['day', 'offsetDays'])
      ? { field: 'day', code: 'row.day-or-offset' }
      : null,
  occasion: occasionFault,
  unit: unitFault,
  road: roadFault,
  roadFeature: featureFault,
  placement: placementFault,
  report: reportFault,
  task: taskFault,
  dressingSet: (row) => {
    const at = row.items.findIndex(
      (item) => item.anchor === 'share' && item.rule === null && item.offset > 1,
    );
    return at < 0 ? null : { field: `items.${at}.offset`, code: 'row.share-of-length' };
  },
};

/**
 * The fault of a row as it would be after an op that changed some of its fields; null when there is none. `rows` must
 * find the row's road, and for a unit those above it.
 */
export function rowFault(
  entity: Entity,
  row: AnyRow,
  written: Iterable<string>,
  rows: RowLookup,
): Fault | null {
  const check = CHECKS[entity] as Check<Entity> | undefined;
  return check?.(row, new Set(written), rows) ?? null;
}

/** The fields whose values an op really changes; of a new row all. */
export function changedFields(op: Op, before: AnyRow | undefined): string[] {
  if (op.kind === 'delete') return [];
  return Object.entries(op.fields)
    .filter(([name, value]) => before === undefined || !sameValue(before[name as keyof AnyRow], value))
    .map(([name]) => name);
}

/** The first fault that some ops, one after the other, would bring into a row: for whoever makes an edit. */
export function faultIn(ops: readonly Op[], rows: RowLookup, carries = false): Fault | null {
  const done = new Map<string, AnyRow | undefined>();
  const now = ((entity: Entity, id: Id) =>
    done.has(`${entity}:${id}`) ? done.get(`${entity}:${id}`) : rows(entity, id)) as RowLookup;
  for (const op of ops) {
    const before = now(op.entity, op.id);
    const applied = applyOp(op, before);
    // That an op does not fit what is there is told elsewhere.
    if (!applied.ok) continue;
    done.set(`${op.entity}:${op.id}`, applied.value);
    if (applied.value === undefined) continue;
    const fault = rowFault(op.entity, applied.value, changedFields(op, before), now);
    if (fault !== null && !(carries && isPassing(fault))) return fault;
  }
  return null;
}

/**
 * What may be while an edit carries: something that goes beyond its road until the road has its new shape as well, or
 * that was shown to.
 */
export function isPassing({ code }: Fault): boolean {
  return code === 'row.beyond-road';
}

function writes(written: Written, fields: readonly string[]): boolean {
  return fields.some((f) => written.has(f));
}

function occasionFault(row: Occasion, written: Written): Fault | null {
  if (!writes(written, ['firstDay', 'openingDay', 'lastDay'])) return null;
  if (row.firstDay !== null && row.firstDay > row.openingDay)
    return { field: 'firstDay', code: 'row.begins-after-opening' };
  return row.lastDay !== null && row.lastDay < row.openingDay
    ? { field: 'lastDay', code: 'row.closes-before-opening' }
    : null;
}

function reportFault(row: Report, written: Written, rows: RowLookup): Fault | null {
  const at = row.spots?.findIndex(({ from, to }) => from > to) ?? -1;
  if (at >= 0 && written.has('spots')) return { field: `spots.${at}.to`, code: 'row.report-ends-order' };
  if (row.corrects === null)
    return row.kind === 'withdrawn' ? { field: 'corrects', code: 'row.withdraws-nothing' } : null;
  const named = rows('report', row.corrects);
  return named !== undefined && named.placementId !== row.placementId
    ? { field: 'corrects', code: 'row.corrects-other' }
    : null;
}

function taskFault(row: Task, written: Written): Fault | null {
  if (row.whole && row.unitId !== null) return { field: 'unitId', code: 'row.whole-of-unit' };
  if ((row.standing === 'open') !== (row.day === null)) return { field: 'day', code: 'row.task-day' };
  return row.standing === 'cannot' && row.note.trim() === '' && writes(written, ['standing', 'note'])
    ? { field: 'note', code: 'row.task-reason' }
    : null;
}

function unitFault(row: Unit, written: Written, rows: RowLookup): Fault | null {
  if (row.parentId === null || !written.has('parentId')) return null;
  if (row.parentId === row.id) return { field: 'parentId', code: 'row.own-parent' };
  const above = new Set([row.id]);
  for (let unit = rows('unit', row.parentId); unit !== undefined; unit = rows('unit', unit.parentId ?? '')) {
    if (above.has(unit.id)) return { field: 'parentId', code: 'row.parents-in-circle' };
    above.add(unit.id);
  }
  return null;
}

function roadFault(row: Road, written: Written): Fault | null {
  if (!writes(written, ['line', 'zeroChainage', 'calibration'])) return null;
  const measured = measureRoad(row);
  if (!measured.ok)
    return { ...measured.reason, field: measured.reason.code === 'road.too-short' ? 'line' : 'calibration' };
  return Number.isFinite(measured.value.line.length) && measured.value.line.length > 0
    ? null
    : { field: 'line', code: 'road.too-short' };
}

function featureFault(row: RoadFeature, written: Written, rows: RowLookup): Fault | null {
  if (row.from > row.to && writes(written, ['from', 'to']))
    return { field: 'to', code: 'row.feature-ends-order' };
  return beyondRoad(row, row.roadId, written, rows);
}

function placementFault(row: Placement, written: Written, rows: RowLookup): Fault | null {
  if (
    writes(written, ['state', 'approvedQuantity']) &&
    BEFORE_APPROVAL.has(row.state) &&
    row.approvedQuantity !== null
  )
    return { field: 'approvedQuantity', code: 'row.approved-too-early' };
  if (!writes(written, PLACE)) return null;
  return row.rule === null ? pointFault(row, written, rows) : stretchFault(row, row.rule, written, rows);
}

function pointFault(row: Placement, written: Written, rows: RowLookup): Fault | null {
  if (row.roadId === null)
    return row.coordinate === null ? { field: 'coordinate', code: 'row.point-needs-place' } : null;
  if (row.from === null) return { field: 'from', code: 'row.point-needs-chainage' };
  return beyondRoad(row, row.roadId, written, rows);
}

function stretchFault(row: Placement, rule: StretchRule, written: Written, rows: RowLookup): Fault | null {
  const { roadId, from, to } = row;
  if (roadId === null) return { field: 'roadId', code: 'row.stretch-needs-road' };
  if (from === null || to === null) return { field: 'from', code: 'row.stretch-needs-ends' };
  if (from >= to) return { field: 'to', code: 'row.stretch-ends-order' };
  const beyond = beyondRoad(row, roadId, written, rows);
  if (beyond !== null) return beyond;
  const count = mostPositions(from, to, rule);
  return count > STRETCH_LIMIT && writes(written, ['from', 'to', 'rule'])
    ? { field: 'rule', code: 'row.too-many-positions', params: { count, limit: STRETCH_LIMIT } }
    : null;
}

/** The first end that the road does not reach, of those that were changed; of another road both count. */
function beyondRoad(
  row: { readonly from: number | null; readonly to: number | null },
  roadId: Id,
  written: Written,
  rows: RowLookup,
): Fault | null {
  const ends = (['from', 'to'] as const).filter((end) => written.has(end) || written.has('roadId'));
  const road = rows('road', roadId);
  // That it refers to a road at all is asked elsewhere.
  if (ends.length === 0 || road === undefined) return null;
  const measured = measuredOf(road);
  if (measured === null) return { field: 'roadId', code: 'row.road-unmeasured' };
  const { minChainage: first, maxChainage: last } = measured;
  for (const field of ends) {
    const at = row[field];
    if (at !== null && (at < first - BEYOND_M || at > last + BEYOND_M))
      return {
        field,
        code: 'row.beyond-road',
        params: { at: bareChainage(at), from: bareChainage(first), to: bareChainage(last) },
      };
  }
  return null;
}
