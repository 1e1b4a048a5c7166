import { PLACEMENT_STATES } from '../../model/entities/placement.ts';
import type { Column } from './column.ts';

export const state: Column<string> = {
  width: 118,
  value: (row, { words }) => words.states[row.state],
  sort: 'words',
  searched: (value) => value,
  filter: {
    kind: 'choice',
    keys: (row) => [row.state],
    choices: (_, { states }) => PLACEMENT_STATES.map((s) => ({ value: s, label: states[s] })),
    among: PLACEMENT_STATES,
  },
};
