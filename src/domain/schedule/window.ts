/** The days in which pieces of a type may stand, and what they make of the days of a placement. */
import type { Day, DueRule } from './days.ts';

interface Window {
  readonly notBefore: DueRule | null;
  readonly until: DueRule | null;
}

/** The day of a due rule, or null when there is none or its milestone is gone. */
type DayOf = (due: DueRule | null) => Day | null;

/** By when a piece is up, so many days before the opening: later where its type may not stand yet. */
export function installDue(before: number, type: Window | undefined, dayOf: DayOf): DueRule {
  const usual: DueRule = { milestone: 'opening', days: -before };
  const own = type?.notBefore ?? null;
  const [ownDay, usualDay] = [dayOf(own), dayOf(usual)];
  return own !== null && ownDay !== null && usualDay !== null && ownDay > usualDay ? own : usual;
}

/** By when it is down: by the end of its type's window, or so many days after the closing where it has none. */
export function removeDue(after: number, type: Window | undefined, dayOf: DayOf): DueRule {
  const own = type?.until ?? null;
  return own !== null && dayOf(own) !== null ? own : { milestone: 'closing', days: after };
}
