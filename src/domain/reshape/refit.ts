/** A stretch laid anew on a road of another shape, so that its positions stand where they stood. */
import { type Gap, positionKey, type Spot, type Stretch, spotsOf } from '../layout/layOut.ts';
import { SINGLES_LIMIT } from '../layout/limits.ts';
import { OTHER_SIDE, otherSides } from '../layout/sides.ts';
import type { PositionKey, Side, StretchRule } from '../model/entities/stretchRule.ts';
import { fail, ok, type Result } from '../model/result.ts';

/** A position that the rule alone would put within this of where it stood needs no word of its own, in metres. */
const CLOSE_M = 0.5;
/** A position that was moved by hand keeps its place to the centimetre. */
const EXACT_M = 0.005;
const EPS = 1e-6;
/** Where a position stands on a cut itself, the part before it ends this much earlier. */
const CLEARANCE_M = 1;
/** No position is moved farther than this from its rule: the field's own limit. */
const MOST_MOVE_M = 10_000;
/** No stretch is shorter than this. */
const LEAST_M = 0.01;

const SIGN: Readonly<Record<Side, number>> = { left: -1, right: 1, median: 0 };

const SIDE_OF: Readonly<Record<string, Side>> = { L: 'left', R: 'right', M: 'median' };

function ordinalOf({ key }: Pick<Spot, 'key'>): number {
  return Number(key.slice(1));
}

export interface Onto {
  /** Where a chainage of the stretch's road comes to lie. */
  readonly way: (chainage: number) => number;
  /** Counting runs the other way from now on. */
  readonly turned: boolean;
  /** What takes positions out on the road as it is, and as it will be. */
  readonly gaps: readonly Gap[];
  readonly gapsAfter: readonly Gap[];
  /** Where the road as it is begins and ends, in metres of chainage. */
  readonly road: { readonly min: number; readonly max: number };
  /** Of a stretch that is cut, the part that is asked for; what stands on the cut belongs to the second. */
  readonly part: { readonly at: number; readonly side: 'first' | 'second' } | null;
}

/**
 * The ends and the rule of the stretch, or of its part, on the road as it will be. Spacing, sides and exceptions stay;
 * single positions that the rule would put elsewhere are moved, those that it would add are left out. Positions for which
 * the rule has no place (a bridge lies there now) are lost: whoever asks compares. Fails with
 * `reshape.too-many-singles`.
 */
export function refit(stretch: Stretch, onto: Onto): Result<Stretch> {
  const { rule } = stretch;
  const { way, turned, part } = onto;
  const { min, max } = onto.road;
  // What was moved beyond an end of the road stands at that end.
  const spots = spotsOf(stretch, onto.gaps)
    .map((s) => ({ ...s, stands: Math.max(min, Math.min(max, s.chainage)) }))
    .filter((s) => isOf(part, s.stands));
  const stays = (c: number) => Math.abs(way(c) - c) < EPS;
  if (part === null && !turned && spots.every((s) => s.stands === s.chainage)) {
    const still = [stretch.from, stretch.to, ...spots.map((s) => s.stands)].every(stays);
    const keys = new Set(spots.map((s) => s.key));
    const after = spotsOf(stretch, onto.gapsAfter).map((s) => s.key);
    const more = after.filter((key) => !keys.has(key));
    if (still && after.length - more.length === keys.size)
      return within(
        more.length === 0 ? stretch : { ...stretch, rule: { ...rule, skips: [...rule.skips, ...more] } },
      );
  }
  const ends = endsOf(stretch, onto).map((c) => withoutNoise(way(c)));
  const lattice = latticeOf(stretch, onto);
  const from = Math.min(...ends);
  const first = firstOf(lattice, from);
  const next: StretchRule = {
    ...rule,
    startOffset: withoutNoise(lattice.origin + first * rule.spacing - from),
    sides: turned ? otherSides(rule.sides) : rule.sides,
    skips: [],
    moves: {},
  };
  const wanted = spots.map((spot): Wanted => {
    const side = turned ? OTHER_SIDE[spot.side] : spot.side;
    return {
      key: positionKey(SIGN[side], lattice.index(spot) - first),
      side,
      chainage: way(spot.stands),
      byHand: rule.moves[spot.key] !== undefined,
    };
  });
  const whole = roomier({ from, to: Math.max(...ends, from + LEAST_M), rule: next }, wanted, onto.gapsAfter);
  const given = placesFor(wanted, whole, onto.gapsAfter);
  const moves: Partial<Record<PositionKey, number>> = {};
  for (const { place, wanted: w } of given) {
    const off = w.chainage - place.chainage;
    if (Math.abs(off) > (w.byHand ? EXACT_M : CLOSE_M)) moves[place.key] = withoutNoise(off);
  }
  const to = given.reduce((farthest, { place }) => Math.max(farthest, place.chainage), whole.to);
  const laid = { ...whole, to, rule: { ...whole.rule, moves } };
  const asked = new Set(given.map(({ place }) => place.key));
  const { origin, stagger } = beginningOf(stretch);
  const hidden = wordsUnderGaps(stretch, new Set(spots.map((s) => s.key)), (key) => {
    const was = SIDE_OF[key.charAt(0)] ?? 'median';
    // Of another part's places nothing is to be kept here.
    const place = origin + ordinalOf({ key }) * rule.spacing + (was === 'right' ? stagger : 0);
    const ordinal = lattice.index({ key }) - first;
    if (!isOf(part, place) || ordinal < 0) return null;
    return positionKey(SIGN[turned ? OTHER_SIDE[was] : was], ordinal);
  });
  const kept = hidden.filter(({ key }) => !asked.has(key));
  const skips = new Set([
    ...added(laid, onto.gapsAfter, asked),
    ...kept.flatMap(({ key, move }) => (move === null ? [key] : [])),
  ]);
  for (const { key, move } of kept) if (move !== null) moves[key] = turned ? -move : move;
  return within({ ...laid, rule: { ...laid.rule, skips: [...skips], moves } });
}

