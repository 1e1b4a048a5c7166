/** Areas on the map: whether a point lies in one. Degrees are taken as plane, which boundaries are drawn in. */
import { perObject } from '../memo.ts';
import type { Area } from '../model/rows.ts';

interface PreparedArea {
  readonly box: readonly [west: number, south: number, east: number, north: number];
  /** Every ring, outer and holes alike: an odd number of crossings is inside. */
  readonly rings: readonly Float64Array[];
}

export const prepareArea = perObject((area: Area): PreparedArea => {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  const rings: Float64Array[] = [];
  for (const polygon of area)
    for (const ring of polygon) {
      const flat = new Float64Array(ring.length * 2);
      ring.forEach(([x, y], i) => {
        flat[2 * i] = x;
        flat[2 * i + 1] = y;
        w = Math.min(w, x);
        e = Math.max(e, x);
        s = Math.min(s, y);
        n = Math.max(n, y);
      });
      rings.push(flat);
    }
  return { box: [w, s, e, n], rings };
});

/** Whether a point lies in an area. A point on a border belongs to one side of it only (the half-open rule). */
export function isInside(area: Area, lng: number, lat: number): boolean {
  const { box, rings } = prepareArea(area);
  if (lng < box[0] || lng > box[2] || lat < box[1] || lat > box[3]) return false;
  let inside = false;
  for (const ring of rings) {
    const last = ring.length / 2 - 1;
    for (let i = 0, j = last; i <= last; j = i++) {
      const [xi, yi] = [ring[2 * i] as number, ring[2 * i + 1] as number];
      const [xj, yj] = [ring[2 * j] as number, ring[2 * j + 1] as number];
      if (yi > lat !== yj > lat && lng < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
