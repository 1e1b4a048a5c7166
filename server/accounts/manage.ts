/**
 * What an administrator does to accounts by the command line. Each ends what it takes away at once, on every instance,
 * and stands in the log as what is done on screen does.
 */
import { and, eq, isNull } from 'drizzle-orm';
import { writeAct } from '../../src/api/accounts/acts.ts';
import { voidLinks } from '../../src/api/accounts/invitations.ts';
import type { ActName } from '../../src/api/contract/people.ts';
import type { Database } from '../../src/api/db/database.ts';
import { lastSignIn, member } from '../../src/api/db/schema.ts';
import { tellMembers } from '../../src/api/members.ts';
import { accounts, endSessions, remove, setLocked, setPassword as writePassword } from './directory.ts';
import { findUser, lockAccounts, type UserRow } from './rows.ts';

/** Why an account may not be locked or removed: somebody must be left who can let people in. */
class LastAdministrator extends Error {
  constructor(userName: string) {
    super(`«${userName}» is the last administrator of everything. Add another one first.`);
  }
}

/** Gives a person a new password, and ends the sessions that the old one opened. */
export function setPassword(db: Database, userName: string, password: string): Promise<void> {
  return onUser(db, userName, 'password-given', async (inside, user) => {
    await writePassword(inside, user, password);
    await voidLinks(inside, user.id);
    await endSessions(inside, user.id, {});
  });
}

/** Ends the person's sessions and lets them open none. */
export function lockUser(db: Database, userName: string): Promise<void> {
  return onUser(db, userName, 'locked', async (inside, user) => {
    await refuseLast(inside, user);
    await setLocked(inside, user.id, true);
    await voidLinks(inside, user.id);
  });
}

export function unlockUser(db: Database, userName: string): Promise<void> {
  return onUser(db, userName, 'unlocked', (inside, user) => setLocked(inside, user.id, false));
}

/** Removes account, roles and sessions. What the person did stays, under their name. */
export function removeUser(db: Database, userName: string): Promise<void> {
  return onUser(db, userName, 'removed', async (inside, user) => {
    await refuseLast(inside, user);
    await voidLinks(inside, user.id);
    await inside.delete(member).where(eq(member.userId, user.id));
    await inside.delete(lastSignIn).where(eq(lastSignIn.userId, user.id));
    await remove(inside, user.id);
  });
}

async function onUser(
  db: Database,
  userName: string,
  act: ActName,
  work: (inside: Database, user: UserRow) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    await lockAccounts(inside);
    const user = await findUser(inside, userName);
    if (user === null) throw new Error(`There is no user «${userName}».`);
    await work(inside, user);
    await writeAct(inside, new Date(), { by: 'command-line', act, about: user });
    // Told when it is committed.
    await tellMembers(inside, user.id);
  });
}

async function refuseLast(db: Database, user: UserRow): Promise<void> {
  const rulers = await db
    .select({ id: member.userId })
    .from(member)
    .where(and(isNull(member.campaignId), eq(member.role, 'admin')));
  const open = new Set((await accounts(db)).flatMap((a) => (a.ready && !a.locked ? [a.id] : [])));
  const ruling = rulers.filter(({ id }) => open.has(id));
  if (ruling.length === 1 && ruling[0]?.id === user.id) throw new LastAdministrator(user.userName);
}
