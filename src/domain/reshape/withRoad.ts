/** Whether what is approved went where its road went, and nowhere else. */
import type { Id, Tables } from '../model/rows.ts';
import { footOn, type Line, measureLine } from '../road/line.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { placeAt } from '../road/measuredRoad.ts';
import { apart, type Spot, spotsOf } from './displaced.ts';

/** A piece may go so many times as far as the road has gone there: what is near a bend goes farther than the bend. */
const WITH_ROAD = 5;
/** And so much farther, in metres: less than from one side of the narrowest road to the other. */
const ROUNDING_M = 5;
/** Where a road is farther than this from where it was, in metres, it has left: nothing has to stay there. */
const LEFT_M = 100;
/** Of what could stay so much may be lost, since a line that is measured better may be shorter. */
const SHORTER = { share: 0.02, pieces: 1 };

/** So many pieces are looked for all over their row: each costs as much as the row is long. */
const MOST_SEARCHES = 1_000;

/**
 * Whether a row, with the parts that were cut off it or came back to it, has no more pieces than before, stands no farther
 * from where it stood than the road under it went, and has lost nothing where its road still is. `shaped`: the roads that
 * the edit writes.
 */
export function goesWithRoad(
  before: Tables,
  after: Tables,
  family: readonly Id[],
  shaped: ReadonlySet<Id>,
): boolean {
  const was = spotsOf(before, family);
  const is = spotsOf(after, family);
  if (is.length > was.length) return false;
  const lines = [...shaped].flatMap((id) => measureLine(after.road.get(id)?.line ?? []) ?? []);
  const wider = Math.max(0, ...[...shaped].map((id) => widened(before, after, id)));
  const roadId = family.map((id) => before.placement.get(id)?.roadId ?? null).find((id) => id !== null);
  const shifts = was.map((spot) => shiftAt(spot, before, roadId ?? '', lines));
  const stays = shifts.filter((shift) => !shift.beyond && shift.metres <= LEFT_M).length;
  if (is.length < stays * (1 - SHORTER.share) - SHORTER.pieces) return false;
  const stands = (spot: Spot, at: number) =>
    apart(spot, was[at] as Spot) <= WITH_ROAD * (shifts[at]?.metres ?? 0) + wider + ROUNDING_M;
  // In their order most find their place at once; a few that are moved by hand stand out of it.
  let searches = 0;
  const isNear = (some: readonly Spot[]) => {
    let at = 0;
    return some.every((spot) => {
      while (at + 1 < was.length && apart(spot, was[at + 1] as Spot) <= apart(spot, was[at] as Spot)) at++;
      return stands(spot, at) || (searches++ < MOST_SEARCHES && was.some((_, i) => stands(spot, i)));
    });
  };
  return isNear(is) || isNear(is.toReversed());
}

function widened(before: Tables, after: Tables, id: Id): number {
  const [was, is] = [before.road.get(id), after.road.get(id)];
  return was === undefined || is === undefined ? 0 : Math.abs(is.halfWidth - was.halfWidth);
}

/** How far the middle of the road beside a piece is from the roads as they are now; `beyond`: off the end of the nearest. */
function shiftAt(
  spot: Spot,
  before: Tables,
  roadId: Id,
  lines: readonly Line[],
): { readonly metres: number; readonly beyond: boolean } {
  const road = before.road.get(roadId);
  const measured = road === undefined ? null : measuredOf(road);
  const place = measured === null ? null : placeAt(measured, clamped(measured, spot.chainage));
  const middle = place?.ok === true ? place.value : spot;
  let best = { metres: Infinity, beyond: true };
  for (const line of lines) {
    const foot = footOn(line, middle.lng, middle.lat, best.metres);
    if (foot === null) continue;
    best = { metres: foot.distance, beyond: foot.along < 0.01 || foot.along > line.length - 0.01 };
  }
  return best;
}

function clamped(road: { readonly minChainage: number; readonly maxChainage: number }, c: number): number {
  return Math.max(road.minChainage, Math.min(road.maxChainage, c));
}
