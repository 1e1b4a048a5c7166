/** Roads and their features, worked out once a version of their rows. */
import type { Id, Road, RoadFeature, Tables } from '../../domain/model/rows.ts';
import { measuredOf as measuredOnce } from '../../domain/road/measuredOf.ts';

/** Null when the road cannot be measured (a calibration that runs backwards). */
export const measuredOf = measuredOnce;

const byRoad = new WeakMap<ReadonlyMap<Id, RoadFeature>, ReadonlyMap<Id, readonly RoadFeature[]>>();
let latest: ReadonlyMap<Id, readonly RoadFeature[]> = new Map();
const NONE: readonly RoadFeature[] = [];

/** A road whose features are as they were keeps its list, so that what hangs on it need not be worked out again. */
function indexed(features: ReadonlyMap<Id, RoadFeature>): ReadonlyMap<Id, readonly RoadFeature[]> {
  const index = new Map<Id, readonly RoadFeature[]>();
  for (const [roadId, list] of Map.groupBy(features.values(), (f) => f.roadId)) {
    const before = latest.get(roadId);
    const same = before?.length === list.length && before.every((f, i) => f === list[i]);
    index.set(roadId, same ? before : list);
  }
  latest = index;
  return index;
}

export function featuresOf(tables: Pick<Tables, 'roadFeature'>, roadId: Id | null): readonly RoadFeature[] {
  let index = byRoad.get(tables.roadFeature);
  if (index === undefined) {
    index = indexed(tables.roadFeature);
    byRoad.set(tables.roadFeature, index);
  }
  return (roadId === null ? undefined : index.get(roadId)) ?? NONE;
}

/** What a road is called on screen: its code, else its name. */
export function roadLabel(road: Pick<Road, 'code' | 'name'>): string {
  return road.code || road.name;
}
