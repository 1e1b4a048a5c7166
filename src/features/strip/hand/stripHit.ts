/** What lies under a point of the diagram. */
import type { Id } from '../../../domain/model/rows.ts';
import {
  boxOf,
  CENTRE_BOX,
  chainageAt,
  laneAt,
  RULER,
  type StripView,
  singlesY,
  xOf,
} from '../stripLayout.ts';
import { LANES, type StripRoad } from '../stripModel.ts';

/** The placement under a point, its lane taken into account. `y` is within the road's row. */
export function hitPlacement(road: StripRoad, x: number, y: number, v: StripView): Id | null {
  const lane = laneAt(y);
  const entries = road.lanes[lane];
  const singles = entries.filter((e) => e.item.single);
  let nearest = 13;
  let found: Id | null = null;
  for (const { item } of singles) {
    if (Math.abs(singlesY(lane) - y) > 15) continue;
    const d = Math.abs(xOf(road, item.from, v) - x);
    if (d < nearest) [nearest, found] = [d, item.id];
  }
  if (found !== null) return found;
  const bars = entries.filter((e) => {
    if (e.item.single) return false;
    const box = boxOf(e, lane);
    const [a, b] = [xOf(road, e.item.from, v) - 3, xOf(road, e.item.to, v) + 3];
    return x >= a && x <= b && y >= box.y - 2 && y <= box.y + box.h + 2;
  });
  return bars[bars.length - 1]?.item.id ?? null;
}

/** The road feature under a point of the middle lane. `y` is within the road's row. */
export function hitFeature(road: StripRoad, x: number, y: number, v: StripView): Id | null {
  if (y < CENTRE_BOX.top - 2 || y > CENTRE_BOX.top + CENTRE_BOX.height + 16) return null;
  let [nearest, found]: [number, Id | null] = [9, null];
  for (const f of road.features) {
    const [a, b] = [xOf(road, f.from, v), xOf(road, f.to, v)];
    const d = Math.max(0, a - x, x - b);
    if (d < nearest) [nearest, found] = [d, f.id];
  }
  return found;
}

/** The full kilometre whose mark on the ruler is under a point; null beside it. */
export function hitKilometre(road: StripRoad, x: number, y: number, v: StripView): number | null {
  if (y > RULER) return null;
  const km = Math.round(chainageAt(road, x - 14, v) / 1000);
  const at = xOf(road, km * 1000, v);
  return x >= at - 6 && x <= at + 40 && km * 1000 >= road.min && km * 1000 <= road.max ? km : null;
}

/** Where the bars of a placement lie within its road's row: for the handles at its ends. */
export function boxesOf(road: StripRoad, id: Id): { readonly y: number; readonly h: number }[] {
  return LANES.flatMap((lane) => {
    const entries = road.lanes[lane];
    const entry = entries.find((e) => e.item.id === id && !e.item.single);
    return entry === undefined ? [] : [boxOf(entry, lane)];
  });
}
