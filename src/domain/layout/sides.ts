/** Where a placement stands, with both sides at once told from both sides in turn. */
import type { Placement } from '../model/entities/placement.ts';
import type { Side, Sides } from '../model/entities/stretchRule.ts';

export const FILTER_SIDES = ['left', 'right', 'both', 'staggered', 'median'] as const;
export type FilterSide = (typeof FILTER_SIDES)[number];

/** Null for what stands beside no road. */
export function sideOf(row: Pick<Placement, 'rule' | 'side'>): FilterSide | null {
  if (row.rule === null) return row.side;
  return row.rule.staggered ? 'staggered' : row.rule.sides;
}

/** The other side of the road: what a side is called when one looks along it the other way. */
export const OTHER_SIDE: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', median: 'median' };

export function otherSides(sides: Sides): Sides {
  return sides === 'both' ? sides : OTHER_SIDE[sides];
}
