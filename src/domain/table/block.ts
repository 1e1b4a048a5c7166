/** Blocks of cells between the table and a spreadsheet: read and written as tab-separated text. */

/**
 * Cells of a block as spreadsheets put them on the clipboard: quoted where they hold a tab, a quote or a line break.
 * A cell that merely begins with a quote is text: a quoted one ends in a quote with nothing after it.
 */
export function readBlock(text: string): string[][] {
  const t = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const even = isEven(t);
  const rows: string[][] = [];
  let row: string[] = [];
  for (let i = 0; ; ) {
    const quoted = t[i] === '"' ? quotedCell(t, i, even) : null;
    const end = quoted?.end ?? plainEnd(t, i);
    row.push(quoted?.cell ?? t.slice(i, end));
    if (t[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    if (end >= t.length) return rows;
    i = end + 1;
  }
}

/** Whether all lines hold the same number of tabs, and some: then each of them reads as a whole row. */
function isEven(t: string): boolean {
  const tabs = t.split('\n').map((line) => line.split('\t').length);
  return (tabs[0] ?? 0) > 1 && tabs.every((n) => n === tabs[0]);
}

function plainEnd(t: string, from: number): number {
  const ends = /[\t\n]|$/g;
  ends.lastIndex = from;
  return ends.exec(t)?.index ?? t.length;
}

/**
 * The quoted cell that begins at `from`, or null where there is none. In a block whose lines are whole rows, a cell
 * that would run over tabs and line breaks is none: two rows, each with a stray quote, are not one.
 */
function quotedCell(t: string, from: number, even: boolean): { cell: string; end: number } | null {
  let i = from + 1;
  for (;;) {
    i = t.indexOf('"', i);
    if (i < 0) return null;
    if (t[i + 1] !== '"') break;
    i += 2;
  }
  const after = t[i + 1];
  const raw = t.slice(from + 1, i);
  if (after !== undefined && after !== '\t' && after !== '\n') return null;
  if (even && raw.includes('\t') && raw.includes('\n')) return null;
  return { cell: raw.replaceAll('""', '"'), end: i + 1 };
}

export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((c) => (/[\t\n"]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join('\t'))
    .join('\n');
}

/**
 * A comma-separated file that spreadsheets open with its diacritics. A cell that begins like a formula is written with
 * an apostrophe before it, so that text from outside is never calculated.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  const safe = (c: string) => (/^[=+\-@\t\r]/.test(c) && !/^-?[\d.,]+$/.test(c) ? `'${c}` : c);
  const lines = rows.map((row) =>
    row
      .map(safe)
      .map((c) => (/[",;\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c))
      .join(','),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
