/** Cuts what is used of a road into sections short enough to draw. */
export interface Section {
  readonly from: number;
  readonly to: number;
}

/**
 * The sections of a road that hold the given ranges of chainage (metres): ranges nearer than `bridge` metres run
 * together, `margin` metres are added at both ends within the road's own limits, and what is longer than `longest`
 * is cut into equal pieces.
 */
export function sectionsOf(
  ranges: readonly Section[],
  road: { readonly minChainage: number; readonly maxChainage: number },
  options: { readonly bridge: number; readonly margin: number; readonly longest: number },
): Section[][] {
  const sorted = ranges
    .map((r) => ({ from: Math.min(r.from, r.to), to: Math.max(r.from, r.to) }))
    .sort((a, b) => a.from - b.from);
  const runs: { from: number; to: number }[] = [];
  for (const range of sorted) {
    const last = runs[runs.length - 1];
    if (last !== undefined && range.from - last.to <= options.bridge) last.to = Math.max(last.to, range.to);
    else runs.push({ ...range });
  }
  return runs.map((run) => {
    const from = Math.max(road.minChainage, run.from - options.margin);
    const to = Math.min(road.maxChainage, run.to + options.margin);
    const pieces = Math.max(1, Math.ceil((to - from) / options.longest));
    return Array.from({ length: pieces }, (_, i) => ({
      from: from + ((to - from) * i) / pieces,
      to: from + ((to - from) * (i + 1)) / pieces,
    }));
  });
}
