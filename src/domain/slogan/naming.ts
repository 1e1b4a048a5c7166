/**
 * What a slogan says of a congress or an election (its number, its term, its place), each against the occasion that is
 * spoken of. Only what is surely a Party congress or an election of the campaign's kind is measured: another body's
 * congress, a contest, a session, the congresses of many are left alone.
 */
import type { Occasion, OccasionKind } from '../model/entities/occasion.ts';
import { plainText } from '../text/plainText.ts';
import { isInWords, NUMERAL, romanOf } from './numerals.ts';
import { LEVEL_WORDS, levelsOfWord } from './occasionName.ts';
import { spelling } from './vietnamese.ts';

export type NamedOccasion = Pick<Occasion, 'kind' | 'level' | 'name' | 'body' | 'number' | 'years'> &
  Partial<Pick<Occasion, 'firstDay' | 'openingDay' | 'lastDay'>>;

/** One number, term or place in a text, and what became of comparing it. */
export interface Mention {
  readonly what: 'number' | 'numeral' | 'term' | 'place' | 'place-other' | 'no-occasion' | 'date-other';
  readonly word: string;
  readonly at: number;
  readonly right: boolean;
  /** What should stand there; empty when nobody can know. */
  readonly expected: string;
}

/** Beside one that is right another is of something else: «thực hiện Nghị quyết … XI, chào mừng … XII». */
function besideRight(mentions: readonly Mention[]): Mention[] {
  const anyRight = mentions.some((m) => m.right);
  return mentions.flatMap((m): Mention[] => {
    if (!anyRight || m.right || m.what === 'numeral') return [m];
    return m.what === 'number' ? [{ ...m, what: 'no-occasion', expected: '' }] : [];
  });
}

/** All that can be compared, by where it stands in the text (composed, NFC). */
export function mentionsIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  return [
    ...besideRight(numbersIn(text, occasions)),
    ...besideRight(termsIn(text, occasions)),
    ...(text === text.toUpperCase() ? placesInCapitals(text, occasions) : placesIn(text, occasions)),
    ...datesIn(text, occasions),
  ];
}

const NUMBERED = new RegExp(`(?:lần thứ|khóa|khoá)\\s*(${NUMERAL})`, 'giu');
/** «Đại hội XVII», «Đại hội Đảng bộ tỉnh XII»: the same without «lần thứ». */
const SHORT =
  /(?<![\p{L}])(?:đại hội|Đại hội|ĐẠI HỘI)(?:\s+(?:[đĐ]ại biểu|ĐẠI BIỂU|[đĐ]ảng bộ|ĐẢNG BỘ|toàn quốc|tỉnh|huyện|xã|phường|thành phố|thị xã|\p{Lu}\p{Ll}+))*\s+([IVXLC]{1,7})(?![\p{L}\p{N}])/gu;

/** What is held, as it is said last before a place in the text; the third are things with numbers of their own. */
const HELD =
  /(đại hội)|(bầu cử|quốc hội|hội đồng nhân dân|hđnd)|(hội thi|hội diễn|hội thao|hội nghị|liên hoan|cuộc thi|kỳ họp|trung ương|giải|lễ hội|trưởng thôn|ủy ban|uỷ ban|ubnd|ban chấp hành)/giu;
