import type { Rule } from '../checks/rule.ts';
import { positionsByUnit } from '../unit/units.ts';

/**
 * Every placement has a unit in charge: its own, or, where it names none, those whose ground its positions stand on.
 * Health of the plan.
 */
export const rule: Rule = {
  id: 'unassigned',
  severity: 'warning',
  source: { basis: 'plan' },
  params: {},
  scope: 'placement',
  check(placed, { units, plan }) {
    // Where a campaign knows no unit yet there is nobody to give it to.
    if (placed.row.unitId !== null || !placed.isNotRemoved || plan.tables.unit.size === 0) return [];
    const parts = positionsByUnit(units, placed.positions);
    const nobodys = parts.get(null) ?? 0;
    const place = { placementId: placed.row.id };
    if (nobodys === 0 && parts.size > 0) return [];
    const [most] = [...parts].filter(([id]) => id !== null).sort((a, b) => b[1] - a[1]);
    const unit = units.find((u) => u.id === most?.[0]);
    if (unit === undefined) return [{ place }];
    return [
      {
        code: 'unassigned.part',
        params: { count: nobodys },
        place,
        fix: { code: 'assign', params: { unit: unit.name }, ops: [placed.set({ unitId: unit.id })] },
      },
    ];
  },
};
