import type { Rule } from '../checks/rule.ts';
import { positionsByUnit } from '../unit/units.ts';

/** Every placement has a unit in charge. Health of the plan. */
export const rule: Rule = {
  id: 'unassigned',
  severity: 'warning',
  params: {},
  scope: 'placement',
  check(placed, { units }) {
    if (placed.row.unitId !== null || !placed.standsOrWill) return [];
    const parts = units.length === 0 ? [] : [...positionsByUnit(units, placed.positions)];
    const [most] = parts.filter(([id]) => id !== null).sort((a, b) => b[1] - a[1]);
    const unit = units.find((u) => u.id === most?.[0]);
    return [
      {
        place: { placementId: placed.row.id },
        fix:
          unit === undefined
            ? null
            : { code: 'assign', params: { unit: unit.name }, ops: [placed.set({ unitId: unit.id })] },
      },
    ];
  },
};
