/** Where a campaign is, as a box about its units and roads. */
import type { Road } from '../model/entities/road.ts';
import type { Unit } from '../model/entities/unit.ts';

/** West, south, east, north in degrees; null for a campaign without units that have borders and without roads. */
export function groundBox(
  units: Iterable<Pick<Unit, 'boundary'>>,
  roads: Iterable<Pick<Road, 'line'>>,
): readonly [west: number, south: number, east: number, north: number] | null {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  const extend = ([lng, lat]: readonly [number, number]) => {
    w = Math.min(w, lng);
    e = Math.max(e, lng);
    s = Math.min(s, lat);
    n = Math.max(n, lat);
  };
  for (const { boundary } of units) for (const polygon of boundary ?? []) polygon[0]?.forEach(extend);
  // Roads run far beyond the ground that is dressed: they say where it is only where no borders do.
  if (w > e) for (const { line } of roads) line.forEach(extend);
  return w > e ? null : [w, s, e, n];
}
