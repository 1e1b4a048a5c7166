/** Surveyed kilometre posts: what a road's chainage becomes when one is found elsewhere than it was thought to be. */

import type { CalibrationPoint, Road } from '../model/entities/road.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { alongOf, type MeasuredRoad, measureRoad } from './measuredRoad.ts';

/** Posts nearer to each other than this along the line are one and the same, in metres. */
const SAME_POST_M = 50;

/**
 * The road's calibration with a post that says `chainage` standing where the line now reads `at` (both metres). A post
 * that stood there before is replaced. Without earlier posts the road's beginning keeps its chainage. Fails with
 * `road.calibration-order` when posts would no longer increase along the line.
 */
export function calibrated(
  road: Pick<Road, 'line' | 'calibration' | 'zeroChainage' | 'halfWidth'>,
  measured: MeasuredRoad,
  at: number,
  chainage: number,
): Result<readonly CalibrationPoint[]> {
  const along = Math.max(0, Math.min(measured.line.length, alongOf(measured, at)));
  const others = road.calibration.filter(
    (c) => Math.abs(c.along - along) > SAME_POST_M && c.chainage !== chainage,
  );
  const start =
    road.calibration.length === 0 && along > SAME_POST_M ? [{ along: 0, chainage: road.zeroChainage }] : [];
  const posts = [...start, ...others, { along: Math.round(along * 100) / 100, chainage }].sort(
    (a, b) => a.along - b.along,
  );
  const result = measureRoad({ ...road, calibration: posts });
  return result.ok ? ok(posts) : fail(result.reason.code, result.reason.params);
}

/** How far a chainage moves along the line between two measurings of a road, in metres. */
export function shiftAt(before: MeasuredRoad, after: MeasuredRoad, chainage: number): number {
  return alongOf(after, chainage) - alongOf(before, chainage);
}
