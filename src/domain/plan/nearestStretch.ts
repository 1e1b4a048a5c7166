/** The road that something on the ground belongs to. */
import type { Id, LngLatPair, Tables } from '../model/rows.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { stationOf } from '../road/measuredRoad.ts';
import { roadLabel, shownRoads } from './roads.ts';

/** A part of a road; chainages in metres, in the order of what lies there. */
export interface Stretch {
  readonly road: Id;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** What is farther from every road than this, in metres, belongs to none of them. */
export const NEAR_M = 60;
/** What is nearer to the middle of a road than this, in metres, is on neither side for sure. */
const MIDDLE_M = 2;

/** The road that both ends are nearest to, within NEAR_M of each, and the side on which they both lie; null for none. */
export function nearestStretch(
  first: LngLatPair,
  last: LngLatPair,
  tables: Pick<Tables, 'road'>,
): (Stretch & { readonly side: 'left' | 'right' | null }) | null {
  let best: (Stretch & { readonly side: 'left' | 'right' | null; readonly distance: number }) | null = null;
  for (const road of shownRoads(tables.road)) {
    const measured = measuredOf(road);
    if (measured === null) continue;
    const a = stationOf(measured, first[0], first[1], NEAR_M);
    const b = stationOf(measured, last[0], last[1], NEAR_M);
    if (a === null || b === null) continue;
    const distance = a.distance + b.distance;
    if (best !== null && distance >= best.distance) continue;
    const isBeside = a.side === b.side && Math.min(a.distance, b.distance) >= MIDDLE_M;
    const side = isBeside ? a.side : null;
    best = { road: road.id, label: roadLabel(road), from: a.chainage, to: b.chainage, side, distance };
  }
  return best;
}
