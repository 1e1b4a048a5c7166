/** What rules that keep clear of road features share: who stands too near, and how it is put right. */
import type { FeatureKind } from '../model/entities/roadFeature.ts';
import type { PlacementFacts } from '../plan/placementFacts.ts';
import { formatChainage } from '../road/chainageText.ts';
import type { Fix } from './finding.ts';
import { nearestFree } from './moves.ts';
import type { Found } from './rule.ts';

/** One finding a feature that something of the placement stands nearer to than `around` metres. */
export function tooNear(placed: PlacementFacts, kinds: readonly FeatureKind[], around: number): Found[] {
  if (!placed.isNotRemoved) return [];
  const features = placed.featuresNear(kinds, around);
  return features.flatMap((feature): Found[] => {
    const [from, to] = [feature.from - around, feature.to + around];
    const spots = placed.spotsBetween(from, to);
    const [first] = spots;
    if (first === undefined) return [];
    const ranges = features.map((f) => ({ from: f.from - around, to: f.to + around }));
    return [
      {
        suffix: feature.id,
        params: {
          count: spots.length,
          feature: feature.name,
          at: formatChainage(feature.from),
          distance: around,
        },
        place: { placementId: placed.row.id, roadId: feature.roadId, from, to },
        fix: fixOf(placed, feature.kind, first.chainage, ranges, spots.length),
      },
    ];
  });
}

function fixOf(
  placed: PlacementFacts,
  kind: FeatureKind,
  at: number,
  ranges: readonly { from: number; to: number }[],
  count: number,
): Fix | null {
  if (placed.row.rule !== null)
    return { code: 'skip-feature', params: { count }, ops: [placed.excepting([kind])] };
  const free = nearestFree(placed, at, ranges);
  if (free === null) return null;
  return {
    code: 'move-point',
    params: { metres: Math.abs(Math.round(free - at)), to: formatChainage(free) },
    ops: [placed.set({ from: free })],
  };
}
