/** Roads in another shape: counted from the other end, from another zero, made longer, cut, joined. */
import type { CalibrationPoint, Road } from '../model/entities/road.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { LngLatPair } from '../model/rows.ts';
import { cutPlace, isRing } from '../road/cutting.ts';
import { at, measureLine, pointAt } from '../road/line.ts';
import { chainageOf, type MeasuredRoad, measureRoad, reversed } from '../road/measuredRoad.ts';
import { gapSegments } from './gaps.ts';
import type { Reshaped } from './reshape.ts';

/** Between roads farther from each other than this nothing is bridged, in metres. */
const JOIN_WITHIN_M = 500;
/** Ends nearer than this are the same place, in metres. */
const SAME_PLACE_M = 0.5;

/** Chainages that can be stored, in metres. */
const LEAST_CHAINAGE = -1_000_000;
const MOST_CHAINAGE = 10_000_000;

const NOT_TURNED: ReadonlySet<string> = new Set();

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
  return ok({
    roads: new Map([[road.id, { ...road, halfWidth }]]),
    turned: NOT_TURNED,
    cut: null,
    carried: (roadId, chainage) => ({ roadId, chainage }),
  });
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
  return ok({
    roads: new Map([[road.id, next]]),
    turned: NOT_TURNED,
    cut: null,
    carried: (roadId, chainage) => ({ roadId, chainage }),
  });
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
  return ok({
    roads: new Map([[road.id, next]]),
    turned: NOT_TURNED,
    cut: null,
    carried: (roadId, chainage) => ({ roadId, chainage }),
  });
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

function withoutRepeats(line: readonly LngLatPair[]): LngLatPair[] {
  return line.filter((c, i) => i === 0 || c[0] !== line[i - 1]?.[0] || c[1] !== line[i - 1]?.[1]);
}

/** How two roads meet. */
interface Meeting {
  /** At which end of the first the other is put. */
  readonly end: 'beginning' | 'end';
  /** Whether the other has to be counted from its other end first. */
  readonly turned: boolean;
  /** Metres between the two ends. */
  readonly gap: number;
}

/** The two ends that lie nearest to each other; of equal ones the end of the first and the beginning of the other. */
function meetingOf(first: Pick<Road, 'line'>, other: Pick<Road, 'line'>): Meeting | null {
  const [a, b] = [first.line, other.line];
  const corner = (line: Road['line'], end: boolean) => (end ? line[line.length - 1] : line[0]);
  const ways = [
    { end: 'end', turned: false, from: corner(a, true), to: corner(b, false) },
    { end: 'end', turned: true, from: corner(a, true), to: corner(b, true) },
    { end: 'beginning', turned: false, from: corner(a, false), to: corner(b, true) },
    { end: 'beginning', turned: true, from: corner(a, false), to: corner(b, false) },
  ] as const;
  let best: Meeting | null = null;
  for (const { end, turned, from, to } of ways) {
    if (from === undefined || to === undefined) continue;
    const gap = measureLine([from, to])?.length ?? 0;
    if (best === null || gap < best.gap - SAME_PLACE_M) best = { end, turned, gap };
  }
  return best;
}

/**
 * Two roads as one, under the id of the first, whose chainages stay; what stood on the other reads on from there. Fails
 * with `reshape.too-far` (metres between them, and the limit).
 */
