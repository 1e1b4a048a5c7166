import { costIn } from '../../plan/amounts.ts';
import type { Column } from './column.ts';

/** VND: quantity times the type's price. */
export const cost: Column<number> = {
  width: 126,
  numeric: true,
  value: (row, { tables }) => costIn(tables, row),
  sort: 'number',
  show: (vnd, { money }) => money(vnd),
  filter: { kind: 'number' },
};
