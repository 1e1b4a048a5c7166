/** A road on a new line: measured better, or moved on the ground. */

import { lineLength } from '../geo/geodesic.ts';
import type { CalibrationPoint, Road } from '../model/entities/road.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { LngLatPair } from '../model/rows.ts';
import { isRing } from '../road/cutting.ts';
import { at, footOn, type Line, measureLine, pointAt } from '../road/line.ts';
import { alongOf, measureRoad } from '../road/measuredRoad.ts';
import { type Match, type Matching, matching, NEAR_M } from './matching.ts';
import type { Reshaped } from './reshape.ts';

/** What stands on a road keeps where it stands, or what it reads. */
export type Keeping = 'place' | 'chainage';

/** A beginning within so many metres of the old one is the same beginning. */
const SAME_BEGINNING_M = 20;

/**
 * A road on a new line, which is turned to run as the old one did; surveyed posts stand where they stood, and without
 * any the beginning reads what it read, at the place where it read it. Keeping the place, everything goes to the nearest
 * place of the new line; where the new line leaves the old one by more than 100 m, it is spread between what is near.
 * Keeping the chainage, nothing is written and all goes where the new line reads it. Fails with `reshape.elsewhere`
 * where the lines are nowhere near each other and places are to be kept.
 */
export function renewed(
  road: Road,
  line: readonly LngLatPair[],
  gaps: readonly number[],
  keeping: Keeping,
): Result<Reshaped> {
  const old = measureRoad(road);
  if (!old.ok) return old;
  const found = turnedLike(road, old.value.line, line);
  if (found === null) return fail('road.too-short');
  const { matches } = found;
  const near = matches.length >= 2;
  if (!near && keeping === 'place') return fail('reshape.elsewhere', { metres: NEAR_M });
  const calibration = near ? postsOn(road.calibration, matches) : [];
  const beginning = near ? between(matches, 0, 'was', 'is') : 0;
  const next: Road = {
    ...road,
    line: found.line,
    gaps,
    calibration,
    // Also where posts said it that are not on the new line any more.
    zeroChainage: old.value.minChainage - (Math.abs(beginning) < SAME_BEGINNING_M ? 0 : beginning),
  };
  const after = measureRoad(next);
  if (!after.ok) return after;
  const { knotAlong, knotChainage } = after.value;
  const read = { ...after.value, knotAlong: knotChainage, knotChainage: knotAlong };
  return ok({
    roads: new Map([[road.id, next]]),
    turned: new Set(),
    cut: null,
    carried: (roadId, chainage) => ({
      roadId,
      chainage:
        keeping === 'chainage' || roadId !== road.id
          ? chainage
          : alongOf(read, between(matches, alongOf(old.value, chainage), 'was', 'is')),
    }),
  });
}

interface Turned extends Matching {
  readonly line: readonly LngLatPair[];
}

/** The new line as the old one runs: from the same end, and of rings from the same place; null for what is no line. */
function turnedLike(road: Road, old: Line, line: readonly LngLatPair[]): Turned | null {
  const ways = [line, line.toReversed()].flatMap((way): Turned[] => {
    const begun = isRing(road) && isRing({ line: way }) ? beginningNear(way, pointAt(old, 0)) : way;
    const measured = measureLine(begun);
    return measured === null ? [] : [{ line: begun, ...matching(old, measured) }];
  });
  const [straight, back] = ways;
  if (straight === undefined || back === undefined) return null;
  if (straight.matches.length >= 2 || back.matches.length >= 2)
    return back.cost < straight.cost ? back : straight;
  // Nowhere near each other: the ends tell.
  const far = (p: LngLatPair | undefined, q: LngLatPair | undefined) =>
    p === undefined || q === undefined ? 0 : lineLength([p, q]);
  const [a, b] = [road.line[0], road.line.at(-1)];
  return far(a, line.at(-1)) + far(b, line[0]) < far(a, line[0]) + far(b, line.at(-1)) ? back : straight;
}

/** A ring that begins at its place nearest to a point. */
function beginningNear(
  ring: readonly LngLatPair[],
  { lng, lat }: { readonly lng: number; readonly lat: number },
): readonly LngLatPair[] {
  const measured = measureLine(ring);
  const foot = measured === null ? null : footOn(measured, lng, lat);
  if (measured === null || foot === null || foot.beyondEnd) return ring;
  const here = pointAt(measured, foot.along);
  const vertices = Array.from(measured.lng, (x, i): LngLatPair => [x, at(measured.lat, i)]);
  const corner: LngLatPair = [here.lng, here.lat];
  // Its last vertex is its first.
  return [corner, ...vertices.slice(here.segment + 1, -1), ...vertices.slice(0, here.segment + 1), corner];
}

/** From one line to the other, linearly between what matches, metre by metre beyond the first and the last. */
function between(matches: readonly Match[], along: number, from: 'was' | 'is', to: 'was' | 'is'): number {
  let low = 0;
  let high = matches.length - 1;
  const first = matches[low] as Match;
  const last = matches[high] as Match;
  if (along <= first[from]) return first[to] + (along - first[from]);
  if (along >= last[from]) return last[to] + (along - last[from]);
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if ((matches[mid] as Match)[from] <= along) low = mid;
    else high = mid;
  }
  const [a, b] = [matches[low] as Match, matches[high] as Match];
  return a[to] + ((along - a[from]) * (b[to] - a[to])) / (b[from] - a[from]);
}

function postsOn(posts: readonly CalibrationPoint[], matches: readonly Match[]): CalibrationPoint[] {
  const last = matches[matches.length - 1] as Match;
  const first = matches[0] as Match;
  return posts.flatMap((post) =>
    post.along < first.was - NEAR_M || post.along > last.was + NEAR_M
      ? []
      : [{ ...post, along: Math.round(between(matches, post.along, 'was', 'is') * 100) / 100 }],
  );
}