export function joined(first: Road, other: Road): Result<Reshaped> {
  const meeting = meetingOf(first, other);
  if (meeting === null) return fail('road.too-short');
  if (meeting.gap > JOIN_WITHIN_M)
    return fail('reshape.too-far', { metres: Math.round(meeting.gap), limit: JOIN_WITHIN_M });
  const shown = meeting.turned ? reversed(other) : other;
  const [a, b] = [measureRoad(first), measureRoad(shown)];
  if (!a.ok) return a;
  if (!b.ok) return b;
  const [one, two] = [a.value, b.value];
  const bridged = meeting.gap > SAME_PLACE_M ? meeting.gap : 0;
  const atEnd = meeting.end === 'end';
  const line = withoutRepeats(atEnd ? [...first.line, ...shown.line] : [...shown.line, ...first.line]);
  // The whole as it is measured, gap and all: two ends that are the same to the eye may be centimetres apart.
  const between = (measureLine(line)?.length ?? 0) - one.line.length - two.line.length;
  const by = atEnd
    ? one.maxChainage + between - two.minChainage
    : one.minChainage - between - two.maxChainage;
  const shift = atEnd
    ? { one: 0, two: one.line.length + between }
    : { one: two.line.length + between, two: 0 };
  const surveyed = first.calibration.length + shown.calibration.length > 0;
  const posts = (road: Road, m: MeasuredRoad): readonly CalibrationPoint[] =>
    surveyed
      ? [
          { along: 0, chainage: m.minChainage },
          // Posts beyond the line's ends have said what those ends read.
          ...road.calibration.filter((c) => c.along > 0 && c.along < m.line.length),
          { along: m.line.length, chainage: m.maxChainage },
        ]
      : [];
  const calibration = [
    ...posts(first, one).map((c) => ({ ...c, along: c.along + shift.one })),
    ...posts(shown, two).map((c) => ({ along: c.along + shift.two, chainage: c.chainage + by })),
  ];
  const posted: Road = {
    ...first,
    line,
    gaps: [...first.gaps, ...other.gaps, ...(bridged > 0 ? [bridged] : [])],
    zeroChainage: atEnd ? first.zeroChainage : two.minChainage + by,
    calibration: apart(calibration),
  };
  const ends = [0, one.line.length, two.line.length].flatMap((along) => [
    along + shift.one,
    along + shift.two,
  ]);
  const next = withoutIdle(posted, (along) => ends.some((end) => Math.abs(end - along) < 0.02));
  const after = measureRoad(next);
  if (!after.ok) return after;
  const [min, max] = [two.minChainage, two.maxChainage];
  return ok({
    roads: new Map<string, Road | null>([
      [first.id, next],
      [other.id, null],
    ]),
    turned: meeting.turned ? new Set([other.id]) : NOT_TURNED,
    cut: null,
    carried: (roadId, c) =>
      roadId === other.id
        ? { roadId: first.id, chainage: (meeting.turned ? min + max - c : c) + by }
        : { roadId, chainage: c },
  });
}

/** Without those posts at such places that say no more than the others do: a cut had put them there, or the joining. */
function withoutIdle(road: Road, isThere: (along: number) => boolean): Road {
  let left = road;
  for (const post of road.calibration) {
    if (!isThere(post.along)) continue;
    const without: Road = { ...left, calibration: left.calibration.filter((c) => c !== post) };
    const measured = measureRoad(without);
    if (measured.ok && Math.abs(chainageOf(measured.value, post.along) - post.chainage) < 0.005)
      left = without;
  }
  return left;
}

/** Posts in order, each a little farther than the one before along the line and in chainage alike. */
function apart(posts: readonly CalibrationPoint[]): CalibrationPoint[] {
  const kept: CalibrationPoint[] = [];
  for (const post of [...posts].sort((a, b) => a.along - b.along)) {
    const last = kept[kept.length - 1];
    if (last === undefined || (post.along > last.along + 0.01 && post.chainage > last.chainage))
      kept.push(post);
  }
  return kept;
}

/** Roads whose ends lie near enough to be joined to a road's, the nearest first. */
export function joinable(road: Road, roads: Iterable<Road>): readonly Road[] {
  const near: { readonly other: Road; readonly gap: number }[] = [];
  for (const other of roads) {
    if (other.id === road.id || other.hidden || !mayMeet(road.line, other.line)) continue;
    const gap = meetingOf(road, other)?.gap ?? Infinity;
    if (gap <= JOIN_WITHIN_M) near.push({ other, gap });
  }
  return near.sort((a, b) => a.gap - b.gap).map(({ other }) => other);
}

/** More degrees of latitude than the limit has metres: what is farther apart need not be measured. */
const FAR_DEGREES = (2 * JOIN_WITHIN_M) / 110_000;

function mayMeet(a: Road['line'], b: Road['line']): boolean {
  const ends = (line: Road['line']) => [line[0], line[line.length - 1]];
  return ends(a).some((p) =>
    ends(b).some((q) => p !== undefined && q !== undefined && Math.abs(p[1] - q[1]) < FAR_DEGREES),
  );
}
