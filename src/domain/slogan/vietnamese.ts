/** Vietnamese words as a slogan's guard compares them. */

/** A word with where it stands in its text. */
export interface Word {
  readonly text: string;
  readonly at: number;
}

/** Letters and figures run together; everything else divides. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((m) => ({ text: m[0], at: m.index }));
}

/** The mark of tone may stand on either vowel of «hòa» and «hoà»: both are right, and compared as one. */
const TONES: readonly (readonly [RegExp, string])[] = [
  [/o([\u0300\u0301\u0309\u0303\u0323])([ae])(?![\p{L}])/gu, 'o$2$1'],
  [/u([\u0300\u0301\u0309\u0303\u0323])(y)(?![\p{L}])/gu, 'u$2$1'],
];

/** Two words are written alike when they differ at most in capitals and in where the tone's mark stands. */
export function spelling(word: string): string {
  let w = word.toLowerCase().normalize('NFD');
  for (const [pattern, by] of TONES) w = w.replace(pattern, by);
  return w.normalize('NFC');
}

export function isCapital(word: string): boolean {
  const [first = ''] = word;
  return first !== first.toLowerCase();
}

/** The one value that there is; empty when there is none, or several. */
export function only(values: Iterable<string>): string {
  const all = [...new Set(values)];
  return all.length === 1 ? (all[0] as string) : '';
}
