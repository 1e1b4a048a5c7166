/** Text that would not fit: cut for the page when it is drawn, and never lost. */

/** Letters that a line of the narrowest column holds; a longer word is broken. */
const WORD = 18;
/** Where a line may break without a sign. */
const BREAK = '\u200b';

/** The same words, with places to break in those that are longer than a line. */
export function breakable(text: string): string {
  return text.replace(/\S{19,}/gu, (word) => {
    const letters = [...word];
    const parts: string[] = [];
    for (let i = 0; i < letters.length; i += WORD) parts.push(letters.slice(i, i + WORD).join(''));
    return parts.join(BREAK);
  });
}

/** Letters in a line of the widest column, and lines that surely fit into half a page beside each other. */
const LINE = 24;
const LINES = 26;

/**
 * Paragraphs cut into portions of at most half a page each, at words; one portion when all of it is short. Nothing is
 * left out: the words of the portions together are the words of the paragraphs.
 */
export function portions(paragraphs: readonly string[]): string[][] {
  const all: string[][] = [[]];
  let lines = 0;
  for (const paragraph of paragraphs.flatMap((p) => p.split(/\r?\n/)))
    for (const piece of pieces(paragraph)) {
      const takes = Math.max(1, Math.ceil(piece.length / LINE));
      if (lines + takes > LINES && lines > 0) {
        all.push([]);
        lines = 0;
      }
      (all[all.length - 1] as string[]).push(piece);
      lines += takes;
    }
  return all;
}

/** A paragraph in pieces that each fit into a portion of their own. */
function pieces(paragraph: string): string[] {
  const most = LINE * LINES;
  if (paragraph.length <= most) return [paragraph];
  const parts: string[] = [];
  let part = '';
  for (const word of paragraph.split(' ').flatMap((w) => chunks(w, most))) {
    if (part.length + word.length + 1 > most) {
      parts.push(part);
      part = '';
    }
    part = part === '' ? word : `${part} ${word}`;
  }
  return part === '' ? parts : [...parts, part];
}

function chunks(word: string, size: number): string[] {
  const letters = [...word];
  if (letters.length <= size) return [word];
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, i) =>
    letters.slice(i * size, (i + 1) * size).join(''),
  );
}
