/** Measured roads and their features, each worked out once a version of its row. */
import type { Id, Road, RoadFeature, Tables } from '../../domain/model/rows.ts';
import { type MeasuredRoad, measureRoad } from '../../domain/road/measuredRoad.ts';

const measured = new WeakMap<Road, MeasuredRoad | null>();

/** Null when the road cannot be measured (a calibration that runs backwards). */
export function measuredOf(road: Road): MeasuredRoad | null {
  let known = measured.get(road);
  if (known === undefined) {
    const result = measureRoad(road);
    known = result.ok ? result.value : null;
    measured.set(road, known);
  }
  return known;
}

const byRoad = new WeakMap<ReadonlyMap<Id, RoadFeature>, Map<Id, RoadFeature[]>>();
const NONE: readonly RoadFeature[] = [];

export function featuresOf(tables: Pick<Tables, 'roadFeature'>, roadId: Id | null): readonly RoadFeature[] {
  let index = byRoad.get(tables.roadFeature);
  if (index === undefined) {
    index = Map.groupBy(tables.roadFeature.values(), (f) => f.roadId);
    byRoad.set(tables.roadFeature, index);
  }
  return (roadId === null ? undefined : index.get(roadId)) ?? NONE;
}

/** What a road is called on screen: its code, else its name. */
export function roadLabel(road: Pick<Road, 'code' | 'name'>): string {
  return road.code || road.name;
}
