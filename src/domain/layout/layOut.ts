/**
 * Lays a stretch out along its road: from a rule to single positions. Quantity and positions come from the same
 * runs of ordinals, so they cannot disagree. Distances are chainage metres: between surveyed posts that are not
 * exactly 1,000 m apart, spacing follows the posts, as crews measure it.
 */
import type { Placement } from '../model/entities/placement.ts';
import type { RoadFeature } from '../model/entities/roadFeature.ts';
import type { PositionKey, Side, StretchRule } from '../model/entities/stretchRule.ts';
import { at, segmentAt } from '../road/line.ts';
import { alongOf, type MeasuredRoad, signedOffset } from '../road/measuredRoad.ts';
import type { GapWidths } from './gapWidths.ts';
import { STRETCH_LIMIT } from './limits.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly rule: StretchRule;
}

/** Positions as parallel arrays: one entry a position, sides one after the other, along increasing chainage. */
export interface Positions {
  /** How many are laid out: fewer than the quantity where a stretch goes beyond the limit. */
  readonly count: number;
  readonly chainage: Float64Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  /** −1 left, 0 median, 1 right. */
  readonly side: Int8Array;
  /** The ordinal in the rule; with the side it makes the position's key. */
  readonly ordinal: Int32Array;
}

/** A range of chainage in metres in which nothing stands, ends included. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Rounding of sums of spacings must not lose a position that stands exactly on an end. */
const EPS = 1e-6;

/** The gaps a rule asks for, merged and in order; `widths` are the metres kept free around features (campaign's own). */
export function gapsOf(
  rule: StretchRule,
  features: Iterable<Pick<RoadFeature, 'kind' | 'from' | 'to'>>,
  widths: GapWidths,
): Gap[] {
  const gaps: { from: number; to: number }[] = [];
  for (const f of features) {
    if (!rule.except.includes(f.kind)) continue;
    const around = widths[f.kind];
    gaps.push({ from: Math.min(f.from, f.to) - around, to: Math.max(f.from, f.to) + around });
  }
  gaps.sort((a, b) => a.from - b.from);
  const merged: { from: number; to: number }[] = [];
  for (const gap of gaps) {
    const last = merged[merged.length - 1];
    if (last !== undefined && gap.from <= last.to) last.to = Math.max(last.to, gap.to);
    else merged.push({ ...gap });
  }
  return merged;
}

/** Ordinals first..last (both included) of one side of a rule. */
interface Run {
  readonly side: Side;
  readonly origin: number;
  readonly first: number;
  readonly last: number;
}

function sidesOf(rule: StretchRule): readonly Side[] {
  return rule.sides === 'both' ? ['left', 'right'] : [rule.sides];
}

function runsOf(stretch: Stretch, gaps: readonly Gap[]): Run[] {
  const { rule } = stretch;
  const start = Math.min(stretch.from, stretch.to);
  const end = Math.max(stretch.from, stretch.to);
  if (!(rule.spacing > 0)) return [];
  const runs: Run[] = [];
  for (const side of sidesOf(rule)) {
    const shift = rule.staggered && rule.sides === 'both' && side === 'right' ? rule.spacing / 2 : 0;
    const origin = start + rule.startOffset + shift;
    const last = Math.floor((end - origin) / rule.spacing + EPS);
    // A rule may count from before the stretch: what lies there is no place of it.
    let first = Math.max(0, Math.ceil((start - origin) / rule.spacing - EPS));
    for (const gap of gaps) {
      const before = Math.ceil((gap.from - origin) / rule.spacing - EPS) - 1;
      const after = Math.floor((gap.to - origin) / rule.spacing + EPS) + 1;
      if (after <= first) continue;
      if (before >= last) break;
      if (before >= first) runs.push({ side, origin, first, last: before });
      first = after;
    }
    if (first <= last) runs.push({ side, origin, first, last });
  }
  return runs;
}

const LETTER: Readonly<Record<Side, 'L' | 'R' | 'M'>> = { left: 'L', right: 'R', median: 'M' };
const SIGN: Readonly<Record<Side, number>> = { left: -1, right: 1, median: 0 };

function skipsWithin(runs: readonly Run[], skips: readonly PositionKey[]): number {
  let n = 0;
  for (const key of new Set(skips)) {
    const ordinal = Number(key.slice(1));
    if (runs.some((r) => LETTER[r.side] === key[0] && ordinal >= r.first && ordinal <= r.last)) n++;
  }
  return n;
}

/** How many positions a stretch has, without laying them out: cost grows with gaps and skips, not with length. */
export function quantityOf(stretch: Stretch, gaps: readonly Gap[]): number {
  const runs = runsOf(stretch, gaps);
  const all = runs.reduce((sum, r) => sum + r.last - r.first + 1, 0);
  return all - skipsWithin(runs, stretch.rule.skips);
}

/**
 * The runs as far as they are laid out. A stretch of more than the limit (an older version let such be stored) is laid
 * out from its beginning, as many positions on each side, so that whoever opens the plan can see and mend it. Its
 * quantity stays what the rule says.
 */
