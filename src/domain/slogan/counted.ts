/** Numbers and terms in a slogan, each against the occasion that is spoken of. */
import type { Mention } from './mention.ts';
import { bareNumeral, isInWords, NUMERAL, romanOf, romanValue } from './numerals.ts';
import { placesOf } from './places.ts';
import { isMeant, isOfCouncil, type NamedOccasion, type Spoken, spokenOf } from './spoken.ts';
import { only } from './vietnamese.ts';

/** A number or term, with what it was measured by. */
interface Compared {
  readonly mention: Mention;
  /** Where the naming begins to which it belongs: a number and a term behind it are of one. */
  readonly naming: number;
  readonly spoken: Spoken;
  readonly meant: readonly NamedOccasion[];
  /** Before or after those of the occasions that may be meant: an earlier congress has a smaller number. */
  readonly turn: 'earlier' | 'later' | null;
}

function hasTerm({ years }: NamedOccasion, word: string): boolean {
  const [mine, theirs] = [word, years].map((text) => [...text.matchAll(/\d+/gu)].map(String).join(' '));
  return mine === theirs;
}

/**
 * Another number is that of another congress where the text says so: an earlier one whose resolution is spoken of, or
 * beside the naming of the same occasion with the right number. It is told then, and is no error. In a naming that is
 * right otherwise everything has to be right.
 */
function judged(all: readonly Compared[]): Mention[] {
  const isRight = ({ mention: { right, what } }: Compared) => right || what === 'numeral';
  return all.flatMap((c): Mention[] => {
    const { mention, naming, spoken, meant, turn } = c;
    if (mention.right || (mention.what !== 'number' && mention.what !== 'term')) return [mention];
    const besideRight = all.some(
      (o) =>
        isRight(o) &&
        (o.mention.what === 'term') === (mention.what === 'term') &&
        o.meant.some((occasion) => meant.includes(occasion)),
    );
    // «Đại hội tỉnh …, Đại hội toàn quốc …, nhiệm kỳ …»: of which of those that are named, nobody knows.
    const named = all.flatMap((o) => (isRight(o) ? o.meant : []));
    if (mention.what === 'term' && named.some((o) => hasTerm(o, mention.word))) return [];
    if (all.some((o) => o.naming === naming && isRight(o))) return [mention];
    const other =
      turn === 'earlier' ? spoken.looks === 'back' || besideRight : spoken.looks === 'ahead' && besideRight;
    if (!other) return [mention];
    return mention.what === 'number' ? [{ ...mention, what: 'no-occasion', expected: '' }] : [];
  });
}

/** In a text (composed, NFC). */
export function countedMentions(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  return judged([...numbersIn(text, occasions), ...termsIn(text, occasions)]);
}

/** With whichever marks: «lấn thứ XI» is meant for a number all the same. */
const NUMBERED = new RegExp(
  `(?<!\\p{L})(?:l[aàáảãạăằắẳẵặâầấẩẫậ]n th[uùúủũụưừứửữự]|lần|thứ|kh(?:óa|oá)(?: thứ)?)(\\s*[:"“«]?\\s*)(${NUMERAL})`,
  'giu',
);
/** «Đại hội XVII», «Đại hội Đảng bộ tỉnh XII», «Đại hội 13 của Đảng», «Quốc hội XV»: the same without «lần thứ». */
const SHORT =
  /(?<![\p{L}])(?:(?:đại hội|Đại hội|ĐẠI HỘI)(?:\s+(?:[đĐ]ại biểu|ĐẠI BIỂU|[đĐ]ảng bộ|ĐẢNG BỘ|toàn quốc|tỉnh|huyện|xã|phường|thành phố|thị xã|\p{Lu}\p{Ll}+))*|[Qq]uốc hội|QUỐC HỘI)(\s+)([IVXLC]{1,7}|\d{1,2}(?=\s+(?:của Đảng|CỦA ĐẢNG)))(?![\p{L}\p{N}])/gu;
/** «X II»: a number that a space has divided. */
const REST = /^(?:\s+[IVXLC]+)+(?![\p{L}\p{N}])/u;

/** «lần thứ xii» is a number in small letters; of «khóa vi tính» nobody knows that it is. */
function isNumeral(text: string, at: number, space: string, word: string): boolean {
  const roman = /^[ivxlc]+$/iu.test(word);
  // «khoác», «lần thức»: a number stands apart, or is surely one.
  if (space === '') return /^\d+$/.test(word) || /^[IVXLC]{2,}$/u.test(word);
  const small = roman && word === word.toLowerCase();
  return !small || /^\s*(?:[^\s\p{L}]|$|(?:nhiệm|của|Đảng|Ban)(?!\p{L}))/u.test(text.slice(at + word.length));
}

