/** Whether what is approved went where its road went, and nowhere else. */
import type { Id, Tables } from '../model/rows.ts';
import { bearingAt, footOn, type Line, measureLine } from '../road/line.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { placeAt } from '../road/measuredRoad.ts';
import { apart, type Spot, spotsOf } from './spots.ts';
import { SpotTree } from './spotTree.ts';

/** A piece may go so many times as far as the road has gone there: what is near a bend goes farther than the bend. */
const WITH_ROAD = 5;
/** Where the road has gone far, this much farther than it is enough, in metres. */
const BEND_M = 300;
/** And so much farther, in metres: less than from one side of the narrowest road to the other. */
const ROUNDING_M = 4;
/** Where a road is farther than this from where it was, in metres, it has left: less has to stay there. */
const LEFT_M = 100;
/** Farther than this, in metres, no road is measured better: it is another road. */
export const FARTHEST_M = 1_500;
/** What may be lost of the pieces where the road still is, and where it has left: a line measured better may be shorter. */
const LOST = { near: 0.02, far: 0.5 };
/** A row and its parts lie on two or three roads; each piece is held against each of them. */
const MOST_ROADS = 20;

interface Shift {
  /** How far the middle of the road beside a piece is from the roads as they are now, in metres. */
  readonly metres: number;
  /** How far a piece at that distance from the middle swings because the road heads elsewhere, in metres. */
  readonly swing: number;
  /** Off the end of the nearest road. */
  readonly beyond: boolean;
  /** The nearest road runs the other way. */
  readonly turned: boolean;
}

/**
 * Whether a row, with the parts that were cut off it or came back to it, has no more pieces than before, stands no farther
 * from where it stood than the road under it went, on the side on which it stood, and has lost nothing where its road
 * still is.
 */
export function goesWithRoad(before: Tables, after: Tables, family: readonly Id[]): boolean {
  const was = spotsOf(before, family);
  const is = spotsOf(after, family);
  if (is.length > was.length) return false;
  // Edit by edit, too, no more is lost than one may lose.
  if (is.length < was.length && is.length < approvedOf(before, family) * (1 - LOST.far)) return false;
  const under = roadsUnder(before, after, family);
  if (under.length > MOST_ROADS) return false;
  const lines = under.flatMap((id) => measureLine(after.road.get(id)?.line ?? []) ?? []);
  const wider = Math.max(0, ...under.map((id) => widened(before, after, id)));
  const roadId = family.map((id) => before.placement.get(id)?.roadId ?? null).find((id) => id !== null);
  const shifts = was.map((spot) => shiftAt(spot, before, roadId ?? '', lines));
  if (family.some((id) => changesSide(before, after, id)) && !isTurned(shifts)) return false;
  const reach = shifts.map(
    ({ metres, swing }) =>
      Math.min(WITH_ROAD * metres, metres + BEND_M, FARTHEST_M + BEND_M) + 3 * swing + wider + ROUNDING_M,
  );
  if (was.length === 0) return true;
  // Nothing of it is beside a road any more: what would stand at the road's end was not planned there.
  if (is.length > 0 && shifts.every((s) => s.beyond && s.metres > LEFT_M)) return false;
  const reached = new SpotTree(was, reach);
  return is.every((spot) => reached.nearest(spot, 0) <= 0) && losesLittle(was, is, shifts, reach);
}

/** How many pieces of a stretch and its parts were approved; a point is one place, however many stand there. */
function approvedOf(tables: Tables, family: readonly Id[]): number {
  return family.reduce((sum, id) => {
    const row = tables.placement.get(id);
    return sum + (row?.rule == null ? 0 : (row.approvedQuantity ?? 0));
  }, 0);
}

/** The roads on which a row and its parts lay and lie. */
function roadsUnder(before: Tables, after: Tables, family: readonly Id[]): readonly Id[] {
  const ids = family.flatMap((id) => [before.placement.get(id)?.roadId, after.placement.get(id)?.roadId]);
  return [...new Set(ids)].filter((id) => id != null);
}

/** Whether pieces still stand where they stood, but for what a road may lose. */
function losesLittle(
  was: readonly Spot[],
  is: readonly Spot[],
  shifts: readonly Shift[],
  reach: readonly number[],
): boolean {
  const stays = was.flatMap((spot, i) => (shifts[i]?.beyond === false ? [{ spot, i }] : []));
  const isFar = (i: number) => (shifts[i]?.metres ?? 0) > LEFT_M;
  const far = stays.filter(({ i }) => isFar(i)).length;
  const may = Math.floor((stays.length - far) * LOST.near + far * LOST.far + 0.5);
  if (is.length < stays.length - may) return false;
  if (is.length === 0) return true;
  const there = new SpotTree(is);
  const missing = stays.filter(({ spot, i }) => {
    const near = reach[i] as number;
    return !isFar(i) && there.nearest(spot, near) > near;
  });
  return missing.length <= may;
}

function changesSide(before: Tables, after: Tables, id: Id): boolean {
  const [was, is] = [before.placement.get(id), after.placement.get(id)];
  if (was === undefined || is === undefined) return false;
  return was.side !== is.side || was.rule?.sides !== is.rule?.sides;
}

function isTurned(shifts: readonly Shift[]): boolean {
  return shifts.filter((s) => s.turned).length * 2 > shifts.length;
}

function widened(before: Tables, after: Tables, id: Id): number {
  const [was, is] = [before.road.get(id), after.road.get(id)];
  return was === undefined || is === undefined ? 0 : Math.abs(is.halfWidth - was.halfWidth);
}

function shiftAt(spot: Spot, before: Tables, roadId: Id, lines: readonly Line[]): Shift {
  const road = before.road.get(roadId);
  const measured = road === undefined ? null : measuredOf(road);
  const place = measured === null ? null : placeAt(measured, clamped(measured, spot.chainage));
  const middle = place?.ok === true ? place.value : { ...spot, bearing: null };
  const beside = apart(spot, { ...spot, lng: middle.lng, lat: middle.lat });
  let best: Shift = { metres: Infinity, swing: 0, beyond: true, turned: false };
  for (const line of lines) {
    const foot = footOn(line, middle.lng, middle.lat, best.metres);
    if (foot === null) continue;
    const turn = middle.bearing === null ? 0 : Math.abs(bearingAt(line, foot.along) - middle.bearing) % 360;
    const heads = turn > 180 ? 360 - turn : turn;
    const swung = Math.min(heads, 180 - heads);
    best = {
      metres: foot.distance,
      swing: 2 * beside * Math.sin((swung * Math.PI) / 360),
      beyond: foot.along < 0.01 || foot.along > line.length - 0.01,
      turned: heads > 90,
    };
  }
  return best;
}

function clamped(road: { readonly minChainage: number; readonly maxChainage: number }, c: number): number {
  return Math.max(road.minChainage, Math.min(road.maxChainage, c));
}
