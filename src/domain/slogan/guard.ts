/**
 * Guards a slogan's text against the errors that cost most on cloth: another congress's number, another term, another
 * province, a lost diacritic. It says exactly which word, and what it should be.
 */
import type { Campaign } from '../model/entities/campaign.ts';
import { plainText } from '../text/plainText.ts';
import { isCapital, spelling, type Word, wordsOf } from './vietnamese.ts';

export interface SloganFault {
  readonly code:
    | 'number'
    | 'numeral'
    | 'term'
    | 'place'
    | 'diacritic'
    | 'capital'
    | 'double-space'
    | 'edge-space'
    | 'mark-space'
    | 'line-break'
    | 'composed';
  /** The word at fault, as it is written, and where it begins. */
  readonly word: string;
  readonly at: number;
  /** What should stand there; empty when nobody can know. */
  readonly expected: string;
}

type Guarded = Pick<Campaign, 'congressName' | 'term'>;

/**
 * Official phrases, written as they must be: diacritics letter by letter, and those capitals that they always have.
 * Names that the campaign itself gives are added to them.
 */
const PHRASES = [
  'Đảng Cộng sản Việt Nam',
  'Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Chủ tịch Hồ Chí Minh',
  'Hồ Chí Minh',
  'Việt Nam',
  'Đảng bộ',
  'Tổ quốc',
  'Đại hội đại biểu',
  'toàn quốc',
  'lần thứ',
  'nhiệm kỳ',
  'nhiệt liệt chào mừng',
  'chào mừng',
  'nhân dân',
  'các dân tộc',
  'thi đua',
  'lập thành tích',
  'đẩy mạnh',
  'học tập',
  'làm theo',
  'tư tưởng',
  'đạo đức',
  'phong cách',
  'dân giàu',
  'nước mạnh',
  'dân chủ',
  'công bằng',
  'văn minh',
  'quang vinh',
  'muôn năm',
  'vĩ đại',
  'sống mãi',
  'sự nghiệp',
  'phát triển',
  'bền vững',
  'năng lực',
  'lãnh đạo',
] as const;

/** Words before which a place is named: the level of its government. */
const LEVELS = 'tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn';

export function guardSlogan(text: string, campaign: Guarded): SloganFault[] {
  const phrases = phrasesOf(campaign);
  const faults = [
    ...spaceFaults(text),
    ...lineBreakFaults(text, phrases),
    ...(text === text.normalize('NFC')
      ? []
      : [{ code: 'composed' as const, word: firstDecomposed(text), at: 0, expected: '' }]),
    ...numberFaults(text, campaign),
    ...termFaults(text, campaign),
    ...placeFaults(text, campaign),
  ];
  const told = new Set(faults.map((f) => f.at));
  faults.push(...spellingFaults(text, phrases).filter((f) => !told.has(f.at)));
  return faults.sort((a, b) => a.at - b.at);
}

const SPACES: ReadonlySet<SloganFault['code']> = new Set([
  'double-space',
  'edge-space',
  'mark-space',
  'line-break',
]);

/** The text with every fault mended that has one right answer. */
export function correctedSlogan(text: string, faults: readonly SloganFault[]): string {
  let mended = text;
  for (const fault of [...faults].sort((a, b) => b.at - a.at)) {
    if (fault.code === 'composed') continue;
    if (SPACES.has(fault.code))
      mended = mended.slice(0, fault.at) + fault.expected + mended.slice(fault.at + fault.word.length);
    else if (fault.expected !== '')
      mended = mended.slice(0, fault.at) + fault.expected + mended.slice(fault.at + fault.word.length);
  }
  return mended.normalize('NFC').trim();
}

function phrasesOf({ congressName }: Guarded): string[] {
  const place = placeOf(congressName);
  return [...PHRASES, ...(place === '' ? [] : [place])];
}

function spaceFaults(text: string): SloganFault[] {
  const faults: SloganFault[] = [];
  for (const m of text.matchAll(/[^\S\n]{2,}|[^\S\n ]/gu)) {
    // A space that does not break is as good as any.
    if (m[0] === '\u00a0') continue;
    faults.push({ code: 'double-space', word: m[0], at: m.index, expected: ' ' });
  }
  // «muôn năm !»: a mark stands at the word before it.
  for (const m of text.matchAll(/[^\S\n]+(?=[!?.,;:](?:\s|$))/gu))
    if (!faults.some((f) => f.at === m.index))
      faults.push({ code: 'mark-space', word: m[0], at: m.index, expected: '' });
    else {
      const told = faults.findIndex((f) => f.at === m.index);
      faults[told] = { code: 'mark-space', word: m[0], at: m.index, expected: '' };
    }
  const edge = /^\s+|\s+$/u.exec(text);
  if (edge !== null && !faults.some((f) => f.at === edge.index))
    faults.push({ code: 'edge-space', word: edge[0], at: edge.index, expected: '' });
  return faults;
}