/**
 * What a rule says of single places at which nothing stands now, since they are left out or a bridge lies there: it is
 * kept for the day when the bridge is gone. `now` gives the key under which a place is counted from now on.
 */
function wordsUnderGaps(
  { rule }: Stretch,
  standing: ReadonlySet<string>,
  now: (key: PositionKey) => PositionKey | null,
): { readonly key: PositionKey; readonly move: number | null }[] {
  const moves = Object.entries(rule.moves) as [PositionKey, number][];
  return [...rule.skips.map((key) => [key, null] as const), ...moves].flatMap(([key, move]) => {
    const next = standing.has(key) ? null : now(key);
    return next === null ? [] : [{ key: next, move }];
  });
}

/** The stretch, counted from its first position where it has more places so; else as it is. */
function roomier(stretch: Stretch, wanted: readonly Wanted[], gaps: readonly Gap[]): Stretch {
  const room = (of: Stretch) => {
    const places = Map.groupBy(spotsOf(of, gaps), (s) => s.side);
    return [...Map.groupBy(wanted, (w) => w.side)].reduce(
      (sum, [side, positions]) => sum + Math.min(positions.length, places.get(side)?.length ?? 0),
      0,
    );
  };
  if (wanted.length === 0 || room(stretch) === wanted.length) return stretch;
  const first = wanted.reduce((least, w) => Math.min(least, w.chainage), Infinity);
  const startOffset = withoutNoise(Math.max(0, first - stretch.from));
  const other = { ...stretch, rule: { ...stretch.rule, startOffset } };
  return room(other) > room(stretch) ? other : stretch;
}

/** A position as it is to stand. */
interface Wanted {
  /** The place that it has had, as the rule counts now; there may be none. */
  readonly key: PositionKey;
  readonly side: Side;
  readonly chainage: number;
  /** It had a move of its own. */
  readonly byHand: boolean;
}

interface Given {
  readonly place: Spot;
  readonly wanted: Wanted;
}

/**
 * To each position a place of the rule, on its side: the one that it had, where all still have theirs, or nearly; else the
 * nearest ones in their order. Where there are fewer places than positions the rule goes on beyond the end.
 */
function placesFor(wanted: readonly Wanted[], stretch: Stretch, gaps: readonly Gap[]): Given[] {
  const longer = { ...stretch, to: stretch.to + (wanted.length + 1) * stretch.rule.spacing };
  const places = Map.groupBy(spotsOf(stretch, gaps), (s) => s.side);
  return [...Map.groupBy(wanted, (w) => w.side)].flatMap(([side, positions]) => {
    const usual = places.get(side) ?? [];
    const own = ownPlaces(positions, usual);
    if (own !== null) return own;
    const enough =
      usual.length >= positions.length
        ? usual
        : spotsOf(longer, gaps)
            .filter((spot) => spot.side === side)
            .slice(0, positions.length);
    return nearestPlaces(positions, enough);
  });
}

