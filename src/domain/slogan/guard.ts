/**
 * Guards a slogan's text against the errors that cost most on cloth: another congress's number, another term, another
 * province, a lost diacritic. It says exactly which word, and what it should be; and where it finds nothing, what it
 * has compared.
 */
import { plainText } from '../text/plainText.ts';
import type { Mention } from './mention.ts';
import { mentionsIn } from './naming.ts';
import { placesOf } from './places.ts';
import { HIDDEN, seenText } from './seenText.ts';
import { lineBreakFaults, type SpaceFault, spaceFaults } from './spaces.ts';
import { PHRASES, type SpellingFault, spellingFaults } from './spelling.ts';
import type { NamedOccasion } from './spoken.ts';
import { spelling, wordsOf } from './vietnamese.ts';

export interface SloganFault {
  readonly code:
    | SpaceFault['code']
    | SpellingFault['code']
    | Mention['what']
    /** Of several occasions none: nobody can say which was meant. */
    | 'number-other'
    | 'term-other'
    | 'composed'
    /** A sign without width: nobody sees it, and words on either side are no longer found. */
    | 'hidden-letter'
    /** Not one letter bears a mark: typed without Vietnamese keys. */
    | 'no-marks'
    /** Several words on end bear none: asked about, since there are such words. */
    | 'few-marks'
    /** Of another alphabet, or one sign for a numeral: looks right, and is no letter of the press. */
    | 'strange-letter'
    | 'approved-differs';
  /** The word at fault, as it is written, and where it begins. */
  readonly word: string;
  readonly at: number;
  /** What should stand there; empty when nobody can know. */
  readonly expected: string;
}

/** What a slogan is measured by. */
export interface Guarded {
  readonly occasions: readonly NamedOccasion[];
  /** The texts that somebody has approved, by their plain letters. */
  readonly approved: ReadonlyMap<string, readonly string[]>;
}

const HINTS: ReadonlySet<SloganFault['code']> = new Set([
  'no-occasion',
  'place-other',
  'date-other',
  'diacritic-maybe',
  'few-marks',
]);

/**
 * What cannot be judged: numbers, places and days that belong to no occasion of the campaign, words that may be meant.
 * They are told, are no error, and nothing of them is mended.
 */
export function isHint({ code }: Pick<SloganFault, 'code'>): boolean {
  return HINTS.has(code);
}

/** Nothing for a text that is letter by letter an approved one: who approved it has read it. */
export function guardSlogan(text: string, { occasions, approved }: Guarded): SloganFault[] {
  const alike = approved.get(plainText(text)) ?? [];
  if (alike.includes(text)) return [];
  const composed = text.normalize('NFC');
  const seen = seenText(composed);
  const faults: SloganFault[] = [
    ...[...composed.matchAll(HIDDEN)].map((m) => ({
      code: 'hidden-letter' as const,
      word: m[0],
      at: m.index,
      expected: '',
    })),
    ...(text === composed
      ? []
      : [{ code: 'composed' as const, word: firstDecomposed(text), at: 0, expected: '' }]),
    // What stands in the text as it is seen, where it is in the text as it was typed.
    ...faultsSeen(seen.text, occasions, alike).map((fault) => {
      const [at, end] = [fault.at, fault.at + fault.word.length].map(seen.placeOf) as [number, number];
      return { ...fault, at, word: composed.slice(at, end) };
    }),
  ];
  return withoutOverlaps(faults);
}

function faultsSeen(
  text: string,
  occasions: readonly NamedOccasion[],
  alike: readonly string[],
): SloganFault[] {
  const phrases = [...PHRASES, ...placesOf(occasions).map(({ level, name }) => `${level} ${name}`)];
  const faults: SloganFault[] = [
    ...spaceFaults(text),
    ...lineBreakFaults(text, phrases),
    ...mentionsIn(text, occasions)
      .filter((mention) => !mention.right)
      .map((mention) => ({ code: codeOf(mention), ...placeOf(mention) })),
    ...strangeLetters(text),
  ];
  const [first] = wordsOf(text);
  if (first !== undefined && hasNoMarks(text))
    faults.push({ code: 'no-marks', word: first.text, at: first.at, expected: '' });
  else faults.push(...bareRuns(text));
  const told = new Set(faults.filter((f) => !isHint(f)).map((f) => f.at));
  faults.push(...spellingFaults(text, phrases).filter((f) => !told.has(f.at)));
  const [known] = alike;
  const differs = known === undefined || isShouting(text) ? null : firstDifference(text, known);
  if (differs !== null && !faults.some((f) => f.at === differs.at)) faults.push(differs);
  return faults;
}

/** Of two that lie one in the other the longer: a line that breaks has the spaces about it. A hint hides no error. */
function withoutOverlaps(faults: readonly SloganFault[]): SloganFault[] {
  const kept: SloganFault[] = [];
  const byPlace = [...faults].sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  const overlaps = (a: SloganFault, b: SloganFault) =>
    a.at < b.at + b.word.length && b.at < a.at + a.word.length;
  for (const fault of [...byPlace.filter((f) => !isHint(f)), ...byPlace.filter(isHint)])
    if (fault.code === 'composed' || !kept.some((f) => f.code !== 'composed' && overlaps(f, fault)))
      kept.push(fault);
  return kept.sort((a, b) => a.at - b.at);
}

