/** What has moved on the ground: the positions of the plan before an edit, and after it. */
import { segmentLength } from '../geo/geodesic.ts';
import type { Positions } from '../layout/layOut.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Id, Tables } from '../model/rows.ts';
import { amountsOf } from '../plan/amounts.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { stationOf } from '../road/measuredRoad.ts';

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
  return [...families].flatMap(([id, members]): Displaced[] => {
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

/**
 * How far the line of a road lies, at most, from where a placement's pieces stood, in metres: as far as they may have to go
 * with it. 0 where there is no such road.
 */
export function awayFrom(before: Tables, after: Tables, id: Id, roadId: Id): number {
  const road = after.road.get(roadId);
  const measured = road === undefined ? null : measuredOf(road);
  if (measured === null) return 0;
  return spotsOf(before, [id]).reduce(
    (most, p) => Math.max(most, stationOf(measured, p.lng, p.lat)?.distance ?? 0),
    0,
  );
}

interface Spot {
  readonly lng: number;
  readonly lat: number;
}

function spotsOf(tables: Tables, ids: readonly Id[]): Spot[] {
  return ids.flatMap((id) => {
    const row = tables.placement.get(id);
    if (row === undefined) return [];
    // A point is one place, however many pieces stand there.
    return spots(amountsOf(tables, row).positions);
  });
}

function spots({ count, lng, lat }: Positions): Spot[] {
  return Array.from({ length: count }, (_, i) => ({ lng: lng[i] as number, lat: lat[i] as number }));
}

function beyond(tables: Tables, ids: readonly Id[]): boolean {
  return ids.some((id) => {
    const row = tables.placement.get(id);
    return row !== undefined && isBeyond(tables, row);
  });
}

function isBeyond(tables: Tables, { roadId, from, to }: Placement): boolean {
  const road = tables.road.get(roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (measured === null) return false;
  const { minChainage, maxChainage } = measured;
  return [from, to].some((c) => c !== null && (c < minChainage - STANDS_M || c > maxChainage + STANDS_M));
}

/** The farthest that any of the spots is from the nearest of the others, from both sides, in metres. */
function farthest(was: readonly Spot[], is: readonly Spot[]): number {
  const inOrder = was.length === is.length ? farthestInOrder(was, is) : Infinity;
  return inOrder <= STANDS_M ? inOrder : Math.max(farthestFrom(was, is), farthestFrom(is, was));
}

/** Most often nothing has moved, and each stands in the place that it had in the list: that costs next to nothing. */
function farthestInOrder(was: readonly Spot[], is: readonly Spot[]): number {
  let most = 0;
  for (let i = 0; i < was.length && most <= STANDS_M; i++)
    most = Math.max(most, apart(was[i] as Spot, is[i] as Spot));
  return most;
}

/** About a metre of latitude: spots that stand where they stood share a cell, or lie in neighbouring ones. */
const CELL = 1e-5;
/** Cells of a row of latitude, all round the earth. */
const COLUMNS = 360 / CELL + 3;

function cellOf(p: Spot, dx = 0, dy = 0): number {
  return (Math.floor(p.lat / CELL) + dy) * COLUMNS + Math.floor(p.lng / CELL) + dx;
}

function farthestFrom(some: readonly Spot[], others: readonly Spot[]): number {
  const cells = new Map<number, Spot[]>();
  for (const p of others) {
    const cell = cells.get(cellOf(p));
    if (cell === undefined) cells.set(cellOf(p), [p]);
    else cell.push(p);
  }
  const sorted = [...others].sort((a, b) => a.lat - b.lat);
  let most = 0;
  for (const p of some) {
    const near = nearCell(cells, p);
    most = Math.max(most, near <= STANDS_M ? near : nearest(sorted, p));
  }
  return most;
}

function nearCell(cells: ReadonlyMap<number, readonly Spot[]>, p: Spot): number {
  let best = Infinity;
  for (let i = -1; i <= 1; i++)
    for (let j = -1; j <= 1; j++)
      for (const q of cells.get(cellOf(p, i, j)) ?? []) best = Math.min(best, apart(p, q));
  return best;
}

/** Among spots from south to north: looked for outwards, as far as the latitude alone leaves any nearer. */
function nearest(sorted: readonly Spot[], p: Spot): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((sorted[mid] as Spot).lat < p.lat) low = mid + 1;
    else high = mid;
  }
  let best = Infinity;
  const tooFar = (q: Spot) => Math.abs(q.lat - p.lat) * 110_000 > best;
  for (let i = low; i < sorted.length && !tooFar(sorted[i] as Spot); i++)
    best = Math.min(best, apart(p, sorted[i] as Spot));
  for (let i = low - 1; i >= 0 && !tooFar(sorted[i] as Spot); i--)
    best = Math.min(best, apart(p, sorted[i] as Spot));
  return best;
}

function apart(a: Spot, b: Spot): number {
  return a.lng === b.lng && a.lat === b.lat ? 0 : segmentLength(a.lng, a.lat, b.lng, b.lat);
}
