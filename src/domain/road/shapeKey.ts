import type { Road } from '../model/entities/road.ts';

/** Tells whether a road has still the shape that somebody began to work on: another shape has another key. */
export function shapeKey({
  line,
  zeroChainage,
  calibration,
}: Pick<Road, 'line' | 'zeroChainage' | 'calibration'>): string {
  // FNV-1a over the vertices: a whole line would be kept twice.
  let hash = 0x811c9dc5;
  for (const [lng, lat] of line)
    for (const degrees of [lng, lat]) hash = Math.imul(hash ^ Math.round(degrees * 1e7), 0x01000193);
  return JSON.stringify([line.length, hash, zeroChainage, calibration]);
}
