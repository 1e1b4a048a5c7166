import { CELL_COLUMNS, type CellColumn } from '../../domain/table/cells.ts';
import { table as en } from '../../words/en/table.ts';
import { table as vi } from '../../words/vi/table.ts';

/** The names under which a column is known in a pasted heading: those of every language, whichever the page speaks. */
export const COLUMN_NAMES = Object.fromEntries(
  CELL_COLUMNS.map((column) => [column, [...new Set([vi[`table.${column}`], en[`table.${column}`]])]]),
) as unknown as Readonly<Record<CellColumn, readonly string[]>>;
