/**
 * What a slogan says of a congress or an election (its number, its term, its place), each against the occasion that is
 * spoken of. What names something that is no occasion of the campaign is not measured by one.
 */
import type { Occasion, OccasionKind, OccasionLevel } from '../model/entities/occasion.ts';
import { plainText } from '../text/plainText.ts';
import { LEVEL_WORDS, levelOfWord } from './occasionName.ts';
import { spelling } from './vietnamese.ts';

export type NamedOccasion = Pick<Occasion, 'kind' | 'level' | 'name' | 'body' | 'number' | 'years'>;

/** One number, term or place in a text, and what became of comparing it. */
export interface Mention {
  readonly what: 'number' | 'numeral' | 'term' | 'place' | 'no-occasion';
  readonly word: string;
  readonly at: number;
  readonly right: boolean;
  /** What should stand there; empty when nobody can know. */
  readonly expected: string;
}

/** All that can be compared, by where it stands in the text (composed, NFC). */
export function mentionsIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  return [...numbersIn(text, occasions), ...termsIn(text, occasions), ...placesIn(text, occasions)];
}

const NUMBERED = /(?:lần thứ|khóa|khoá)\s+([\p{L}\p{N}]+)/giu;
/** «Đại hội XVII», «Đại hội Đảng bộ tỉnh XII»: the same without «lần thứ». */
const SHORT =
  /(?<![\p{L}])(?:đại hội|Đại hội|ĐẠI HỘI)(?:\s+(?:[đĐ]ại biểu|ĐẠI BIỂU|[đĐ]ảng bộ|ĐẢNG BỘ|toàn quốc|tỉnh|huyện|xã|phường|thành phố|thị xã|\p{Lu}\p{Ll}+))*\s+([IVXLC]{1,7})(?![\p{L}\p{N}])/gu;

/** What is held, as it is said last before a place in the text. */
const HELD = /(đại hội)|(bầu cử|quốc hội|hội đồng nhân dân|hđnd)/giu;

/** Congresses of others than the Party: each has its own number. */
const OF_OTHERS =
  /^đại hội\s+(?:đại biểu\s+)?(?:thể dục|thể thao|tdtt|thi đua|đoàn|hội|công đoàn|mặt trận|liên hiệp|liên đoàn|cháu ngoan|các dân tộc|cổ đông)/iu;

interface Spoken {
  readonly kind: OccasionKind | null;
  /** Null where none is said: then it may be any. */
  readonly levels: ReadonlySet<OccasionLevel> | null;
  /** Of a body that has no part in the campaign. */
  readonly ofOthers: boolean;
}

function spokenOf(text: string, at: number, word: string, occasions: readonly NamedOccasion[]): Spoken {
  const before = text.slice(0, at);
  const held = [...before.matchAll(HELD)].at(-1);
  if (held === undefined) return { kind: null, levels: null, ofOthers: false };
  const named = before.slice(held.index);
  const kind: OccasionKind = held[1] === undefined ? 'election' : 'congress';
  const others = OF_OTHERS.exec(named)?.[0];
  const ofOthers =
    others !== undefined && !occasions.some((o) => plainText(o.name).includes(plainText(others)));
  return { kind, levels: levelsIn(text, named, at + word.length), ofOthers };
}

function levelsIn(text: string, named: string, after: number): ReadonlySet<OccasionLevel> | null {
  // «Đại hội XIII của Đảng», «Đại hội Đảng lần thứ XIII»: the Party's own, which is the national one.
  const national =
    /toàn quốc|^quốc hội|^đại hội\s+(?:đại biểu\s+)?Đảng(?!\s+bộ)[^!.;]*$/iu.test(named) ||
    /^\s+(?:của\s+)?Đảng(?!\s+bộ)/iu.test(text.slice(after));
  if (national) return new Set(['national']);
  const words = named.matchAll(new RegExp(`(?<![\\p{L}])(${LEVEL_WORDS})(?![\\p{L}])`, 'giu'));
  const levels = new Set([...words].map((m) => levelOfWord(m[1] ?? '')));
  return levels.size === 0 ? null : levels;
}

/** The occasions that may be meant; empty where it is another's. */
function meant(spoken: Spoken, occasions: readonly NamedOccasion[]): readonly NamedOccasion[] {
  if (spoken.ofOthers) return [];
  return occasions.filter(
    (o) =>
      (spoken.kind === null || o.kind === spoken.kind) &&
      (spoken.levels === null || o.level === 'none' || spoken.levels.has(o.level)),
  );
}

