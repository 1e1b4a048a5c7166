/** Roads in another shape: counted from the other end, from another zero, made longer, cut. */
import { withoutRepeats } from '../geo/repeats.ts';
import type { CalibrationPoint, Road } from '../model/entities/road.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { LngLatPair } from '../model/rows.ts';
import { cutPlace, isRing } from '../road/cutting.ts';
import { at, measureLine, pointAt } from '../road/line.ts';
import { type MeasuredRoad, measureRoad, reversed } from '../road/measuredRoad.ts';
import { gapSegments } from './gaps.ts';
import type { Reshaped } from './reshape.ts';

/** Chainages that can be stored, in metres. */
const LEAST_CHAINAGE = -1_000_000;
const MOST_CHAINAGE = 10_000_000;

const NOT_TURNED: ReadonlySet<string> = new Set();

/** A road on which everything keeps its chainage. */
function sameChainages(road: Road): Reshaped {
  return {
    roads: new Map([[road.id, road]]),
    turned: NOT_TURNED,
    cut: null,
    carried: (roadId, chainage) => ({ roadId, chainage }),
  };
}

/** A road counted from its other end; its first chainage keeps its value. */
export function reverse(road: Road): Result<Reshaped> {
  const measured = measureRoad(road);
  if (!measured.ok) return measured;
  const { minChainage, maxChainage } = measured.value;
  return ok({
    roads: new Map([[road.id, reversed(road)]]),
    turned: new Set([road.id]),
    cut: null,
    carried: (roadId, c) => ({ roadId, chainage: minChainage + maxChainage - c }),
  });
}

/** A road whose beginning reads another chainage (metres): everything on it stays and reads accordingly. Fails with `reshape.zero-range`. */
export function withZero(road: Road, zero: number): Result<Reshaped> {
  const measured = measureRoad(road);
  if (!measured.ok) return measured;
  const by = zero - measured.value.minChainage;
  if (zero < LEAST_CHAINAGE || measured.value.maxChainage + by > MOST_CHAINAGE)
    return fail('reshape.zero-range', { km: MOST_CHAINAGE / 1000 });
  const calibration = road.calibration.map((c) => ({ ...c, chainage: c.chainage + by }));
  return ok({
    roads: new Map([[road.id, { ...road, zeroChainage: zero, calibration }]]),
    turned: NOT_TURNED,
    cut: null,
    carried: (roadId, c) => ({ roadId, chainage: c + by }),
  });
}

/** A road of another width (half of it, in metres): what stands on its verge goes with the verge. */
export function withHalfWidth(road: Road, halfWidth: number): Result<Reshaped> {
  return ok(sameChainages({ ...road, halfWidth }));
}

/**
 * A road that is measured by other posts: everything keeps its chainage and stands where the road reads it now. Without
 * any, its beginning reads what it read.
 */
export function withPosts(road: Road, calibration: readonly CalibrationPoint[]): Result<Reshaped> {
  const before = measureRoad(road);
  if (!before.ok) return before;
  // What the posts said of the beginning outlives the last of them.
  const zeroChainage = calibration.length === 0 ? before.value.minChainage : road.zeroChainage;
  const next = { ...road, calibration, zeroChainage };
  const after = measureRoad(next);
  if (!after.ok) return after;
  return ok(sameChainages(next));
}

/**
 * A road made longer at its beginning or its end by vertices in the order in which they lead away from it. Every
 * chainage stays what it was: before the beginning one counts back.
 */
export function extended(
  road: Road,
  end: 'beginning' | 'end',
  away: readonly LngLatPair[],
): Result<Reshaped> {
  const before = measureRoad(road);
  if (!before.ok) return before;
  const line = end === 'end' ? [...road.line, ...away] : [...[...away].reverse(), ...road.line];
  const longer = { ...road, line };
  const more = (measureLine(line)?.length ?? 0) - before.value.line.length;
  const atBeginning = end === 'beginning';
  const next: Road = {
    ...longer,
    zeroChainage: atBeginning ? before.value.minChainage - more : road.zeroChainage,
    calibration: atBeginning
      ? road.calibration.map((c) => ({ ...c, along: c.along + more }))
      : road.calibration,
  };
  const after = measureRoad(next);
  if (!after.ok) return after;
  return ok(sameChainages(next));
}

