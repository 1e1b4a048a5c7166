/** The places where something stands along a road, by side and chainage: who stands nearest is found by halving. */
import type { Side } from '../model/entities/stretchRule.ts';
import type { Standing } from './placementFacts.ts';

export class SpotIndex {
  readonly #bySide: ReadonlyMap<Side, readonly Standing[]>;

  constructor(spots: readonly Standing[]) {
    const bySide = Map.groupBy(spots, (s) => s.side);
    for (const side of bySide.values()) side.sort((a, b) => a.chainage - b.chainage);
    this.#bySide = bySide;
  }

  /** The nearest on a side, however far; one at the very place counts only when asked for. */
  nearest(side: Side, chainage: number, atTheVeryPlace: boolean): Standing | null {
    const spots = this.#bySide.get(side) ?? [];
    const next = firstFrom(spots, chainage);
    let after = next;
    if (!atTheVeryPlace) while (spots[after]?.chainage === chainage) after++;
    const [a, b] = [spots[next - 1], spots[after]];
    if (a === undefined || b === undefined) return a ?? b ?? null;
    return chainage - a.chainage <= b.chainage - chainage ? a : b;
  }
}

/** The index of the first spot at or beyond a chainage. */
function firstFrom(spots: readonly Standing[], chainage: number): number {
  let [low, high] = [0, spots.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spots[middle] as Standing).chainage < chainage) low = middle + 1;
    else high = middle;
  }
  return low;
}
