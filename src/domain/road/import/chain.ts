/**
 * Chains the pieces of one road into one measured line. Pieces come unordered and some reversed; a divided road
 * comes as two opposite lines of which only one may be measured. What is not on the line is kept aside and told.
 */
import { metresPerDegree } from '../../geo/geodesic.ts';
import { footOn, type Line, measureLine, pointAt } from '../line.ts';

export type Coordinates = readonly (readonly number[])[];

export interface Piece {
  readonly coordinates: Coordinates;
  /** Traffic runs only along the order of the coordinates. */
  readonly oneWay: boolean;
}

type AsideReason = 'second-carriageway' | 'duplicate' | 'branch' | 'island';

export interface Aside {
  readonly reason: AsideReason;
  readonly lengthM: number;
  /** Metres from the line, at the nearest. */
  readonly distanceM: number;
  readonly coordinates: Coordinates;
}

export interface Chained {
  readonly coordinates: readonly (readonly number[])[];
  /** How many pieces lie on the line. */
  readonly parts: number;
  /** The bridged gaps, in metres, in the order of the line. */
  readonly gaps: readonly number[];
  readonly aside: readonly Aside[];
}

export interface ChainOptions {
  /** The widest gap in metres that is bridged. */
  readonly maxGap: number;
}

/** Ends closer than this are one point: sources round coordinates to some decimetres. */
const TOUCH = 1.5;
/** Two carriageways of one road run closer than this; measured on divided urban roads. */
const CARRIAGEWAY = 45;
const BESIDE_LIMIT = 0.35;
const BEAM = 16;
const SAMPLES = 32;

/** A run of pieces already joined end to end. */
interface Run {
  readonly coordinates: Coordinates;
  readonly line: Line;
  readonly oneWay: boolean;
  readonly parts: number;
  readonly closed: boolean;
  /** Length of pieces turned round less length of those kept: decides the direction of the whole. */
  readonly turned: number;
}

/** Null when no piece has two different vertices. */
export function chainPieces(pieces: readonly Piece[], options: ChainOptions): Chained | null {
  const runs = joinTouching(pieces.flatMap(toRun));
  if (runs.length === 0) return null;
  const beside = besideMemo(runs);
  const start = longest(runs);
  const path = grow(runs, start, options.maxGap, beside);
  const { coordinates, gaps, turned } = lay(runs, path);
  const onLine = new Set(path.map((s) => s.run));
  const result = turned > 0 ? [...coordinates].reverse() : coordinates;
  const aside = classify(
    runs.filter((_, i) => !onLine.has(i)),
    result,
    options.maxGap,
  );
  return {
    coordinates: result,
    parts: path.reduce((sum, s) => sum + (runs[s.run] as Run).parts, 0),
    gaps: turned > 0 ? gaps.reverse() : gaps,
    aside,
  };
}

function toRun(piece: Piece): Run[] {
  const line = measureLine(piece.coordinates);
  if (line === null) return [];
  const closed =
    gapBetween(first(piece.coordinates), last(piece.coordinates)) <= TOUCH && line.length > 3 * TOUCH;
  return [
    { coordinates: piece.coordinates, line, oneWay: piece.oneWay, parts: 1, closed, turned: -line.length },
  ];
}

function first(c: Coordinates): readonly number[] {
  return c[0] as readonly number[];
}

function last(c: Coordinates): readonly number[] {
  return c[c.length - 1] as readonly number[];
}

function gapBetween(a: readonly number[], b: readonly number[]): number {
  const scale = metresPerDegree(a[1] as number);
  return Math.hypot(
    ((b[0] as number) - (a[0] as number)) * scale.lng,
    ((b[1] as number) - (a[1] as number)) * scale.lat,
  );
}

function turnRound(run: Run): Run {
  const coordinates = [...run.coordinates].reverse();
  return { ...run, coordinates, line: measureLine(coordinates) as Line, turned: -run.turned };
}

/**
 * Joins runs at points where exactly two ends meet and nothing argues against it; what remains is small enough
 * to search. Ends are found through a grid of TOUCH-sized cells.
 */
function joinTouching(runs: readonly Run[]): Run[] {
  const open = new Set(runs.filter((r) => !r.closed));
  let joined = true;
  while (joined) {
    joined = false;
    for (const [a, b] of meetingPairs(open)) {
      if (!open.has(a.run) || !open.has(b.run)) continue;
      const merged = merge(a, b);
      if (merged === null) continue;
      open.delete(a.run);
      open.delete(b.run);
      open.add(merged);
      joined = true;
    }
  }
  return [...open, ...runs.filter((r) => r.closed)];
}

interface End {
  readonly run: Run;
  readonly atStart: boolean;
}

