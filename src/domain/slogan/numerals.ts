/** Numbers of congresses, as they are written: «XII», «12», «mười hai», «nhất». */

const WORDS: readonly (readonly [pattern: string, value: number])[] = [
  ['nhất', 1],
  ['nhì|hai', 2],
  ['ba', 3],
  ['tư|bốn', 4],
  ['năm|lăm', 5],
  ['sáu', 6],
  ['bảy|bẩy', 7],
  ['tám', 8],
  ['chín', 9],
];
const UNITS = WORDS.map(([pattern]) => pattern).join('|');
/** A number behind «lần thứ»: in words up to twenty-nine, else one token. */
export const NUMERAL = `(?:hai mươi(?: (?:mốt|một|${UNITS}))?|mười(?: (?:một|${UNITS}))?|${UNITS})(?![\\p{L}])|[\\p{L}\\p{N}]+`;

const SIGNS: readonly (readonly [value: number, sign: string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Of a number from 1 to 99. */
export function toRoman(value: number): string {
  let [left, roman] = [value, ''];
  for (const [worth, sign] of SIGNS) for (; left >= worth; left -= worth) roman += sign;
  return roman;
}

/** The value of a Roman numeral; of letters that are none in this order, what they add up to. */
export function romanValue(roman: string): number {
  let [left, value] = [roman, 0];
  for (const [worth, sign] of SIGNS)
    for (; left.startsWith(sign); left = left.slice(sign.length)) value += worth;
  return value;
}

function inWords(text: string): number | null {
  const words = text.toLowerCase().split(' ');
  const unit = (word: string) =>
    /^(?:một|mốt)$/.test(word) ? 1 : (WORDS.find(([p]) => new RegExp(`^(?:${p})$`).test(word))?.[1] ?? null);
  if (words[0] === 'mười') return words[1] === undefined ? 10 : 10 + (unit(words[1]) ?? Number.NaN);
  if (words[0] === 'hai' && words[1] === 'mươi')
    return words[2] === undefined ? 20 : 20 + (unit(words[2]) ?? Number.NaN);
  return words.length === 1 && words[0] !== 'một' ? unit(words[0] ?? '') : null;
}

/** In Roman numerals; null for what is no number. */
export function romanOf(text: string): string | null {
  if (/^[ivxlc]+$/i.test(text)) return text.toUpperCase();
  const value = /^\d{1,2}$/.test(text) ? Number(text) : inWords(text);
  return value === null || !(value >= 1 && value <= 99) ? null : toRoman(value);
}

/** Whether it is written as words, which is as right as a numeral. */
export function isInWords(text: string): boolean {
  return inWords(text) !== null;
}

/** «lần thứ XII», as the field's own name invites to write it, is «XII». */
export function bareNumeral(text: string): string {
  return text.replace(/^\s*(?:lần\s+thứ|lần|thứ|khóa|khoá)\s+/iu, '').trim();
}
