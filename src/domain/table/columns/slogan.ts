import { fail, ok } from '../../model/result.ts';
import { type Column, sorted } from './column.ts';

export const slogan: Column<string> = {
  width: 260,
  hidden: true,
  value: (row, { tables }) => tables.slogan.get(row.sloganId ?? '')?.text ?? '',
  sort: 'words',
  searched: (value) => value,
  filter: {
    kind: 'choice',
    keys: (row) => [row.sloganId ?? ''],
    choices: ({ slogan }) => sorted(Array.from(slogan.values(), (s) => ({ value: s.id, label: s.text }))),
  },
  read(text, _, { tables }) {
    if (text === '') return ok({ sloganId: null });
    // Letter by letter: a slogan that is nearly right is the error that this campaign cannot afford.
    const slogan = [...tables.slogan.values()].find((s) => s.text === text);
    if (slogan === undefined) return fail('cell.slogan', { text });
    return slogan.approved ? ok({ sloganId: slogan.id }) : fail('cell.slogan-unapproved');
  },
  suggested: ({ slogan }) => [...slogan.values()].filter((s) => s.approved).map((s) => s.text),
};
