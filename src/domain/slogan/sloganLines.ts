/** Many slogans from one pasted text: a list of a document, a column of a sheet. Nothing is cut, and nothing lost. */
import { plainText } from '../text/plainText.ts';

/** What stops a line from becoming a slogan. */
type LineProblem = 'long' | 'known' | 'twice';

export interface SloganLine {
  /** From 1, as it stands in what was pasted. */
  readonly number: number;
  readonly text: string;
  readonly problem: LineProblem | null;
}

/** As long as a slogan may be. */
export const LONGEST_SLOGAN = 500;

/** «1.», «2)», «a)», «-», «•», «+» before a line of a list. */
const BULLET = /^\s*(?:\(?\d{1,3}\s*[.)/]|\(?[a-zđ]\)|[-–—•●▪+*·])\s+/iu;
/** Quotation marks about a whole line. */
const QUOTED = /^[«“"„](.*)[»”"]([.!]?)$/u;

/**
 * One slogan a line; of a row of a sheet its longest cell, which is not a number. Lines without words are passed over.
 * `known`: the texts that the campaign has already.
 */
export function sloganLines(pasted: string, known: Iterable<string>): SloganLine[] {
  const seen = new Map([...known].map((text) => [alike(text), 'known' as LineProblem]));
  const lines: SloganLine[] = [];
  for (const [i, raw] of pasted.split(/\r\n|\r|\n|\u2028|\u2029|\v/u).entries()) {
    const text = textOf(raw);
    if (!/\p{L}/u.test(text)) continue;
    const problem = text.length > LONGEST_SLOGAN ? 'long' : (seen.get(alike(text)) ?? null);
    lines.push({ number: i + 1, text, problem });
    if (problem === null) seen.set(alike(text), 'twice');
  }
  return lines;
}

function textOf(raw: string): string {
  const cells = raw.split('\t').filter((cell) => /\p{L}/u.test(cell));
  const cell = cells.reduce((longest, c) => (c.trim().length > longest.length ? c.trim() : longest), '');
  const bare = cell.replace(BULLET, '').trim();
  const quoted = QUOTED.exec(bare);
  return (quoted === null ? bare : `${quoted[1] ?? ''}${quoted[2] ?? ''}`).trim().normalize('NFC');
}

/** Alike but for spaces, marks at the end and capitals: printed twice by mistake. */
function alike(text: string): string {
  return `${plainText(text)
    .replace(/\s+/gu, ' ')
    .replace(/[\s!.]+$/u, '')}|${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}