const STRANGE = /[\p{L}\p{N}]*[\p{Script=Cyrillic}\p{Script=Greek}\u2160-\u2188][\p{L}\p{N}]*/gu;
/** «XlV»: a small L among the letters of a Roman numeral. */
const SMALL_L = /(?<![\p{L}\p{N}])(?=[IVXC]*l)[IVXCl]*[IVXC][IVXCl]*(?![\p{L}\p{N}])/gu;

function strangeLetters(text: string): SloganFault[] {
  return [
    ...[...text.matchAll(STRANGE)].map((m) => ({
      code: 'strange-letter' as const,
      word: m[0],
      at: m.index,
      expected: '',
    })),
    ...[...text.matchAll(SMALL_L)].map((m) => ({
      code: 'numeral' as const,
      word: m[0],
      at: m.index,
      expected: m[0].replaceAll('l', 'I'),
    })),
  ];
}

/** Four Vietnamese words on end without a mark are hardly ever meant so. */
function hasNoMarks(text: string): boolean {
  return (
    wordsOf(text).filter((w) => /^[a-z]+$/iu.test(w.text)).length >= 4 &&
    !/[^ -~\s]/u.test(text.replace(/[“”‘’–—…]/gu, ''))
  );
}

/** So many words on end without a mark are rarely meant so: «doan ket, sang tao». */
const BARE = 4;

/** Runs of words within a text that bear no mark, where others do. */
function bareRuns(text: string): SloganFault[] {
  const words = wordsOf(text);
  const runs: (typeof words)[] = [];
  let run: typeof words = [];
  for (const word of words) {
    if (/^[a-z]{2,}$/iu.test(word.text) && !/^[IVXLC]+$/u.test(word.text)) run.push(word);
    else {
      runs.push(run);
      run = [];
    }
  }
  return [...runs, run].flatMap((bare): SloganFault[] => {
    const [first, last] = [bare[0], bare.at(-1)];
    if (bare.length < BARE || first === undefined || last === undefined) return [];
    const word = text.slice(first.at, last.at + last.text.length);
    return [{ code: 'few-marks', word, at: first.at, expected: '' }];
  });
}

function isShouting(text: string): boolean {
  return text === text.toUpperCase();
}

function codeOf({ what, expected }: Mention): SloganFault['code'] {
  if (what === 'number' || what === 'term') return expected === '' ? `${what}-other` : what;
  return what;
}

function placeOf({ word, at, expected }: Mention) {
  return { word, at, expected };
}

/** The first word in which a text differs from an approved one that has the same plain letters. */
function firstDifference(text: string, known: string): SloganFault | null {
  const words = wordsOf(known.normalize('NFC'));
  for (const [i, word] of wordsOf(text).entries()) {
    const expected = words[i]?.text ?? '';
    if (spelling(word.text) !== spelling(expected))
      return { code: 'approved-differs', word: word.text, at: word.at, expected };
  }
  return null;
}

/** What was compared in a text and found right: for whoever must know what nobody has looked at. */
export interface Checked {
  /** Letter by letter an approved text: nothing else was asked. */
  readonly approved: boolean;
  readonly numbers: readonly string[];
  readonly terms: readonly string[];
  readonly places: readonly string[];
}

export function checkedIn(text: string, { occasions, approved }: Guarded): Checked {
  const right = mentionsIn(seenText(text.normalize('NFC')).text, occasions).filter(
    (mention) => mention.right,
  );
  const of = (what: Mention['what']) => [...new Set(right.filter((m) => m.what === what).map((m) => m.word))];
  return {
    approved: approved.get(plainText(text))?.includes(text) === true,
    numbers: of('number'),
    terms: of('term'),
    places: of('place'),
  };
}

const SPACES: ReadonlySet<SloganFault['code']> = new Set([
  'hidden-letter',
  'double-space',
  'edge-space',
  'mark-space',
  'line-break',
]);

/** More than this no text has needed yet: what a mend brings to light is mended in the next round. */
const ROUNDS = 5;

/** The text, composed, with every fault mended that has one right answer. */
export function correctedSlogan(text: string, guarded: Guarded): string {
  let mended = text.normalize('NFC').trim();
  for (let round = 0; round < ROUNDS; round++) {
    const faults = guardSlogan(mended, guarded);
    // Typed without Vietnamese keys it is to be typed anew: half mended it would look right.
    if (faults.some((f) => f.code === 'no-marks')) break;
    const next = mendedOnce(mended, faults);
    if (next === mended) break;
    mended = next;
  }
  return mended;
}

function mendedOnce(text: string, faults: readonly SloganFault[]): string {
  let mended = text;
  for (const { code, word, at, expected } of [...faults].sort((a, b) => b.at - a.at)) {
    if (code === 'composed' || isHint({ code }) || (expected === '' && !SPACES.has(code))) continue;
    mended = mended.slice(0, at) + expected + mended.slice(at + word.length);
  }
  return mended.trim();
}

function firstDecomposed(text: string): string {
  return wordsOf(text).find((w) => w.text !== w.text.normalize('NFC'))?.text ?? '';
}
