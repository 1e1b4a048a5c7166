/** Every finding that mends itself is mended, in one step. */
import type { Op } from '../../domain/edit/edit.ts';
import { fail, ok } from '../../domain/model/result.ts';
import type { Id } from '../../domain/model/rows.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { mayCommit } from '../campaign/commit.ts';
import { useFindingsStore } from '../checks/findings.ts';
import type { Command } from './command.ts';

export const MEND_COMMANDS: readonly Command[] = [
  {
    id: 'mend-all',
    icon: 'wand',
    key: null,
    group: 'plan',
    available: () => mendable().length > 0,
    run: () => {
      const ops = mendable();
      if (ops.length === 0) return fail('command.nothing');
      return ok({ note: { code: 'finding.mended-all', params: { count: ops.length } }, ops });
    },
  },
];

/** The fixes of all findings that nobody accepted, one a row: what two fixes would both change waits for the next time. */
function mendable(): Op[] {
  const { tables } = useCampaign.getState();
  const accepted = new Set([...tables.acceptance.values()].map((a) => a.finding));
  const touched = new Set<Id>();
  const ops: Op[] = [];
  for (const finding of useFindingsStore.getState().findings.values()) {
    // What would delete a row is decided one by one.
    if (
      finding.fix === null ||
      accepted.has(finding.key) ||
      finding.fix.ops.some((op) => op.kind === 'delete')
    )
      continue;
    if (finding.fix.ops.some((op) => touched.has(op.id)) || !mayCommit(finding.fix.ops).ok) continue;
    for (const op of finding.fix.ops) touched.add(op.id);
    ops.push(...finding.fix.ops);
  }
  return ops;
}
