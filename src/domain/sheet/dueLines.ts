/** What of a sheet is due by a day: a crew's work of that day. */
import type { Day } from '../schedule/days.ts';
import { dueDay, type Timeline } from '../schedule/timeline.ts';
import type { SheetLine, SheetWork } from './sheetLines.ts';

interface Until {
  /** Null: whatever its day. */
  readonly until: Day | null;
  readonly work: SheetWork;
  readonly timeline: Timeline;
}

/** What of some lines is to be done by a day; all of them where no day is said. */
export function linesUntil(
  lines: readonly SheetLine[],
  { until, work, timeline }: Until,
): readonly SheetLine[] {
  if (until === null) return lines;
  return lines.filter(({ placement }) => {
    const due = dueOf(placement, work, timeline);
    return due !== null && due <= until;
  });
}

/** By when a placement is to be put up, or taken down. */
export function dueOf(
  { installBy, removeBy }: Pick<SheetLine['placement'], 'installBy' | 'removeBy'>,
  work: SheetWork,
  timeline: Timeline,
): Day | null {
  const rule = work === 'install' ? installBy : removeBy;
  const due = rule === null ? null : dueDay(rule, timeline);
  return due?.ok ? due.value : null;
}
