/** Mending a finding, or answering for it. */
import type { Finding } from '../../domain/checks/finding.ts';
import { deletionOf } from '../../domain/edit/deletion.ts';
import type { Acceptance } from '../../domain/model/entities/acceptance.ts';
import { fail, type Result } from '../../domain/model/result.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { commit, newRowId } from '../campaign/commit.ts';
import { todayOf } from '../campaign/rows.ts';
import { useSession } from '../net/session.ts';

export function mend(finding: Finding): Result<true> {
  if (finding.fix === null) return fail('finding.no-fix');
  const { placement } = useCampaign.getState().tables;
  const ops = finding.fix.ops.flatMap((op) => {
    const row = op.kind === 'delete' && op.entity === 'placement' ? placement.get(op.id) : undefined;
    return row === undefined
      ? [op]
      : deletionOf(useCampaign.getState().tables, 'placement', new Set([op.id]));
  });
  return commit({ code: 'finding.mended', params: { rule: finding.rule } }, ops);
}

/** Lets a finding stand, with a reason that everybody sees. Fails with `finding.reason` when none is given. */
export function accept(finding: Finding, reason: string): Result<true> {
  const { campaignId, tables } = useCampaign.getState();
  const session = useSession.getState();
  const campaign = tables.campaign.get(campaignId ?? '');
  if (campaign === undefined || session.status !== 'signed-in') return fail('campaign.closed');
  if (reason.trim() === '') return fail('finding.reason');
  return commit({ code: 'finding.accepted', params: { rule: finding.rule } }, [
    {
      kind: 'create',
      entity: 'acceptance',
      id: newRowId(),
      fields: {
        finding: finding.key,
        rule: finding.rule,
        placementId: finding.place.placementId ?? null,
        reason: reason.trim(),
        acceptedBy: session.who.user.name,
        day: todayOf(campaign),
      },
    },
  ]);
}

export function withdraw(acceptance: Acceptance): Result<true> {
  return commit({ code: 'finding.withdrawn', params: { rule: acceptance.rule } }, [
    { kind: 'delete', entity: 'acceptance', id: acceptance.id, version: acceptance.version },
  ]);
}
