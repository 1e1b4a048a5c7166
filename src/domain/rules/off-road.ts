import type { Rule } from '../checks/rule.ts';
import { placeAround } from '../place/placeOf.ts';
import { stationOf } from '../road/measuredRoad.ts';

/**
 * A point that stands on no road is near one (100 m, practice) or at a place that has a name; elsewhere it may be a slip
 * of the hand.
 */
export const rule: Rule = {
  id: 'off-road',
  severity: 'hint',
  source: { basis: 'plan' },
  params: { distance: 100 },
  scope: 'placement',
  check(placed, { plan, params }) {
    const { coordinate, roadId } = placed.row;
    if (roadId !== null || coordinate === null || !placed.isNotRemoved) return [];
    if (placeAround(plan.tables, coordinate) !== null) return [];
    const limit = params.distance ?? 100;
    for (const road of plan.tables.road.values()) {
      const measured = plan.measured(road);
      if (measured !== null && stationOf(measured, coordinate[0], coordinate[1], limit) !== null) return [];
    }
    return [{ params: { distance: limit }, place: { placementId: placed.row.id } }];
  },
};
