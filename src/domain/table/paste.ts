/** A block pasted into the table: what each row of it would do, and which cells make no sense. Stores nothing. */

import type { Placement } from '../model/entities/placement.ts';
import type { Reason } from '../model/result.ts';
import { type CellColumn, type CellContext, DERIVED_COLUMNS, type Fields, readCell } from './cells.ts';
import { plainText } from './filter.ts';

interface BadCell {
  /** As the person counts: from 1, the heading not counted. */
  readonly row: number;
  readonly column: CellColumn;
  readonly text: string;
  readonly reason: Reason;
}

export interface PastedRow {
  readonly row: number;
  /** The placement that it changes; null for a new one. */
  readonly target: Placement | null;
  readonly fields: Partial<Fields>;
  readonly cells: readonly string[];
  readonly bad: readonly BadCell[];
}

export interface PastePlan {
  readonly columns: readonly CellColumn[];
  readonly rows: readonly PastedRow[];
  readonly bad: readonly BadCell[];
  /** Rows of the block for which there was no row left in the table. */
  readonly beyond: number;
}

/**
 * The columns that a block's first row names, null for one that is empty, unknown or named before; or null when the
 * row is no heading: it is one when it names at least two columns.
 */
export function headingOf(
  cells: readonly string[],
  names: Readonly<Record<CellColumn, readonly string[]>>,
): (CellColumn | null)[] | null {
  const entries = Object.entries(names) as [CellColumn, readonly string[]][];
  const named = new Set<CellColumn>();
  const found = cells.map((cell) => {
    const wanted = plainText(cell.trim());
    const column = entries.find(([, words]) => words.some((w) => plainText(w) === wanted))?.[0];
    if (wanted === '' || column === undefined || named.has(column)) return null;
    named.add(column);
    return column;
  });
  return named.size > 1 ? found : null;
}

/** The order in which cells of a row are read: what others depend on comes first. */
const ORDER: readonly CellColumn[] = ['type', 'road', 'side', 'where', 'spacing', 'quantity'];

const DEPENDS: Partial<Record<CellColumn, readonly CellColumn[]>> = {
  where: ['type', 'road'],
  side: ['type'],
  spacing: ['type'],
  quantity: ['type'],
};

/** A block laid over rows that are there, from one cell on. */
export function pasteOver(
  block: readonly (readonly string[])[],
  targets: readonly Placement[],
  columns: readonly CellColumn[],
  context: CellContext,
): PastePlan {
  const rows = block.slice(0, targets.length).map((cells, i) => {
    const target = targets[i] as Placement;
    const { id: _id, version: _version, ...fields } = target;
    return { target, ...readRow(i + 1, cells, columns, fields, context, true) };
  });
  return planOf(columns, rows, Math.max(0, block.length - targets.length));
}

/**
 * A block with a heading: every row is a new placement, begun from `blank` and its type. Columns without a name of
 * ours are passed over without shifting the others, rows without a word in them as well.
 */
export function pasteNew(
  block: readonly (readonly string[])[],
  heading: readonly (CellColumn | null)[],
  blank: (typeText: string) => Fields,
  context: CellContext,
): PastePlan {
  const known = heading.flatMap((column, i) => (column === null ? [] : [{ column, i }]));
  const columns = known.map((k) => k.column);
  const rows = block.flatMap((whole, i) => {
    const cells = known.map((k) => whole[k.i] ?? '');
    return cells.every((c) => c.trim() === '') ? [] : [newRow(i + 1, cells, columns, blank, context)];
  });
  return planOf(columns, rows, 0);
}

function newRow(
  row: number,
  cells: readonly string[],
  columns: readonly CellColumn[],
  blank: (typeText: string) => Fields,
  context: CellContext,
): PastedRow {
  const start = blank(cells[columns.indexOf('type')] ?? '');
  const read = readRow(row, cells, columns, start, context, false);
  const missing = (['type', 'road', 'where'] as const).filter((c) => !columns.includes(c));
  const bad = [
    ...read.bad,
    ...missing.map((column): BadCell => ({ row, column, text: '', reason: { code: 'cell.missing' } })),
  ];
  return { target: null, ...read, fields: { ...start, ...read.fields }, bad };
}

function planOf(columns: readonly CellColumn[], rows: readonly PastedRow[], beyond: number): PastePlan {
  return { columns, rows, bad: rows.flatMap((r) => r.bad), beyond };
}

function readRow(
  row: number,
  cells: readonly string[],
  columns: readonly CellColumn[],
  start: Fields,
  context: CellContext,
  partial: boolean,
): Omit<PastedRow, 'target'> {
  const fields: Partial<Fields> = {};
  const bad: BadCell[] = [];
  const order = columns
    .map((column, i) => ({ column, text: cells[i] ?? '' }))
    .sort((a, b) => rank(a.column) - rank(b.column));
  for (const { column, text } of order) {
    // What follows from other columns comes along in a copied block: it is passed over, not refused.
    if (DERIVED_COLUMNS.has(column)) continue;
    // What hangs on a cell that could not be read would only say so again.
    if (DEPENDS[column]?.some((on) => bad.some((b) => b.column === on))) continue;
    const now = { ...start, ...fields };
    if (column === 'quantity' && now.rule !== null) continue;
    if (column === 'spacing' && now.rule === null) continue;
    if (!partial && text.trim() === '' && !['type', 'road', 'where'].includes(column)) continue;
    const read = readCell(column, text, now, context);
    if (read.ok) Object.assign(fields, read.value);
    else bad.push({ row, column, text, reason: read.reason });
  }
  return { row, fields, cells, bad };
}

function rank(column: CellColumn): number {
  const at = ORDER.indexOf(column);
  return at < 0 ? ORDER.length : at;
}
