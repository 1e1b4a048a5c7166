/** What has moved on the ground: the positions of the plan before an edit, and after it. */
import type { Placement } from '../model/entities/placement.ts';
import type { Id, Tables } from '../model/rows.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { placeAt } from '../road/measuredRoad.ts';
import { apart, metresBetween, type Spot, spotsOf } from './spots.ts';
import { SpotTree } from './spotTree.ts';

/** Positions that moved by no more than this stand where they stood, in metres. */
const STANDS_M = 1;

export interface Displaced {
  /** Of the row that there was before; of a new one where there was none. */
  readonly id: Id;
  /** How far the farthest of its positions has moved, in metres. */
  readonly metres: number;
  /** How many positions it had, and has. */
  readonly before: number;
  readonly after: number;
  /** It runs beyond its road now, and did not. */
  readonly outside: boolean;
}

/** A row of which another was cut off, by the id of that other. */
type PartOf = ReadonlyMap<Id, Id>;

/**
 * Of these placements those that do not stand where they stood: a position that is more than a metre away, one more or
 * one less, an end beyond the road. A row and what was cut off it count as one.
 */
export function displacedBy(
  before: Tables,
  after: Tables,
  ids: Iterable<Id>,
  partOf: PartOf = new Map(),
): Displaced[] {
  const families = Map.groupBy(new Set(ids), (id) => partOf.get(id) ?? id);
  return [...families].flatMap(([id, unordered]): Displaced[] => {
    const members = [...unordered].sort((a, b) => Number(a !== id) - Number(b !== id));
    const was = spotsOf(before, members);
    const is = spotsOf(after, members);
    const metres = was.length === 0 || is.length === 0 ? 0 : farthest(was, is);
    const outside = beyond(after, members) && !beyond(before, members);
    // A rule may reach past the road's end where its last position is moved back onto it.
    const stands = metres <= STANDS_M && was.length === is.length;
    if (stands && (!outside || was.length > 0)) return [];
    return [{ id, metres, before: was.length, after: is.length, outside }];
  });
}

/** Of these bridges and posts those whose ends lie more than a metre from where they lay; what comes or goes is none. */
export function strayedFeatures(before: Tables, after: Tables, ids: Iterable<Id>): Id[] {
  const endsIn = (tables: Tables, id: Id) => {
    const feature = tables.roadFeature.get(id);
    const road = tables.road.get(feature?.roadId ?? '');
    const measured = road === undefined ? null : measuredOf(road);
    if (feature === undefined || measured === null) return null;
    const { minChainage, maxChainage } = measured;
    return [feature.from, feature.to].map((c) => {
      const place = placeAt(measured, Math.max(minChainage, Math.min(maxChainage, c)));
      return place.ok ? place.value : null;
    });
  };
  return [...ids].filter((id) => {
    const [was, is] = [endsIn(before, id), endsIn(after, id)];
    if (was === null || is === null) return false;
    // Counted from the other end, its ends have changed places.
    const far = (other: typeof is) =>
      was.some((p, i) => {
        const q = other[i];
        return p === null || q == null || metresBetween(p, q) > STANDS_M;
      });
    return far(is) && far(is.toReversed());
  });
}

function beyond(tables: Tables, ids: readonly Id[]): boolean {
  return ids.some((id) => {
    const row = tables.placement.get(id);
    return row !== undefined && isBeyond(tables, row);
  });
}

/**
 * How much of a row lies beyond its road, where all its pieces would stand at the road's end: in metres, and as a share of
 * its length (0 to 1; of a point all or nothing).
 */
export function beyondOf(tables: Tables, id: Id): { readonly metres: number; readonly share: number } {
  const row = tables.placement.get(id);
  const road = tables.road.get(row?.roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (row === undefined || measured === null || row.from === null) return { metres: 0, share: 0 };
  const [from, to] = [row.from, row.to ?? row.from].sort((a, b) => a - b) as [number, number];
  const length = to - from;
  if (length === 0) {
    const metres = Math.max(0, measured.minChainage - from, to - measured.maxChainage);
    return { metres, share: metres > STANDS_M ? 1 : 0 };
  }
  const before = Math.min(length, Math.max(0, measured.minChainage - from));
  const after = Math.min(length, Math.max(0, to - measured.maxChainage));
  return { metres: before + after, share: (before + after) / length };
}

function isBeyond(tables: Tables, { roadId, from, to }: Placement): boolean {
  const road = tables.road.get(roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (measured === null) return false;
  const { minChainage, maxChainage } = measured;
  return [from, to].some((c) => c !== null && (c < minChainage - STANDS_M || c > maxChainage + STANDS_M));
}

/**
 * The farthest that any spot has moved, in metres: each against the one that stands in its place in the order along the
 * road, or, where the road is counted from its other end, in the order turned round.
 */
function farthest(was: readonly Spot[], is: readonly Spot[]): number {
  const inOrder = farthestInOrder(was, is);
  return inOrder <= STANDS_M ? inOrder : Math.min(inOrder, farthestInOrder(was, is.toReversed()));
}

function farthestInOrder(was: readonly Spot[], is: readonly Spot[]): number {
  if (was.length !== is.length) return Math.max(farthestBeside(was, is), farthestBeside(is, was));
  return was.reduce((most, p, i) => Math.max(most, apart(p, is[i] as Spot)), 0);
}

/** One more or one less: each against the nearest. */
function farthestBeside(some: readonly Spot[], others: readonly Spot[]): number {
  const tree = new SpotTree(others);
  return some.reduce((most, p) => Math.max(most, tree.nearest(p)), 0);
}
