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

/** «-», «•», «➢» and the bullets of Word's symbol typefaces before a line of a list; «a)» as well. */
const BULLET = /^\s*(?:[-–—•●▪◦‣▸►➢➤✓✔§★☆◆■+*·\uf0a7\uf0b7\uf0d8\uf0fc]|\(?[a-zđ]\))\s*(?=["“«\p{L}\p{N}])/u;
/** «1.», «2)», «(3)», «4.», «5:», «6-» before a line. */
const NUMBER = /^\s*\(?(\d{1,3})\s*(?:[.)/:]|[-–—])\s*(?=\S)/u;
/** Quotation marks about a whole line, and none within. */
const QUOTED = /^[«“"„]([^«»“”„"]*)[»”"]([.!]?)$/u;

/**
 * One slogan a line. Of a row of a sheet the cell that is a slogan: not a number, and of several that which ends like
 * one, or the longest; a sentence that a tab divides stays one. Lines without words are passed over. Numbers before
 * lines are left out where they count the lines. `known`: the texts that the campaign has already.
 */
export function sloganLines(pasted: string, known: Iterable<string>): SloganLine[] {
  const seen = new Map([...known].map((text) => [alike(text), 'known' as LineProblem]));
  const cells = pasted.split(/\r\n|\r|\n|\u2028|\u2029|\v/u).map(cellOf);
  const numbered = countsLines(cells.filter((text) => /\p{L}/u.test(text)));
  const lines: SloganLine[] = [];
  for (const [i, cell] of cells.entries()) {
    const text = textOf(numbered ? cell.replace(NUMBER, '') : cell);
    if (!/\p{L}/u.test(text)) continue;
    const problem = text.length > LONGEST_SLOGAN ? 'long' : (seen.get(alike(text)) ?? null);
    lines.push({ number: i + 1, text, problem });
    if (problem === null) seen.set(alike(text), 'twice');
  }
  return lines;
}

/** Whether the numbers before lines are those of a list: «19. 5 là ngày …» alone begins with no number of a line. */
function countsLines(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) => {
    const number = NUMBER.exec(line)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  const [first] = numbers;
  if (first === undefined || (numbers.length === 1 && first !== 1)) return false;
  // A new part of the document counts anew.
  return numbers.every((n, i) => i === 0 || n === 1 || n === (numbers[i - 1] ?? 0) + 1);
}

function cellOf(line: string): string {
  const parts: string[] = [];
  for (const cell of line.split('\t').filter((c) => /\p{L}/u.test(c))) {
    const last = parts.at(-1);
    // «chào mừng ⇥ các đại biểu»: what begins small goes on with what is before it.
    if (last !== undefined && /^\s*\p{Ll}/u.test(cell))
      parts[parts.length - 1] = `${last.trim()} ${cell.trim()}`;
    else parts.push(cell);
  }
  const ended = parts.filter((part) => /[!]["”»]?\s*$/u.test(part));
  const [only] = ended;
  if (only !== undefined && ended.length === 1) return only;
  return parts.reduce((longest, c) => (c.trim().length > longest.trim().length ? c : longest), '');
}

function textOf(raw: string): string {
  const bare = raw.replace(BULLET, '').trim();
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
