/** Where the bridged gaps of a road are on its line: the line keeps their lengths alone. */
import type { LngLatPair } from '../model/rows.ts';
import { at, type Line, measureLine } from '../road/line.ts';

/** A segment is a gap if its length is the gap's to within this, in metres. */
const SAME_M = 1;

/** The segment of each gap, by its number from 0; null where no segment is as long. Each is taken once. */
export function gapSegments(line: Line, gaps: readonly number[]): (number | null)[] {
  const taken = new Set<number>();
  return gaps.map((gap) => {
    let best: number | null = null;
    let off = SAME_M;
    for (let i = 0; i + 1 < line.count; i++) {
      const length = at(line.along, i + 1) - at(line.along, i);
      if (taken.has(i) || Math.abs(length - gap) >= off) continue;
      off = Math.abs(length - gap);
      best = i;
    }
    if (best !== null) taken.add(best);
    return best;
  });
}

/** The gaps that are left where a line was changed by hand. */
export function gapsOn(line: readonly LngLatPair[], gaps: readonly number[]): readonly number[] {
  const measured = measureLine(line);
  if (measured === null) return [];
  const segments = gapSegments(measured, gaps);
  return gaps.filter((_, i) => segments[i] !== null);
}
