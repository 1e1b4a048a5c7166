/** The accounts as the API asks for them, in the tables of the sign-in library. */
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { sql } from 'drizzle-orm';
import type { Account, Directory } from '../../src/api/accounts/directory.ts';
import { newId } from '../../src/api/contract/newId.ts';
import type { OpenedSession } from '../../src/api/contract/people.ts';
import type { Database } from '../../src/api/db/database.ts';
import { ApiError } from '../../src/api/errors.ts';
import { AccountFault } from './fault.ts';
import { refuseBadPassword } from './password.ts';
import { insertUser, lockAccounts, refuseBadName } from './rows.ts';
import { beginTry, tryWasRight } from './signInLimit.ts';

interface Parts {
  /** The id of the session that a request comes with; null where it comes with none. */
  sessionOf(request: Request): Promise<string | null>;
  readonly perMinute: number;
}

export function openDirectory({ sessionOf, perMinute }: Parts): Directory {
  return {
    takeTurn: lockAccounts,
    accounts,
    add: (db, account) => inWords(() => insertUser(db, account)),
    rename: (db, id, name) =>
      inWords(async () => {
        refuseBadName(name);
        await db.execute(sql`update "user" set name = ${name}, "updatedAt" = now() where id = ${id}`);
      }),
    setPassword: (db, account, password) => inWords(() => setPassword(db, account, password)),
    isPassword: async (db, id, password) => {
      // Whoever sits before a computer that was left open guesses no faster than at the door.
      const asked = { name: `own:${id}`, address: `own:${id}`, known: false };
      const seconds = await beginTry(db, asked, perMinute);
      if (seconds !== null)
        throw new ApiError(429, 'signin.too-many', { params: { seconds }, field: 'current' });
      const hash = await hashOf(db, id);
      const right = hash !== null && (await verifyPassword({ hash, password }));
      if (right) await tryWasRight(db, asked);
      return right;
    },
    setLocked,
    remove,
    sessionOf,
    sessions: async (db, id, own) => {
      const { rows } = (await db.execute(sql`
        select id, "createdAt" as begun, "updatedAt" as used, coalesce("userAgent", '') as device from session
        where "userId" = ${id} and "expiresAt" > now() order by "updatedAt" desc`)) as unknown as {
        rows: { id: string; begun: string | Date; used: string | Date; device: string }[];
      };
      return rows.map(
        (row): OpenedSession => ({
          id: row.id,
          begun: new Date(row.begun).toISOString(),
          used: new Date(row.used).toISOString(),
          device: row.device.slice(0, 300),
          own: row.id === own,
        }),
      );
    },
    endSessions,
  };
}

export const setLocked: Directory['setLocked'] = async (db, id, locked) => {
  await db.execute(sql`
    update "user" set banned = ${locked}, "banReason" = null, "banExpires" = null, "updatedAt" = now()
    where id = ${id}`);
  if (locked) await endSessions(db, id, {});
};

export const remove: Directory['remove'] = async (db, id) => {
  await endSessions(db, id, {});
  await db.execute(sql`delete from "account" where "userId" = ${id}`);
  await db.execute(sql`delete from "user" where id = ${id}`);
};

export async function accounts(db: Database): Promise<readonly Account[]> {
  const { rows } = (await db.execute(sql`
    select u.id, u.username as "userName", u.name, coalesce(u.banned, false) as locked,
      exists (select 1 from "account" a where a."userId" = u.id and a."providerId" = 'credential') as ready
    from "user" u order by u.username`)) as unknown as { rows: Account[] };
  return rows;
}

/** Throws AccountFault. */
export async function setPassword(
  db: Database,
  { id, userName }: Pick<Account, 'id' | 'userName'>,
  password: string,
): Promise<void> {
  refuseBadPassword(userName, password);
  const hash = await hashPassword(password);
  const { rows } = (await db.execute(sql`
    update "account" set password = ${hash}, "updatedAt" = now()
    where "userId" = ${id} and "providerId" = 'credential' returning id`)) as unknown as { rows: unknown[] };
  if (rows.length > 0) return;
  await db.execute(sql`
    insert into "account" (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${newId()}, ${id}, 'credential', ${id}, ${hash}, now(), now())`);
}

async function hashOf(db: Database, id: string): Promise<string | null> {
  const { rows } = (await db.execute(sql`
    select password from "account" where "userId" = ${id} and "providerId" = 'credential'`)) as unknown as {
    rows: { password: string | null }[];
  };
  return rows[0]?.password ?? null;
}

export const endSessions: Directory['endSessions'] = async (db, id, { only, but }) => {
  const which =
    only !== undefined ? sql`and id = ${only}` : but !== undefined ? sql`and id <> ${but}` : sql``;
  await db.execute(sql`delete from session where "userId" = ${id} ${which}`);
};

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AccountFault)
      throw new ApiError(422, error.code, { field: error.field, params: error.params });
    throw error;
  }
}
