import { COLUMN_IDS, type ColumnId } from '../../domain/table/columns.ts';
import { table as en } from '../../words/en/table.ts';
import { table as vi } from '../../words/vi/table.ts';

/** The names under which a column is known in a pasted heading: those of every language, whichever the page speaks. */
export const COLUMN_NAMES = Object.fromEntries(
  COLUMN_IDS.map((id) => [id, [...new Set([vi[`table.${id}`], en[`table.${id}`]])]]),
) as unknown as Readonly<Record<ColumnId, readonly string[]>>;
