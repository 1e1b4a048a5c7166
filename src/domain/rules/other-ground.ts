import type { Rule } from '../checks/rule.ts';
import { isInside } from '../unit/area.ts';
import { positionsByUnit } from '../unit/units.ts';

/**
 * Most of what a unit is in charge of stands on its own ground (half, practice): a commune's crew does not dress the
 * neighbour's road. Asked only of a unit that has ground, and a district's is all of its communes'. Health of the plan.
 */
export const rule: Rule = {
  id: 'other-ground',
  severity: 'warning',
  source: { basis: 'plan' },
  params: { share: 50 },
  scope: 'placement',
  check(placed, { units, plan, params }) {
    const own = plan.tables.unit.get(placed.row.unitId ?? '');
    if (own === undefined || own.boundary === null || !placed.isNotRemoved) return [];
    const { count, lng, lat } = placed.positions;
    let outside = 0;
    for (let i = 0; i < count; i++)
      if (!isInside(own.boundary, lng[i] as number, lat[i] as number)) outside++;
    if (outside === 0 || (100 * outside) / count <= (params.share ?? 50)) return [];
    const [most] = [...positionsByUnit(units, placed.positions)]
      .filter(([id]) => id !== null && id !== own.id)
      .sort((a, b) => b[1] - a[1]);
    const other = plan.tables.unit.get(most?.[0] ?? '');
    // Beyond all that is known of the ground nobody can say whose it is.
    if (other === undefined) return [];
    return [
      {
        params: { count: outside, all: count, unit: own.name, other: other.name },
        place: { placementId: placed.row.id },
        fix: { code: 'assign', params: { unit: other.name }, ops: [placed.set({ unitId: other.id })] },
      },
    ];
  },
};
