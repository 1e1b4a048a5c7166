/** How many positions a plan may hold: what a screen can lay, check and draw without anybody waiting. */
import type { StretchRule } from '../model/entities/stretchRule.ts';

/** Positions of one stretch: 1,250 km on both sides every 25 m. */
export const STRETCH_LIMIT = 100_000;
/** Single positions of a stretch that were left out; and those that were moved. */
export const SINGLES_LIMIT = 20_000;
/** Positions of a campaign. */
export const CAMPAIGN_LIMIT = 2_000_000;

/**
 * At least as many positions as a stretch has, by its length, spacing and sides alone: what gaps and skips take out is
 * not known here. The database sums the same figure over a campaign.
 */
export function mostPositions(
  from: number,
  to: number,
  rule: Pick<StretchRule, 'spacing' | 'sides'>,
): number {
  const aSide = Math.floor(Math.abs(to - from) / rule.spacing) + 1;
  return rule.sides === 'both' ? 2 * aSide : aSide;
}