function numbersIn(text: string, occasions: readonly NamedOccasion[]): Compared[] {
  if (occasions.every((o) => o.number === '')) return [];
  const names = placesOf(occasions).map((place) => place.name);
  const seen = new Set<number>();
  return [...text.matchAll(NUMBERED), ...text.matchAll(SHORT)].flatMap((m): Compared[] => {
    const [, space = '', first = ''] = m;
    const at = m.index + m[0].length - first.length;
    const rest = /^[IVXLC]+$/u.test(first) ? (REST.exec(text.slice(at + first.length))?.[0] ?? '') : '';
    const word = first + rest;
    // «thứ ba» is a day of the week: alone it stands before a Roman numeral.
    const alone = /^thứ/iu.test(m[0]) && !/^[IVXLC]+$/u.test(first);
    const roman =
      !alone && isNumeral(text, at, space, first)
        ? romanOf(word.replace(/\s+/gu, rest === '' ? ' ' : ''))
        : null;
    const spoken = spokenOf(text, at, word, names);
    if (roman === null || spoken === null || seen.has(at)) return [];
    seen.add(at);
    const compared = numberOf(word, roman, at, space, spoken, occasions);
    return compared === null ? [] : [compared];
  });
}

/** A number against those of the occasions that may be meant; null where there is none to measure it by. */
function numberOf(
  word: string,
  roman: string,
  at: number,
  space: string,
  spoken: Spoken,
  occasions: readonly NamedOccasion[],
): Compared | null {
  const held = occasions.filter((o) => isMeant(spoken, o) && bareNumeral(o.number) !== '');
  const numberIn = (o: NamedOccasion) => romanOf(bareNumeral(o.number)) ?? '';
  const councils = held.filter(isOfCouncil);
  const meant = spoken.council ? councils : held.filter((o) => !councils.includes(o));
  const numbers = meant.map(numberIn).filter((n) => n !== '');
  const told = (mention: Pick<Mention, 'what' | 'right' | 'expected'>): Compared => {
    const [mine, theirs] = [romanValue(roman), numbers.map(romanValue)];
    const turn = theirs.some((n) => mine < n) ? 'earlier' : theirs.some((n) => mine > n) ? 'later' : null;
    return { mention: { word, at, ...mention }, naming: spoken.at, spoken, meant, turn };
  };
  // «lần thứXI»: what is written on to the word before it stands apart.
  const apart = space === '' && !/^\s|^$/u.test(word) ? ' ' : '';
  if (numbers.length === 0) {
    // «Quốc hội và Hội đồng nhân dân khóa XVI»: the National Assembly's, said of both.
    if (spoken.council && held.some((o) => numberIn(o) === roman)) return null;
    return /^\d+$/.test(word) && !spoken.council
      ? told({ what: 'numeral', right: false, expected: roman })
      : told({ what: 'no-occasion', right: false, expected: '' });
  }
  if (!numbers.includes(roman))
    return told({ what: 'number', right: false, expected: withSpace(apart, only(numbers)) });
  return apart === '' && (word === roman || isInWords(word))
    ? told({ what: 'number', right: true, expected: word })
    : told({ what: 'numeral', right: false, expected: withSpace(apart, roman) });
}

function withSpace(space: string, expected: string): string {
  return expected === '' ? '' : `${space}${expected}`;
}

/** Two years with a dash, a stroke or «đến» between them; in a slogan a figure may be missing, or one too many. */
const TERM = /(?<!\d)(\d{4})\s*(?:[-–—/]|đến|tới)\s*(\d{4})(?!\d)/gu;
const LIKE_TERM = /(?<!\d)(\d{2,6})(?:\s*(?:[-–—−~/]|đến|tới)\s*|\s+)(\d{2,6})(?!\d)/gu;

/**
 * Years are a term only behind «nhiệm kỳ», or behind the number of a congress, in brackets or before the end: «(1930 -
 * 2020)» behind anything else and «giai đoạn 2015 - 2020» are nobody's, «(26 - 28/10/2020)» are days.
 */
function isTerm(text: string, at: number, word: string): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at + word.length)];
  if (/^\s*[/\d]/u.test(after) || /[\d/]\s*$/u.test(before)) return false;
  if (/nhiệm k[ỳì][\s:(]*$/iu.test(before)) return true;
  if (!new RegExp(`^${TERM.source}$`, 'u').test(word)) return false;
  const number = /lần thứ\s+[\p{L}\p{N}]+\s*(\(|[,–—-]\s*)$/iu.exec(before)?.[1];
  if (number === undefined) return false;
  return number === '(' ? /^\s*\)/u.test(after) : /^\s*(?:[!.,;\n]|$)/u.test(after);
}

function termsIn(text: string, occasions: readonly NamedOccasion[]): Compared[] {
  const names = placesOf(occasions).map((place) => place.name);
  return [...text.matchAll(LIKE_TERM)].flatMap((m): Compared[] => {
    const [word, from = '', to = ''] = m;
    const spoken = isTerm(text, m.index, word) ? spokenOf(text, m.index, word, names) : null;
    if (spoken === null) return [];
    const meant = occasions.filter((o) => isMeant(spoken, o) && new RegExp(TERM).test(o.years));
    const terms = meant.flatMap((o) => [...o.years.matchAll(TERM)]);
    if (terms.length === 0) return [];
    const right = terms.some((term) => from === term[1] && to === term[2]);
    const expected = right ? word : only(terms.map((term) => term[0]));
    const begins = terms.map((term) => Number(term[1]));
    const isYears = from.length === 4 && to.length === 4;
    const turn = !isYears
      ? null
      : begins.some((y) => Number(from) < y)
        ? 'earlier'
        : begins.some((y) => Number(from) > y)
          ? 'later'
          : null;
    return [
      {
        mention: { what: 'term', word, at: m.index, right, expected },
        naming: spoken.at,
        spoken,
        meant,
        turn,
      },
    ];
  });
}
