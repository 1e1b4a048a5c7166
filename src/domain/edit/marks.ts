/** Where the chainages that an act wrote were on the ground: undoing it later must not put anything elsewhere. */
import type { Road } from '../model/entities/road.ts';
import type { Id } from '../model/rows.ts';
import { addressIn, placesOf, readsElsewhere, standsAt } from '../road/readsElsewhere.ts';
import type { Op, RowLookup } from './edit.ts';

/** A chainage (metres) of a road, and where it was, in degrees. */
export type Mark = readonly [roadId: Id, chainage: number, lng: number, lat: number];

/** So many of one road are kept of an act of thousands: more say no more. */
const KEPT = 500;

/** The marks of what ops write; `now`: the rows before them. */
export function marksOf(ops: readonly Op[], now: RowLookup): readonly Mark[] {
  const byRoad = new Map<Id, Set<number>>();
  for (const op of ops) {
    const address = addressIn(op, now(op.entity, op.id), now);
    if (address === null) continue;
    const here = byRoad.get(address.roadId) ?? new Set();
    byRoad.set(address.roadId, here);
    for (const chainage of address.chainages) here.add(chainage);
  }
  return [...byRoad].flatMap(([roadId, all]) => {
    const road = now('road', roadId);
    const sorted = [...all].sort((a, b) => a - b);
    const every = Math.ceil(sorted.length / KEPT);
    return sorted.flatMap((chainage, i): Mark[] => {
      const [place] = i % every === 0 || i === sorted.length - 1 ? placesOf(road, [chainage]) : [];
      return place == null ? [] : [[roadId, chainage, place.lng, place.lat]];
    });
  });
}

/** Where the ends of a thing are on its road. */
export function marksAt(
  road: Road | undefined,
  { from, to }: { readonly from: number | null; readonly to: number | null },
): readonly Mark[] {
  const chainages = [from, to].filter((at) => at !== null);
  return placesOf(road, chainages).flatMap((place, i): Mark[] =>
    place === null || road === undefined ? [] : [[road.id, chainages[i] as number, place.lng, place.lat]],
  );
}

/** Whether one of them reads another place now, or none. */
export function haveMoved(marks: readonly Mark[], roadOf: (id: Id) => Road | undefined): boolean {
  return marks.some(([roadId, chainage, lng, lat]) => !standsAt(roadOf(roadId), chainage, { lng, lat }));
}

/**
 * The road on which ops would put something elsewhere than where it stood; null where all of it comes to its place, be it
 * on the part of a road that others have cut off. `now`: the rows before the ops.
 */
export function roadOfStrayed(marks: readonly Mark[], ops: readonly Op[], now: RowLookup): Road | null {
  const byChainage = Map.groupBy(marks, ([, chainage]) => chainage);
  for (const op of ops) {
    const { roadId = '', chainages = [] } = addressIn(op, now(op.entity, op.id), now) ?? {};
    const road = now('road', roadId);
    const strays = chainages.some((chainage) => {
      const known = byChainage.get(chainage) ?? [];
      return known.length > 0 && !known.some(([, , lng, lat]) => standsAt(road, chainage, { lng, lat }));
    });
    if (strays && road !== undefined) return road;
  }
  return null;
}

/**
 * The road on which ops would put a chainage elsewhere than where it was on the roads as their maker saw them; null where
 * none. A road that was not seen is none. `now`: the rows before the ops.
 */
export function roadOfReread(seen: ReadonlyMap<Id, Road>, ops: readonly Op[], now: RowLookup): Road | null {
  for (const op of ops) {
    const { roadId = '', chainages = [] } = addressIn(op, now(op.entity, op.id), now) ?? {};
    const [was, is] = [seen.get(roadId), now('road', roadId)];
    if (was !== undefined && is !== undefined && was !== is && readsElsewhere(chainages, was, is)) return is;
  }
  return null;
}
