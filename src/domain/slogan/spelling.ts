/** Official phrases, letter by letter: diacritics, and the capitals that they always have. */
import { plainText } from '../text/plainText.ts';
import { LEVEL_WORDS } from './occasionName.ts';
import { isCapital, spelling, type Word, wordsOf } from './vietnamese.ts';

export interface SpellingFault {
  /** `diacritic-maybe`: the word is right as well, if it was meant. */
  readonly code: 'diacritic' | 'diacritic-maybe' | 'capital';
  readonly word: string;
  readonly at: number;
  readonly expected: string;
}

/**
 * Official phrases, written as they must be: diacritics letter by letter, and those capitals that they always have.
 * Names that the campaign itself gives are added to them.
 */
export const PHRASES = [
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
  'dân giàu',
  'nước mạnh',
  'dân chủ',
  'công bằng',
  'văn minh',
  'quang vinh',
  'muôn năm',
  'sự nghiệp',
  'phát triển',
  'bền vững',
  'năng lực',
  'lãnh đạo',
  'bầu cử',
  'cử tri',
  'quyền và nghĩa vụ',
  'Quốc hội',
  'Hội đồng nhân dân',
  'Mặt trận Tổ quốc',
] as const;

/** Names of bodies: what is small in them is never large. */
const OF_ONE_BODY: ReadonlySet<string> = new Set([
  'Đảng bộ',
  'Tổ quốc',
  'Quốc hội',
  'Đảng Cộng sản Việt Nam',
  'Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Hội đồng nhân dân',
]);

/** What there can be many of: «mỗi đảng bộ xã», «các quốc hội»; of names there is one. */
const OF_WHICH_MANY: ReadonlySet<string> = new Set([
  'Đảng bộ',
  'Tổ quốc',
  'Đại hội đại biểu',
  'Quốc hội',
  'Hội đồng nhân dân',
]);

/** Right words that look like a phrase with lost marks: «bên vững tay súng», «nơi đây mạnh giàu». */
const ALSO_RIGHT: ReadonlySet<string> = new Set(['bên vững', 'đang bộ', 'lam theo', 'đây mạnh', 'lân thứ']);

