import type { LngLatPair } from '../model/rows.ts';

/** A line without the vertices that repeat the one before. */
export function withoutRepeats(line: readonly LngLatPair[]): LngLatPair[] {
  return line.filter((c, i) => i === 0 || c[0] !== line[i - 1]?.[0] || c[1] !== line[i - 1]?.[1]);
}
