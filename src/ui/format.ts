/** Numbers and days as each language writes them. */
import { useTranslation } from 'react-i18next';
import { languageOf } from '../domain/text/languages.ts';

export interface Format {
  readonly number: (n: number) => string;
  /** Whole VND with its sign. */
  readonly money: (vnd: number) => string;
  /** Metres below one kilometre, kilometres above. */
  readonly length: (metres: number) => string;
  /** `27/10/2020` from `2020-10-27`. */
  readonly day: (day: string) => string;
  /** `27/10`. */
  readonly shortDay: (day: string) => string;
  /**
   * Hour and minute of a moment (ISO 8601) by the clock of the place, that of the reader where none is named; with the
   * day when it is not today there, and the year when it is not this one.
   */
  readonly time: (moment: string, timeZone?: string, now?: Date) => string;
  /** The same with its whole day, for what is read long after: `05:22 30/11/2026`. */
  readonly dayTime: (moment: string, timeZone?: string) => string;
}

const known = new Map<string, Format>();

/** One a language: what writes numbers costs more to make than to use, and every row of a list asks for it. */
export function formatIn(language: string): Format {
  const before = known.get(language);
  if (before !== undefined) return before;
  const format = made(language);
  known.set(language, format);
  return format;
}

function made(language: string): Format {
  const { locale, money } = languageOf(language);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    number: (n) => whole.format(n),
    money: (vnd) => money(whole.format(Math.round(vnd))),
    length: (m) => (Math.abs(m) < 1000 ? `${whole.format(Math.round(m))} m` : `${one.format(m / 1000)} km`),
    day: (day) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
    shortDay: (day) => `${day.slice(8, 10)}/${day.slice(5, 7)}`,
    time: (moment, timeZone, now = new Date()) => {
      const at = new Date(moment);
      if (Number.isNaN(at.getTime())) return moment;
      const there = partsIn(at, timeZone);
      const today = partsIn(now, timeZone);
      if (there.year !== today.year) return `${there.clock} ${there.day}/${there.year}`;
      return there.day === today.day ? there.clock : `${there.clock} ${there.day}`;
    },
    dayTime: (moment, timeZone) => {
      const at = new Date(moment);
      if (Number.isNaN(at.getTime())) return moment;
      const { clock, day, year } = partsIn(at, timeZone);
      return `${clock} ${day}/${year}`;
    },
  };
}

/** A moment as clocks and calendars of a place show it. */
function partsIn(moment: Date, timeZone: string | undefined) {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...(timeZone === undefined ? {} : { timeZone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(moment).map((p) => [p.type, p.value]));
  return {
    year: part.year ?? '',
    day: `${part.day}/${part.month}`,
    clock: `${part.hour}:${part.minute}`,
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatIn(i18n.language);
}