function only(values: Iterable<string>): string {
  const all = [...new Set(values)];
  return all.length === 1 ? (all[0] as string) : '';
}

function numbersIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  if (occasions.every((o) => o.number === '')) return [];
  return [...text.matchAll(NUMBERED), ...text.matchAll(SHORT)].flatMap((m): Mention[] => {
    const word = m[1] ?? '';
    const at = m.index + m[0].length - word.length;
    const spoken = spokenOf(text, at, word, occasions);
    // «Hội thi lần thứ 3» is no congress.
    if (spoken.kind === null) return [];
    const numbers = meant(spoken, occasions).flatMap((o) => (o.number === '' ? [] : [o.number]));
    const roman = romanOf(word);
    if (numbers.length === 0) {
      const inFigures = /^\d+$/.test(word) && !spoken.ofOthers;
      return [
        inFigures
          ? { what: 'numeral', word, at, right: false, expected: roman }
          : { what: 'no-occasion', word, at, right: false, expected: '' },
      ];
    }
    if (numbers.includes(word)) return [{ what: 'number', word, at, right: true, expected: word }];
    const same = numbers.includes(roman);
    return [
      { what: same ? 'numeral' : 'number', word, at, right: false, expected: same ? roman : only(numbers) },
    ];
  });
}

/** «12» and «xii» as «XII». */
function romanOf(word: string): string {
  if (!/^\d+$/.test(word)) return word.toUpperCase();
  const parts: readonly (readonly [number, string])[] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let [left, roman] = [Number(word), ''];
  if (left > 99) return word;
  for (const [value, sign] of parts) for (; left >= value; left -= value) roman += sign;
  return roman;
}

/** Two years with a dash between them, however it is written. */
const TERM = /(\d{4})\s*[-–—]\s*(\d{4})/gu;

/**
 * Years are a term only behind «nhiệm kỳ», or in brackets behind a number: «(1930 - 2020)» behind anything else and
 * «giai đoạn 2015 - 2020» are nobody's.
 */
function isTerm(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return /nhiệm kỳ[\s:(]*$/iu.test(before) || /lần thứ\s+[\p{L}\p{N}]+\s*,?\s*\($/iu.test(before);
}

function termsIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  return [...text.matchAll(TERM)].flatMap((m): Mention[] => {
    if (!isTerm(text, m.index)) return [];
    const terms = meant(spokenOf(text, m.index, m[0], occasions), occasions).flatMap((o) => [
      ...o.years.matchAll(TERM),
    ]);
    if (terms.length === 0) return [];
    const right = terms.some(([, from, to]) => from === m[1] && to === m[2]);
    return [
      { what: 'term', word: m[0], at: m.index, right, expected: right ? m[0] : only(terms.map((x) => x[0])) },
    ];
  });
}

interface NamedPlace {
  readonly level: string;
  readonly name: string;
  readonly at: number;
}

/** «tỉnh Bắc Kạn»: the capitalised words behind a level. */
function namedPlaces(text: string): NamedPlace[] {
  const pattern = new RegExp(`(?<![\\p{L}])(${LEVEL_WORDS})[ \\n]+((?:\\p{Lu}[\\p{L}]*[ \\n]?)+)`, 'gu');
  return [...text.matchAll(pattern)].map((m) => {
    const name = (m[2] ?? '').trim().replace(/\s+/gu, ' ');
    return { level: m[1] ?? '', name, at: m.index + m[0].indexOf(m[2] ?? '', (m[1] ?? '').length) };
  });
}

/** The places that the occasions name, in the order of their naming. */
export function placesOf(occasions: readonly NamedOccasion[]): readonly NamedPlace[] {
  return occasions.flatMap((o) => namedPlaces(`${o.name}; ${o.body}`.normalize('NFC')));
}

function placesIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  const own = placesOf(occasions);
  return namedPlaces(text).flatMap(({ level, name, at }): Mention[] => {
    // «Đảng bộ tỉnh XII»: a number is no name.
    const there = own.filter((place) => place.level === level);
    if (there.length === 0 || /^[IVXLC]+$/u.test(name)) return [];
    const right = there.some((place) => spelling(place.name) === spelling(name));
    // The same name with another diacritic is told as that, by the guard of spelling.
    if (!right && there.some((place) => plainText(place.name) === plainText(name))) return [];
    return [
      { what: 'place', word: name, at, right, expected: right ? name : only(there.map((p) => p.name)) },
    ];
  });
}