function pointOf(end: End): readonly number[] {
  return end.atStart ? first(end.run.coordinates) : last(end.run.coordinates);
}

function meetingPairs(runs: ReadonlySet<Run>): [End, End][] {
  const cell = TOUCH / 111_000;
  const grid = new Map<string, End[]>();
  const ends = [...runs].flatMap((run): End[] => [
    { run, atStart: true },
    { run, atStart: false },
  ]);
  for (const end of ends) {
    const [x, y] = pointOf(end) as [number, number];
    const key = `${Math.floor(x / cell)}:${Math.floor(y / cell)}`;
    const here = grid.get(key);
    if (here) here.push(end);
    else grid.set(key, [end]);
  }
  const pairs: [End, End][] = [];
  for (const end of ends) {
    const [x, y] = pointOf(end) as [number, number];
    const near: End[] = [];
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (const other of grid.get(`${Math.floor(x / cell) + i}:${Math.floor(y / cell) + j}`) ?? [])
          if (other !== end && gapBetween(pointOf(end), pointOf(other)) <= TOUCH) near.push(other);
    const [only] = near;
    if (near.length === 1 && only !== undefined && only.run !== end.run) pairs.push([end, only]);
  }
  return pairs;
}

function merge(a: End, b: End): Run | null {
  const head = a.atStart ? turnRound(a.run) : a.run;
  const tail = b.atStart ? b.run : turnRound(b.run);
  const flowsAgree = a.atStart !== b.atStart;
  if (a.run.oneWay && b.run.oneWay && !flowsAgree) return null;
  if (Math.max(besideShare(a.run, b.run), besideShare(b.run, a.run)) > BESIDE_LIMIT) return null;
  const coordinates = [...head.coordinates, ...tail.coordinates.slice(1)];
  const line = measureLine(coordinates);
  if (line === null) return null;
  const whole = {
    coordinates,
    line,
    oneWay: head.oneWay && tail.oneWay,
    parts: head.parts + tail.parts,
    closed: gapBetween(first(coordinates), last(coordinates)) <= TOUCH,
    turned: head.turned + tail.turned,
  };
  // A one-way run keeps the order in which its traffic flows.
  return whole.oneWay && a.atStart ? turnRound(whole) : whole;
}

/** The share of `run` that runs beside `base`: near its inside, not just near one of its ends. */
function besideShare(run: Run, base: Run): number {
  let beside = 0;
  for (let i = 0; i < SAMPLES; i++) {
    const p = pointAt(run.line, ((i + 0.5) / SAMPLES) * run.line.length);
    const foot = footOn(base.line, p.lng, p.lat, CARRIAGEWAY);
    if (foot !== null && !foot.beyondEnd) beside++;
  }
  return beside / SAMPLES;
}

type BesideTest = (a: number, b: number) => boolean;

function besideMemo(runs: readonly Run[]): BesideTest {
  const memo = new Map<number, boolean>();
  return (a, b) => {
    const key = a < b ? a * runs.length + b : b * runs.length + a;
    let known = memo.get(key);
    if (known === undefined) {
      const [ra, rb] = [runs[a] as Run, runs[b] as Run];
      known = Math.max(besideShare(ra, rb), besideShare(rb, ra)) > BESIDE_LIMIT;
      memo.set(key, known);
    }
    return known;
  };
}

function longest(runs: readonly Run[]): number {
  let best = 0;
  runs.forEach((r, i) => {
    const here = runs[best] as Run;
    if ((here.closed && !r.closed) || (here.closed === r.closed && r.line.length > here.line.length))
      best = i;
  });
  return best;
}

interface Step {
  readonly run: number;
  readonly turned: boolean;
  readonly gap: number;
}

interface State {
  readonly steps: readonly Step[];
  readonly used: ReadonlySet<number>;
  readonly score: number;
}

/** The line holds the longest run and is extended at both its ends, by a beam search over what can follow. */
function grow(runs: readonly Run[], start: number, maxGap: number, beside: BesideTest): Step[] {
  const origin: Step = { run: start, turned: false, gap: 0 };
  const ahead = extend(runs, origin, new Set([start]), maxGap, beside);
  const used = new Set([start, ...ahead.map((s) => s.run)]);
  const behind = extend(runs, { ...origin, turned: true }, used, maxGap, beside);
  // What was found walking backwards is read forwards: order and sense are turned, and a gap belongs to the later step.
  const before: Step[] = [];
  for (let i = behind.length - 1; i >= 0; i--) {
    const step = behind[i] as Step;
    before.push({ run: step.run, turned: !step.turned, gap: behind[i + 1]?.gap ?? 0 });
  }
  return [...before, { ...origin, gap: behind[0]?.gap ?? 0 }, ...ahead];
}

