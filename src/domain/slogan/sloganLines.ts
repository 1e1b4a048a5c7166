/** Many slogans from one pasted text: a list of a document, columns of a sheet. Nothing is cut, and nothing lost. */
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

/** «-», «•», «➢» and the bullets of Word's symbol typefaces before a line of a list; «a)» and «A)» as well. */
const BULLET =
  /^\s*(?:[-–—•●▪◦‣▸►➢➤✓✔§★☆◆■+*·\uf0a7\uf0b7\uf0d8\uf0fc]|\(?[a-zđA-ZĐ]\))\s*(?=["“«\p{L}\p{N}])/u;
/** «1.», «2)», «(3)», «4.», «5:», «6-» before a line; «1.000», «1/5», «1-6» are the slogan's own. */
const NUMBER = /^\s*\(?(\d{1,3})\s*[.):/–—-](?:\s+|(?=["“«(\p{L}]))/u;
/** A list whose lines were partly left out counts on, at most so far. */
const LEFT_OUT = 5;
/** Quotation marks about a whole line, and none within. */
const QUOTED = /^[«“"„]([^«»“”„"]*)[»”"]([.!]?)$/u;

/**
 * One slogan a line. Of a row of a sheet the cells that end like a slogan, else the longest: not numbers, units, types.
 * A sentence that tabs divide stays one, and so does a cell with lines of its own. Lines without words are passed over.
 * Numbers before lines are left out where they count the lines. `known`: the texts that the campaign has already.
 */
export function sloganLines(pasted: string, known: Iterable<string>): SloganLine[] {
  const seen = new Map([...known].map((text) => [alike(text), 'known' as LineProblem]));
  const cells = rowsOf(pasted).flatMap(({ number, text }) =>
    slogansOf(text).map((cell) => ({ number, cell })),
  );
  const numbered = countsLines(cells.map(({ cell }) => cell));
  const lines: SloganLine[] = [];
  for (const { number, cell } of cells) {
    const text = textOf(numbered ? cell.replace(NUMBER, '') : cell);
    if (!/\p{L}/u.test(text)) continue;
    const problem = text.length > LONGEST_SLOGAN ? 'long' : (seen.get(alike(text)) ?? null);
    lines.push({ number, text, problem });
    if (problem === null) seen.set(alike(text), 'twice');
  }
  return lines;
}

/** A cell of a sheet that has lines of its own comes in quotation marks, with its own marks doubled. */
const CELL_WITH_LINES = /(?<=^|\t)"((?:[^"]|"")*\n(?:[^"]|"")*)"(?=\t|$)/gmu;
/** Stands for a line's end within a cell, until the rows are divided. */
const WITHIN = '\u0000';

function rowsOf(pasted: string): { readonly number: number; readonly text: string }[] {
  const plain = pasted.replace(/\0/gu, '').replace(/\r\n|\r|\u2028|\u2029|\v/gu, '\n');
  const whole = plain.replace(CELL_WITH_LINES, (_, cell: string) =>
    cell.replaceAll('""', '"').replaceAll('\n', WITHIN),
  );
  let number = 1;
  return whole.split('\n').map((row) => {
    const [at, text] = [number, row.replaceAll(WITHIN, '\n')];
    number += text.split('\n').length;
    return { number: at, text };
  });
}

/** Whether the numbers before lines are those of a list: «19. 5 là ngày …» alone begins with no number of a line. */
function countsLines(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) => {
    const number = NUMBER.exec(line);
    return number === null ? [] : [{ n: Number(number[1]), rest: line.slice(number[0].length) }];
  });
  const [first] = numbers;
  if (first === undefined) return false;
  // One alone may be a day: «1. 5 là ngày …».
  if (numbers.length === 1) return first.n === 1 && !/^\d/.test(first.rest);
  return numbers.every(({ n }, i) => {
    const before = numbers[i - 1]?.n ?? n - 1;
    // A new part of the document counts anew.
    return n === 1 || (n > before && n - before <= LEFT_OUT);
  });
}

/** The cells of a row that are slogans. */
function slogansOf(row: string): string[] {
  const cells = row.split('\t').filter((cell) => /\p{L}/u.test(cell));
  const parts: string[] = [];
  let open: string[] = [];
  for (const cell of cells) {
    // «chào mừng ⇥ các đại biểu …!»: what begins small goes on with what is before it, if the sentence ends there.
    if (!/^\s*\p{Ll}/u.test(cell)) {
      parts.push(...open);
      open = [];
    }
    open.push(cell);
    if (!ENDED.test(cell)) continue;
    parts.push(open.map((part) => part.trim()).join(' '));
    open = [];
  }
  parts.push(...open);
  const ended = parts.filter((part) => ENDED.test(part));
  if (ended.length > 0) return ended;
  const longest = parts.reduce((most, c) => (c.trim().length > most.trim().length ? c : most), '');
  return longest === '' ? [] : [longest];
}

const ENDED = /[!]["”»]?\s*$/u;

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
