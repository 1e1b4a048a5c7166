import { inArray, notInArray } from 'drizzle-orm';
import { DEMO_ACCOUNTS, type DemoAccount } from '../mocks/demo/accounts.ts';
import { DEMO_CAMPAIGNS } from '../mocks/demo/builder.ts';
import { loadDemoCampaigns } from '../mocks/demo/load.ts';
import type { EntryAnswer } from '../src/api/contract/answers.ts';
import { newId } from '../src/api/contract/newId.ts';
import type { Database } from '../src/api/db/database.ts';
import { campaign } from '../src/api/db/rowTables.ts';
import { change } from '../src/api/db/schema.ts';
import { setMembership } from '../src/api/members.ts';
import { findUser, userNames, writeAccount } from './accounts/rows.ts';
import type { OpenDatabase } from './database.ts';

type DemoAccounts = EntryAnswer['demoAccounts'];

/** Who writes into the demonstration before any person does: its loading, and migrations. */
const OURSELVES = ['demo', 'cohoa'];

/**
 * Loads the demonstration into an empty database, with its accounts, all of it or nothing. Returns the accounts to show
 * at sign-in: none where the database holds real campaigns only.
 */
export async function openDemo({ db }: OpenDatabase): Promise<DemoAccounts> {
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    if ((await loadDemoCampaigns(inside, new Date())) || (await isHalf(inside))) await addMissing(inside);
  });
  const shown = (await accountsHere(db)).map(({ userName, password, name, role }) => ({
    userName,
    password,
    name,
    role,
  }));
  return existing(db, shown);
}

/** The accounts that still exist: anyone may be removed. */
export async function existing(db: Database, accounts: DemoAccounts): Promise<DemoAccounts> {
  const names = new Set(await userNames(db));
  return accounts.filter((a) => names.has(a.userName));
}

/**
 * Whether an earlier version was interrupted between the campaign and its accounts: nobody has worked in it, and there
 * are no other accounts. Where somebody has, accounts that are missing were removed on purpose.
 */
async function isHalf(db: Database): Promise<boolean> {
  const ours = new Set((await accountsHere(db)).map((a) => a.userName));
  const names = await userNames(db);
  if (names.length >= ours.size || names.some((name) => !ours.has(name))) return false;
  const work = await db
    .select({ number: change.number })
    .from(change)
    .where(notInArray(change.byUser, OURSELVES))
    .limit(1);
  return work.length === 0;
}

/** Those of the demonstrations that the database has: an earlier version had one alone. */
async function accountsHere(db: Database): Promise<readonly DemoAccount[]> {
  const demos = await db
    .select({ id: campaign.id })
    .from(campaign)
    .where(inArray(campaign.id, [...DEMO_CAMPAIGNS]));
  const here = new Set<string | null>(demos.map((d) => d.id));
  return DEMO_ACCOUNTS.filter((a) => here.has(a.membership.campaignId));
}

async function addMissing(db: Database): Promise<void> {
  for (const { membership, ...account } of await accountsHere(db)) {
    const userId = (await findUser(db, account.userName))?.id ?? (await writeAccount(db, account));
    await setMembership(db, newId(), userId, membership);
  }
}