function laidRuns(stretch: Stretch, gaps: readonly Gap[]): Run[] {
  const runs = runsOf(stretch, gaps);
  const limit = STRETCH_LIMIT / sidesOf(stretch.rule).length;
  const left = new Map<Side, number>();
  return runs.flatMap((run): Run[] => {
    const room = left.get(run.side) ?? limit;
    const last = Math.min(run.last, run.first + room - 1);
    left.set(run.side, room - (last - run.first + 1));
    return last < run.first ? [] : [{ ...run, last }];
  });
}

/** The key of a position: its side's letter and its ordinal. */
export function positionKey(side: number, ordinal: number): PositionKey {
  return `${side < 0 ? 'L' : side > 0 ? 'R' : 'M'}${ordinal}`;
}

/**
 * Lays the positions of a stretch out. A moved position keeps its key and is clamped to the road's ends; chainages
 * beyond the road are clamped as well, so that a rule survives a road that was cut shorter. Never more than
 * STRETCH_LIMIT.
 */
export function layOut(stretch: Stretch, road: MeasuredRoad, gaps: readonly Gap[]): Positions {
  const { rule } = stretch;
  const runs = laidRuns(stretch, gaps);
  const skips = new Set<string>(rule.skips);
  const count = runs.reduce((sum, r) => sum + r.last - r.first + 1, 0) - skipsWithin(runs, rule.skips);
  const moved = Object.keys(rule.moves).length > 0;
  const plain = skips.size === 0 && !moved;
  const positions = {
    count,
    chainage: new Float64Array(count),
    lng: new Float64Array(count),
    lat: new Float64Array(count),
    side: new Int8Array(count),
    ordinal: new Int32Array(count),
  };
  let n = 0;
  for (const run of runs) {
    const offset = signedOffset(run.side, road.halfWidth + rule.edgeOffset);
    n = plain
      ? layRun(run, rule.spacing, offset, road, positions, n)
      : laySingly(run, rule, skips, offset, road, positions, n);
  }
  return positions;
}

/** The fast way: a whole run with a pointer that walks the line; no look-up and no trigonometry a position. */
function layRun(
  run: Run,
  spacing: number,
  offset: number,
  road: MeasuredRoad,
  out: Positions,
  start: number,
): number {
  const { line } = road;
  const lastSegment = line.count - 2;
  const simple = road.knotAlong.length === 1;
  const shift = simple ? at(road.knotAlong, 0) - at(road.knotChainage, 0) : 0;
  const sign = SIGN[run.side] as number;
  let n = start;
  let segment = -1;
  let [segmentStart, segmentEnd, x, y, dx, dy] = [0, -Infinity, 0, 0, 0, 0];
  for (let k = run.first; k <= run.last; k++, n++) {
    const chainage = run.origin + k * spacing;
    let along = simple ? chainage + shift : alongOf(road, chainage);
    if (along < 0) along = 0;
    else if (along > line.length) along = line.length;
    if (along >= segmentEnd && segment < lastSegment) {
      if (segment < 0) segment = segmentAt(line, along);
      while (segment < lastSegment && at(line.along, segment + 1) <= along) segment++;
      segmentStart = at(line.along, segment);
      segmentEnd = at(line.along, segment + 1);
      x = at(line.lng, segment) + offset * at(line.nLng, segment);
      y = at(line.lat, segment) + offset * at(line.nLat, segment);
      dx = at(line.dLng, segment);
      dy = at(line.dLat, segment);
    }
    const t = along - segmentStart;
    out.chainage[n] = chainage;
    out.lng[n] = x + t * dx;
    out.lat[n] = y + t * dy;
    out.side[n] = sign;
    out.ordinal[n] = k;
  }
  return n;
}

function laySingly(
  run: Run,
  rule: StretchRule,
  skips: ReadonlySet<string>,
  offset: number,
  road: MeasuredRoad,
  out: Positions,
  start: number,
): number {
  let n = start;
  for (let k = run.first; k <= run.last; k++) {
    const key = `${LETTER[run.side]}${k}` as PositionKey;
    if (skips.has(key)) continue;
    const wanted = run.origin + k * rule.spacing + (rule.moves[key] ?? 0);
    const chainage = Math.max(road.minChainage, Math.min(road.maxChainage, wanted));
    layRun({ side: run.side, origin: chainage, first: 0, last: 0 }, 1, offset, road, out, n);
    out.ordinal[n] = k;
    n++;
  }
  return n;
}

/** A single position by its chainage alone: what rules compare, without laying anything on the ground. */
export interface Spot {
  readonly key: PositionKey;
  readonly side: Side;
  readonly chainage: number;
}

/** The laid positions of a stretch as spots, side by side, along increasing chainage (but for moved ones). */
export function spotsOf(stretch: Stretch, gaps: readonly Gap[]): Spot[] {
  const { rule } = stretch;
  const skips = new Set<string>(rule.skips);
  const spots: Spot[] = [];
  for (const run of laidRuns(stretch, gaps))
    for (let k = run.first; k <= run.last; k++) {
      const key: PositionKey = `${LETTER[run.side]}${k}`;
      if (skips.has(key)) continue;
      spots.push({ key, side: run.side, chainage: run.origin + k * rule.spacing + (rule.moves[key] ?? 0) });
    }
  return spots;
}

/** The stretch of a placement, or null when it is a point. */
export function stretchOf(placement: Pick<Placement, 'from' | 'to' | 'rule'>): Stretch | null {
  const { from, to, rule } = placement;
  return from === null || to === null || rule === null ? null : { from, to, rule };
}
