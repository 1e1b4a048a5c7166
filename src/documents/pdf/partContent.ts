/** A strip, what its marks say, and its rows. */
import type { Column, Content, TableCell } from 'pdfmake/interfaces';
import type { LegendEntry, SheetPart, SheetRow } from '../checklist/sheet.ts';
import { figure } from '../checklist/words.ts';
import { barSvg } from './barSvg.ts';
import { type Block, linesOf, ROW_SIZE, rowPieces, WORDS_WIDTH } from './rowPieces.ts';
import { stripSvg } from './stripSvg.ts';
import { markCell } from './svg.ts';
import { GRID, INNER, tickBox, WITHIN } from './tables.ts';

const HEAD = ['Số', 'Việc, nội dung', 'Lý trình, bên', 'Số lượng', 'Đã lắp', 'Đã chụp', 'Ghi chú'];
const WIDTHS = [22, WORDS_WIDTH, 90, 40, 28, 32, 50];
/** Points between a strip and the table below it. */
const ROWS_BELOW = 6;
/** Points that a strip keeps for its first row at the most: a long row goes on over the page anyway. */
const MOST_ROOM = 260;
/** All but the first column, with what lies between them. */
const BAR_WIDTH = 414;

export function partContent(p: SheetPart): Content[] {
  const heading: Content[] = [
    ...(p.heading === null ? [] : [{ text: p.heading, bold: true, fontSize: 13 }]),
    ...(p.title === null ? [] : [{ text: p.title, bold: true, fontSize: 12 }]),
  ];
  const drawn: Content[] =
    p.strip === null ? [] : [{ svg: stripSvg(p.strip), margin: [0, 3, 0, 0] }, ...legend(p.legend)];
  const caption: Content[] =
    p.caption === '' ? [] : [{ text: p.caption, italics: true, fontSize: 9.5, margin: [0, 3, 0, 0] }];
  // A heading and its strip stay with the first row: they keep room for it, which the table then takes back.
  const room = roomFor(p.rows[0]);
  const kept: Content = { text: '', fontSize: 1, lineHeight: 0, margin: [0, room, 0, 0] };
  return [
    { unbreakable: true, margin: [0, 12, 0, 0], stack: [...heading, ...drawn, ...caption, kept] },
    table(p.rows, ROWS_BELOW - room),
    totalLine(p.total),
  ];
}

export function totalLine(text: string): Content {
  return { text, bold: true, fontSize: ROW_SIZE, alignment: 'right', margin: [0, 4, 0, 0] };
}

function legend(entries: readonly LegendEntry[]): Content[] {
  const pairs = entries.filter((_, i) => i % 2 === 0).map((entry, i) => [entry, entries[2 * i + 1]] as const);
  return pairs.map((pair, i) => ({
    margin: [0, i === 0 ? 4 : 1, 0, 0],
    fontSize: 10,
    columns: pair.flatMap((entry): Column[] =>
      entry === undefined
        ? [{ width: '*', text: '' }]
        : [
            { width: 16, svg: markCell(entry.mark) },
            { width: '*', text: entry.text },
          ],
    ),
  }));
}

/** Points that the head of the table and its first row take, by estimate, with their bar: less than half a page. */
function roomFor(row: SheetRow | undefined): number {
  if (row === undefined) return 0;
  const bar = row.bar === null ? 0 : 40 + 11 * row.bar.lanes.length;
  const lines = Math.max(linesOf(rowPieces(row)[0] ?? []), row.where.length);
  return Math.min(MOST_ROOM, 48 + lines * ROW_SIZE * 1.12 + bar);
}

/** `above`: points between the strip and the table. */
function table(rows: readonly SheetRow[], above: number): Content {
  return {
    margin: [0, above, 0, 0],
    fontSize: ROW_SIZE,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: WIDTHS,
      body: [
        HEAD.map((words): TableCell => ({ text: words, bold: true, alignment: 'center', fontSize: 10 })),
        ...rows.flatMap(withBar),
      ],
    },
    layout: GRID,
  };
}

/** A row that is taller than a page goes on in rows of its own, under the same number. */
function rowCells(r: SheetRow): TableCell[][] {
  return rowPieces(r).map((blocks, i): TableCell[] => [
    nameCell(r),
    { stack: [...(i === 0 ? [] : [{ text: '(tiếp)' }]), ...blocks.map(words)] },
    ...(i === 0 ? figures(r) : ['', '', '', '', '']),
  ]);
}

/** A stretch and its bar are one row, so that no page ends between them: a table of its own across all columns. */
function withBar(r: SheetRow): TableCell[][] {
  const rows = rowCells(r);
  const last = rows.pop();
  if (r.bar === null || last === undefined) return last === undefined ? rows : [...rows, last];
  const body = [last, ['', { colSpan: 6, svg: barSvg(r.bar, BAR_WIDTH) }, '', '', '', '', '']];
  const within: TableCell = { colSpan: 7, margin: WITHIN, table: { widths: WIDTHS, body }, layout: INNER };
  return [...rows, [within, '', '', '', '', '', '']];
}

function nameCell(r: SheetRow): TableCell {
  return r.mark === null
    ? { text: r.number === null ? '' : String(r.number), alignment: 'center', bold: true }
    : { svg: markCell(r.mark), alignment: 'center', margin: [0, 2, 0, 0] };
}

function words({ kind, text }: Block): Content {
  return { text, bold: kind === 'title', italics: kind === 'slogan' };
}

function figures(r: SheetRow): TableCell[] {
  const quantity = figure(r.quantity);
  const left = r.quantity - r.done;
  return [
    { stack: r.where.map((text) => ({ text })), alignment: 'center' },
    {
      alignment: 'center',
      stack: [
        // A number broken over two lines is read as two.
        { text: quantity, bold: true, ...(quantity.length > 6 ? { fontSize: 8 } : {}) },
        ...(r.done > 0 && left > 0 ? [{ text: `còn ${figure(left)}` }] : []),
      ],
    },
    tickBox(r.quantity > 0 && left <= 0),
    tickBox(false),
    '',
  ];
}
