import { STAGES, stageOf } from '../../progress/stage.ts';
import type { Column } from './column.ts';

export const state: Column<string> = {
  width: 118,
  value: (row, { tables, words }) => words.states[stageOf(tables, row)],
  sort: 'words',
  searched: (value) => value,
  filter: {
    kind: 'choice',
    keys: (row, tables) => [stageOf(tables, row)],
    choices: (_, { states }) => STAGES.map((s) => ({ value: s, label: states[s] })),
    among: STAGES,
  },
};
