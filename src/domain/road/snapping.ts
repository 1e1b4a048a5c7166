/** What a chainage under the pointer snaps to: something that is there, or a round number. */

export type SnapKind = 'end' | 'feature' | 'km' | 'round';

export interface SnapTarget {
  readonly chainage: number;
  readonly kind: SnapKind;
}

/** A step that reads well at a scale: about six pixels of 1, 5, 10, 25 … metres. */
function roundStep(metresPerPixel: number): number {
  const wanted = metresPerPixel * 6;
  for (const step of [1, 5, 10, 25, 50, 100, 250, 500]) if (step >= wanted) return step;
  return 1000;
}

/** Within so many pixels of something that is there, the pointer means it. */
const REACH_PX = 9;

/**
 * Snaps a chainage (metres) at a scale. Ends of neighbours and road features come before kilometre posts, and those
 * before round chainages; within a kind the nearest wins.
 */
export function snap(
  chainage: number,
  metresPerPixel: number,
  targets: readonly SnapTarget[],
  limits: { readonly minChainage: number; readonly maxChainage: number },
): SnapTarget {
  const reach = REACH_PX * metresPerPixel;
  const clamped = (c: number) => Math.max(limits.minChainage, Math.min(limits.maxChainage, c));
  let best: SnapTarget | null = null;
  for (const t of targets) {
    const d = Math.abs(t.chainage - chainage);
    if (d <= reach && (best === null || d < Math.abs(best.chainage - chainage))) best = t;
  }
  if (best !== null) return { ...best, chainage: clamped(best.chainage) };
  const km = Math.round(chainage / 1000) * 1000;
  if (Math.abs(km - chainage) <= reach) return { chainage: clamped(km), kind: 'km' };
  const step = roundStep(metresPerPixel);
  return { chainage: clamped(Math.round(chainage / step) * step), kind: 'round' };
}
