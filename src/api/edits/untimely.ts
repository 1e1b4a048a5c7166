/** Reports of a day that has not come, and of taking down before its time without a reason. */
import { untimely } from '../../domain/progress/timely.ts';
import { campaignDay } from '../../domain/schedule/campaignDay.ts';
import { timelineIn } from '../../domain/schedule/timeline.ts';
import { ApiError } from '../errors.ts';
import type { Writing } from './writeOps.ts';

/** Before it a reason was not asked for: what waits on a device since then is taken as it is. */
const ASKED_SINCE = 11;

/** Throws 422 `report.day-ahead` or `report.early` with the op. Asked where an edit reports something alone. */
export async function refuseUntimely({
  edit,
  store,
  origin: { protocol },
}: Pick<Writing, 'edit' | 'store' | 'origin'>): Promise<void> {
  // What is carried, or comes with a part, was told long ago.
  if (edit.carry !== undefined || !edit.ops.some((op) => op.entity === 'report')) return;
  await store.load([{ entity: 'campaign', id: store.campaignId }]);
  const campaign = store.get('campaign', store.campaignId);
  if (campaign === undefined) return;
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) => new Map(rows.map((r) => [r.id, r]));
  const timeline = timelineIn({
    campaign: byId([campaign]),
    occasion: byId(await store.all('occasion')),
    milestone: byId(await store.all('milestone')),
  });
  const today = campaignDay(campaign, new Date());
  for (const [index, op] of edit.ops.entries()) {
    const reason = untimely(op, store.get, { timeline, today });
    if (reason === null || (reason.code === 'report.early' && protocol < ASKED_SINCE)) continue;
    throw new ApiError(422, reason.code, { field: `ops.${index}.fields.day` });
  }
}
