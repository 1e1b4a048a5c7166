/** A block pasted into the table: what each row of it would do, and which cells make no sense. Stores nothing. */

import type { Placement } from '../model/entities/placement.ts';
import type { Reason } from '../model/result.ts';
import type { FieldsOf } from '../model/rows.ts';
import { quantityIn } from '../plan/amounts.ts';
import { spacingFor } from '../plan/spacingFor.ts';
import { plainText } from '../text/plainText.ts';
import { typedNumber } from '../text/typedNumber.ts';
import type { CellContext, PartialFields } from './columns/column.ts';
import { COLUMN_IDS, type ColumnId, columnOf, isTyped, readCell } from './columns.ts';
import type { Found } from './fileRows.ts';

interface BadCell {
  /** As the person counts: from 1, the heading not counted. */
  readonly row: number;
  readonly column: ColumnId;
  readonly text: string;
  readonly reason: Reason;
}

export interface PastedRow {
  readonly row: number;
  /** The placement that it changes; null for a new one. */
  readonly target: Placement | null;
  readonly fields: PartialFields;
  readonly cells: readonly string[];
  readonly bad: readonly BadCell[];
  /** What is not stored as the list says it. */
  readonly notes: readonly Reason[];
}

export interface PastePlan {
  readonly columns: readonly ColumnId[];
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
  names: Readonly<Record<ColumnId, readonly string[]>>,
): (ColumnId | null)[] | null {
  const entries = Object.entries(names) as [ColumnId, readonly string[]][];
  const named = new Set<ColumnId>();
  const found = cells.map((cell) => {
    const wanted = plainText(cell.trim());
    const column = entries.find(([, words]) => words.some((w) => plainText(w) === wanted))?.[0];
    if (wanted === '' || column === undefined || named.has(column)) return null;
    named.add(column);
    return column;
  });
  return named.size > 1 ? found : null;
}

const REQUIRED = COLUMN_IDS.filter((id) => columnOf(id).required);

/** A block laid over rows that are there, from one cell on. */
export function pasteOver(
  block: readonly (readonly string[])[],
  targets: readonly Placement[],
  columns: readonly ColumnId[],
  context: CellContext,
): PastePlan {
  const rows = block.slice(0, targets.length).map((cells, i) => {
    const target = targets[i] as Placement;
    const { id: _id, version: _version, ...fields } = target;
    return { target, notes: [], ...readRow(i + 1, cells, columns, fields, context, null) };
  });
  return planOf(columns, rows, Math.max(0, block.length - targets.length));
}

/**
 * A block with a heading: every row is a new placement, begun from `blank` and its type. Columns without a name of
 * ours are passed over without shifting the others, rows without a word in them as well. `found`: of each row
 * what its place says beside its words.
 */
export function pasteNew(
  block: readonly (readonly string[])[],
  heading: readonly (ColumnId | null)[],
  blank: (typeText: string) => FieldsOf<'placement'>,
  context: CellContext,
  found: readonly Found[] = [],
): PastePlan {
  const known = heading.flatMap((column, i) => (column === null ? [] : [{ column, i }]));
  const columns = known.map((k) => k.column);
  const rows = block.flatMap((whole, i) => {
    const cells = known.map((k) => whole[k.i] ?? '');
    if (cells.every((c) => c.trim() === '')) return [];
    return [newRow(i + 1, cells, columns, blank, context, found[i] ?? NOWHERE)];
  });
  return planOf(columns, rows, 0);
}

function newRow(
  row: number,
  cells: readonly string[],
  columns: readonly ColumnId[],
  blank: (typeText: string) => FieldsOf<'placement'>,
  context: CellContext,
  { coordinate, roadId, note }: Found,
): PastedRow {
  const usual = blank(cells[columns.indexOf('type')] ?? '');
  const start = coordinate === null ? { ...usual, roadId } : { ...usual, ...OFF_ROAD, coordinate };
  const isFound = (column: ColumnId | undefined) =>
    coordinate === null ? roadId !== null && column === 'road' : isOfRoad(column);
  const told = cells.map((c, i) => (isFound(columns[i]) ? '' : c));
  const required = REQUIRED.filter((c) => !isFound(c));
  const read = { ...readRow(row, told, columns, start, context, required), cells };
  const missing = required.filter((c) => !columns.includes(c));
  const bad = [
    ...read.bad,
    ...missing.map((column): BadCell => ({ row, column, text: '', reason: { code: 'cell.missing' } })),
  ];
  const fields = { ...start, ...read.fields };
  const pieces = bad.length > 0 ? null : piecesOf(cells, columns, fields, context);
  const notes = [...(note === null ? [] : [note]), ...(pieces?.notes ?? [])];
  return { target: null, ...read, fields: { ...fields, ...pieces?.fields }, bad, notes };
}

