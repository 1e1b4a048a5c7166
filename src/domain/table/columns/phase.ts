import { fail, ok } from '../../model/result.ts';
import type { Column } from './column.ts';

const LONGEST = 80;

export const phase: Column<string> = {
  width: 120,
  hidden: true,
  value: (row) => row.phase,
  sort: 'words',
  searched: (value) => value,
  filter: {
    kind: 'choice',
    keys: (row) => [row.phase],
    choices: ({ placement }) => {
      const phases = new Set(Array.from(placement.values(), (p) => p.phase).filter((p) => p !== ''));
      return [...phases].sort().map((p) => ({ value: p, label: p }));
    },
  },
  read: (text) => (text.length > LONGEST ? fail('cell.long', { max: LONGEST }) : ok({ phase: text })),
};
