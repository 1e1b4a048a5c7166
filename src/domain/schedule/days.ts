import { fail, ok, type Result } from '../model/result.ts';

/** A calendar day, `YYYY-MM-DD`. A campaign's days have no time of day and no zone. */
export type Day = string;

/** A day that hangs on the timeline: so many days after (before: negative) a milestone. */
export interface DueRule {
  readonly milestone: 'opening' | 'closing' | string;
  readonly days: number;
}

const MS_A_DAY = 86_400_000;

function toNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_A_DAY;
}

function fromNumber(n: number): Day {
  return new Date(n * MS_A_DAY).toISOString().slice(0, 10);
}

/** Whether a text is a real calendar day: 2020-02-30 is not. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && fromNumberSafe(text) === text;
}

function fromNumberSafe(text: string): string | null {
  const n = toNumber(text);
  return Number.isFinite(n) ? fromNumber(n) : null;
}

export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days);
}

/** Days from `a` to `b`: positive when `b` is later. */
export function daysBetween(a: Day, b: Day): number {
  return toNumber(b) - toNumber(a);
}

/** The calendar day that a moment falls on in a time zone (IANA name). */
export function dayIn(timeZone: string, moment: Date): Day {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment);
}

/** `D`, `D−12` or `D+3`, with the typographic minus of Vietnamese office papers. */
export function formatOffset(days: number): string {
  if (days === 0) return 'D';
  return days < 0 ? `D−${-days}` : `D+${days}`;
}

/** A day counted from the opening. */
export function formatCountdown(opening: Day, day: Day): string {
  return formatOffset(daysBetween(opening, day));
}

/** What is typed outside of these years is a slip of the hand: 31/12/9999, 1/1/202. */
const [EARLIEST, LATEST]: readonly [Day, Day] = ['1900-01-01', '2199-12-31'];

/** Reads `27/10/2020`, `27-10-2020`, `27.10.2020` and `2020-10-27`. */
export function parseDay(text: string): Result<Day> {
  const t = text.trim();
  if (isDay(t) && t >= EARLIEST && t <= LATEST) return ok(t);
  const m = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(t);
  if (m) {
    const day = `${m[3]}-${(m[2] as string).padStart(2, '0')}-${(m[1] as string).padStart(2, '0')}`;
    if (isDay(day) && day >= EARLIEST && day <= LATEST) return ok(day);
  }
  return fail('day.unreadable', { text: t });
}

/** `27/10/2020`: a day as it is written on paper, in both languages. */
export function printDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
