/** The accounts of the demonstration, whose passwords stand on the sign-in page. */
import { verifyPassword } from 'better-auth/crypto';
import { notInArray, sql } from 'drizzle-orm';
import { DEMO_ACCOUNTS } from '../../mocks/demo/accounts.ts';
import { DEMO_CAMPAIGNS } from '../../mocks/demo/builder.ts';
import type { Database } from '../../src/api/db/database.ts';
import { campaign } from '../../src/api/db/rowTables.ts';
import { findUser } from './rows.ts';

/** Whether the published password still opens an account. One that its owner has changed is nobody's business. */
export async function isPublished(db: Database, userName: string, password: string): Promise<boolean> {
  const user = await findUser(db, userName);
  if (user === null) return false;
  const { rows } = (await db.execute(sql`
    select password as hash from "account" where "userId" = ${user.id} and "providerId" = 'credential'`)) as unknown as {
    rows: { hash: string }[];
  };
  const [account] = rows;
  return account !== undefined && (await verifyPassword({ hash: account.hash, password }));
}

/** How many such accounts stand beside a campaign that is no demonstration. */
export async function openDoors(db: Database): Promise<number> {
  const own = await db
    .select({ id: campaign.id })
    .from(campaign)
    .where(notInArray(campaign.id, [...DEMO_CAMPAIGNS]))
    .limit(1);
  if (own.length === 0) return 0;
  let open = 0;
  for (const { userName, password } of DEMO_ACCOUNTS) if (await isPublished(db, userName, password)) open++;
  return open;
}
