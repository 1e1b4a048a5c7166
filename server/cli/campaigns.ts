import { asc, count, eq } from 'drizzle-orm';
import type { Database } from '../../src/api/db/database.ts';
import { openingDayOf } from '../../src/api/db/openingDay.ts';
import { campaign, TABLES } from '../../src/api/db/rowTables.ts';

export async function listCampaigns(db: Database): Promise<void> {
  const { id, changeNumber, name } = campaign;
  const rows = await db
    .select({ id, openingDay: openingDayOf, changeNumber, name })
    .from(campaign)
    .orderBy(asc(openingDayOf), asc(id));
  if (rows.length === 0) console.log('There is no campaign yet.');
  for (const c of rows) {
    const { placement } = TABLES;
    const [placements] = await db
      .select({ n: count() })
      .from(placement)
      .where(eq(placement.campaignId, c.id));
    console.log(
      `${c.id}  ${c.openingDay ?? 'no occasion'}  change ${c.changeNumber}  ${placements?.n ?? 0} placements  ${c.name}`,
    );
  }
}
