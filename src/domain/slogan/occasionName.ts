/** What the full name of an occasion says: whose it is, of which level, its number and its term. */
import type { Occasion, OccasionKind, OccasionLevel } from '../model/entities/occasion.ts';
import { own } from '../own.ts';
import { NUMERAL, romanOf } from './numerals.ts';
import { seenText } from './seenText.ts';

type Said = Pick<Occasion, 'kind' | 'level' | 'body' | 'number' | 'years'>;

/** Words before which a place is named, by the levels of government that they may mean. */
const LEVELS_OF: Readonly<Record<string, readonly OccasionLevel[]>> = {
  tỉnh: ['province'],
  'thành phố': ['province', 'district'],
  huyện: ['district'],
  'thị xã': ['district'],
  quận: ['district'],
  xã: ['commune'],
  phường: ['commune'],
  'thị trấn': ['commune'],
  'đặc khu': ['commune'],
};

/** «xã hội», «hợp tác xã» name no commune. */
export const LEVEL_WORDS = Object.keys(LEVELS_OF)
  .sort((a, b) => b.length - a.length)
  .map((word) => (word === 'xã' ? '(?<!hợp tác )xã(?! hội)' : word))
  .join('|');

export function levelsOfWord(word: string): readonly OccasionLevel[] {
  return own(LEVELS_OF, word.toLowerCase()) ?? [];
}

const NUMBER = new RegExp(`(?:lần thứ|khóa|khoá)\\s+(${NUMERAL})`, 'iu');
/** «Đại hội XII Đảng bộ tỉnh», «Đại hội XIV của Đảng». */
const SHORT = /(?:đại hội|Đại hội|ĐẠI HỘI)\s+([IVXLC]{1,7})(?![\p{L}\p{N}])/u;
const YEARS = /nhiệm kỳ\s+(\d{4}\s*[-–—]\s*\d{4})/iu;

/** A name as it is read: composed, without what nobody sees, one space between words. */
export function plainName(name: string): string {
  return seenText(name.normalize('NFC')).text.replace(/\s+/gu, ' ').trim();
}

/** What can be read from «Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII»; what it does not say is empty. */
export function saidInName(name: string): Said {
  const text = plainName(name);
  return {
    kind: kindOf(text),
    level: levelOf(text),
    body: bodyOf(text),
    number: romanOf(NUMBER.exec(text)?.[1] ?? SHORT.exec(text)?.[1] ?? '') ?? '',
    years: YEARS.exec(text)?.[1] ?? '',
  };
}

function kindOf(name: string): OccasionKind {
  if (/bầu cử/iu.test(name)) return 'election';
  // What has no name yet is taken for what it mostly is.
  if (name === '' || /đại hội/iu.test(name)) return 'congress';
  return /kỷ niệm|ngày/iu.test(name) ? 'anniversary' : 'other';
}

function levelOf(name: string): OccasionLevel {
  if (/toàn quốc|quốc hội|đại hội\s+(?:đại biểu\s+)?Đảng(?!\s+bộ)|của Đảng(?!\s+bộ)/iu.test(name))
    return 'national';
  const word = new RegExp(`(?<![\\p{L}])(${LEVEL_WORDS})(?![\\p{L}])`, 'iu').exec(name)?.[1];
  return levelsOfWord(word ?? '')[0] ?? 'none';
}

/** «Đảng bộ tỉnh Bắc Kạn»: what stands between the congress and its number, or behind the number. */
function bodyOf(name: string): string {
  const text = name.replace(/[,\s]*(?:nhiệm kỳ|khóa|khoá)\s.*$/iu, '');
  const m = new RegExp(
    `đại hội\\s*(?:đại biểu\\s*)?(.*?)(?:\\s*lần thứ\\s+(?:${NUMERAL})\\s*(.*))?$`,
    'iu',
  ).exec(text);
  const body = [m?.[1], m?.[2]].map((part) => part?.trim() ?? '').find((part) => /^Đảng bộ/u.test(part));
  return body ?? '';
}

/** What another name changes with it: all that the name before said, and nothing that somebody has set otherwise. */
export function renamed(before: Occasion, name: string): Partial<Occasion> {
  const said = saidInName(before.name);
  const says = saidInName(name);
  const follows = (Object.keys(says) as (keyof Said)[]).filter((field) => before[field] === said[field]);
  return { name, ...Object.fromEntries(follows.map((field) => [field, says[field]])) };
}
