/** A stretch laid anew on a road of another shape, so that its positions stand where they stood. */
import { type Gap, type Spot, type Stretch, spotsOf } from '../layout/layOut.ts';
import { SINGLES_LIMIT } from '../layout/limits.ts';
import { OTHER_SIDE, otherSides } from '../layout/sides.ts';
import type { PositionKey, Side } from '../model/entities/stretchRule.ts';
import { fail, ok, type Result } from '../model/result.ts';

/** A position that the rule alone would put within this of where it stood needs no word of its own, in metres. */
const CLOSE_M = 0.5;
/** A position that was moved by hand keeps its place to the centimetre. */
const EXACT_M = 0.005;
const EPS = 1e-6;
/** Where a position stands on a cut itself, the part before it ends this much earlier. */
const CLEARANCE_M = 1;
/** No stretch is shorter than this. */
const LEAST_M = 0.01;

export interface Onto {
  /** Where a chainage of the stretch's road comes to lie. */
  readonly way: (chainage: number) => number;
  /** Counting runs the other way from now on. */
  readonly turned: boolean;
  /** What takes positions out on the road as it is, and as it will be. */
  readonly gaps: readonly Gap[];
  readonly gapsAfter: readonly Gap[];
  /** Of a stretch that is cut, the part that is asked for; what stands on the cut belongs to the second. */
  readonly part: { readonly at: number; readonly side: 'first' | 'second' } | null;
}

const LETTER: Readonly<Record<Side, 'L' | 'R' | 'M'>> = { left: 'L', right: 'R', median: 'M' };

/**
 * The ends and the rule of the stretch, or of its part, on the road as it will be. Spacing, sides and exceptions stay;
 * single positions that the rule would put elsewhere are moved, those that it would add are left out. Positions for which
 * the rule has no place (a bridge lies there now) are lost: whoever asks compares. Fails with
 * `reshape.too-many-singles`.
 */
export function refit(stretch: Stretch, onto: Onto): Result<Stretch> {
  const { rule } = stretch;
  const { way, turned, part } = onto;
  const places = placesOf(stretch);
  const spots = spotsOf(stretch, onto.gaps).filter((s) => isOf(part, places.byRule(s)));
  const stays = (c: number) => Math.abs(way(c) - c) < EPS;
  if (part === null && !turned && [stretch.from, stretch.to, ...spots.map((s) => s.chainage)].every(stays)) {
    const more = added(stretch, onto.gapsAfter, new Set(spots.map((s) => s.key)));
    return within(
      more.length === 0 ? stretch : { ...stretch, rule: { ...rule, skips: [...rule.skips, ...more] } },
    );
  }
  const ends = endsOf(stretch, onto).map((c) => withoutNoise(way(c)));
  const lattice = latticeOf(stretch, onto);
  const from = Math.min(...ends);
  const first = firstOf(lattice, from);
  const startOffset = withoutNoise(lattice.origin + first * rule.spacing - from);
  let to = Math.max(...ends);
  const asked = new Set<string>();
  const moves: Partial<Record<PositionKey, number>> = {};
  for (const spot of spots) {
    const side = turned ? OTHER_SIDE[spot.side] : spot.side;
    const ordinal = lattice.index(spot) - first;
    const key: PositionKey = `${LETTER[side]}${ordinal}`;
    const byRule = from + startOffset + (side === 'right' ? lattice.stagger : 0) + ordinal * rule.spacing;
    const off = way(spot.chainage) - byRule;
    const byHand = rule.moves[spot.key] !== undefined;
    if (Math.abs(off) > (byHand ? EXACT_M : CLOSE_M)) moves[key] = withoutNoise(off);
    asked.add(key);
    to = Math.max(to, byRule);
  }
  to = Math.max(to, from + LEAST_M);
  const next = { ...rule, startOffset, skips: [], moves };
  const whole = { from, to, rule: turned ? { ...next, sides: otherSides(rule.sides) } : next };
  const skips = added(whole, onto.gapsAfter, asked);
  return within({ ...whole, rule: { ...whole.rule, skips } });
}

/** The positions that a rule would add to those that are asked for. */
function added(stretch: Stretch, gaps: readonly Gap[], asked: ReadonlySet<string>): PositionKey[] {
  return spotsOf(stretch, gaps).flatMap(({ key }) => (asked.has(key) ? [] : [key]));
}

function within(stretch: Stretch): Result<Stretch> {
  const { skips, moves } = stretch.rule;
  return Math.max(skips.length, Object.keys(moves).length) > SINGLES_LIMIT
    ? fail('reshape.too-many-singles', { limit: SINGLES_LIMIT })
    : ok(stretch);
}

/** Where the rule alone puts a position, and how far its right side is behind its left. */
function placesOf({ from, rule }: Stretch) {
  const origin = from + rule.startOffset;
  const stagger = rule.staggered && rule.sides === 'both' ? rule.spacing / 2 : 0;
  const byRule = ({ key, side }: Spot) =>
    origin + Number(key.slice(1)) * rule.spacing + (side === 'right' ? stagger : 0);
  return { origin, stagger, byRule };
}

function isOf(part: Onto['part'], chainage: number): boolean {
  return part === null || chainage >= part.at - EPS === (part.side === 'second');
}

function endsOf(stretch: Stretch, { part }: Onto): readonly [number, number] {
  const { from, to, rule } = stretch;
  if (part === null) return [from, to];
  if (part.side === 'second') return [part.at, to];
  const { origin, stagger } = placesOf(stretch);
  const onCut = [0, stagger].some((shift) => {
    const steps = (part.at - origin - shift) / rule.spacing;
    return Math.abs(steps - Math.round(steps)) * rule.spacing < EXACT_M;
  });
  return [from, onCut ? part.at - CLEARANCE_M : part.at];
}

/**
 * Where a rule's places come to lie: of the left (or only) side at `origin` and every spacing from there, of the right
 * one `stagger` behind. Each position has its index among them, of which none is below 0.
 */
interface Lattice {
  readonly origin: number;
  readonly spacing: number;
  readonly stagger: number;
  readonly index: (spot: Spot) => number;
}

function latticeOf(stretch: Stretch, { way, turned }: Onto): Lattice {
  const { to, rule } = stretch;
  const { spacing } = rule;
  const { origin, stagger } = placesOf(stretch);
  const lattice = { spacing, stagger };
  if (!turned) return { ...lattice, origin: way(origin), index: (s) => Number(s.key.slice(1)) };
  // Counted back, the last place of the right side is the first of the left.
  const last = Math.max(0, Math.floor((to - origin) / spacing + EPS));
  return {
    ...lattice,
    origin: way(origin + last * spacing + stagger),
    index: (s) => last - Number(s.key.slice(1)),
  };
}

/**
 * The index of the first place that a stretch counts from, on both sides: of the left (or only) side the first one that it
 * reaches; one earlier where a right place lies before that.
 */
function firstOf({ origin, spacing, stagger }: Lattice, from: number): number {
  const first = Math.max(0, Math.ceil((from - origin - EXACT_M) / spacing));
  const before = first - 1;
  return stagger > 0 && before >= 0 && origin + before * spacing + stagger >= from - EXACT_M ? before : first;
}

/** Without what sums leave behind; rounded more, a position would slip across the edge of a bridge. */
export function withoutNoise(metres: number): number {
  return Math.round(metres * 1e6) / 1e6;
}
