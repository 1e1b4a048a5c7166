/** Reports as this person makes them: of today, by their name. */
import type { CreateOp } from '../../domain/edit/edit.ts';
import type { Report } from '../../domain/model/entities/report.ts';
import { useSession } from '../net/session.ts';
import { useCampaign } from './campaign.ts';
import { newRowId } from './commit.ts';
import { todayOf } from './rows.ts';

/** The report of something that was done; all of it where nothing else is said. */
export function reportOp(
  said: Pick<Report, 'placementId' | 'kind'> & Partial<Omit<Report, 'id' | 'version'>>,
): CreateOp<'report'> {
  const session = useSession.getState();
  const who = session.status === 'signed-in' ? session.who.user.name : '';
  const { campaignId, tables } = useCampaign.getState();
  const campaign = tables.campaign.get(campaignId ?? '');
  const day = campaign === undefined ? '' : todayOf(campaign);
  const fields = { spots: null, quantity: null, day, who, note: '', corrects: null, ...said };
  return { kind: 'create', entity: 'report', id: newRowId(), fields };
}
