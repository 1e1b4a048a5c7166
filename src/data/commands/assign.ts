/** What is selected is given to the units whose ground it stands on. */
import { setOp } from '../../domain/edit/edit.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import { positionsIn } from '../../domain/plan/amounts.ts';
import { unitAt, unitIndex } from '../../domain/unit/units.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { whereOfAll } from '../campaign/where.ts';
import type { Command, Outcome } from './command.ts';
import { mayPlanSelection, selectedRows } from './selected.ts';

export const ASSIGN_COMMANDS: readonly Command[] = [
  {
    id: 'assign-by-boundary',
    on: ['menu', 'inspector', 'selection'],
    icon: 'units',
    key: 'U',
    group: 'selection',
    available: () => mayPlanSelection() && unitIndex(useCampaign.getState().tables.unit).length > 0,
    run: assignByBoundary,
  },
];

/** A point is given to the unit that it stands in; a stretch is left to all whose ground it passes. */
function assignByBoundary(): Result<Outcome> {
  const { tables } = useCampaign.getState();
  const index = unitIndex(tables.unit);
  const rows = selectedRows();
  const ops = rows.flatMap((row) => {
    const { count, lng, lat } = positionsIn(tables, row);
    const at = count === 0 ? null : unitAt(index, lng[0] as number, lat[0] as number);
    const unitId = row.rule === null ? (at?.id ?? row.unitId) : null;
    return unitId === row.unitId ? [] : [setOp('placement', row, { unitId })];
  });
  if (ops.length === 0) return fail('assign.nothing');
  return ok({
    note: { code: 'placement.assigned', params: { where: whereOfAll(rows), count: ops.length } },
    ops,
  });
}
