/** The columns of the table, in their first order; what each is stands in its file under `columns`. */

import { fail, type Result } from '../model/result.ts';
import type { FieldsOf } from '../model/rows.ts';
import type { CellContext, Column, PartialFields } from './columns/column.ts';
import { cost } from './columns/cost.ts';
import { installBy } from './columns/installBy.ts';
import { installed } from './columns/installed.ts';
import { note } from './columns/note.ts';
import { phase } from './columns/phase.ts';
import { quantity } from './columns/quantity.ts';
import { removeBy } from './columns/removeBy.ts';
import { road } from './columns/road.ts';
import { side } from './columns/side.ts';
import { slogan } from './columns/slogan.ts';
import { spacing } from './columns/spacing.ts';
import { state } from './columns/state.ts';
import { support } from './columns/support.ts';
import { type } from './columns/type.ts';
import { unit } from './columns/unit.ts';
import { where } from './columns/where.ts';

const COLUMNS = {
  type,
  road,
  where,
  side,
  spacing,
  quantity,
  cost,
  unit,
  slogan,
  state,
  installed,
  installBy,
  removeBy,
  support,
  phase,
  note,
};

export type ColumnId = keyof typeof COLUMNS;
export const COLUMN_IDS = Object.keys(COLUMNS) as ColumnId[];

/** The values of a line, by column. */
export type Cells = { readonly [C in ColumnId]: ReturnType<(typeof COLUMNS)[C]['value']> };

export function columnOf(id: ColumnId): Column {
  return COLUMNS[id] as Column;
}

/** What lines can be put together by. */
export const GROUPINGS = ['road', 'unit', 'type', 'state', 'phase'] as const satisfies readonly ColumnId[];
export type Grouping = (typeof GROUPINGS)[number];

/** Whether a cell can be typed into, in a row whose other fields are these. */
export function isTyped(id: ColumnId, row: FieldsOf<'placement'>): boolean {
  const { read, follows } = columnOf(id);
  return read !== undefined && follows?.(row) !== true;
}

/** The fields that a text in a column means for a placement. Fails with what was expected. */
export function readCell(
  id: ColumnId,
  text: string,
  row: FieldsOf<'placement'>,
  context: CellContext,
): Result<PartialFields> {
  return columnOf(id).read?.(text.trim(), row, context) ?? fail('cell.derived');
}
