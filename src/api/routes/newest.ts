import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { campaign } from '../db/rowTables.ts';
import { ApiError } from '../errors.ts';

/** The number of a campaign's newest change. Throws 404 `campaign.missing`. */
export async function newest(db: Database, id: string): Promise<number> {
  const [row] = await db.select({ number: campaign.changeNumber }).from(campaign).where(eq(campaign.id, id));
  if (row === undefined) throw new ApiError(404, 'campaign.missing');
  return row.number;
}
