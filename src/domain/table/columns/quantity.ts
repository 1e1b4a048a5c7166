import { fail, ok } from '../../model/result.ts';
import { quantityIn } from '../../plan/amounts.ts';
import { typedNumber } from '../../text/typedNumber.ts';
import type { Column } from './column.ts';

/** Pieces; of a stretch they follow from its length and spacing. */
export const quantity: Column<number> = {
  width: 108,
  numeric: true,
  value: (row, { tables }) => quantityIn(tables, row),
  sort: 'number',
  show: (pieces, { number }) => number(pieces),
  filter: { kind: 'number' },
  read(text, row) {
    if (row.rule !== null) return fail('cell.derived-quantity');
    const n = typedNumber(text);
    if (!Number.isInteger(n) || n < 1 || n > 100_000) return fail('cell.quantity', { text });
    return ok({ pointQuantity: n });
  },
  follows: (row) => row.rule !== null,
  after: ['type'],
};
