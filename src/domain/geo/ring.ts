/** Corners of an area's outer ring, which in GeoJSON ends where it began (RFC 7946 §3.1.6). */
import type { Area, LngLatPair } from '../model/rows.ts';

/** The corners of the first polygon's outer ring, each once. */
export function cornersOf(area: Area): readonly LngLatPair[] {
  return area[0]?.[0]?.slice(0, -1) ?? [];
}

function withCorners(area: Area, corners: readonly LngLatPair[]): Area {
  const [first] = corners;
  if (first === undefined) return area;
  return [[[...corners, first], ...(area[0]?.slice(1) ?? [])], ...area.slice(1)];
}

export function movedCorner(area: Area, index: number, to: LngLatPair): Area {
  return withCorners(
    area,
    cornersOf(area).map((c, i) => (i === index ? to : c)),
  );
}

/** A new corner after the one at `index`. */
export function withCorner(area: Area, index: number, at: LngLatPair): Area {
  const corners = cornersOf(area);
  return withCorners(area, [...corners.slice(0, index + 1), at, ...corners.slice(index + 1)]);
}

/** Null when fewer than three corners would be left: that is no area. */
export function withoutCorner(area: Area, index: number): Area | null {
  const corners = cornersOf(area).filter((_, i) => i !== index);
  return corners.length < 3 ? null : withCorners(area, corners);
}
