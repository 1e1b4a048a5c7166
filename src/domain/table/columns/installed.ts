import { progressOf } from '../../progress/progress.ts';
import type { Column } from './column.ts';

/** Pieces that were put up, whether they still stand or came down since. */
export const installed: Column<number> = {
  width: 92,
  numeric: true,
  value: (row, { tables }) => {
    const { standing, takenDown } = progressOf(tables, row);
    return standing + takenDown;
  },
  sort: 'number',
  show: (pieces, { number }) => number(pieces),
  filter: { kind: 'number' },
};
