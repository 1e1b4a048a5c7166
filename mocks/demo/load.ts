import { count } from 'drizzle-orm';
import { newId } from '../../src/api/contract/newId.ts';
import type { Database } from '../../src/api/db/database.ts';
import { campaign } from '../../src/api/db/rowTables.ts';
import { applyEdit } from '../../src/api/edits/applyEdit.ts';
import { demoEdit } from './choMoi/campaign.ts';

/** Loads the demonstration campaign into a database that has no campaign. Returns whether it did. */
export async function loadDemoCampaign(db: Database, now: Date): Promise<boolean> {
  const [row] = await db.select({ n: count() }).from(campaign);
  if ((row?.n ?? 0) > 0) return false;
  const author = {
    userId: 'demo',
    name: 'Cờ Hoa',
    memberships: [{ campaignId: null, role: 'admin' as const, unitId: null }],
  };
  await applyEdit(db, demoEdit(newId(), newId()), author, now);
  return true;
}
