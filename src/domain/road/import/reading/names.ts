/** What offices and maps write into the columns of a road: which column is which, what is a name and what is none. */
import { cleanText } from '../../../text/cleanText.ts';
import { plainText } from '../../../text/plainText.ts';

/** A heading without marks, capitals and what divides its words: «Tên tuyến», «TEN_TUYEN», «ten-tuyen» are one. */
function headingKey(text: string): string {
  return plainText(text).replace(/[^a-z0-9]+/gu, '');
}

/** The headings of a file that mean one thing, the likeliest first: the order is that of the words. */
export function headingsOf(properties: readonly string[], words: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const property of properties) {
    const key = headingKey(property);
    if (!known.has(key)) known.set(key, property);
  }
  return words.flatMap((word) => known.get(headingKey(word)) ?? []);
}

export const CODE_HEADINGS = [
  'code',
  'ref',
  'mã đường',
  'mã tuyến',
  'số hiệu',
  'số hiệu đường',
  'số hiệu tuyến',
  'ký hiệu',
  'road code',
  'road no',
  'road number',
  'route no',
  'route number',
  'mã',
];
export const NAME_HEADINGS = [
  'name',
  'tên',
  'tên đường',
  'tên tuyến',
  'tên tuyến đường',
  'tên đường phố',
  'tuyến',
  'tuyến đường',
  'đường',
  'road name',
  'street name',
  'st name',
  'street',
  'road',
  'name:vi',
];
export const CLASS_HEADINGS = [
  'class',
  'highway',
  'cấp đường',
  'cấp',
  'cấp kỹ thuật',
  'fclass',
  'road class',
  'road type',
  'loại đường',
  'phân loại',
  'loại',
  'type',
];

/** A value as text: tables pad their fields with U+0000, and cut an emoji in half. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return cleanText(value).normalize('NFC').trim();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** Words that inventories write where they mean «no name». */
const NO_NAME = new Set(
  [
    'không biết',
    'không tên',
    'không rõ',
    'không có tên',
    'chưa có tên',
    'chưa đặt tên',
    'chưa rõ',
    'chưa biết',
    'unknown',
    'unnamed',
    'no name',
    'none',
    'n/a',
    'null',
  ].map(headingKey),
);

/** The name that a value gives; empty where it says that there is none («(chưa rõ)», «-», «?»). */
export function nameOf(value: unknown): string {
  const text = textOf(value);
  const key = headingKey(text);
  return key === '' || NO_NAME.has(key) ? '' : text;
}

/** What a road is made of or is for: by itself the kind of many roads, and the name of none. */
const KINDS =
  /^(?:duong|tuyen|loi|ngo|hem|kiet)?\s*(?:be tong|nhua|dat|da|cap phoi|lang nhua|noi bo|noi dong|noi thon|lien thon|lien xa|lien ap|dan sinh|thon|xom|ap|ban|giao thong nong thon|gtnt|khu dan cu|mon|track|path|road|street|alley|lane|service|residential|footway|unclassified|driveway|access road)(?:\s+(?:xi mang|nhua|nong thon|hoa))?$/u;
const ONLY_KIND = /^(?:duong|tuyen|pho|ngo|hem|loi di|duong di|duong mon|duong lang|duong xa|duong thon)$/u;

/** Whether a name is a kind: «Đường bê tông», «track» join nothing, since many roads are called so. */
export function isKind(name: string): boolean {
  const plain = plainText(name)
    .replace(/[()[\]«»"'.,_-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return KINDS.test(plain) || ONLY_KIND.test(plain);
}

/**
 * The numbers of a road: «QL.3;ĐT.256» is a piece of both, «QL.3 (AH1)» is QL.3, whose other name stands in brackets.
 * Empty where there is none.
 */
export function codesOf(value: unknown): string[] {
  const codes = nameOf(value)
    .replace(/\([^)]*\)/gu, ' ')
    // «QL3 / AH1» are two numbers, «12/3» is one.
    .split(/[;,|]|(?<=\p{L}[^/]*)\/(?=[^/]*\p{L})/u)
    .map((code) => code.trim())
    .filter((code) => codeKey(code) !== '' && nameOf(code) !== '');
  return [...new Set(codes)];
}

/** Codes written with other signs are one: «QL.3», «QL 3», «ql3»; what stands between two figures counts («12/3»). */
export function codeKey(code: string): string {
  return plainText(code)
    .split(/(?<=\d)[^a-z0-9]+(?=\d)/u)
    .map((part) => part.replace(/[^a-z0-9]+/gu, ''))
    .join('/');
}

const NUMBERED = /^(?:ql|dt|tl|dh|hl|dx|ct)[^a-z0-9]*\d/u;
/** «òa» at the end of a word for «oà», and so on: the older rule puts the tone on the first letter. */
const OLD_TONE = /([òóỏõọ])([ae])(?!\p{L})|([ùúủũụ])(y)(?!\p{L})/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * Names written in other ways are one: capitals, blanks, tones put as the older or the newer rule wants («Hoà», «Hòa»),
 * and numbers that stand where names do («QL2», «QL.2»).
 */
export function nameKey(name: string): string {
  if (NUMBERED.test(plainText(name))) return codeKey(name);
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
    .replace(OLD_TONE, (both) => {
      const marks = both.normalize('NFD');
      return `${marks.replace(TONES, '')}${marks.match(TONES)?.join('') ?? ''}`.normalize('NFC');
    });
}