/** Of no one body: «đại hội đảng bộ các cấp», «đại hội chi bộ». */
const OF_MANY = /các cấp|cấp |cơ sở|chi bộ|trực thuộc/iu;
const LEVELS = new RegExp(`(?<![\\p{L}])(${LEVEL_WORDS})(?![\\p{L}])`, 'giu');
/** Words of which the name of a Party congress is made; whatever else stands in it makes it another's. */
const OF_NAME =
  /đại hội|đại biểu|toàn quốc|của|đảng cộng sản việt nam|đảng bộ|đảng|lần thứ|nhiệm kỳ|lần|thứ|[\d\s,.()\-–—«»"]+/giu;

interface Spoken {
  readonly kind: OccasionKind;
  readonly national: boolean;
  /** «tỉnh», «xã»: whose congress; empty where it may be any. */
  readonly levels: readonly string[];
  /** «Nghị quyết Đại hội XIII»: what an earlier one left, and not the one that is to come. */
  readonly cited: boolean;
  /** Councils count their own terms: a number behind one of them is not the National Assembly's. */
  readonly council: boolean;
}

/** What looks back, and what looks forward: the nearer one before a naming says which it is. */
const LOOKS =
  /(nghị quyết|văn kiện|chủ trương|đường lối|tinh thần|tổng kết|sơ kết|thành tựu|thành tích của|kế thừa|từ đại hội|sau \d+ năm)|(chào mừng|hướng tới|hướng về|tiến tới|lập thành tích|chuẩn bị|mừng|tham gia|đi bầu)/giu;

function looksBack(text: string, at: number): boolean {
  return [...text.slice(0, at).matchAll(LOOKS)].at(-1)?.[1] !== undefined;
}

/** What is spoken of at a place in the text; null where it is nothing that can be measured. */
function spokenOf(text: string, at: number, word: string, names: readonly string[]): Spoken | null {
  const before = text.slice(0, at);
  const held = [...before.matchAll(HELD)].at(-1);
  if (held === undefined || held[3] !== undefined) return null;
  const named = before.slice(held.index);
  if (held[1] === undefined)
    // «Kỳ họp thứ mười, Quốc hội khóa XV» is no election.
    return /bầu cử|đi bầu|bầu đại biểu/iu.test(text)
      ? {
          kind: 'election',
          national: false,
          levels: [],
          cited: looksBack(text, held.index),
          council: /hội đồng|hđnd/iu.test(held[0]),
        }
      : null;
  const after = /^[^,.!;:\n]*/u.exec(text.slice(at + word.length))?.[0] ?? '';
  // «Đại hội XIII của Đảng», «Đại hội lần thứ VI Đảng bộ huyện Chợ Mới».
  const behind = /^\s+(?:của\s+)?Đảng(?![\p{L}])/u.test(after) ? after : '';
  if (OF_MANY.test(named) || !isOfParty(named, names)) return null;
  const national =
    /toàn quốc/iu.test(named) ||
    /đảng(?!\s+bộ)/iu.test(named) ||
    /^\s+(?:của\s+)?Đảng(?!\s+bộ)/iu.test(behind);
  const levels = [...`${named} ${behind}`.matchAll(LEVELS)].map((m) => (m[1] ?? '').toLowerCase());
  return { kind: 'congress', national, levels, cited: looksBack(text, held.index), council: false };
}

/** Whether nothing stands in a congress's name but what the Party's congresses are named by. */
function isOfParty(named: string, names: readonly string[]): boolean {
  const rest = named
    .replace(new RegExp(`(?<![\\p{L}])(?:${LEVEL_WORDS})(?:[ \\n]+\\p{Lu}[\\p{L}]*)*`, 'gu'), ' ')
    .replace(LEVELS, ' ')
    .replace(/(?<![\p{L}])[IVXLC]+(?![\p{L}])/gu, ' ')
    .replace(new RegExp(`(?:lần thứ)\\s+(?:${NUMERAL})`, 'giu'), ' ')
    .replace(OF_NAME, ' ');
  const known = names.reduce((left, name) => left.replaceAll(plainText(name), ' '), plainText(rest));
  return known.trim() === '';
}

function isMeant({ kind, national, levels }: Spoken, o: NamedOccasion): boolean {
  if (o.kind !== kind) return false;
  if (kind === 'election') return true;
  if (national) return o.level === 'national' || o.level === 'none';
  if (levels.length === 0) return true;
  const own = [...`${o.name} ${o.body}`.matchAll(LEVELS)].map((m) => (m[1] ?? '').toLowerCase());
  return own.length > 0
    ? levels.some((word) => own.includes(word))
    : o.level === 'none' || levels.some((word) => levelsOfWord(word).includes(o.level));
}

/** «lần thứ XII», as the field's own name invites to write it, is «XII». */
function bareNumber({ number }: NamedOccasion): string {
  return number.replace(/^\s*(?:lần\s+thứ|lần|thứ|khóa|khoá)\s+/iu, '').trim();
}

function only(values: Iterable<string>): string {
  const all = [...new Set(values)];
  return all.length === 1 ? (all[0] as string) : '';
}

function numbersIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  if (occasions.every((o) => o.number === '')) return [];
  const names = placesOf(occasions).map((place) => place.name);
  const seen = new Set<number>();
  return [...text.matchAll(NUMBERED), ...text.matchAll(SHORT)].flatMap((m): Mention[] => {
    const word = m[1] ?? '';
    const at = m.index + m[0].length - word.length;
    const roman = romanOf(word);
    const spoken = spokenOf(text, at, word, names);
    if (roman === null || spoken === null || spoken.council || seen.has(at)) return [];
    seen.add(at);
    const inFigures = /^\d+$/.test(word);
    const numbers = occasions.filter((o) => isMeant(spoken, o)).flatMap((o) => romanOf(bareNumber(o)) ?? []);
    if (numbers.length === 0)
      return inFigures
        ? [{ what: 'numeral', word, at, right: false, expected: roman }]
        : [{ what: 'no-occasion', word, at, right: false, expected: '' }];
    if (!numbers.includes(roman) && spoken.cited)
      return [{ what: 'no-occasion', word, at, right: false, expected: '' }];
    if (!numbers.includes(roman))
      return [{ what: 'number', word, at, right: false, expected: only(numbers) }];
    return word === roman || isInWords(word)
      ? [{ what: 'number', word, at, right: true, expected: word }]
      : [{ what: 'numeral', word, at, right: false, expected: roman }];
  });
}

