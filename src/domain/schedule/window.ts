/** The days in which pieces of a type may stand, and what they make of the days of a placement. */
import type { Day, DueRule } from './days.ts';

interface Window {
  readonly notBefore: DueRule | null;
  readonly until: DueRule | null;
}

/** The day of a due rule, or null when there is none or its milestone is gone. */
type DayOf = (due: DueRule | null) => Day | null;

/**
 * By when a piece is up, so many days before the opening: later where its type may not stand yet, and as much before the
 * end of its window where that is over by then.
 */
export function installDue(before: number, type: Window | undefined, dayOf: DayOf): DueRule {
  const usual: DueRule = { milestone: 'opening', days: -before };
  const own = type?.notBefore ?? null;
  const [ownDay, usualDay] = [dayOf(own), dayOf(usual)];
  if (own !== null && ownDay !== null && usualDay !== null && ownDay > usualDay) return own;
  const end = type?.until ?? null;
  const endDay = dayOf(end);
  if (end === null || endDay === null || usualDay === null || endDay > usualDay) return usual;
  const early = { ...end, days: end.days - before };
  return own !== null && ownDay !== null && ownDay > (dayOf(early) ?? ownDay) ? own : early;
}

/**
 * By when it is down: by the end of its type's window, or so many days after the closing where it has none, or after its
 * window begins where that is later still.
 */
export function removeDue(after: number, type: Window | undefined, dayOf: DayOf): DueRule {
  const own = type?.until ?? null;
  if (own !== null && dayOf(own) !== null) return own;
  const usual: DueRule = { milestone: 'closing', days: after };
  const from = type?.notBefore ?? null;
  const [fromDay, usualDay] = [dayOf(from), dayOf(usual)];
  return from !== null && fromDay !== null && usualDay !== null && fromDay > usualDay
    ? { ...from, days: from.days + after }
    : usual;
}
