import { fail, ok } from '../../model/result.ts';
import type { Column } from './column.ts';

const LONGEST = 2000;

export const note: Column<string> = {
  width: 220,
  hidden: true,
  value: (row) => row.note,
  sort: 'words',
  searched: (value) => value,
  filter: { kind: 'words', text: (row) => row.note },
  read: (text) => (text.length > LONGEST ? fail('cell.long', { max: LONGEST }) : ok({ note: text })),
};
