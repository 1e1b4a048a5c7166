import { count } from 'drizzle-orm';
import { newId } from '../../src/api/contract/newId.ts';
import type { Database } from '../../src/api/db/database.ts';
import { campaign } from '../../src/api/db/rowTables.ts';
import { applyEdit } from '../../src/api/edits/applyEdit.ts';
import { DEMO_CAMPAIGN } from './builder.ts';
import { demoOps } from './choMoi/campaign.ts';
import { historyOf } from './choMoi/history.ts';
import { writeHistory } from './history/write.ts';
import { secondDemoEdit } from './tanKy/campaign.ts';

/** Loads the demonstrations into a database that has no campaign. Returns whether it did. */
export async function loadDemoCampaigns(db: Database, now: Date): Promise<boolean> {
  const [row] = await db.select({ n: count() }).from(campaign);
  if ((row?.n ?? 0) > 0) return false;
  const author = {
    userId: 'demo',
    name: 'Cờ Hoa',
    memberships: [{ campaignId: null, role: 'admin' as const, unitId: null }],
  };
  await writeHistory(db, DEMO_CAMPAIGN, historyOf(demoOps()));
  await applyEdit(db, secondDemoEdit(newId(), newId()), author, now);
  return true;
}
