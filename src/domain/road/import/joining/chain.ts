/**
 * Chains the pieces of one road into one measured line. Pieces come unordered and some reversed; a divided road
 * comes as two opposite lines of which only one may be measured. What is not on the line is kept aside and told.
 */
import { lineLength } from '../../../geo/geodesic.ts';
import { fail, ok, type Result } from '../../../model/result.ts';
import { footOn } from '../../line.ts';
import { type Aside, classify } from './asides.ts';
import { gapCost } from './gaps.ts';
import { withoutOverlaps } from './overlaps.ts';
import { STUB, withLoops, withoutStubs } from './rings.ts';
import {
  BESIDE_LIMIT,
  besideShare,
  CARRIAGEWAY,
  exitOf,
  first,
  gapBetween,
  joinTouching,
  last,
  type Piece,
  type Run,
  type Step,
  TOUCH,
  toRun,
} from './runs.ts';
import { unfold } from './unfold.ts';

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

const BEAM = 16;

/** More pieces that hang together nowhere than any road has: what bears one name is not one road. */
const MOST_LOOSE = 1000;

/**
 * Fails with `road.too-short` when no piece has two different vertices, with `offer.scattered` when far more of them lie
 * apart than the pieces of any road.
 */
export function chainPieces(pieces: readonly Piece[], options: ChainOptions): Result<Chained> {
  const apart = withoutOverlaps(pieces.flatMap(unfold));
  const joined = joinTouching(apart.pieces.flatMap(toRun));
  // Joined, pieces may turn out to run out and back.
  const runs = joined.flatMap(unfoldRun);
  if (runs.length === 0) return fail('road.too-short');
  if (runs.length > MOST_LOOSE) return fail('offer.scattered', { count: runs.length });
  const beside = besideMemo(runs);
  const start = longest(runs);
  const path = (runs[start] as Run).closed
    ? [{ run: start, turned: false, gap: 0 }]
    : grow(runs, start, options.maxGap, beside);
  const laid = lay(runs, withoutStubs(runs, path));
  const onLine = new Set(laid.steps.map((s) => s.run));
  const rings = runs.flatMap((run, i) => (run.closed && !onLine.has(i) ? [i] : []));
  const looped = withLoops(laid.coordinates, rings, runs);
  for (const ring of looped.taken) onLine.add(ring);
  const { gaps, turned } = laid;
  const result = turned > 0 ? [...looped.coordinates].reverse() : looped.coordinates;
  const aside = classify(
    runs.filter((_, i) => !onLine.has(i)),
    result,
    options.maxGap,
  );
  const covered = apart.covered.map(
    ({ coordinates, whole }): Aside => ({
      reason: whole ? 'duplicate' : 'overlap',
      lengthM: lineLength(coordinates),
      distanceM: 0,
      coordinates,
    }),
  );
  return ok({
    coordinates: result,
    parts: [...onLine].reduce((sum, i) => sum + (runs[i] as Run).parts, 0),
    gaps: turned > 0 ? gaps.reverse() : gaps,
    aside: [...aside, ...covered],
  });
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
  const of = (closed: boolean) =>
    runs.reduce(
      (best, run, i) =>
        run.closed === closed && run.line.length > (runs[best]?.line.length ?? 0) ? i : best,
      -1,
    );
  const [open, ring] = [of(false), of(true)];
  if (open < 0) return ring;
  if (ring < 0) return open;
  return (runs[open] as Run).line.length < STUB * (runs[ring] as Run).line.length ? ring : open;
}

/** A run as it is, or its carriageways. */
function unfoldRun(run: Run): Run[] {
  const apart = unfold({ coordinates: run.coordinates, oneWay: run.oneWay });
  if (apart.length === 1) return [run];
  return apart.flatMap(toRun).map((half) => ({ ...half, turned: Math.sign(run.turned) * half.line.length }));
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
      if ([...used].some((u) => beside(u, i) && isOtherWay(runs[u] as Run, run, turned, gap))) continue;
      const againstFlow = run.oneWay && (runs[origin.run] as Run).oneWay && turned !== origin.turned;
      // A wide gap must be worth what it reaches; running against the flow is nearly always the other carriageway.
      const gain =
        run.line.length -
        gapCost(from, runs[tip.run] as Run, tip.turned, run, turned, gap) -
        (againstFlow ? 10 * CARRIAGEWAY : 0);
      if (gain > 0 || gap <= TOUCH) found.push({ step: { run: i, turned, gap }, gain });
    }
  });
  return found;
}

/** Metres within which a way that has left the road is back at it: a junction is as wide. */
const JUNCTION = 20;

/**
 * Whether a run beside another is the other carriageway, and may not follow: it runs against it as one-way traffic, it
 * begins across a gap, or it is back at it where it ends. The leg of a pass goes on to somewhere else.
 */
function isOtherWay(base: Run, run: Run, turned: boolean, gap: number): boolean {
  if ((base.oneWay && run.oneWay) || gap > TOUCH) return true;
  const [lng = 0, lat = 0] = exitOf(run, turned);
  return footOn(base.line, lng, lat, JUNCTION) !== null;
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
    // One by one: as arguments of one call a long line is too many.
    for (const place of joins ? part.slice(1) : part) coordinates.push(place);
    turned += step.turned ? -run.turned : run.turned;
  }
  return { coordinates, gaps, turned, steps: path };
}
