/** Which line of a file is another line of a road that there is: the one that runs where the road runs. */
import type { Road } from '../../model/entities/road.ts';
import type { LngLatPair } from '../../model/rows.ts';
import { footOn, measureLine, pointAt } from '../line.ts';
import type { OfferedRoad } from './planImport.ts';

/** Places of the road that are held against each line. */
const PLACES = 24;
/** A line that is farther from the road than this all along is another road, in metres. */
const FAR_M = 300;
/** Of the road's places so many have to lie near the line. */
const SHARE = 0.5;

/**
 * How far each line lies from the road, in metres: the mean over the places that lie near it. The first is the nearest one
 * that runs along all of the road: a part of it would cut the road short.
 */
export function nearestLines(road: Pick<Road, 'line'>, offers: readonly OfferedRoad[]): Map<string, number> {
  const own = measureLine(road.line);
  if (own === null) return new Map();
  const places = Array.from({ length: PLACES }, (_, i) => pointAt(own, (own.length * i) / (PLACES - 1)));
  const box = boxOf(places.map((p) => [p.lng, p.lat]));
  const found = offers.flatMap((offer) => {
    const line = offer.road?.fields.line ?? [];
    if (!meet(box, boxOf(line))) return [];
    const measured = measureLine(line);
    if (measured === null) return [];
    const near = places.flatMap((p) => footOn(measured, p.lng, p.lat, FAR_M)?.distance ?? []);
    if (near.length < PLACES * SHARE) return [];
    const sum = near.reduce((metres, d) => metres + d, 0);
    const missing = PLACES - near.length;
    return [{ key: offer.key, metres: sum / near.length, cost: (sum + missing * FAR_M) / PLACES }];
  });
  return new Map(found.sort((a, b) => a.cost - b.cost).map(({ key, metres }) => [key, metres]));
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf(line: readonly LngLatPair[]): Box {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of line) [w, s, e, n] = [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)];
  return [w, s, e, n];
}

/** Degrees that are surely more than FAR_M, up to high latitudes. */
const MARGIN = 0.02;

function meet(a: Box, b: Box): boolean {
  return a[0] - MARGIN <= b[2] && b[0] - MARGIN <= a[2] && a[1] - MARGIN <= b[3] && b[1] - MARGIN <= a[3];
}
