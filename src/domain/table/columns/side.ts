import { FILTER_SIDES, sideOf } from '../../layout/sides.ts';
import type { Side, Sides } from '../../model/entities/stretchRule.ts';
import { fail, ok } from '../../model/result.ts';
import { own } from '../../own.ts';
import { plainText } from '../../text/plainText.ts';
import type { Column } from './column.ts';

/** In both languages, as people write them. */
const WRITTEN: Readonly<Record<string, readonly [Sides, staggered: boolean]>> = {
  trai: ['left', false],
  left: ['left', false],
  phai: ['right', false],
  right: ['right', false],
  'hai ben': ['both', false],
  '2 ben': ['both', false],
  'ca hai ben': ['both', false],
  both: ['both', false],
  'both sides': ['both', false],
  'so le': ['both', true],
  staggered: ['both', true],
  giua: ['median', false],
  median: ['median', false],
  middle: ['median', false],
};

export const side: Column<string> = {
  width: 86,
  value(row, { words }) {
    const side = sideOf(row);
    return side === null ? '' : words.sides[side];
  },
  sort: 'words',
  searched: (value) => value,
  filter: {
    kind: 'choice',
    keys: (row) => [sideOf(row) ?? ''],
    choices: (_, { sides }) => FILTER_SIDES.map((s) => ({ value: s, label: sides[s] })),
    among: FILTER_SIDES,
  },
  read(text, row) {
    const found = own(WRITTEN, plainText(text));
    if (found === null) return fail('cell.side', { text });
    const [sides, staggered] = found;
    if (row.rule !== null) return ok({ rule: { ...row.rule, sides, staggered } });
    return sides === 'both' ? fail('cell.point-side') : ok({ side: sides satisfies Side });
  },
  after: ['type'],
  suggested: (_, { sides }) => FILTER_SIDES.map((s) => sides[s]),
};
