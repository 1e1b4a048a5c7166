/** What was done to all of what is selected, told and taken back: whoever may tell it finds it here. */
import type { Op } from '../../domain/edit/edit.ts';
import { fail, ok } from '../../domain/model/result.ts';
import { BACK_STEPS, newIn, tellingBack } from '../../domain/progress/telling.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { mayCommit, newRowId } from '../campaign/commit.ts';
import { reportOp } from '../campaign/reporting.ts';
import { whereOfAll } from '../campaign/where.ts';
import type { PlainCommand } from './command.ts';
import { aboutSelection, selectedRows } from './selected.ts';

/** In the order of a placement's life. */
export const TOLD_AT_ONCE = ['installed', 'accepted', 'damaged', 'repaired', 'taken-down'] as const;

function telling(kind: (typeof TOLD_AT_ONCE)[number], note = ''): Op[] {
  const { tables } = useCampaign.getState();
  return selectedRows().flatMap((row) => {
    const told = newIn(tables, row, kind);
    return told === null ? [] : [reportOp({ placementId: row.id, kind, ...told, note })];
  });
}

/** `opsOf`: with a reason for what is told before its time, to ask whether one may tell it at all. */
function reporting(id: string, note: string, opsOf: (reason?: string) => Op[]): PlainCommand {
  return {
    id,
    on: ['selection'],
    icon: 'state',
    key: null,
    group: 'selection',
    available: () =>
      aboutSelection(id, () => {
        const ops = opsOf('–');
        return ops.length > 0 && mayCommit(ops).ok;
      }),
    run: () => {
      const ops = opsOf();
      if (ops.length === 0) return fail('command.nothing');
      const told = new Set(
        ops.map((op) => (op.entity === 'report' && op.kind === 'create' ? op.fields.placementId : '')),
      );
      const rows = selectedRows().filter((row) => told.has(row.id));
      return ok({ note: { code: note, params: { where: whereOfAll(rows), count: rows.length } }, ops });
    },
  };
}

export const REPORT_COMMANDS: readonly PlainCommand[] = [
  ...TOLD_AT_ONCE.map((kind) =>
    reporting(`report-${kind}`, `report.${kind}`, (reason) => telling(kind, reason)),
  ),
  ...BACK_STEPS.map((step) =>
    reporting(`unreport-${step}`, `report.not-${step}`, () => {
      const { tables } = useCampaign.getState();
      return selectedRows().flatMap((row) => tellingBack(tables, row, step, newRowId));
    }),
  ),
];
