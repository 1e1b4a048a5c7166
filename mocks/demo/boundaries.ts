/**
 * Schematic boundaries of the demonstration's communes: each is the ground nearer to its own centre than to any other,
 * within a box about the district. They are no survey, and the map says so.
 */
import type { Area, LngLatPair } from '../../src/domain/model/rows.ts';
import { COMMUNES } from './geometry.ts';

const BOX: readonly LngLatPair[] = [
  [105.69, 21.795],
  [106.03, 21.795],
  [106.03, 22.135],
  [105.69, 22.135],
];

/** A degree of longitude is shorter here than one of latitude. */
const SQUEEZE = Math.cos((21.96 * Math.PI) / 180);

/** The part of a polygon on a centre's side of the line half way to another centre. */
function nearer(polygon: readonly LngLatPair[], own: LngLatPair, other: LngLatPair): LngLatPair[] {
  const d = ([x, y]: LngLatPair, [cx, cy]: LngLatPair) => ((x - cx) * SQUEEZE) ** 2 + (y - cy) ** 2;
  const lead = (p: LngLatPair) => d(p, other) - d(p, own);
  return polygon.flatMap((p, i): LngLatPair[] => {
    const q = polygon[(i + 1) % polygon.length] as LngLatPair;
    const [a, b] = [lead(p), lead(q)];
    const kept: LngLatPair[] = a >= 0 ? [p] : [];
    if (a >= 0 === b >= 0) return kept;
    const t = a / (a - b);
    return [...kept, [round(p[0] + t * (q[0] - p[0])), round(p[1] + t * (q[1] - p[1]))]];
  });
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

export function boundaryOf(centre: LngLatPair): Area {
  let polygon: readonly LngLatPair[] = BOX;
  for (const [, , other] of COMMUNES) if (other !== centre) polygon = nearer(polygon, centre, other);
  return [[[...polygon, polygon[0] as LngLatPair]]];
}
