import { useFormat } from '../../../ui/format.ts';
import { useCountedIn } from '../../../ui/nameOf.ts';
import type { StripItem } from '../stripModel.ts';

/** «120 lá»: how many pieces, with what they are counted in. */
export function usePieces(): (count: number, of: StripItem) => string {
  const format = useFormat();
  const countedIn = useCountedIn();
  return (count, { unitName }) => `${format.number(count)} ${countedIn(unitName, count)}`;
}
