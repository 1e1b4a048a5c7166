/** Where roads are taken from: everywhere, the ground of the units, or what a map shows. */
import { perObject } from '../../../domain/memo.ts';
import type { Unit } from '../../../domain/model/entities/unit.ts';
import type { LngLatPair } from '../../../domain/model/rows.ts';
import type { OfferedRoad } from '../../../domain/road/import/planImport.ts';
import { measureLine, pointAt } from '../../../domain/road/line.ts';
import { UnitGrid } from '../../../domain/unit/grid.ts';

export const SCOPES = ['all', 'units', 'frame'] as const;
export type Scope = (typeof SCOPES)[number];

/** West, south, east, north in degrees. */
export type Frame = readonly [west: number, south: number, east: number, north: number];

/** Places of a road that are held against the ground: more say no more. */
const PLACES = 60;

const placesOf = perObject(({ road }: OfferedRoad): readonly LngLatPair[] => {
  const line = road?.fields.line ?? [];
  const measured = measureLine(line);
  if (measured === null) return line;
  // Along the way, not by vertices: a straight road has two of them, and crosses a commune all the same.
  return Array.from({ length: PLACES }, (_, i): LngLatPair => {
    const { lng, lat } = pointAt(measured, (measured.length * i) / (PLACES - 1));
    return [lng, lat];
  });
});

/** Whether a road, or a part of it, lies on the ground of one of the units. */
export function onGround(units: readonly Unit[]): (road: OfferedRoad) => boolean {
  const grid = new UnitGrid(units);
  return perObject((road: OfferedRoad) =>
    placesOf(road).some(([lng, lat]) => grid.unitAt(lng, lat) !== null),
  );
}

/** Whether a road, or a part of it, lies in a frame; a line may cross it without a vertex inside. */
export function inFrame([west, south, east, north]: Frame): (road: OfferedRoad) => boolean {
  return perObject((offer: OfferedRoad) => {
    const line = offer.road?.fields.line ?? [];
    for (let i = 1; i < line.length; i++) {
      const [[ax, ay], [bx, by]] = [line[i - 1] as LngLatPair, line[i] as LngLatPair];
      // The part of the way from a to b that lies between two parallels and two meridians.
      let [from, to] = [0, 1];
      for (const [start, way, low, high] of [
        [ax, bx - ax, west, east],
        [ay, by - ay, south, north],
      ] as const) {
        if (way === 0) {
          if (start < low || start > high) to = -1;
          continue;
        }
        const [one, other] = [(low - start) / way, (high - start) / way];
        from = Math.max(from, Math.min(one, other));
        to = Math.min(to, Math.max(one, other));
      }
      if (from <= to) return true;
    }
    return false;
  });
}
