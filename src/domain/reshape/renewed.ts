/** A road on a new line: measured better, or moved on the ground. */

import { metresPerDegree } from '../geo/geodesic.ts';
import type { CalibrationPoint, Road } from '../model/entities/road.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { LngLatPair } from '../model/rows.ts';
import { at, footOn, type Line, measureLine, pointAt, segmentAt } from '../road/line.ts';
import { alongOf, measureRoad } from '../road/measuredRoad.ts';
import type { Reshaped } from './reshape.ts';

/** What stands on a road keeps where it stands, or what it reads. */
export type Keeping = 'place' | 'chainage';

/** Farther from the old line than this, the new one is another road there, in metres. */
const NEAR_M = 100;
/** How often the two lines are compared, in metres along the old one. */
const STEP_M = 10;
/** A beginning within so many metres of the old one is the same beginning. */
const SAME_BEGINNING_M = 20;

/** A place on both lines, in metres along each. */
interface Match {
  readonly was: number;
  readonly is: number;
}

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
  const given = measureLine(line);
  if (given === null) return fail('road.too-short');
  const backwards = runsAgainst(old.value.line, given);
  const now = backwards ? (measureLine([...line].reverse()) as Line) : given;
  const matches = matched(old.value.line, now);
  const near = matches.length >= 2;
  if (!near && keeping === 'place') return fail('reshape.elsewhere', { metres: NEAR_M });
  const calibration = near ? postsOn(road.calibration, matches) : [];
  const beginning = near ? between(matches, 0, 'was', 'is') : 0;
  const next: Road = {
    ...road,
    line: backwards ? [...line].reverse() : line,
    gaps,
    calibration,
    zeroChainage:
      Math.abs(beginning) < SAME_BEGINNING_M ? road.zeroChainage : old.value.minChainage - beginning,
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

/** Whether the new line is drawn from the other end. */
function runsAgainst(old: Line, now: Line): boolean {
  const alongs = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((share) => {
    const p = pointAt(old, share * old.length);
    const foot = footOn(now, p.lng, p.lat, NEAR_M);
    return foot === null ? [] : [foot.along];
  });
  let [with_, against] = [0, 0];
  for (let i = 1; i < alongs.length; i++)
    if ((alongs[i] as number) >= (alongs[i - 1] as number)) with_++;
    else against++;
  if (with_ !== against) return against > with_;
  const far = (p: number, q: number) => {
    const [a, b] = [pointAt(old, p), pointAt(now, q)];
    return (
      measureLine([
        [a.lng, a.lat],
        [b.lng, b.lat],
      ])?.length ?? 0
    );
  };
  return far(0, now.length) + far(old.length, 0) < far(0, 0) + far(old.length, now.length);
}

/**
 * Places of the old line with the nearest ones of the new, along both in their order: what turns back beside itself is
 * followed, not jumped across.
 */
function matched(old: Line, now: Line): Match[] {
  const matches: Match[] = [];
  const count = Math.max(1, Math.ceil(old.length / STEP_M));
  for (let i = 0; i <= count; i++) {
    const was = (i * old.length) / count;
    const p = pointAt(old, was);
    const last = matches[matches.length - 1];
    // As far as one may have come since, with a detour: farther on it is another limb of the road.
    const reach = last === undefined ? Infinity : last.is + 3 * (was - last.was) + NEAR_M;
    const foot = footBetween(now, p.lng, p.lat, last?.is ?? 0, reach);
    if (foot === null || foot.beyond) continue;
    if (last === undefined || (foot.along > last.is + 0.01 && was > last.was))
      matches.push({ was, is: foot.along });
  }
  return matches;
}

/** The nearest place of a line to a point between two distances along it; null when none is within reach. */
function footBetween(
  line: Line,
  lng: number,
  lat: number,
  from: number,
  to: number,
): { readonly along: number; readonly beyond: boolean } | null {
  const scale = metresPerDegree(lat);
  let best = NEAR_M * NEAR_M;
  let found: { along: number; beyond: boolean } | null = null;
  for (let i = segmentAt(line, from); i + 1 < line.count && at(line.along, i) <= to; i++) {
    const ax = (at(line.lng, i) - lng) * scale.lng;
    const ay = (at(line.lat, i) - lat) * scale.lat;
    const vx = (at(line.lng, i + 1) - at(line.lng, i)) * scale.lng;
    const vy = (at(line.lat, i + 1) - at(line.lat, i)) * scale.lat;
    const free = -(ax * vx + ay * vy) / (vx * vx + vy * vy);
    const t = Math.max(0, Math.min(1, free));
    const d2 = (ax + t * vx) ** 2 + (ay + t * vy) ** 2;
    if (d2 >= best) continue;
    const along = at(line.along, i) + t * (at(line.along, i + 1) - at(line.along, i));
    if (along < from) continue;
    best = d2;
    // Off an end of the new line nothing is told by its last vertex.
    const first = i === 0 && free < 0;
    const last = i + 2 === line.count && free > 1;
    found = { along, beyond: (first || last) && Math.sqrt(d2) > 1 };
  }
  return found;
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
