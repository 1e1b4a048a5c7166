/** Which place of one line is which place of another: two measurements of one road, from its beginning to its end. */
import { feetOn, type Line, pointAt } from '../road/line.ts';

/** A place on both lines, in metres along each. */
export interface Match {
  readonly was: number;
  readonly is: number;
}

export interface Matching {
  /** Along both lines in their order. */
  readonly matches: readonly Match[];
  /** How ill the lines go together: 0 for the same line; more than one for each place that has none. */
  readonly cost: number;
}

/** Farther from the old line than this, the new one is another road there, in metres. */
export const NEAR_M = 100;
/** How often the two lines are compared, in metres along the old one, and how often at most. */
const STEP_M = 10;
const MOST_STEPS = 20_000;
/** What it costs to leave a place without one on the other line; a place that is NEAR_M away costs 1. */
const UNMATCHED = 1.2;
/** What a metre costs that is gone on one line and not on the other. */
const OUT_OF_STEP = 0.02;
/** Ways that are as far out of step as each other, to so many metres, are one limb: the cheapest of them is followed. */
const LIMB_M = 20;
/** Limbs that are followed at once: roads have fewer beside each other. */
const WAYS = 64;

interface Way {
  /** The last place that was matched; null as long as there is none. */
  readonly match: Match | null;
  readonly cost: number;
  readonly before: Way | null;
}

/**
 * Of all ways to go along both lines together the one that stays nearest and most in step: what turns back beside itself,
 * runs out and back, or comes round to where it began is followed, not jumped across.
 */
export function matching(old: Line, now: Line): Matching {
  const count = Math.min(MOST_STEPS, Math.max(1, Math.ceil(old.length / STEP_M)));
  let ways: readonly Way[] = [{ match: null, cost: 0, before: null }];
  for (let i = 0; i <= count; i++) {
    const was = (i * old.length) / count;
    const p = pointAt(old, was);
    const next: Way[] = ways.map((way) => ({ ...way, cost: way.cost + UNMATCHED }));
    for (const foot of feetOn(now, p.lng, p.lat, NEAR_M)) {
      // Off an end of the new line nothing is told by its last vertex.
      if (foot.beyondEnd && foot.distance > 1) continue;
      const way = stepTo({ was, is: foot.along }, foot.distance / NEAR_M, ways);
      if (way !== null) next.push(way);
    }
    ways = onePerLimb(next);
  }
  const [best] = ways;
  const matches: Match[] = [];
  for (let way = best ?? null; way !== null; way = way.before)
    if (way.match !== null) matches.push(way.match);
  return { matches: matches.reverse(), cost: best?.cost ?? 0 };
}

function onePerLimb(ways: readonly Way[]): readonly Way[] {
  const limbs = new Map<number | null, Way>();
  for (const way of [...ways].sort((a, b) => a.cost - b.cost)) {
    const limb = way.match === null ? null : Math.round((way.match.is - way.match.was) / LIMB_M);
    if (!limbs.has(limb)) limbs.set(limb, way);
    if (limbs.size === WAYS) break;
  }
  return [...limbs.values()];
}

/** The cheapest way on to a place; null where none leads there. */
function stepTo(match: Match, far: number, ways: readonly Way[]): Way | null {
  let best: Way | null = null;
  for (const way of ways) {
    const { match: last } = way;
    let cost = way.cost + far;
    if (last !== null) {
      const [gone, come] = [match.was - last.was, match.is - last.is];
      if (come <= 0.01) continue;
      cost += OUT_OF_STEP * Math.abs(come - gone);
    }
    if (best === null || cost < best.cost) best = { match, cost, before: last === null ? null : way };
  }
  return best;
}
