/** What is on a sheet, and how much of it: the one list that the dialog counts, the strips draw, the rows name and the total adds up. */
import { positionsIn, quantityIn } from '../../data/derived/placements.ts';
import { unitShares } from '../../data/derived/units.ts';
import type { Positions } from '../../domain/layout/layOut.ts';
import type { Id, Placement, Tables } from '../../domain/model/rows.ts';
import { unitAt, unitIndex } from '../../domain/unit/units.ts';

export type Choice = { readonly by: 'road'; readonly id: Id } | { readonly by: 'unit'; readonly id: Id };

/** Positions as far as paper needs them. */
export type PaperPositions = Pick<Positions, 'count' | 'chainage' | 'side'>;

export interface SheetLine {
  readonly placement: Placement;
  /** Pieces on this sheet: all of the placement's, or the part that stands on the unit's ground. */
  readonly quantity: number;
  /** Pieces of the whole placement. */
  readonly ofAll: number;
  /** Null for a point. */
  readonly positions: PaperPositions | null;
}

const BEFORE_APPROVAL = new Set(['draft', 'submitted', 'sent-back']);

/**
 * The lines of a road's or a unit's sheet; what is not approved yet only when asked for. A stretch that names no unit is
 * on the sheet of each unit whose ground it stands on, with that unit's part.
 */
export function sheetLines(tables: Tables, choice: Choice, drafts: boolean): SheetLine[] {
  return [...tables.placement.values()].flatMap((placement): SheetLine[] => {
    if (placement.state === 'removed' || (!drafts && BEFORE_APPROVAL.has(placement.state))) return [];
    const ofAll = quantityIn(tables, placement);
    const positions = placement.rule === null ? null : positionsIn(tables, placement);
    if (choice.by === 'road')
      return placement.roadId === choice.id ? [{ placement, quantity: ofAll, ofAll, positions }] : [];
    if (placement.unitId !== null)
      return placement.unitId === choice.id ? [{ placement, quantity: ofAll, ofAll, positions }] : [];
    const quantity = unitShares(tables, placement).get(choice.id) ?? 0;
    if (quantity === 0) return [];
    const here =
      positions === null || quantity === ofAll ? positions : onGround(tables, placement, choice.id);
    return [{ placement, quantity, ofAll, positions: here }];
  });
}

function onGround(tables: Tables, placement: Placement, unitId: Id): PaperPositions {
  const all = positionsIn(tables, placement);
  const index = unitIndex(tables.unit);
  const chainage: number[] = [];
  const side: number[] = [];
  for (let i = 0; i < all.count; i++) {
    if (unitAt(index, all.lng[i] as number, all.lat[i] as number)?.id !== unitId) continue;
    chainage.push(all.chainage[i] as number);
    side.push(all.side[i] as number);
  }
  return { count: chainage.length, chainage: Float64Array.from(chainage), side: Int8Array.from(side) };
}

/**
 * The range of road that a line takes up on this sheet, within the road: what lies beyond its end stands at its end.
 * Moved positions may reach beyond the ends of their stretch; the part of a unit takes up its own part.
 */
export function rangeOf(
  { placement, positions, quantity, ofAll }: SheetLine,
  road: { readonly minChainage: number; readonly maxChainage: number },
): { readonly from: number; readonly to: number } {
  const ends = [placement.from ?? 0, placement.to ?? placement.from ?? 0];
  const reach = quantity < ofAll ? [] : ends;
  let [from, to] = [Math.min(...reach), Math.max(...reach)];
  for (let i = 0; i < (positions?.count ?? 0); i++) {
    from = Math.min(from, positions?.chainage[i] as number);
    to = Math.max(to, positions?.chainage[i] as number);
  }
  if (from > to) [from, to] = ends as [number, number];
  const within = (c: number) => Math.min(road.maxChainage, Math.max(road.minChainage, c));
  return { from: within(from), to: within(to) };
}
