/** What lies on each road, and what a road is called. */
import { isShaping } from '../edit/carrying.ts';
import type { Op } from '../edit/edit.ts';
import { perObject, stableList } from '../memo.ts';
import type { Road } from '../model/entities/road.ts';
import type { RoadFeature } from '../model/entities/roadFeature.ts';
import type { Id, Tables } from '../model/rows.ts';

const NONE: readonly RoadFeature[] = [];
/** A road whose features are as they were keeps its list, so that what hangs on it need not be worked out again. */
const lists = new Map<Id, (list: readonly RoadFeature[]) => readonly RoadFeature[]>();
/** Beyond this many roads they are forgotten: a server that asks for many campaigns must not keep them all. */
const MOST_LISTS = 5000;

const byRoad = perObject((features: ReadonlyMap<Id, RoadFeature>) => {
  if (lists.size > MOST_LISTS) lists.clear();
  const index = new Map<Id, readonly RoadFeature[]>();
  for (const [roadId, list] of Map.groupBy(features.values(), (f) => f.roadId)) {
    const stable = lists.get(roadId) ?? stableList<readonly RoadFeature[]>();
    lists.set(roadId, stable);
    index.set(roadId, stable(list));
  }
  return index;
});

export function featuresOf(tables: Pick<Tables, 'roadFeature'>, roadId: Id | null): readonly RoadFeature[] {
  return (roadId === null ? undefined : byRoad(tables.roadFeature).get(roadId)) ?? NONE;
}

/** What a road is called on screen: its code, else its name. */
export function roadLabel(road: Pick<Road, 'code' | 'name'>): string {
  return road.code || road.name;
}

/** The roads that are worked with: hidden ones are known, and neither drawn nor offered. */
export const shownRoads = perObject((roads: ReadonlyMap<Id, Road>): readonly Road[] =>
  [...roads.values()].filter((road) => !road.hidden),
);

/** All that is addressed on roads: placements, bridges and posts. */
export function standingOn(
  tables: Pick<Tables, 'placement' | 'roadFeature'>,
  roadIds: ReadonlySet<Id>,
): readonly Id[] {
  return [tables.placement, tables.roadFeature].flatMap((rows) =>
    [...rows.values()].flatMap((row) => (row.roadId !== null && roadIds.has(row.roadId) ? [row.id] : [])),
  );
}

/** The roads that ops give another shape, make or take away. */
export function shapedRoads(ops: readonly Op[]): ReadonlySet<Id> {
  return new Set(ops.flatMap((op) => (isShaping(op) ? [op.id] : [])));
}
