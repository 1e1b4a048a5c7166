/** What the full name of an occasion says: whose it is, of which level, and its number. */
import type { Occasion, OccasionKind, OccasionLevel } from '../model/entities/occasion.ts';

type Said = Pick<Occasion, 'kind' | 'level' | 'body' | 'number'>;

/** Words before which a place is named, by the level of its government. */
const LEVEL_OF: Readonly<Record<string, OccasionLevel>> = {
  tỉnh: 'province',
  'thành phố': 'province',
  huyện: 'district',
  'thị xã': 'district',
  quận: 'district',
  xã: 'commune',
  phường: 'commune',
  'thị trấn': 'commune',
  'đặc khu': 'commune',
};

export const LEVEL_WORDS = Object.keys(LEVEL_OF)
  .sort((a, b) => b.length - a.length)
  .join('|');

export function levelOfWord(word: string): OccasionLevel {
  return LEVEL_OF[word.toLowerCase()] ?? 'none';
}

const NUMBER = /(?:lần thứ|khóa|khoá)\s+([\p{L}\p{N}]+)/iu;
const ROMAN = /^[IVXLC]+$/iu;

/** What can be read from «Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII»; what it does not say is empty. */
export function saidInName(name: string): Said {
  const text = name.normalize('NFC').trim();
  const number = NUMBER.exec(text)?.[1] ?? '';
  return {
    kind: kindOf(text),
    level: levelOf(text),
    body: bodyOf(text),
    number: ROMAN.test(number) ? number.toUpperCase() : number,
  };
}

function kindOf(name: string): OccasionKind {
  if (/bầu cử/iu.test(name)) return 'election';
  if (/đại hội/iu.test(name)) return 'congress';
  return /kỷ niệm|ngày/iu.test(name) ? 'anniversary' : 'other';
}

function levelOf(name: string): OccasionLevel {
  if (/toàn quốc|quốc hội|đại hội\s+(?:đại biểu\s+)?Đảng(?!\s+bộ)|của Đảng(?!\s+bộ)/iu.test(name))
    return 'national';
  const word = new RegExp(`(?<![\\p{L}])(${LEVEL_WORDS})(?![\\p{L}])`, 'iu').exec(name)?.[1];
  return word === undefined ? 'none' : levelOfWord(word);
}

/** «Đảng bộ tỉnh Bắc Kạn»: what stands between the congress and its number. */
function bodyOf(name: string): string {
  const m = /đại hội\s+(?:đại biểu\s+)?(.*?)(?:\s+lần thứ\s.*)?$/iu.exec(name);
  const body = m?.[1]?.trim() ?? '';
  return /^\p{Lu}/u.test(body) ? body : '';
}

/** What another name changes with it: all that the name before said, and nothing that somebody has set otherwise. */
export function renamed(before: Occasion, name: string): Partial<Occasion> {
  const said = saidInName(before.name);
  const says = saidInName(name);
  const follows = (Object.keys(says) as (keyof Said)[]).filter((field) => before[field] === said[field]);
  return { name, ...Object.fromEntries(follows.map((field) => [field, says[field]])) };
}
