/** What was reported of a placement, carried with it: the same pieces under the chainages of the road's new shape. */
import { type Op, setOp } from '../edit/edit.ts';
import { otherSides } from '../layout/sides.ts';
import type { Placement } from '../model/entities/placement.ts';
import { MOST_SPOTS, type Report, type SpotRange } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import { inForce } from '../progress/inForce.ts';
import { affectedBy, type Laid, piecesAfter } from '../progress/pieces.ts';
import { laidIn } from '../progress/progress.ts';
import { toldOf } from '../progress/reportsOf.ts';
import { alongRoad, spotsOf } from '../progress/spots.ts';
import { sameValue } from '../sameValue.ts';
import { withoutNoise } from './refit.ts';
import type { Reshaped } from './reshape.ts';

type End = 'first' | 'second' | undefined;

interface Carrying {
  readonly tables: Tables;
  readonly reshaped: Reshaped;
  readonly ground: Tables;
  readonly newId: () => Id;
}

/**
 * The ops that carry what was told of a stretch to the rows that it becomes: itself, and where its road is cut a second.
 * `end`: on which side of a cut a row lies that stays one. Ranges keep their ends where that says the same of each piece;
 * else each report names the pieces that it was of.
 */
export function carriedReports(
  { tables, reshaped, ground, newId }: Carrying,
  row: Placement,
  targets: readonly Placement[],
  end: End,
): Op[] {
  const told = toldOf(tables, row.id);
  if (told.length === 0) return [];
  const old = laidIn(tables, row);
  const laid = targets.map((target) => laidIn(ground, target));
  const endOf = (chainage: number): End =>
    targets.length < 2 || reshaped.cut === null ? end : chainage < reshaped.cut.at ? 'first' : 'second';
  const comesTo = correspondence(row, old, laid, reshaped, endOf);
  const counting = inForce(told);
  if (targets.length === 1) {
    const direct = told.map((report) => ({
      ...report,
      spots: report.spots?.map((spot) => carriedSpot(row, spot, reshaped, end)) ?? null,
    }));
    if (saysTheSame(old, counting, laid[0] as Laid, direct, comesTo))
      return told.flatMap((report, i) => changed(report, direct[i] as Report));
  }
  const affected = affectedBy(old, counting);
  return counting.flatMap((report, n): Op[] => {
    const of = affected[n] as Uint8Array;
    return targets.flatMap((target, k): Op[] => {
      const here = new Set(comesTo.flatMap((to, i) => (to?.target === k && of[i] === 1 ? [to.index] : [])));
      const isAll = report.spots === null && report.quantity === null;
      const spots = isAll ? null : spotsOf(laid[k] as Laid, (j) => here.has(j)).slice(0, MOST_SPOTS);
      const isNone = spots?.length === 0;
      if (k === 0)
        return changed(report, isNone ? { ...report, quantity: 0 } : { ...report, spots, quantity: null });
      if (isNone) return [];
      const { id: _, version: _v, ...fields } = report;
      const copy = { ...fields, placementId: target.id, spots, quantity: null, corrects: null };
      return [{ kind: 'create', entity: 'report', id: newId(), fields: copy }];
    });
  });
}

interface Place {
  readonly target: number;
  readonly index: number;
}

/** Metres between where a piece comes to lie and where it is laid: rounding. */
const ROUNDING_M = 1;

/** Which piece of the new rows each piece is. */
function correspondence(
  row: Placement,
  old: Laid,
  laid: readonly Laid[],
  reshaped: Reshaped,
  endOf: (chainage: number) => End,
): (Place | null)[] {
  const road = row.roadId ?? '';
  const sign = reshaped.turned.has(road) ? -1 : 1;
  const taken = laid.map(({ count }) => new Uint8Array(count));
  const orders = laid.map((each) => alongRoad(each, () => true));
  return Array.from({ length: old.count }, (_, i): Place | null => {
    const at = old.chainage[i] as number;
    const end = endOf(at);
    const target = end === 'second' && laid.length > 1 ? 1 : 0;
    const { chainage, side } = laid[target] as Laid;
    const [order, free] = [orders[target] as number[], taken[target] as Uint8Array];
    const { chainage: to } = reshaped.carried(road, at, end);
    let best: { index: number; apart: number } | null = null;
    for (let n = firstFrom(order, chainage, to - ROUNDING_M); n < order.length; n++) {
      const j = order[n] as number;
      const apart = Math.abs((chainage[j] as number) - to);
      if ((chainage[j] as number) > to + ROUNDING_M) break;
      if (free[j] === 0 && side[j] === sign * (old.side[i] as number) && apart < (best?.apart ?? Infinity))
        best = { index: j, apart };
    }
    if (best === null) return null;
    free[best.index] = 1;
    return { target, index: best.index };
  });
}

/** Where in an order by chainage those begin that are not before a place. */
function firstFrom(order: readonly number[], chainage: Float64Array, from: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chainage[order[middle] as number] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function saysTheSame(
  old: Laid,
  counting: readonly Report[],
  laid: Laid,
  direct: readonly Report[],
  comesTo: readonly (Place | null)[],
): boolean {
  const before = piecesAfter(old, counting).flags;
  const after = piecesAfter(laid, inForce(direct)).flags;
  return comesTo.every((to, i) => to === null || after[to.index] === before[i]);
}

function changed(report: Report, now: Pick<Report, 'spots' | 'quantity'>): Op[] {
  const fields = Object.fromEntries(
    (['spots', 'quantity'] as const)
      .filter((name) => !sameValue(report[name], now[name]))
      .map((name) => [name, now[name]]),
  );
  return Object.keys(fields).length === 0 ? [] : [setOp('report', report, fields)];
}

function carriedSpot(
  { roadId }: Placement,
  { from, to, sides }: SpotRange,
  reshaped: Reshaped,
  end: End,
): SpotRange {
  const road = roadId ?? '';
  const ends = [from, to].map((c) => withoutNoise(reshaped.carried(road, c, end).chainage));
  return {
    from: Math.min(...ends),
    to: Math.max(...ends),
    sides: reshaped.turned.has(road) ? otherSides(sides) : sides,
  };
}
