/**
 * Accounts in the tables of better-auth, written by us and in our transactions: an account and what it may do are there
 * together or not at all.
 */
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'drizzle-orm';
import { newId } from '../../src/api/contract/newId.ts';
import type { Database } from '../../src/api/db/database.ts';
import { USER_NAME } from '../../src/domain/people/pastedPeople.ts';
import { cutText, isCleanText } from '../../src/domain/text/cleanText.ts';
import type { NewAccount } from '../auth.ts';
import { AccountFault } from './fault.ts';
import { refuseBadPassword } from './password.ts';

/** Any fixed number: who adds, locks or removes accounts takes turns, so that what was counted still holds. */
const ACCOUNTS_LOCK = 4_670_424;

export async function lockAccounts(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${ACCOUNTS_LOCK})`);
}

/** To be called in a transaction. Returns the new account's id; throws AccountFault. */
export async function insertAccount(db: Database, account: NewAccount): Promise<string> {
  refuseBadUserName(account.userName);
  refuseBadName(account.name);
  refuseBadPassword(account.userName, account.password);
  return writeAccount(db, account);
}

/** The same, without a password: a link gives one. */
export async function insertUser(db: Database, user: Omit<NewAccount, 'password'>): Promise<string> {
  refuseBadUserName(user.userName);
  refuseBadName(user.name);
  return writeUser(db, user);
}

function refuseBadUserName(userName: string): void {
  if (!USER_NAME.test(userName))
    throw new AccountFault(
      'setup.user-name',
      'userName',
      'A user name has 2 to 30 letters, digits, dots or underscores.',
    );
}

/** Throws AccountFault. */
export function refuseBadName(name: string): void {
  // A letter or a figure that is seen, in one line.
  if (
    !/[\p{L}\p{N}]/u.test(name.replaceAll('\u3164', '')) ||
    /[\r\n]/.test(name) ||
    name !== cutText(name, 100) ||
    !isCleanText(name)
  )
    throw new AccountFault('setup.name', 'name', 'A full name has 1 to 100 characters that can be shown.');
}

/** Without asking about the password: for the published accounts of the demonstration. */
export async function writeAccount(db: Database, { password, ...user }: NewAccount): Promise<string> {
  const userId = await writeUser(db, user);
  await db.execute(sql`
    insert into "account" (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${newId()}, ${userId}, 'credential', ${userId}, ${await hashPassword(password)}, now(), now())`);
  return userId;
}

async function writeUser(db: Database, { userName, name }: Omit<NewAccount, 'password'>): Promise<string> {
  await lockAccounts(db);
  const userId = newId();
  const lower = userName.toLowerCase();
  const { rows } = (await db.execute(sql`
    insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt", username, "displayUsername", role)
    values (${userId}, ${name.trim()}, ${`${lower}@accounts.invalid`}, false, now(), now(), ${lower}, ${userName}, 'user')
    on conflict do nothing returning id`)) as unknown as { rows: unknown[] };
  if (rows.length === 0)
    throw new AccountFault('setup.user-name-taken', 'userName', `There is a user «${userName}» already.`);
  return userId;
}

/** Whether this name is signed in at this address at present. */
export async function isKnownAt(db: Database, userName: string, address: string): Promise<boolean> {
  const { rows } = (await db.execute(sql`
    select 1 from session s join "user" u on u.id = s."userId"
    where u.username = ${userName} and s."ipAddress" = ${address} and s."expiresAt" > now() limit 1`)) as unknown as {
    rows: unknown[];
  };
  return rows.length > 0;
}

export interface UserRow {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
  readonly locked: boolean;
}

export async function allUsers(db: Database): Promise<UserRow[]> {
  const { rows } = (await db.execute(sql`
    select id, username as "userName", name, coalesce(banned, false) as locked from "user" order by username`)) as unknown as {
    rows: UserRow[];
  };
  return rows;
}

export async function userNames(db: Database): Promise<string[]> {
  return (await allUsers(db)).map((u) => u.userName);
}

export async function findUser(db: Database, userName: string): Promise<UserRow | null> {
  const wanted = userName.trim().toLowerCase();
  return (await allUsers(db)).find((u) => u.userName === wanted) ?? null;
}

export async function countUsers(db: Database): Promise<number> {
  const { rows } = (await db.execute(sql`select count(*)::int as n from "user"`)) as unknown as {
    rows: { n: number }[];
  };
  return rows[0]?.n ?? 0;
}
