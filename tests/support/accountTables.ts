/** The tables of the sign-in library for tests without a server, and the accounts upon them. */
import { sql } from 'drizzle-orm';
import { TestApi } from '../../mocks/testApi.ts';
import { openDirectory } from '../../server/accounts/directory.ts';
import type { Backups } from '../../src/api/backups.ts';
import type { Database } from '../../src/api/db/database.ts';

const TABLES = [
  `create table "user" (id text primary key, name text not null, email text not null unique,
    "emailVerified" boolean not null, "createdAt" timestamptz not null, "updatedAt" timestamptz not null,
    username text unique, "displayUsername" text, role text, banned boolean, "banReason" text,
    "banExpires" timestamptz)`,
  `create table "account" (id text primary key, "accountId" text not null, "providerId" text not null,
    "userId" text not null references "user" on delete cascade, password text,
    "createdAt" timestamptz not null, "updatedAt" timestamptz not null)`,
  `create table session (id text primary key, "userId" text not null references "user" on delete cascade,
    token text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz not null,
    "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text)`,
];

/** A copy of no rows: what is in one is looked at where there is a server. */
const NOTHING_TO_COPY: Backups = {
  begin: async (whole) => {
    await whole();
    return { rows: 0, body: new Blob([]).stream() };
  },
};

/** Of whom the session of a request is named by its header. */
const SESSION_HEADER = 'x-test-session';

export async function openWithAccounts(): Promise<TestApi> {
  const sessionOf = async (request: Request) => request.headers.get(SESSION_HEADER);
  const api = await TestApi.open(openDirectory({ sessionOf, perMinute: 1000 }), NOTHING_TO_COPY);
  for (const table of TABLES) await api.db.execute(sql.raw(table));
  return api;
}

/** An account under an id that the test chooses; `ready`: with a password, which nobody knows. */
export async function insertUserRow(
  db: Database,
  id: string,
  { ready = false }: { readonly ready?: boolean } = {},
): Promise<void> {
  await db.execute(sql`
    insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt", username)
    values (${id}, ${`Tên ${id}`}, ${`${id}@accounts.invalid`}, false, now(), now(), ${id.toLowerCase()})`);
  if (ready)
    await db.execute(sql`
      insert into "account" (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
      values (${id}, ${id}, 'credential', ${id}, 'none', now(), now())`);
}
