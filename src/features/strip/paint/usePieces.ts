import { useFormat } from '../../../ui/format.ts';
import { useNameOf } from '../../../ui/nameOf.ts';
import type { StripItem } from '../stripModel.ts';

/** «120 lá»: how many pieces, with what they are counted in. */
export function usePieces(): (count: number, of: StripItem) => string {
  const format = useFormat();
  const nameOf = useNameOf();
  return (count, { unitName }) => `${format.number(count)} ${nameOf(unitName)}`;
}
