import type { Id, Tables } from '../../domain/model/rows.ts';
import type { SnapTarget } from '../../domain/road/snapping.ts';
import { featuresOf } from './roads.ts';

const known = new WeakMap<Tables['placement'], Map<string, SnapTarget[]>>();

/** What a hand may settle on along a road: ends of what is there (but for one's own), and the road's features. */
export function snapTargets(tables: Tables, roadId: Id, without: Id | null): readonly SnapTarget[] {
  const cache = known.get(tables.placement) ?? new Map<string, SnapTarget[]>();
  known.set(tables.placement, cache);
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
