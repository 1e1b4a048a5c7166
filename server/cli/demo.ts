/** Takes the demonstration out of a database that others work in. */
import { inArray, notInArray, sql } from 'drizzle-orm';
import { DEMO_ACCOUNTS } from '../../mocks/demo/accounts.ts';
import { DEMO_CAMPAIGNS } from '../../mocks/demo/builder.ts';
import { type Database, ownTables } from '../../src/api/db/database.ts';
import { campaign } from '../../src/api/db/rowTables.ts';
import { member } from '../../src/api/db/schema.ts';
import { tellMembers } from '../../src/api/members.ts';
import { removeUser } from '../accounts/manage.ts';
import { isPublished } from '../accounts/published.ts';

/** Removes the campaigns with all their rows and changes, and the accounts whose published password still opens them. */
export async function removeDemo(db: Database): Promise<void> {
  const demos = [...DEMO_CAMPAIGNS];
  let removed = 0;
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    const rows = await inside.select({ id: campaign.id }).from(campaign).where(inArray(campaign.id, demos));
    if (rows.length === 0) throw new Error('There is no demonstration in this database.');
    await inside.execute(
      sql`select 1 from campaign where ${inArray(campaign.id, demos)} order by id for update`,
    );
    const people = await inside
      .select({ userId: member.userId })
      .from(member)
      .where(inArray(member.campaignId, demos));
    for (const { userName, password } of DEMO_ACCOUNTS)
      if (await isPublished(inside, userName, password)) {
        await removeUser(inside, userName);
        removed++;
      }
    for (const table of await tablesOfCampaigns(inside))
      await inside.execute(
        sql`delete from ${sql.identifier(table)} where ${inArray(sql`campaign_id`, demos)}`,
      );
    await inside.delete(campaign).where(inArray(campaign.id, demos));
    for (const { userId } of people) await tellMembers(inside, userId);
  });
  console.log(`The demonstration is gone, and ${removed} accounts with published passwords.`);
  const others = await db.select({ id: campaign.id }).from(campaign).where(notInArray(campaign.id, demos));
  if (others.length === 0)
    console.log('No campaign is left: the next start loads it again, unless with COHOA_DEMO=off.');
}

/** Our tables that hold rows of a campaign, each before those that it refers to: the last made comes first. */
async function tablesOfCampaigns(db: Database): Promise<string[]> {
  const { rows } = (await db.execute(sql`
    select table_name::text as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'campaign_id'`)) as unknown as {
    rows: { name: string }[];
  };
  const names = new Set(rows.map((r) => r.name));
  return [...ownTables()].reverse().filter((table) => names.has(table));
}
