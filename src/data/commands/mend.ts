/** Every finding that mends itself: shown first, with what each changes. */
import { hasMend, type Mend, mendsOf } from '../../domain/checks/mends.ts';
import { ok } from '../../domain/model/result.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { mayCommit } from '../campaign/commit.ts';
import { useFindingsStore } from '../checks/findings.ts';
import { showDialog } from '../workbench/view.ts';
import type { Command } from './command.ts';

export const MEND_COMMANDS: readonly Command[] = [
  {
    id: 'mend-all',
    icon: 'wand',
    key: null,
    group: 'plan',
    available: () => hasMend(...now()),
    run: () => {
      showDialog('mend');
      return ok(null);
    },
  },
];

/** As plan and findings are now. */
export function mends(): readonly Mend[] {
  return mendsOf(...now());
}

function now(): Parameters<typeof mendsOf> {
  const { tables } = useCampaign.getState();
  return [tables, useFindingsStore.getState().findings.values(), (ops) => mayCommit(ops).ok];
}
