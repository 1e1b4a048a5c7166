/**
 * Names in the letters that Vietnamese files had before Unicode: TCVN3 (ABC), VNI and Windows-1258. Their bytes come out
 * as Western signs («Chî Míi», «Chôï Môùi»), whether a file holds them so or was already saved as UTF-8.
 */
import { isVietnamese } from './syllable.ts';
import { fromTcvn3, fromVni, fromWindows1258 } from './tables.ts';

export const LETTERS = ['tcvn3', 'vni', 'windows-1258'] as const;
export type Letters = (typeof LETTERS)[number];

const CONVERSIONS: Readonly<Record<Letters, (text: string) => string>> = {
  tcvn3: fromTcvn3,
  vni: fromVni,
  'windows-1258': fromWindows1258,
};

/** A text of these letters in Unicode, composed. */
export function unicodeOf(text: string, letters: Letters): string {
  return CONVERSIONS[letters](text).normalize('NFC');
}

export interface LettersFound {
  readonly letters: Letters;
  /** A few texts as they stand in the file, and in Unicode. */
  readonly examples: readonly (readonly [before: string, after: string])[];
}

/** So large a share of the words that are not plain must be Vietnamese after a conversion. */
const SURE = 0.85;
/** So many texts tell enough. */
const LOOKED_AT = 2000;
const EXAMPLES = 3;

/** Null where the texts are Unicode already, or nothing can be told of them. */
export function lettersOf(texts: Iterable<string>): LettersFound | null {
  const looked: string[] = [];
  for (const text of texts) {
    // Plain texts say nothing of their letters.
    if (/[\u0080-\uffff]/u.test(text)) looked.push(text);
    if (looked.length >= LOOKED_AT) break;
  }
  if (looked.length === 0) return null;
  const asItIs = shareOf(looked);
  let best: { readonly letters: Letters; readonly share: number } | null = null;
  for (const letters of LETTERS) {
    const share = shareOf(looked.map((text) => unicodeOf(text, letters)));
    if (share > (best?.share ?? 0)) best = { letters, share };
  }
  if (best === null || best.share < SURE || best.share <= asItIs) return null;
  const { letters } = best;
  const changed = [...new Set(looked)].filter((text) => unicodeOf(text, letters) !== text.normalize('NFC'));
  return !changed.some((text) => tells(text, letters))
    ? null
    : { letters, examples: changed.slice(0, EXAMPLES).map((text) => [text, unicodeOf(text, letters)]) };
}

/** A word of several letters that is one only in Unicode; a dot or a sign of degrees by itself tells nothing. */
function tells(text: string, letters: Letters): boolean {
  return text.split(/\s+/u).some((word) => {
    const letterCount = word.match(/\p{L}/gu)?.length ?? 0;
    return letterCount >= 2 && /[\u0080-\uffff]/u.test(word) && isVietnamese(unicodeOf(word, letters));
  });
}

/** The share of words with marks or strange signs that are Vietnamese. */
function shareOf(texts: readonly string[]): number {
  let [all, good] = [0, 0];
  for (const text of texts)
    for (const word of text.normalize('NFC').split(/[\s,.;:()[\]{}/\\"'“”«»!?+=*&#%<>|0-9–-]+/u)) {
      if (!/[\u0080-\uffff]/u.test(word)) continue;
      all++;
      if (isVietnamese(word)) good++;
    }
  return all === 0 ? 0 : good / all;
}