/** A line may break between phrases, never within one, nor between «lần thứ» and its number, nor within a term. */
function lineBreakFaults(text: string, phrases: readonly string[]): SloganFault[] {
  const faults: SloganFault[] = [];
  for (const m of text.matchAll(/[^\S\n]*\n\s*/gu)) {
    const before = text.slice(0, m.index);
    const after = text.slice(m.index + m[0].length);
    if (before.trim() === '' || after.trim() === '') continue;
    const joint =
      /lần thứ$/iu.test(before) || (/\d{4}\s*[-–]?$/u.test(before) && /^[-–]?\s*\d{4}/u.test(after));
    const within = phrases.find((phrase) => {
      const words = phrase.split(' ');
      return words.some(
        (_, i) =>
          i > 0 &&
          plainText(before).endsWith(plainText(words.slice(0, i).join(' '))) &&
          plainText(after).startsWith(plainText(words.slice(i).join(' '))),
      );
    });
    if (joint || within !== undefined)
      faults.push({ code: 'line-break', word: m[0], at: m.index, expected: ' ' });
  }
  return faults;
}

function firstDecomposed(text: string): string {
  return wordsOf(text).find((w) => w.text !== w.text.normalize('NFC'))?.text ?? '';
}

const ORDINAL = /lần thứ\s+([\p{L}\p{N}]+)/giu;
/** «Đại hội XVII», «Đại hội Đảng bộ tỉnh XII»: the same without «lần thứ». */
const SHORT =
  /(?<![\p{L}])(?:đại hội|Đại hội|ĐẠI HỘI)(?:\s+(?:[đĐ]ại biểu|ĐẠI BIỂU|[đĐ]ảng bộ|ĐẢNG BỘ|toàn quốc|tỉnh|huyện|xã|phường|thành phố|thị xã|\p{Lu}\p{Ll}+))*\s+([IVXLC]{1,7})(?![\p{L}\p{N}])/gu;

/** The number in «lần thứ XII», upper case; empty when there is none. */
function numberOf(name: string): string {
  return [...name.normalize('NFC').matchAll(ORDINAL)].at(-1)?.[1]?.toUpperCase() ?? '';
}

/**
 * Which congress a number belongs to is said before it: «toàn quốc», or a level of government that is not the
 * campaign's, is another congress, and its number is its own.
 */
function speaksOfOther(text: string, at: number, ownLevel: string): boolean {
  const before = text.slice(0, at);
  const start = Math.max(
    before.search(/(?:đại hội|Đại hội|ĐẠI HỘI)(?![\s\S]*(?:đại hội|Đại hội|ĐẠI HỘI))/u),
    0,
  );
  const named = before.slice(start).toLowerCase();
  if (named.includes('toàn quốc')) return true;
  const levels = [...named.matchAll(new RegExp(`(?<![\\p{L}])(${LEVELS})(?![\\p{L}])`, 'gu'))].map(
    (m) => m[1],
  );
  return ownLevel !== '' && levels.length > 0 && !levels.includes(ownLevel);
}

/** «Đại hội XIII của Đảng», «Đại hội Đảng lần thứ XIII»: the Party's own, which is the national one. */
function isNational(text: string, at: number, word: string): boolean {
  return (
    /^\s+(?:của\s+)?Đảng(?!\s+bộ)/iu.test(text.slice(at + word.length)) ||
    /đại hội\s+(?:đại biểu\s+)?Đảng(?!\s+bộ)[^!.;]*$/iu.test(text.slice(0, at))
  );
}

function numberFaults(text: string, { congressName }: Guarded): SloganFault[] {
  const expected = numberOf(congressName);
  if (expected === '') return [];
  const ownLevel = namedPlaces(congressName.normalize('NFC'))[0]?.level ?? '';
  const faults: SloganFault[] = [];
  const composed = text.normalize('NFC');
  const named = [...composed.matchAll(ORDINAL), ...composed.matchAll(SHORT)];
  for (const m of named) {
    const word = m[1] ?? '';
    const at = m.index + m[0].length - word.length;
    if (speaksOfOther(composed, at, ownLevel) || isNational(composed, at, word)) {
      if (/^\d+$/.test(word)) faults.push({ code: 'numeral', word, at, expected: toRoman(Number(word)) });
      continue;
    }
    if (word === expected) continue;
    const sameNumber = /^\d+$/.test(word) && toRoman(Number(word)) === expected;
    faults.push({
      code: sameNumber || word.toUpperCase() === expected ? 'numeral' : 'number',
      word,
      at,
      expected,
    });
  }
  return faults;
}

function toRoman(n: number): string {
  const parts: readonly (readonly [number, string])[] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let [left, roman] = [n, ''];
  for (const [value, sign] of parts) for (; left >= value; left -= value) roman += sign;
  return roman;
}

/** Two years with a dash between them, however it is written. */
const TERM = /(\d{4})\s*[-–—]\s*(\d{4})/gu;

