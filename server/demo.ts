import { eq } from 'drizzle-orm';
import { DEMO_ACCOUNTS } from '../mocks/demo/accounts.ts';
import { DEMO_CAMPAIGN } from '../mocks/demo/builder.ts';
import { loadDemoCampaign } from '../mocks/demo/load.ts';
import type { EntryAnswer } from '../src/api/contract/answers.ts';
import { newId } from '../src/api/contract/newId.ts';
import { campaign } from '../src/api/db/schema.ts';
import { setMembership } from '../src/api/members.ts';
import type { Accounts } from './auth.ts';
import type { OpenDatabase } from './database.ts';

/**
 * Loads the demonstration into an empty database, with its accounts. Returns the accounts to show at sign-in:
 * none where the database holds real campaigns only.
 */
export async function openDemo(
  database: OpenDatabase,
  accounts: Accounts,
): Promise<EntryAnswer['demoAccounts']> {
  const loaded = await loadDemoCampaign(database.db, new Date());
  if (loaded)
    for (const { membership, ...account } of DEMO_ACCOUNTS) {
      const userId = await accounts.add(account);
      await setMembership(database.db, newId(), userId, membership);
    }
  const [demo] = await database.db
    .select({ id: campaign.id })
    .from(campaign)
    .where(eq(campaign.id, DEMO_CAMPAIGN));
  if (demo === undefined) return [];
  return DEMO_ACCOUNTS.map(({ userName, password, name, role }) => ({ userName, password, name, role }));
}
