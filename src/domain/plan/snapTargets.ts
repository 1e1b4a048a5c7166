import { perObjectWhile } from '../memo.ts';
import type { Id, Tables } from '../model/rows.ts';
import type { SnapTarget } from '../road/snapping.ts';
import { featuresOf } from './roads.ts';

/** Of one state of the plan: by road, and by the placement that is left out. */
const known = perObjectWhile<Tables['placement'], Map<string, SnapTarget[]>>();

/** What a point snaps to along a road: ends of what is there (but for one's own), and the road's features. */
export function snapTargets(tables: Tables, roadId: Id, without: Id | null): readonly SnapTarget[] {
  const cache = known(tables.placement, [tables.roadFeature], () => new Map());
  const key = `${roadId} ${without ?? ''}`;
  const before = cache.get(key);
  if (before !== undefined) return before;
  const targets: SnapTarget[] = [];
  for (const p of tables.placement.values()) {
    if (p.roadId !== roadId || p.id === without || p.from === null) continue;
    targets.push({ chainage: p.from, kind: 'end' });
    if (p.to !== null) targets.push({ chainage: p.to, kind: 'end' });
  }
  for (const f of featuresOf(tables, roadId)) {
    targets.push({ chainage: f.from, kind: 'feature' });
    if (f.to !== f.from) targets.push({ chainage: f.to, kind: 'feature' });
  }
  cache.set(key, targets);
  return targets;
}
