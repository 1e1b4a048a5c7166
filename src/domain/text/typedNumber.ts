/** Numbers as people type and paste them, and as fields show them: whatever is shown is read as the same number. */
import { languageOf } from './languages.ts';

/** What follows an amount or a length that was copied from a list or a document; «45M» are no 45 metres. */
const UNIT = /\s*(đ|₫|vnđ|VNĐ|vnd|VND|đồng|m|mét)$/;
/** Blanks that group digits are not always the one of the space bar. */
const BLANKS = /[\s\u00a0\u202f\u2009_']/g;

/**
 * A number as it was typed or pasted. Thousands are grouped with a point by some and with a comma by others, and nobody
 * lays flags to the millimetre: exactly three digits behind the only mark are thousands («1.000», «1,250»), unless a
 * zero stands before it. Of two marks the last is the decimal one. NaN for what is none, or could be read in two ways.
 */
export function typedNumber(typed: string): number {
  const text = typed.trim().replace(UNIT, '').replace('−', '-').replace(/^₫/, '').trim();
  // A number at the end of a sentence, or not typed to its end.
  const parts = /^([-+]?)([.,]?\d[\d.,\s\u00a0\u202f\u2009_']*?)[.,]?$/.exec(text);
  if (parts === null) return Number.NaN;
  const [, sign = '', digits = ''] = parts;
  const size = unsigned(/^[.,]/.test(digits) ? `0${digits}` : digits);
  // Never -0, which is no other number and is shown as one.
  return sign === '-' && size !== 0 ? -size : size;
}

function unsigned(digits: string): number {
  const spaced = digits.split(BLANKS);
  const [head = '', ...groups] = spaced;
  if (groups.length > 0) {
    const whole = groups.every((g, i) => (i < groups.length - 1 ? /^\d{3}$/ : /^\d{3}([.,]\d+)?$/).test(g));
    return /^\d{1,3}$/.test(head) && whole ? Number(spaced.join('').replace(',', '.')) : Number.NaN;
  }
  const marks = digits.replace(/\d/g, '');
  const last = marks.at(-1);
  if (last === undefined) return Number(digits);
  const [kinds, once] = [new Set(marks).size, marks.indexOf(last) === marks.length - 1];
  if (kinds === 1 && !once) return grouped(digits, last);
  if (kinds === 1) return /^[1-9]\d{0,2}.\d{3}$/.test(digits) ? grouped(digits, last) : decimal(digits, last);
  // The decimal mark comes once, behind all others.
  if (!once) return Number.NaN;
  const at = digits.lastIndexOf(last);
  const whole = grouped(digits.slice(0, at), last === '.' ? ',' : '.');
  return Number.isNaN(whole) ? whole : decimal(`${whole}${digits.slice(at)}`, last);
}

function grouped(digits: string, mark: string): number {
  const [head = '', ...groups] = digits.split(mark);
  const fits = /^\d{1,3}$/.test(head) && groups.every((g) => /^\d{3}$/.test(g));
  return fits ? Number(digits.replaceAll(mark, '')) : Number.NaN;
}

function decimal(digits: string, mark: string): number {
  const text = digits.replace(mark, '.');
  return text.endsWith('.') ? Number.NaN : Number(text);
}

/** A number as a field shows it, in the notation of a language; `typedNumber` reads it as the same number. */
export function numberText(n: number, language: string, thousands: boolean): string {
  const { locale } = languageOf(language);
  const at = (least: number) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: 10,
      useGrouping: thousands,
    }).format(n === 0 ? 0 : n);
  const text = at(0);
  // Three decimals would be taken for thousands when somebody types beside them.
  return typedNumber(text) === n ? text : at(4);
}
