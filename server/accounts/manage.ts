/** What an administrator does to accounts. Each ends what it takes away at once, on every instance. */
import { sql } from 'drizzle-orm';
import { voidLinks } from '../../src/api/accounts/invitations.ts';
import type { Database } from '../../src/api/db/database.ts';
import { tellMembers } from '../../src/api/members.ts';
import { setPassword as writePassword } from './directory.ts';
import { findUser, lockAccounts, type UserRow } from './rows.ts';

/** Why an account may not be locked or removed: somebody must be left who can let people in. */
class LastAdministrator extends Error {
  constructor(userName: string) {
    super(`«${userName}» is the last administrator of everything. Add another one first.`);
  }
}

/** Gives a person a new password, and ends the sessions that the old one opened. */
export function setPassword(db: Database, userName: string, password: string): Promise<void> {
  return onUser(db, userName, async (inside, user) => {
    await writePassword(inside, user, password);
    await voidLinks(inside, user.id);
    await endSessions(inside, user.id);
  });
}

/** Ends the person's sessions and lets them open none. */
export function lockUser(db: Database, userName: string): Promise<void> {
  return onUser(db, userName, async (inside, user) => {
    await refuseLast(inside, user);
    await inside.execute(sql`update "user" set banned = true, "updatedAt" = now() where id = ${user.id}`);
    await voidLinks(inside, user.id);
    await endSessions(inside, user.id);
  });
}

export function unlockUser(db: Database, userName: string): Promise<void> {
  return onUser(db, userName, async (inside, user) => {
    await inside.execute(sql`
      update "user" set banned = false, "banReason" = null, "banExpires" = null, "updatedAt" = now()
      where id = ${user.id}`);
  });
}

/** Removes account, roles and sessions. What the person did stays, under their name. */
export function removeUser(db: Database, userName: string): Promise<void> {
  return onUser(db, userName, async (inside, user) => {
    await refuseLast(inside, user);
    await voidLinks(inside, user.id);
    await inside.execute(sql`delete from last_sign_in where user_id = ${user.id}`);
    await inside.execute(sql`delete from member where user_id = ${user.id}`);
    await inside.execute(sql`delete from session where "userId" = ${user.id}`);
    await inside.execute(sql`delete from "account" where "userId" = ${user.id}`);
    await inside.execute(sql`delete from "user" where id = ${user.id}`);
  });
}

async function onUser(
  db: Database,
  userName: string,
  work: (inside: Database, user: UserRow) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    await lockAccounts(inside);
    const user = await findUser(inside, userName);
    if (user === null) throw new Error(`There is no user «${userName}».`);
    await work(inside, user);
    // Told when it is committed.
    await tellMembers(inside, user.id);
  });
}

async function endSessions(db: Database, userId: string): Promise<void> {
  await db.execute(sql`delete from session where "userId" = ${userId}`);
}

async function refuseLast(db: Database, user: UserRow): Promise<void> {
  const { rows } = (await db.execute(sql`
    select u.id from member m join "user" u on u.id = m.user_id
    where m.campaign_id is null and m.role = 'admin' and not coalesce(u.banned, false)
      and exists (select 1 from "account" a where a."userId" = u.id and a."providerId" = 'credential')`)) as unknown as {
    rows: { id: string }[];
  };
  if (rows.length === 1 && rows[0]?.id === user.id) throw new LastAdministrator(user.userName);
}
