/** Blocks of cells between the table and a spreadsheet: read and written as tab-separated text. */

/** Cells of a block as Excel puts them on the clipboard: quoted where they hold a tab, a quote or a line break. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const t = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < t.length; i++) {
    const c = t[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (t[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === '\t') {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += c;
  }
  rows.push([...row, cell]);
  return rows;
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
      .map((c) => (/[",\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c))
      .join(','),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
