import { SUPPORTS, type Support } from '../../model/entities/placement.ts';
import { fail, ok } from '../../model/result.ts';
import { plainText } from '../../text/plainText.ts';
import type { Column } from './column.ts';

/** In both languages, as people write them. */
const WRITTEN: Readonly<Record<string, Support>> = {
  '': 'unknown',
  'chua ro': 'unknown',
  unknown: 'unknown',
  'cot rieng': 'own-pole',
  'own pole': 'own-pole',
  'cot den chieu sang': 'lamp-post',
  'cot den': 'lamp-post',
  'lamp post': 'lamp-post',
  'cot dien': 'power-pole',
  'power pole': 'power-pole',
  'cot tin hieu giao thong': 'signal-post',
  'cot tin hieu': 'signal-post',
  'signal post': 'signal-post',
  'cay xanh': 'tree',
  cay: 'tree',
  tree: 'tree',
  tuong: 'wall',
  wall: 'wall',
  khung: 'frame',
  frame: 'frame',
};

export const support: Column<string> = {
  width: 120,
  hidden: true,
  value: (row, { words }) => words.supports[row.support],
  sort: 'words',
  searched: (value, row) => (row.support === 'unknown' ? '' : value),
  filter: {
    kind: 'choice',
    keys: (row) => [row.support],
    choices: (_, { supports }) => SUPPORTS.map((s) => ({ value: s, label: supports[s] })),
    among: SUPPORTS,
  },
  read(text) {
    const found = WRITTEN[plainText(text)];
    return found === undefined ? fail('cell.support', { text }) : ok({ support: found });
  },
  suggested: (_, { supports }) => SUPPORTS.map((s) => supports[s]),
};
