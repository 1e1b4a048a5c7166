/**
 * Cuts a row of the checklist that would be taller than a page into rows that are not. A row stays whole on its page,
 * and what does not fit on any page is not set at all: so no row may be that tall.
 */
import type { SheetRow } from '../checklist/sheet.ts';

type BlockKind = 'title' | 'slogan' | 'detail';

export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
}

/** Width of the column of words, in points; fixed, since a column that grows with a word grows off the page. */
export const WORDS_WIDTH = 146;
/** Size of a row's letters, in points: it is read outdoors, on a ladder, at dusk. */
export const ROW_SIZE = 12;

/**
 * Lines of a piece, by estimate: a third of a page. Letters wider than estimated and lines that stay half empty before
 * a long word make twice as many at the worst, which a page still holds.
 */
const LINES = 24;

/** The words of a row, cut where need be: one piece for nearly every row. */
export function rowPieces(row: SheetRow): Block[][] {
  const blocks: Block[] = [
    { kind: 'title', text: row.title },
    ...(row.slogan === null ? [] : [{ kind: 'slogan' as const, text: `“${row.slogan}”` }]),
    // Blank lines, one after the other, say no more on paper than one.
    ...row.details.map((text) => ({
      kind: 'detail' as const,
      text: text.trim().replace(/\n\s*\n\s*\n/g, '\n\n'),
    })),
  ];
  const pieces: Block[][] = [];
  let piece: Block[] = [];
  let left = LINES;
  for (const { kind, text } of blocks) {
    let start = 0;
    while (start < text.length) {
      const { end, lines } = fitting(text, start, ROW_SIZE, left);
      if (end > start) {
        piece.push({ kind, text: text.slice(start, end).replace(/\n$/, '') });
        left -= lines;
        start = end;
      }
      if (start < text.length) {
        pieces.push(piece);
        piece = [];
        left = LINES;
      }
    }
  }
  return [...pieces, piece];
}

/** How many lines some words take, by estimate. */
export function linesOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + fitting(text, 0, ROW_SIZE, LINES).lines, 0);
}

/** How far a text goes into some lines: to its end, to the end of a line or word, at the worst between two letters. */
function fitting(text: string, start: number, size: number, lines: number): { end: number; lines: number } {
  const room = lines * WORDS_WIDTH;
  let used = 0;
  let lastBreak = start;
  let at = start;
  while (at < text.length) {
    const letter = String.fromCodePoint(text.codePointAt(at) as number);
    // A line that ends early takes its whole width.
    const next =
      letter === '\n' ? (Math.floor(used / WORDS_WIDTH) + 1) * WORDS_WIDTH : used + widthOf(letter) * size;
    if (next > room) return { end: lastBreak > start ? lastBreak : at, lines };
    used = next;
    at += letter.length;
    if (/\s/.test(letter)) lastBreak = at;
  }
  return { end: text.length, lines: Math.ceil(used / WORDS_WIDTH) };
}

/** Width of a letter in its own size, by kind of letter. */
function widthOf(letter: string): number {
  if (/\s/.test(letter)) return 0.25;
  if (/[\p{Lu}—]/u.test(letter)) return 0.75;
  return letter <= '\u1eff' ? 0.5 : 1;
}
