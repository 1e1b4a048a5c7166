/** Steps of what is selected through its states: whoever may make the step for all of it, finds it here. */
import { stepFields } from '../../domain/edit/approval.ts';
import { setOp } from '../../domain/edit/edit.ts';
import type { Placement, PlacementState } from '../../domain/model/entities/placement.ts';
import { PLACEMENT_STATES } from '../../domain/model/entities/placement.ts';
import { fail, ok } from '../../domain/model/result.ts';
import { quantityIn } from '../../domain/plan/amounts.ts';
import type { DueRule } from '../../domain/schedule/days.ts';
import { dueDay } from '../../domain/schedule/timeline.ts';
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

/** Whether days of the rows' checklists are over already: then it is said first what an approval makes late. */
function mayBeLate(rows: readonly Placement[]): boolean {
  const { tables, campaignId } = useCampaign.getState();
  const campaign = tables.campaign.get(campaignId ?? '');
  if (campaign === undefined) return false;
  const [timeline, today] = [timelineNow(), todayOf(campaign)];
  const isOver = (rule: DueRule | null) => {
    const due = rule === null ? null : dueDay(rule, timeline);
    return due?.ok === true && due.value < today;
  };
  return rows.some((row) => {
    const { checklist = [] } = tables.assetType.get(row.assetTypeId) ?? {};
    return isOver(row.installBy) || isOver(row.removeBy) || checklist.some(({ due }) => isOver(due));
  });
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
    if (state === 'approved' && mayBeLate(rows)) {
      showDialog('approve');
      return ok(null);
    }
    return ok({
      note: { code: `placement.step-${state}`, params: { where: whereOfAll(rows), count: rows.length } },
      ops: stepOps(rows, state),
    });
  },
}));