/**
 * A road cut in two at a chainage. The part before it keeps the road's id, the other is `second`; both go on reading the
 * chainages that they read. Fails as `cutPlace` does.
 */
export function cutRoad(
  road: Road,
  chainage: number,
  second: Pick<Road, 'id' | 'code' | 'name'>,
): Result<Reshaped> {
  const measured = measureRoad(road);
  if (!measured.ok) return measured;
  const { line } = measured.value;
  const place = cutPlace(road, chainage);
  if (!place.ok) return place;
  const along = place.value;
  const here = pointAt(line, along);
  const corner: LngLatPair = [here.lng, here.lat];
  const vertices = Array.from(line.lng, (lng, i): LngLatPair => [lng, at(line.lat, i)]);
  const before = vertices.slice(0, here.segment + 1);
  const [gapsBefore, gapsAfter] = divideGaps(road.gaps, measured.value, along);
  const surveyed = road.calibration.length > 0;
  const first: Road = {
    ...road,
    line: withoutRepeats([...before, corner]),
    gaps: gapsBefore,
    calibration: surveyed
      ? [...road.calibration.filter((c) => c.along < along), { along, chainage }]
      : road.calibration,
  };
  const other: Road = {
    ...road,
    ...second,
    version: 0,
    line: withoutRepeats([corner, ...vertices.slice(here.segment + 1)]),
    gaps: gapsAfter,
    zeroChainage: chainage,
    calibration: surveyed
      ? [
          { along: 0, chainage },
          ...road.calibration.filter((c) => c.along > along).map((c) => ({ ...c, along: c.along - along })),
        ]
      : [],
  };
  return ok({
    roads: new Map([
      [road.id, first],
      [second.id, other],
    ]),
    turned: NOT_TURNED,
    cut: { roadId: road.id, at: chainage },
    carried: (roadId, c, end = c >= chainage ? 'second' : 'first') => ({
      roadId: roadId === road.id && end === 'second' ? second.id : roadId,
      chainage: c,
    }),
  });
}

/**
 * A ring that is counted from another of its places (metres of chainage). Its beginning reads what it read; a stretch over
 * the new beginning becomes two. Fails with `reshape.no-ring`, `reshape.ring-posts` where surveyed posts measure it, and
 * as `cutPlace` does.
 */
export function beginningAt(road: Road, chainage: number): Result<Reshaped> {
  const measured = measureRoad(road);
  if (!measured.ok) return measured;
  const { line, minChainage: min } = measured.value;
  if (!isRing(road)) return fail('reshape.no-ring');
  if (road.calibration.length > 0) return fail('reshape.ring-posts');
  const place = cutPlace(road, chainage);
  if (!place.ok) return place;
  const along = place.value;
  const here = pointAt(line, along);
  const corner: LngLatPair = [here.lng, here.lat];
  const vertices = Array.from(line.lng, (lng, i): LngLatPair => [lng, at(line.lat, i)]);
  const next: Road = {
    ...road,
    line: withoutRepeats([
      corner,
      ...vertices.slice(here.segment + 1),
      ...vertices.slice(0, here.segment + 1),
      corner,
    ]),
  };
  const { length } = line;
  return ok({
    roads: new Map([[road.id, next]]),
    turned: NOT_TURNED,
    cut: { roadId: road.id, at: chainage },
    carried: (roadId, c, end = c >= chainage ? 'second' : 'first') => ({
      roadId,
      chainage: min + (end === 'second' ? c - chainage : length - chainage + c),
    }),
  });
}

/** Which gaps lie before a place and which after it. */
function divideGaps(
  gaps: readonly number[],
  { line }: MeasuredRoad,
  along: number,
): readonly [number[], number[]] {
  const [before, after]: [number[], number[]] = [[], []];
  const segments = gapSegments(line, gaps);
  for (const [i, gap] of gaps.entries()) {
    const segment = segments[i] ?? null;
    (segment !== null && at(line.along, segment) >= along ? after : before).push(gap);
  }
  return [before, after];
}
