/** One number, term or place in a text, and what became of comparing it. */
export interface Mention {
  readonly what: 'number' | 'numeral' | 'term' | 'place' | 'place-other' | 'no-occasion' | 'date-other';
  readonly word: string;
  readonly at: number;
  readonly right: boolean;
  /** What should stand there; empty when nobody can know. */
  readonly expected: string;
}
