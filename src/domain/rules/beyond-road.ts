import type { Fix } from '../checks/finding.ts';
import type { Rule } from '../checks/rule.ts';
import type { PlacementFacts } from '../plan/placementFacts.ts';
import { bareChainage, formatChainage } from '../road/chainageText.ts';
import type { MeasuredRoad } from '../road/measuredRoad.ts';

/** Roads are measured anew, and figures are rounded. In metres. */
const TOLERANCE_M = 1;

/** Everything lies on its road: what was planned before the road was cut shorter stands crowded on its last metre. */
export const rule: Rule = {
  id: 'beyond-road',
  severity: 'error',
  source: { basis: 'plan' },
  params: {},
  scope: 'placement',
  check(placed) {
    const { row, measured } = placed;
    if (measured === undefined || row.from === null || row.roadId === null || !placed.isNotRemoved) return [];
    const { minChainage, maxChainage } = measured;
    const beyond = Math.max(minChainage - placed.from, placed.to - maxChainage);
    if (beyond <= TOLERANCE_M) return [];
    return [
      {
        params: {
          metres: Math.round(beyond),
          from: bareChainage(minChainage),
          to: bareChainage(maxChainage),
        },
        place: { placementId: row.id, roadId: row.roadId },
        fix: fixOf(placed, measured),
      },
    ];
  },
};

/** A stretch ends where its road ends; a point moves to the end. */
function fixOf(placed: PlacementFacts, { minChainage, maxChainage }: MeasuredRoad): Fix | null {
  const [first, last] = [Math.ceil(minChainage), Math.floor(maxChainage)];
  const on = (chainage: number) => Math.max(first, Math.min(last, chainage));
  const [from, to] = [on(placed.from), on(placed.to)];
  if (placed.row.rule === null)
    return {
      code: 'move-point',
      params: { metres: Math.round(Math.abs(from - placed.from)), to: formatChainage(from) },
      ops: [placed.set({ from })],
    };
  if (from >= to) return null;
  return {
    code: 'end-with-road',
    params: { from: bareChainage(from), to: bareChainage(to) },
    ops: [placed.set({ from, to })],
  };
}
