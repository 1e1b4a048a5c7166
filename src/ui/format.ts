/** Numbers and days as each language writes them. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

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
  /** Hour and minute of a moment (ISO 8601), where the reader is; with the day when it is not today. */
  readonly time: (moment: string) => string;
}

function formatIn(language: string): Format {
  const locale = language === 'en' ? 'en-GB' : 'vi-VN';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    number: (n) => whole.format(n),
    money: (vnd) =>
      language === 'en' ? `₫${whole.format(Math.round(vnd))}` : `${whole.format(Math.round(vnd))} đ`,
    length: (m) => (Math.abs(m) < 1000 ? `${whole.format(Math.round(m))} m` : `${one.format(m / 1000)} km`),
    day: (day) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`,
    shortDay: (day) => `${day.slice(8, 10)}/${day.slice(5, 7)}`,
    time: (moment) => new Date(moment).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
  };
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatIn(i18n.language), [i18n.language]);
}
