/** Which unit a place lies in, and what part of a placement falls to whom. */
import type { Positions } from '../layout/layOut.ts';
import { perObject, stableList } from '../memo.ts';
import type { Unit } from '../model/entities/unit.ts';
import type { Id } from '../model/rows.ts';
import { type MeasuredRoad, placeAt } from '../road/measuredRoad.ts';
import { prepareArea } from './area.ts';
import { UnitGrid } from './grid.ts';

/** Units that have a boundary, the smallest first: a commune is asked before its district. */
export type UnitIndex = readonly Unit[];

export const unitIndex = perObject((units: ReadonlyMap<Id, Unit>): UnitIndex => {
  const depth = (unit: Unit): number => {
    let n = 0;
    let at: Unit | undefined = unit;
    // A circle of parents, which the server does not forbid, must not hang a screen.
    while (at?.parentId != null && n < 20) {
      at = units.get(at.parentId);
      n++;
    }
    return n;
  };
  const sized = [...units.values()].flatMap((unit) => {
    if (unit.boundary === null) return [];
    const [w, s, e, n] = prepareArea(unit.boundary).box;
    return [{ unit, depth: depth(unit), size: (e - w) * (n - s) }];
  });
  sized.sort((a, b) => b.depth - a.depth || a.size - b.size);
  return sized.map((x) => x.unit);
});

const sameGround = stableList<readonly unknown[]>();

/** The same as long as boundaries, and who is below whom, are: what hangs on these alone need not be made anew. */
export const groundOfUnits = perObject((units: ReadonlyMap<Id, Unit>) =>
  sameGround([...units.values()].flatMap(({ id, boundary, parentId }) => [id, boundary, parentId])),
);

/** The units above one, the nearest first; a circle, should there be one, ends. */
export function unitsAbove(units: ReadonlyMap<Id, Unit>, id: Id): readonly Id[] {
  const above: Id[] = [];
  for (let at = units.get(id)?.parentId ?? null; at !== null && at !== id && !above.includes(at); ) {
    above.push(at);
    at = units.get(at)?.parentId ?? null;
  }
  return above;
}

const gridOf = perObject((index: UnitIndex) => new UnitGrid(index));

/** The unit that a place lies in, or null. */
export function unitAt(index: UnitIndex, lng: number, lat: number): Unit | null {
  return gridOf(index).unitAt(lng, lat);
}

/**
 * Divides positions among units by where each lies. Every position falls to exactly one unit or, outside all
 * boundaries, to null; so the parts add up to the whole.
 */
export function positionsByUnit(
  index: UnitIndex,
  { count, lng, lat }: Pick<Positions, 'count' | 'lng' | 'lat'>,
): Map<Id | null, number> {
  const parts = new Map<Id | null, number>();
  for (const id of unitOfEach(index, { count, lng, lat })) parts.set(id, (parts.get(id) ?? 0) + 1);
  return parts;
}

/** The unit on whose ground each position stands; null outside all boundaries. */
export function unitOfEach(
  index: UnitIndex,
  { count, lng, lat }: Pick<Positions, 'count' | 'lng' | 'lat'>,
): (Id | null)[] {
  const grid = gridOf(index);
  return Array.from({ length: count }, (_, i) => grid.unitAt(lng[i] as number, lat[i] as number)?.id ?? null);
}

/** A range of chainage that lies in one unit (null: in none). */
export interface UnitRange {
  readonly from: number;
  readonly to: number;
  readonly unitId: Id | null;
}

/** Metres between looks along a road; a border is then found to the metre. */
const LOOK_EVERY = 100;

/**
 * The units that a road passes between two chainages, in order. Borders are found to one metre; a unit that the road
 * touches for less than a look (100 m) may be passed over.
 */
export function unitRanges(index: UnitIndex, road: MeasuredRoad, from: number, to: number): UnitRange[] {
  if (index.length === 0 || !(to > from)) return [];
  const idAt = (chainage: number): Id | null => {
    const place = placeAt(road, Math.max(road.minChainage, Math.min(road.maxChainage, chainage)));
    return place.ok ? (unitAt(index, place.value.lng, place.value.lat)?.id ?? null) : null;
  };
  const ranges: { from: number; to: number; unitId: Id | null }[] = [];
  let [at, id] = [from, idAt(from)];
  let start = from;
  while (at < to) {
    const next = Math.min(to, at + LOOK_EVERY);
    const there = idAt(next);
    if (there !== id) {
      let [low, high] = [at, next];
      while (high - low > 1) {
        const middle = (low + high) / 2;
        if (idAt(middle) === id) low = middle;
        else high = middle;
      }
      const border = Math.round(high);
      if (border > start) ranges.push({ from: start, to: border, unitId: id });
      start = border;
      id = there;
    }
    at = next;
  }
  if (to > start) ranges.push({ from: start, to, unitId: id });
  return ranges;
}
