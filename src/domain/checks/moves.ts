/** Where a point may be moved that stands where nothing should. */
import type { PlacementFacts } from '../plan/placementFacts.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * The nearest chainage outside all ranges, on the road, in whole metres; null when the road has none. Ranges that
 * touch are left together, so that one is not moved from one forbidden place into the next.
 */
export function nearestFree(
  placed: PlacementFacts,
  chainage: number,
  ranges: readonly Range[],
): number | null {
  const { measured } = placed;
  if (measured === undefined) return null;
  let [low, high] = [Math.ceil(chainage), Math.floor(chainage)];
  const covering = (c: number) => ranges.find((r) => c > r.from && c < r.to);
  for (let r = covering(low); r !== undefined && low > measured.minChainage - 1; r = covering(low))
    low = Math.floor(r.from);
  for (let r = covering(high); r !== undefined && high < measured.maxChainage + 1; r = covering(high))
    high = Math.ceil(r.to);
  const free = [low, high].filter((c) => c >= measured.minChainage && c <= measured.maxChainage);
  free.sort((a, b) => Math.abs(a - chainage) - Math.abs(b - chainage));
  return free[0] ?? null;
}