function extend(
  runs: readonly Run[],
  origin: Step,
  taken: ReadonlySet<number>,
  maxGap: number,
  beside: BesideTest,
): readonly Step[] {
  let beam: State[] = [{ steps: [], used: taken, score: 0 }];
  let best = beam[0] as State;
  while (beam.length > 0) {
    const next: State[] = [];
    for (const state of beam) {
      const tip = state.steps[state.steps.length - 1] ?? origin;
      for (const { step, gain } of followers(runs, tip, state.used, origin, maxGap, beside)) {
        next.push({
          steps: [...state.steps, step],
          used: new Set(state.used).add(step.run),
          score: state.score + gain,
        });
      }
    }
    next.sort((a, b) => b.score - a.score);
    beam = next.slice(0, BEAM);
    if (beam[0] !== undefined && beam[0].score > best.score) best = beam[0];
  }
  return best.steps;
}

function exitOf(run: Run, turned: boolean): readonly number[] {
  return turned ? first(run.coordinates) : last(run.coordinates);
}

function followers(
  runs: readonly Run[],
  tip: Step,
  used: ReadonlySet<number>,
  origin: Step,
  maxGap: number,
  beside: BesideTest,
): { step: Step; gain: number }[] {
  const from = exitOf(runs[tip.run] as Run, tip.turned);
  const found: { step: Step; gain: number }[] = [];
  runs.forEach((run, i) => {
    if (used.has(i) || run.closed) return;
    for (const turned of [false, true]) {
      const gap = gapBetween(from, turned ? last(run.coordinates) : first(run.coordinates));
      if (gap > maxGap) continue;
      if ([...used].some((u) => beside(u, i))) continue;
      const againstFlow = run.oneWay && (runs[origin.run] as Run).oneWay && turned !== origin.turned;
      // A wide gap must be worth what it reaches; running against the flow is nearly always the other carriageway.
      const gain = run.line.length - 3 * (gap > TOUCH ? gap : 0) - (againstFlow ? 10 * CARRIAGEWAY : 0);
      if (gain > 0 || gap <= TOUCH) found.push({ step: { run: i, turned, gap }, gain });
    }
  });
  return found;
}

function lay(runs: readonly Run[], path: readonly Step[]) {
  const coordinates: (readonly number[])[] = [];
  const gaps: number[] = [];
  let turned = 0;
  for (const step of path) {
    const run = runs[step.run] as Run;
    const part = step.turned ? [...run.coordinates].reverse() : run.coordinates;
    const joins = coordinates.length > 0 && step.gap <= TOUCH;
    if (coordinates.length > 0 && step.gap > TOUCH) gaps.push(step.gap);
    coordinates.push(...(joins ? part.slice(1) : part));
    turned += step.turned ? -run.turned : run.turned;
  }
  return { coordinates, gaps, turned };
}

function classify(rest: readonly Run[], coordinates: Coordinates, maxGap: number): Aside[] {
  const line = measureLine(coordinates) as Line;
  const known: { run: Run; reason: AsideReason | null; distanceM: number }[] = rest.map((run) => {
    const { share, farthest, nearest } = closeness(run, line);
    let reason: AsideReason | null = null;
    if (share > 0.6) reason = farthest < TOUCH ? 'duplicate' : 'second-carriageway';
    else if (nearest <= maxGap) reason = 'branch';
    return { run, reason, distanceM: nearest };
  });
  // What touches a branch is part of that branch, however far from the line.
  for (let changed = true; changed; ) {
    changed = false;
    for (const item of known) {
      if (item.reason !== null) continue;
      const touches = known.some(
        (k) => k.reason === 'branch' && closeness(item.run, k.run.line).nearest <= TOUCH,
      );
      if (touches) {
        item.reason = 'branch';
        changed = true;
      }
    }
  }
  return known.map(({ run, reason, distanceM }) => ({
    reason: reason ?? 'island',
    lengthM: run.line.length,
    distanceM,
    coordinates: run.coordinates,
  }));
}

function closeness(run: Run, line: Line): { share: number; farthest: number; nearest: number } {
  let beside = 0;
  let farthest = 0;
  let nearest = Infinity;
  for (let i = 0; i <= SAMPLES; i++) {
    const p = pointAt(run.line, (i / SAMPLES) * run.line.length);
    const foot = footOn(line, p.lng, p.lat);
    if (foot === null) continue;
    if (foot.distance <= 60) beside++;
    farthest = Math.max(farthest, foot.distance);
    nearest = Math.min(nearest, foot.distance);
  }
  return { share: beside / (SAMPLES + 1), farthest, nearest };
}
