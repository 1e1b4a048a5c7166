/** Two roads as one. */
import { withoutRepeats } from '../geo/repeats.ts';
import type { CalibrationPoint, Road } from '../model/entities/road.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { measureLine } from '../road/line.ts';
import { chainageOf, type MeasuredRoad, measureRoad, reversed } from '../road/measuredRoad.ts';
import type { Reshaped } from './reshape.ts';

/** Between roads farther from each other than this nothing is bridged, in metres. */
const JOIN_WITHIN_M = 500;
/** Ends nearer than this are the same place, in metres. */
const SAME_PLACE_M = 0.5;

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
    turned: meeting.turned ? new Set([other.id]) : new Set(),
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
