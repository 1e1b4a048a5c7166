/** Reports at the wrong time: of a day that has not come, or of taking down before it is time and without a reason. */
import type { Op, RowLookup } from '../edit/edit.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Reason } from '../model/result.ts';
import { addDays, type Day } from '../schedule/days.ts';
import { dueDay, type Timeline } from '../schedule/timeline.ts';

/** A device may be a day ahead: its clock, or its time zone. */
const AHEAD_DAYS = 1;

interface When {
  readonly timeline: Timeline;
  readonly today: Day;
}

/** Why an op reports something at the wrong time; null where it does not, or reports nothing. */
export function untimely(op: Op, rows: RowLookup, { timeline, today }: When): Reason | null {
  if (op.entity !== 'report' || op.kind !== 'create' || op.fields.corrects !== null) return null;
  const { kind, day, note, placementId } = op.fields;
  // One told late orders itself before what was told since; one of a day to come would outweigh that for as long.
  if (day > addDays(today, AHEAD_DAYS)) return { code: 'report.day-ahead' };
  if (kind !== 'taken-down' || note.trim() !== '') return null;
  const placement = rows('placement', placementId);
  const from = placement === undefined ? null : takingDownFrom(placement, timeline);
  return from !== null && day < from ? { code: 'report.early' } : null;
}

/** What stands is taken down from the closing day on, earlier where its own day says so; null while neither is known. */
export function takingDownFrom({ removeBy }: Pick<Placement, 'removeBy'>, timeline: Timeline): Day | null {
  const closing = timeline.days.get('closing') ?? null;
  const due = removeBy === null ? null : dueDay(removeBy, timeline);
  const own = due?.ok === true ? due.value : null;
  if (own === null || closing === null) return own ?? closing;
  return own < closing ? own : closing;
}
