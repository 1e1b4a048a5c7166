/** The spacing at which a stretch has a number of pieces: lists of offices state pieces, not metres. */
import type { FieldsOf, Tables } from '../model/rows.ts';
import { quantityIn } from './amounts.ts';

/** Tenths of a metre: the least and the greatest spacing. */
const [LEAST, MOST] = [5, 1_000_000];
/** Tenths of a metre that a spacing is rounded to, where it can be: offices write 25 m, not 25.3 m. */
const ROUND = [50, 10, 5, 1];

/**
 * Metres from one position to the next at which a stretch has so many pieces, as round as may be; null where there is no
 * such spacing: on both sides there is no odd number, and gaps take what they take.
 */
export function spacingFor(tables: Tables, row: FieldsOf<'placement'>, pieces: number): number | null {
  const { rule } = row;
  if (rule === null) return null;
  const piecesAt = (tenths: number) =>
    quantityIn(tables, { id: '', version: 0, ...row, rule: { ...rule, spacing: tenths / 10 } });
  // The wider the spacing the fewer there are.
  const firstWith = (isFew: (count: number) => boolean) => {
    let [low, high] = [LEAST, MOST];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isFew(piecesAt(middle))) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const from = firstWith((count) => count <= pieces);
  const to = firstWith((count) => count < pieces);
  for (const step of ROUND) {
    const tenths = Math.ceil(from / step) * step;
    if (tenths < to && piecesAt(tenths) === pieces) return tenths / 10;
  }
  return null;
}
