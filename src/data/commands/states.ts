/** Steps of what is selected through its states: whoever may make the step for all of it, finds it here. */
import { stepFields } from '../../domain/edit/approval.ts';
import { setOp } from '../../domain/edit/edit.ts';
import type { Placement, PlacementState } from '../../domain/model/entities/placement.ts';
import { PLACEMENT_STATES } from '../../domain/model/entities/placement.ts';
import { fail, ok } from '../../domain/model/result.ts';
import { quantityIn } from '../../domain/plan/amounts.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { mayCommit } from '../campaign/commit.ts';
import { whereOfAll } from '../campaign/where.ts';
import { showDialog } from '../workbench/view.ts';
import type { PlainCommand } from './command.ts';
import { aboutSelection, selectedRows } from './selected.ts';

/** The rows of the selection that are not yet in a state. */
function others(state: PlacementState) {
  return selectedRows().filter((r) => r.state !== state);
}

export function stepOps(rows: readonly Placement[], state: PlacementState) {
  const { tables } = useCampaign.getState();
  return rows.map((row) =>
    setOp(
      'placement',
      row,
      stepFields(row, state, (r) => quantityIn(tables, r)),
    ),
  );
}

export const STATE_COMMANDS: readonly PlainCommand[] = PLACEMENT_STATES.map((state) => ({
  id: `step-${state}`,
  on: ['selection'],
  icon: 'state',
  key: null,
  group: 'selection',
  available: () =>
    aboutSelection(state, () => {
      const rows = others(state);
      return rows.length > 0 && mayCommit(stepOps(rows, state)).ok;
    }),
  run: () => {
    const rows = others(state);
    if (rows.length === 0) return fail('command.nothing');
    // What an approval makes late at once is said before; where it makes nothing late, the dialog asks nothing.
    if (state === 'approved') {
      showDialog('approve');
      return ok(null);
    }
    return ok({
      note: { code: `placement.step-${state}`, params: { where: whereOfAll(rows), count: rows.length } },
      ops: stepOps(rows, state),
    });
  },
}));
