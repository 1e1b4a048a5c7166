/** Where a road can be cut, and which roads are rings. */
import type { Road } from '../model/entities/road.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { bareChainage } from './chainageText.ts';
import { measureLine } from './line.ts';
import { measuredOf } from './measuredOf.ts';
import { alongOf } from './measuredRoad.ts';

/** Nearer to an end of its road than this nothing is cut, in metres. */
const LEAST_PART_M = 5;

/**
 * Metres along the line of a chainage at which the road can be cut. Fails with `chainage.outside-road` (its limits as
 * text) or `cut.at-end`.
 */
export function cutPlace(road: Road, chainage: number): Result<number> {
  const measured = measuredOf(road);
  if (measured === null) return fail('road.too-short');
  const { minChainage, maxChainage, line } = measured;
  if (chainage < minChainage || chainage > maxChainage)
    return fail('chainage.outside-road', {
      fromText: bareChainage(minChainage),
      toText: bareChainage(maxChainage),
    });
  const along = alongOf(measured, chainage);
  return along < LEAST_PART_M || along > line.length - LEAST_PART_M
    ? fail('cut.at-end', { metres: LEAST_PART_M })
    : ok(along);
}

/** Whether a road comes back to where it begins. */
export function isRing({ line }: Pick<Road, 'line'>): boolean {
  const [a, b] = [line[0], line[line.length - 1]];
  return a !== undefined && b !== undefined && line.length > 3 && (measureLine([a, b])?.length ?? 0) < 1;
}
