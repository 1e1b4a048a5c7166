import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '../../domain/edit/roles.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { aPlacement, aPlan, aRoad, idOf, RULE } from '../../domain/testing.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { useSession } from '../net/session.ts';
import { selectMany } from '../workbench/choose.ts';
import { useSelection } from '../workbench/selection.ts';
import { showDialog, useView } from '../workbench/view.ts';
import { commandOf } from './registry.ts';
import { stepOps } from './states.ts';

const before = [useCampaign.getState(), useSession.getState(), useSelection.getState()] as const;

function given(rows: readonly Placement[], role: Role): void {
  const bridge = { id: idOf('F', 1), version: 1, kind: 'bridge', name: '', from: 1201, to: 1299 } as const;
  const tables = aPlan({ placement: rows, roadFeature: [{ ...bridge, roadId: aRoad().id }] });
  useCampaign.setState({ campaignId: idOf('C', 1), ready: true, tables });
  useSession.setState({
    status: 'signed-in',
    who: {
      user: { id: 'x', userName: 'x', name: 'X' },
      memberships: [{ campaignId: null, role, unitId: null }],
    },
  } as never);
  selectMany(rows.map((r) => r.id));
}

function fieldsOf(command: string): unknown[] {
  const chosen = commandOf(command);
  if (!chosen.available() || 'asks' in chosen) return ['not available'];
  const outcome = chosen.run();
  if (!outcome.ok || outcome.value === null) throw new Error(command);
  return outcome.value.ops.map((op) => (op.kind === 'set' ? op.fields : op.kind));
}

beforeEach(() => {
  given([], 'leader');
});
afterEach(() => {
  showDialog(null);
  useCampaign.setState(before[0], true);
  useSession.setState(before[1], true);
  useSelection.setState(before[2], true);
});

test('approving many stores today’s quantity of each', () => {
  const rows = [
    aPlacement({ state: 'submitted' }),
    aPlacement({ id: idOf('P', 2), state: 'submitted', rule: { ...RULE, except: ['bridge'] } }),
  ];
  given(rows, 'leader');
  // What it makes late is asked first, by a dialog that then makes these.
  const approve = commandOf('step-approved');
  expect(approve.available() && 'run' in approve && approve.run()).toEqual({ ok: true, value: null });
  expect(useView.getState().dialog).toBe('approve');
  const ops = stepOps(rows, 'approved');
  expect(ops.map((op) => (op.kind === 'set' ? op.fields : op.kind))).toEqual([
    { state: 'approved', approvedQuantity: 82 },
    { state: 'approved', approvedQuantity: 76 },
  ]);
});

test('taking approvals back drops them; steps after approval leave them alone', () => {
  const approved = aPlacement({ state: 'approved', approvedQuantity: 82 });
  given([approved], 'leader');
  expect(fieldsOf('step-submitted')).toEqual([{ state: 'submitted', approvedQuantity: null }]);
  given([approved], 'planner');
  expect(fieldsOf('step-draft')).toEqual([{ state: 'draft', approvedQuantity: null }]);
  expect(fieldsOf('step-in-production')).toEqual([{ state: 'in-production' }]);
});
