/** Steps of what is selected through its states: whoever may make the step for all of it, finds it here. */
import { lateAtBirth } from '../../domain/checklist/whatIf.ts';
import { stepFields } from '../../domain/edit/approval.ts';
import { setOp } from '../../domain/edit/edit.ts';
import type { Placement, PlacementState } from '../../domain/model/entities/placement.ts';
import { PLACEMENT_STATES } from '../../domain/model/entities/placement.ts';
import { fail, ok } from '../../domain/model/result.ts';
import { quantityIn } from '../../domain/plan/amounts.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { mayCommit } from '../campaign/commit.ts';
import { timelineNow, todayOf } from '../campaign/rows.ts';
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

/** Whether tasks of rows would be late on the day of their approval: then that is said first. */
function lateNow(rows: readonly Placement[]): boolean {
  const { tables, campaignId } = useCampaign.getState();
  const campaign = tables.campaign.get(campaignId ?? '');
  if (campaign === undefined) return false;
  const when = { timeline: timelineNow(), today: todayOf(campaign) };
  return lateAtBirth(tables, rows, when).length > 0;
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
    if (state === 'approved' && lateNow(rows)) {
      showDialog('approve');
      return ok(null);
    }
    return ok({
      note: { code: `placement.step-${state}`, params: { where: whereOfAll(rows), count: rows.length } },
      ops: stepOps(rows, state),
    });
  },
}));