/**
 * Years are a congress's term only behind «nhiệm kỳ», or in brackets behind its number: «(1930 - 2020)» behind anything
 * else and «giai đoạn 2015 - 2020» are nobody's.
 */
function isTerm(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return /nhiệm kỳ[\s:(]*$/iu.test(before) || /lần thứ\s+[\p{L}\p{N}]+\s*,?\s*\($/iu.test(before);
}

function termFaults(text: string, { term, congressName }: Guarded): SloganFault[] {
  const [own] = term.matchAll(TERM);
  if (own === undefined) return [];
  const ownLevel = namedPlaces(congressName.normalize('NFC'))[0]?.level ?? '';
  return [...text.matchAll(TERM)].flatMap((m): SloganFault[] => {
    const same = m[1] === own[1] && m[2] === own[2];
    const ofOther = speaksOfOther(text, m.index, ownLevel) || isNational(text, m.index, m[0]);
    if (same || !isTerm(text, m.index) || ofOther) return [];
    return [{ code: 'term', word: m[0], at: m.index, expected: own[0] }];
  });
}

/** «Bắc Kạn» from «Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII»: the capitalised words after the level. */
function placeOf(congressName: string): string {
  return namedPlaces(congressName.normalize('NFC'))[0]?.name ?? '';
}

function namedPlaces(text: string): { readonly level: string; readonly name: string; readonly at: number }[] {
  const pattern = new RegExp(`(?<![\\p{L}])(${LEVELS})[ \\n]+((?:\\p{Lu}[\\p{L}]*[ \\n]?)+)`, 'gu');
  return [...text.matchAll(pattern)].map((m) => {
    const name = (m[2] ?? '').trim().replace(/\s+/gu, ' ');
    return { level: m[1] ?? '', name, at: m.index + m[0].indexOf(m[2] ?? '', (m[1] ?? '').length) };
  });
}

function placeFaults(text: string, { congressName }: Guarded): SloganFault[] {
  const [own] = namedPlaces(congressName.normalize('NFC'));
  if (own === undefined) return [];
  return namedPlaces(text.normalize('NFC')).flatMap(({ level, name, at }): SloganFault[] => {
    // «Đảng bộ tỉnh XII»: a number is no name.
    if (/^[IVXLC]+$/u.test(name)) return [];
    if (level !== own.level || spelling(name) === spelling(own.name)) return [];
    // The same name with another diacritic is told as that, by the guard of spelling.
    if (plainText(name) === plainText(own.name)) return [];
    return [{ code: 'place', word: name, at, expected: own.name }];
  });
}

/** Official phrases found by their plain letters; what is written otherwise in them is a fault of its own. */
function spellingFaults(text: string, phrases: readonly string[]): SloganFault[] {
  const words = wordsOf(text);
  const shouting = text === text.toUpperCase();
  const faults = new Map<number, SloganFault>();
  for (const phrase of phrases) {
    const wanted = wordsOf(phrase);
    for (let i = 0; i + wanted.length <= words.length; i++)
      if (wanted.every((w, k) => plainText(w.text) === plainText((words[i + k] as Word).text)))
        for (const fault of phraseFaults(
          words.slice(i, i + wanted.length),
          wanted,
          i === 0,
          shouting,
          isOfMany(words, i + wanted.length),
        ))
          if (!faults.has(fault.at)) faults.set(fault.at, fault);
  }
  const [first] = words;
  if (first !== undefined && !isCapital(first.text) && /^\p{L}/u.test(first.text) && !faults.has(first.at))
    faults.set(first.at, {
      code: 'capital',
      word: first.text,
      at: first.at,
      expected: capitalised(first.text),
    });
  return [...faults.values()];
}

/** «đại hội đảng bộ các cấp», «đại hội chi bộ», «cơ sở»: no one body's name, and rightly small. */
function isOfMany(words: readonly Word[], after: number): boolean {
  const next = words.slice(after, after + 4).map((w) => spelling(w.text));
  const follows = next.join(' ');
  return /^(đảng bộ |chi bộ |đảng |đại biểu )*(các cấp|cơ sở|chi bộ|các chi|trực thuộc)/u.test(
    `${follows} `.trim(),
  );
}

function phraseFaults(
  found: readonly Word[],
  wanted: readonly Word[],
  begins: boolean,
  shouting: boolean,
  ofMany: boolean,
): SloganFault[] {
  return wanted.flatMap((want, k): SloganFault[] => {
    const have = found[k] as Word;
    const expected =
      begins && k === 0 && !shouting
        ? capitalised(want.text)
        : shouting
          ? want.text.toUpperCase()
          : want.text;
    if (spelling(have.text) !== spelling(want.text))
      return [{ code: 'diacritic', word: have.text, at: have.at, expected }];
    if (!shouting && isCapital(want.text) && !isCapital(have.text) && !ofMany)
      return [{ code: 'capital', word: have.text, at: have.at, expected }];
    return [];
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