const NOWHERE: Found = { coordinate: null, roadId: null, note: null };

/** What stands beside all roads is one place. */
const OFF_ROAD = { roadId: null, from: null, to: null, rule: null, side: null, pointQuantity: 1 } as const;

function isOfRoad(column: ColumnId | undefined): boolean {
  return column === 'road' || column === 'where' || column === 'side';
}

/**
 * Of a stretch the pieces follow from its spacing: where a list says pieces and no spacing, the spacing follows from them.
 * Null where nothing is to be said: as many stand there as the list says, or it says none.
 */
function piecesOf(
  cells: readonly string[],
  columns: readonly ColumnId[],
  fields: FieldsOf<'placement'>,
  { tables }: CellContext,
): { readonly fields: PartialFields; readonly notes: readonly Reason[] } | null {
  const said = (column: ColumnId) => (cells[columns.indexOf(column)] ?? '').trim();
  const { rule } = fields;
  const text = said('quantity');
  if (rule === null || text === '') return null;
  // «60 lá», «khoảng 60»: offices write what they count beside it.
  const wanted = typedNumber(text.replace(/^\D+|\s*\p{L}.*$/gu, ''));
  const usual = quantityIn(tables, { id: '', version: 0, ...fields });
  if (!Number.isInteger(wanted) || wanted < 1)
    return { fields: {}, notes: [{ code: 'cell.unread-quantity', params: { text, count: usual } }] };
  if (usual === wanted) return null;
  const spacing = said('spacing') === '' ? spacingFor(tables, fields, wanted) : null;
  return spacing === null
    ? { fields: {}, notes: [{ code: 'cell.other-quantity', params: { wanted, count: usual } }] }
    : {
        fields: { rule: { ...rule, spacing } },
        notes: [{ code: 'cell.spacing-from-quantity', params: { wanted, metres: spacing } }],
      };
}

function planOf(columns: readonly ColumnId[], rows: readonly PastedRow[], beyond: number): PastePlan {
  return { columns, rows, bad: rows.flatMap((r) => r.bad), beyond };
}

/** `required`: the columns that a new row needs; null for one that is there, which keeps what the block leaves out. */
function readRow(
  row: number,
  cells: readonly string[],
  columns: readonly ColumnId[],
  start: FieldsOf<'placement'>,
  context: CellContext,
  required: readonly ColumnId[] | null,
): Omit<PastedRow, 'target' | 'notes'> {
  const fields: PartialFields = {};
  const bad: BadCell[] = [];
  const order = columns
    .map((column, i) => ({ column, text: cells[i] ?? '' }))
    .sort((a, b) => Number(isAfterOthers(a.column)) - Number(isAfterOthers(b.column)));
  for (const { column, text } of order) {
    // What follows from other columns comes along in a copied block: it is passed over, not refused.
    const now = { ...start, ...fields };
    if (!isTyped(column, now)) continue;
    // What hangs on a cell that could not be read would only say so again.
    if (columnOf(column).after?.some((on) => bad.some((b) => b.column === on))) continue;
    if (required !== null && text.trim() === '' && !required.includes(column)) continue;
    const read = readCell(column, text, now, context);
    if (read.ok) Object.assign(fields, read.value);
    else bad.push({ row, column, text, reason: read.reason });
  }
  return { row, fields, cells, bad };
}

/** What others hang on is read first. */
function isAfterOthers(column: ColumnId): boolean {
  return columnOf(column).after !== undefined;
}

/** What tells two rows of a plan apart for whoever reads a list of them. */
function likeness({ assetTypeId, roadId, coordinate, from, to, rule, side }: PartialFields): string {
  // As near as lists write it: a metre of chainage, and of the ground. A point that names no side stands on the right.
  const metres = [from, to].map((at) => (at == null ? null : Math.round(at)));
  const place = coordinate?.map((degrees) => Math.round(degrees * 1e5)) ?? null;
  const stands = roadId == null ? null : (rule?.sides ?? side ?? 'right');
  return JSON.stringify([assetTypeId, roadId, place, metres, stands]);
}

/** Of new rows those that stand in the plan already: the same type at the same place. A list is often brought in twice. */
export function alreadyThere(
  rows: readonly PastedRow[],
  placements: Iterable<Placement>,
): ReadonlySet<PastedRow> {
  const there = new Set(Array.from(placements, likeness));
  return new Set(rows.filter((r) => r.target === null && there.has(likeness(r.fields))));
}
