/** What was reported of a placement, carried with it: the same pieces under the chainages of the road's new shape. */
import { type Op, setOp } from '../edit/edit.ts';
import { otherSides } from '../layout/sides.ts';
import type { Placement } from '../model/entities/placement.ts';
import { MOST_SPOTS, type Report, type SpotRange, type Spots } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import { type Counting, inForce } from '../progress/inForce.ts';
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
      spots: report.spots?.flatMap((spot) => carriedSpot(row, spot, reshaped, end, null)) ?? null,
    }));
    if (saysTheSame(old, counting, laid[0] as Laid, direct, comesTo))
      return told.flatMap((report, i) => changed(report, direct[i] as Report));
  }
  const affected = new Map(affectedBy(old, counting).map((of, n) => [counting[n]?.id ?? '', of]));
  /** Where a report is of on one of the rows that the stretch becomes; of what does not count, by its chainages. */
  const spotsOn = ({ id, spots, quantity }: Report, k: number): Spots => {
    const of = affected.get(id);
    if (spots === null && (of === undefined || quantity === null)) return null;
    if (of === undefined)
      return (spots ?? []).flatMap((spot) =>
        carriedSpot(row, spot, reshaped, end, targets.length < 2 ? null : k),
      );
    const here = new Set(comesTo.flatMap((to, i) => (to?.target === k && of[i] === 1 ? [to.index] : [])));
    return spotsOf(laid[k] as Laid, (j) => here.has(j));
  };
  const named = new Set(told.flatMap(({ corrects }) => corrects ?? []));
  return targets.flatMap((target, k): Op[] => {
    // What stands on the part that is cut off is told of it anew, with what took it back.
    const ids = new Map(told.map(({ id }) => [id, k === 0 ? id : newId()]));
    return told.flatMap((report): Op[] => {
      const { id, version: _, ...fields } = report;
      const spots = spotsOn(report, k);
      const isNone = spots?.length === 0;
      if (isNone && k > 0 && report.corrects === null && !named.has(id)) return [];
      const [first = null, ...more] = spots === null || isNone ? [null] : chunks(spots);
      const counted = affected.has(id) && spots !== null ? null : report.quantity;
      const now = isNone
        ? { spots: k === 0 ? report.spots : null, quantity: 0 }
        : { spots: first, quantity: counted };
      const made = (as: Id, said: Pick<Report, 'spots' | 'quantity'>): Op => ({
        kind: 'create',
        entity: 'report',
        id: as,
        fields: {
          ...fields,
          ...said,
          placementId: target.id,
          corrects: fields.corrects === null ? null : (ids.get(fields.corrects) ?? null),
        },
      });
      const rest = more.map((part) => made(newId(), { spots: part, quantity: counted }));
      return [...(k === 0 ? changed(report, now) : [made(ids.get(id) as Id, now)]), ...rest];
    });
  });
}

/** As many reports as it takes where one may not name so many ranges. */
function chunks(spots: readonly SpotRange[]): SpotRange[][] {
  return Array.from({ length: Math.ceil(spots.length / MOST_SPOTS) }, (_, i) =>
    spots.slice(i * MOST_SPOTS, (i + 1) * MOST_SPOTS),
  );
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
  counting: readonly Counting[],
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

/** A range under its new chainages; `part`: what of it lies before the cut (0) or after it (1). None where nothing does. */
function carriedSpot(
  { roadId }: Placement,
  { from, to, sides }: SpotRange,
  reshaped: Reshaped,
  end: End,
  part: number | null,
): SpotRange[] {
  const road = roadId ?? '';
  const cut = reshaped.cut?.at ?? 0;
  const [a, b] =
    part === null ? [from, to] : part === 0 ? [from, Math.min(to, cut)] : [Math.max(from, cut), to];
  if (a > b) return [];
  const on = part === null ? end : part === 0 ? 'first' : 'second';
  const ends = [a, b].map((c) => withoutNoise(reshaped.carried(road, c, on).chainage));
  return [
    {
      from: Math.min(...ends),
      to: Math.max(...ends),
      sides: reshaped.turned.has(road) ? otherSides(sides) : sides,
    },
  ];
}
