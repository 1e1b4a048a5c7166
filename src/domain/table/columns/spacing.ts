import { fail, ok } from '../../model/result.ts';
import { numberText, typedNumber } from '../../text/typedNumber.ts';
import type { Column } from './column.ts';

/** Metres from one position to the next; a point has none. */
export const spacing: Column<number | null> = {
  width: 84,
  hidden: true,
  numeric: true,
  value: (row) => row.rule?.spacing ?? null,
  sort: 'number',
  show: (metres, { number }) => (metres === null ? '' : `${number(metres)} m`),
  typed: (metres) => (metres === null ? '' : numberText(metres, 'en', false)),
  filter: { kind: 'number' },
  read(text, row) {
    if (row.rule === null) return text === '' ? ok({}) : fail('cell.point-spacing');
    const metres = typedNumber(text);
    if (!(metres >= 0.5 && metres <= 100_000)) return fail('cell.spacing', { text });
    return ok({ rule: { ...row.rule, spacing: metres } });
  },
  follows: (row) => row.rule === null,
  after: ['type'],
};