/** Two years with a dash, a stroke or «đến» between them. */
const TERM = /(\d{4})\s*(?:[-–—/]|đến|tới)\s*(\d{4})/gu;

/**
 * Years are a term only behind «nhiệm kỳ», or in brackets behind a number: «(1930 - 2020)» behind anything else and
 * «giai đoạn 2015 - 2020» are nobody's.
 */
function isTerm(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return /nhiệm k[ỳì][\s:(]*$/iu.test(before) || /lần thứ\s+[\p{L}\p{N}]+\s*,?\s*\($/iu.test(before);
}

function termsIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  const names = placesOf(occasions).map((place) => place.name);
  return [...text.matchAll(TERM)].flatMap((m): Mention[] => {
    const spoken = isTerm(text, m.index) ? spokenOf(text, m.index, m[0], names) : null;
    if (spoken === null) return [];
    const terms = occasions.filter((o) => isMeant(spoken, o)).flatMap((o) => [...o.years.matchAll(TERM)]);
    if (terms.length === 0) return [];
    const right = terms.some(([, from, to]) => from === m[1] && to === m[2]);
    if (!right && spoken.cited) return [];
    const expected = right ? m[0] : only(terms.map((x) => x[0]));
    return [{ what: 'term', word: m[0], at: m.index, right, expected }];
  });
}

interface NamedPlace {
  readonly level: string;
  readonly name: string;
  readonly at: number;
}

/** «tỉnh Bắc Kạn»: the capitalised words behind a level, on its line; a number is no name. */
function namedPlaces(text: string): NamedPlace[] {
  const pattern = new RegExp(
    `(?<![\\p{L}])(${LEVEL_WORDS})[ \\n]+((?!\\p{N})\\p{Lu}[\\p{L}]*(?: (?![IVXLC]+(?![\\p{L}]))\\p{Lu}[\\p{L}]*)*)`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap((m) => {
    const name = m[2] ?? '';
    if (/^[IVXLC]+$/u.test(name)) return [];
    return [{ level: m[1] ?? '', name, at: m.index + m[0].length - name.length }];
  });
}

/** The places that the occasions name, in the order of their naming. */
export function placesOf(occasions: readonly NamedOccasion[]): readonly NamedPlace[] {
  return occasions.flatMap((o) => namedPlaces(`${o.name}; ${o.body}`.normalize('NFC')));
}

function placesIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  const own = placesOf(occasions);
  const names = own.map((place) => place.name);
  return namedPlaces(text).flatMap(({ level, name, at }): Mention[] => {
    const there = own.filter((place) => place.level === level);
    if (there.length === 0) return [];
    // A line may break within a name: that is told as what it is.
    const written = text.slice(at).replace(/\s+/gu, ' ');
    const begins = (by: (text: string) => string) =>
      there.find(({ name: known }) => new RegExp(`^${by(known)}(?![\\p{L}])`, 'u').test(by(written)));
    const right = begins(spelling);
    if (right !== undefined)
      return [{ what: 'place', word: right.name, at, right: true, expected: right.name }];
    // The same name with another diacritic is told as that, by the guard of spelling.
    if (begins(plainText) !== undefined) return [];
    // «Tân Kì» is «Tân Kỳ» to every ear; the name is written as the occasion writes it.
    const heard = begins(sounded);
    if (heard !== undefined) {
      const { length } = heard.name;
      return [{ what: 'place', word: name.slice(0, length), at, right: false, expected: heard.name }];
    }
    const inName = spokenOf(text, at, name, names) !== null;
    const expected = inName ? only(there.map((place) => place.name)) : '';
    return [{ what: expected === '' ? 'place-other' : 'place', word: name, at, right: false, expected }];
  });
}

/** Of a text in capitals one cannot see where a name ends: another one is told, and nothing is mended. */
function placesInCapitals(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  const own = placesOf(occasions);
  const pattern = new RegExp(
    `(?<![\\p{L}])(${LEVEL_WORDS.toUpperCase()})\\s+(\\p{Lu}+(?:\\s+\\p{Lu}+)?)`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap((m): Mention[] => {
    const there = own.filter((place) => place.level === (m[1] ?? '').toLowerCase());
    const name = m[2] ?? '';
    // «ĐẢNG BỘ TỈNH LẦN THỨ XII» names none.
    if (there.length === 0 || /^(?:LẦN|NHIỆM|KHÓA|KHOÁ|ĐẾN|ĐÃ|VÀ)(?!\p{L})/u.test(name)) return [];
    const at = m.index + m[0].length - name.length;
    const written = text.slice(at).replace(/\s+/gu, ' ');
    const begins = (by: (text: string) => string) =>
      there.find(({ name: known }) => new RegExp(`^${by(known)}(?![\\p{L}])`, 'u').test(by(written)));
    const right = begins((words) => spelling(words.toLowerCase()));
    if (right !== undefined) {
      const word = right.name.toUpperCase();
      return [{ what: 'place', word, at, right: true, expected: word }];
    }
    // The same with other marks is told by the guard of spelling.
    return begins(plainText) === undefined
      ? [{ what: 'place-other', word: name, at, right: false, expected: '' }]
      : [];
  });
}

function sounded(text: string): string {
  return plainText(text).replaceAll('y', 'i');
}

const DATE = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/gu;

/** «15/3/2026»: a day of the year in which something of the campaign is held, but none on which it is. */
function datesIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  const years = new Set(occasions.flatMap((o) => o.openingDay?.slice(0, 4) ?? []));
  return [...text.matchAll(DATE)].flatMap((m): Mention[] => {
    const [word, day = '', month = '', year = ''] = m;
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const held = occasions.some(
      (o) =>
        o.openingDay !== undefined &&
        written >= (o.firstDay ?? o.openingDay) &&
        written <= (o.lastDay ?? o.openingDay),
    );
    return !years.has(year) || held
      ? []
      : [{ what: 'date-other', word, at: m.index, right: false, expected: '' }];
  });
}