/** Each its own place, and those that have none any more the nearest that is free; null where there is none. */
function ownPlaces(positions: readonly Wanted[], places: readonly Spot[]): Given[] | null {
  const free = new Map(places.map((place) => [place.key, place]));
  const given: Given[] = [];
  const homeless: Wanted[] = [];
  for (const wanted of positions) {
    const place = free.get(wanted.key);
    if (place === undefined) homeless.push(wanted);
    else given.push({ place, wanted });
    free.delete(wanted.key);
  }
  for (const wanted of homeless) {
    let best: Spot | null = null;
    for (const place of free.values())
      if (best === null || distance(place, wanted) < distance(best, wanted)) best = place;
    if (best === null) return null;
    given.push({ place: best, wanted });
    free.delete(best.key);
  }
  return given;
}

const distance = (place: Spot, wanted: Wanted) => Math.abs(place.chainage - wanted.chainage);

function nearestPlaces(wanted: readonly Wanted[], places: readonly Spot[]): Given[] {
  const positions = [...wanted].sort((a, b) => a.chainage - b.chainage);
  let at = -1;
  return positions.flatMap((position, i): Given[] => {
    at++;
    // So many must be left for those that follow.
    const last = places.length - (positions.length - i);
    const off = (n: number) => Math.abs((places[n]?.chainage ?? Infinity) - position.chainage);
    while (at < last && off(at + 1) <= off(at)) at++;
    const place = places[at];
    return place === undefined ? [] : [{ place, wanted: position }];
  });
}

/** The positions that a rule would add to those that are asked for. */
function added(stretch: Stretch, gaps: readonly Gap[], asked: ReadonlySet<string>): PositionKey[] {
  return spotsOf(stretch, gaps).flatMap(({ key }) => (asked.has(key) ? [] : [key]));
}

function within(stretch: Stretch): Result<Stretch> {
  const { skips, moves } = stretch.rule;
  if (Math.max(skips.length, Object.keys(moves).length) > SINGLES_LIMIT)
    return fail('reshape.too-many-singles', { limit: SINGLES_LIMIT });
  return Object.values(moves).some((metres = 0) => Math.abs(metres) > MOST_MOVE_M)
    ? fail('reshape.too-far-singles', { kilometres: MOST_MOVE_M / 1000 })
    : ok(stretch);
}

/** Where the first place of the left (or only) side is, and how far the right side is behind it. */
function beginningOf({ from, rule }: Stretch) {
  const stagger = rule.staggered && rule.sides === 'both' ? rule.spacing / 2 : 0;
  return { origin: from + rule.startOffset, stagger };
}

function isOf(part: Onto['part'], chainage: number): boolean {
  return part === null || chainage >= part.at - EPS === (part.side === 'second');
}

function endsOf(stretch: Stretch, { part }: Onto): readonly [number, number] {
  const { from, to, rule } = stretch;
  if (part === null) return [from, to];
  if (part.side === 'second') return [part.at, to];
  const { origin, stagger } = beginningOf(stretch);
  const onCut = [0, stagger].some((shift) => {
    const steps = (part.at - origin - shift) / rule.spacing;
    return Math.abs(steps - Math.round(steps)) * rule.spacing < EXACT_M;
  });
  return [from, onCut ? part.at - CLEARANCE_M : part.at];
}

/** Where a rule's places come to lie: of the left (or only) side at `origin` and every spacing from there, of the right one `stagger` behind. */
interface Lattice {
  readonly origin: number;
  readonly spacing: number;
  readonly stagger: number;
  /** The number of a position's place. */
  readonly index: (spot: Pick<Spot, 'key'>) => number;
}

function latticeOf(stretch: Stretch, { way, turned }: Onto): Lattice {
  const { to, rule } = stretch;
  const { spacing } = rule;
  const { origin, stagger } = beginningOf(stretch);
  const lattice = { spacing, stagger };
  if (!turned) return { ...lattice, origin: way(origin), index: ordinalOf };
  // Counted back, the last place of the right side is the first of the left.
  const last = Math.max(0, Math.floor((to - origin) / spacing + EPS));
  return {
    ...lattice,
    origin: way(origin + last * spacing + stagger),
    index: (spot) => last - ordinalOf(spot),
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