/** Official phrases found by their plain letters; what is written otherwise in them is a fault of its own. */
export function spellingFaults(text: string, phrases: readonly string[]): SpellingFault[] {
  const words = wordsOf(text);
  const shouting = text === text.toUpperCase();
  const faults = new Map<number, SpellingFault>();
  for (const phrase of phrases) {
    const wanted = wordsOf(phrase);
    for (let i = 0; i + wanted.length <= words.length; i++) {
      const found = words.slice(i, i + wanted.length);
      const isNumbered = /^[IVXLC]+$/u.test(words[i + wanted.length]?.text ?? '');
      if (!isMeantFor(found, wanted, isNumbered) || !isUnbroken(text, found)) continue;
      const many =
        OF_WHICH_MANY.has(phrase) &&
        (isOfMany(words, i + wanted.length) || EACH.has(spelling(words[i - 1]?.text ?? '')));
      const oneOfMany = many || (phrase === 'Đảng bộ' && !isOfOne(words, i));
      // In capitals among small letters, as names are on cloth: «ĐẢNG CỘNG SẢN VIỆT NAM quang vinh».
      const loud =
        shouting || found.every(({ text: word }) => word.length > 1 && word === word.toUpperCase());
      const mayBeRight = ALSO_RIGHT.has(found.map((w) => spelling(w.text)).join(' ')) && !isOfOne(words, i);
      for (const fault of phraseFaults(found, wanted, i === 0, loud, oneOfMany))
        if (!faults.has(fault.at))
          faults.set(fault.at, mayBeRight ? { ...fault, code: 'diacritic-maybe' } : fault);
    }
  }
  for (const fault of smallCongresses(words, shouting))
    if (!faults.has(fault.at)) faults.set(fault.at, fault);
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

/** «chào mừng đại hội XII», «đại hội Đảng bộ tỉnh»: one congress, by its name, is written large. */
function smallCongresses(words: readonly Word[], shouting: boolean): SpellingFault[] {
  if (shouting) return [];
  return words.flatMap((word, i): SpellingFault[] => {
    if (word.text !== 'đại' || words[i + 1]?.text !== 'hội' || isOfMany(words, i + 2)) return [];
    if (EACH.has(spelling(words[i - 1]?.text ?? ''))) return [];
    const next = words.slice(i + 2, i + 4).map((w) => w.text);
    const named = /^([IVXLC]+( |$)|(đại biểu|toàn quốc|lần thứ|[Đđ]ảng bộ)$|Đảng )/u.test(
      `${next.join(' ')}`,
    );
    return named ? [{ code: 'capital', word: word.text, at: word.at, expected: 'Đại' }] : [];
  });
}

/**
 * Whether words are the wanted ones with other marks. A name, and a phrase of three words and more, nobody takes for
 * anything else. Of two words a word may only have lost marks («liêt», «liet» for «liệt») or have «hỏi» and «ngã»
 * exchanged: with another mark it is another word («đang bỏ» is no «Đảng bộ», «toán quốc gia» no «toàn quốc»).
 */
function isMeantFor(found: readonly Word[], wanted: readonly Word[], isNumbered: boolean): boolean {
  const known = (PHRASES as readonly string[]).includes(wanted.map((w) => w.text).join(' '));
  const [have, want] = [found, wanted].map((words) => words.map((w) => plainText(w.text))) as [
    string[],
    string[],
  ];
  const differing = want.flatMap((word, k) => (have[k] === word ? [] : [k]));
  if (differing.length > 0)
    return (
      known &&
      wanted.length >= SURE &&
      differing.length === 1 &&
      differing.every((k) => isSlip(have[k] ?? '', want[k] ?? ''))
    );
  // «lấn thứ XI»: before a number it is meant.
  if (isNumbered && plainText(wanted.map((w) => w.text).join(' ')) === 'lan thu') return true;
  return !known || wanted.length > 2 || wanted.every((w, k) => hasLost((found[k] as Word).text, w.text));
}

/** Of so many words one may be mistyped, and one still sees which phrase it is. */
const SURE = 4;

/** One letter too many, too few, another, or two exchanged: «liệc» for «liệt», «hào» for «hòa». */
function isSlip(have: string, want: string): boolean {
  const [long, short] = have.length >= want.length ? [have, want] : [want, have];
  if (short.length < 3 || long.length - short.length > 1) return false;
  const from = [...long].findIndex((letter, i) => letter !== short[i]);
  const rest = long.slice(from + 1);
  if (long.length > short.length) return rest === short.slice(from);
  const exchanged = long[from + 1] === short[from] && long[from] === short[from + 1];
  return rest === short.slice(from + 1) || (exchanged && long.slice(from + 2) === short.slice(from + 2));
}

/** Whether a word differs from another by nothing but lost marks, or «hỏi» for «ngã». */
function hasLost(have: string, want: string): boolean {
  const [mine, right] = [marksOf(have), marksOf(want)];
  const isOf = (mark: string, marks: string) =>
    marks.includes(mark) || (mark === HOI && marks.includes(NGA)) || (mark === NGA && marks.includes(HOI));
  return (
    mine.length === right.length &&
    mine.every((marks, i) => [...marks].every((mark) => isOf(mark, right[i] as string)))
  );
}

const HOI = '\u0309';
const NGA = '\u0303';

/** Of each letter the marks that it bears; «đ» bears its stroke. */
function marksOf(word: string): string[] {
  const spelled = spelling(word).replaceAll('đ', 'd\u0335').normalize('NFD');
  return [...spelled.matchAll(/\p{L}(\p{M}*)/gu)].map((m) => m[1] ?? '');
}

/** «phòng, cách …» is no «phong cách»: a mark ends a phrase. */
function isUnbroken(text: string, words: readonly Word[]): boolean {
  return words.every((word, i) => {
    const before = words[i - 1];
    return before === undefined || text.slice(before.at + before.text.length, word.at).trim() === '';
  });
}

/** «Đảng bộ tỉnh», «Đại hội Đảng bộ»: one by its name, unlike «chi bộ, đảng bộ trong sạch». */
function isOfOne(words: readonly Word[], at: number): boolean {
  const next = words.slice(at + 2, at + 4).map((w) => spelling(w.text));
  const isPlace = new RegExp(`^(?:${LEVEL_WORDS})(?![\\p{L}])`, 'u').test(next.join(' '));
  const before = spelling(words[at - 1]?.text ?? '');
  return (isPlace && !EACH.has(before)) || before === 'hội';
}

/** «mỗi đảng bộ xã», «các đại hội đại biểu»: one of many. */
const EACH: ReadonlySet<string> = new Set(['mỗi', 'các', 'từng', 'những', 'mọi', 'một', 'nhiều']);

/** «đại hội đảng bộ các cấp», «đại hội chi bộ», «cơ sở»: no one body's name, and rightly small. */
function isOfMany(words: readonly Word[], after: number): boolean {
  const next = words.slice(after, after + 4).map((w) => spelling(w.text));
  const follows = next.join(' ');
  return /^(đảng bộ |chi bộ |đảng |đại biểu )*(các cấp|cấp|cơ sở|chi bộ|các chi|trực thuộc)/u.test(
    `${follows} `.trim(),
  );
}

function phraseFaults(
  found: readonly Word[],
  wanted: readonly Word[],
  begins: boolean,
  shouting: boolean,
  ofMany: boolean,
): SpellingFault[] {
  return wanted.flatMap((want, k): SpellingFault[] => {
    const have = found[k] as Word;
    const expected =
      // The first word of a phrase may begin a sentence or a line; a capital that is there stays.
      k === 0 && !shouting && (begins || isCapital(have.text))
        ? capitalised(want.text)
        : shouting
          ? want.text.toUpperCase()
          : want.text;
    if (spelling(have.text) !== spelling(want.text))
      return [{ code: 'diacritic', word: have.text, at: have.at, expected }];
    // «Đảng Cộng Sản Việt Nam»: a name of one body, whose other words are small.
    if (
      !shouting &&
      OF_ONE_BODY.has(wanted.map((w) => w.text).join(' ')) &&
      !isCapital(want.text) &&
      isCapital(have.text)
    )
      return [{ code: 'capital', word: have.text, at: have.at, expected: want.text }];
    if (!shouting && isCapital(want.text) && !isCapital(have.text) && !ofMany)
      return [{ code: 'capital', word: have.text, at: have.at, expected }];
    return [];
  });
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
