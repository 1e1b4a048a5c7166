/** The door of sign-in: the library looks at name and password, this says how often, and answers in our own form. */
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../../src/api/db/database.ts';
import { bodyOf, SMALL_BODY } from '../../src/api/routes/body.ts';
import { CLIENT_ADDRESS } from './clientAddress.ts';
import { lockAccounts } from './rows.ts';
import { beginTry, type Try, takeBack, tryWasRight } from './signInLimit.ts';
import { inTurns } from './turns.ts';

/** Passwords looked at together: each takes a core for a tenth of a second, and 32 MB. */
const AT_ONCE = 4;
/** Where so many stand in line already, who comes next is asked to come back. */
const FULL_SECONDS = 10;

const body = z.object({ username: z.string().max(200), password: z.string().max(200) });

interface Parts {
  readonly db: Database;
  /** Failures a minute from one address. */
  readonly perMinute: number;
  isKnownAt(userName: string, address: string): Promise<boolean>;
  /** Looks at name and password. */
  check(request: Request): Promise<Response>;
}

export function limitedSignIn(parts: Parts): (request: Request) => Promise<Response> {
  const inTurn = inTurns(AT_ONCE);
  return async (request) => {
    const { username, password } = await bodyOf(request, body, SMALL_BODY);
    const address = request.headers.get(CLIENT_ADDRESS) ?? '';
    const answer = await inTurn(address, () =>
      tryOnce(parts, request, username.trim().toLowerCase(), password),
    );
    return (
      answer ??
      refusal(429, 'signin.too-many', { seconds: FULL_SECONDS }, { 'Retry-After': `${FULL_SECONDS}` })
    );
  };
}

async function tryOnce(parts: Parts, request: Request, name: string, password: string): Promise<Response> {
  const { db } = parts;
  const address = request.headers.get(CLIENT_ADDRESS) ?? '';
  const asked: Try = { name, address, known: await parts.isKnownAt(name, address) };
  const seconds = await beginTry(db, asked, parts.perMinute);
  if (seconds !== null)
    return refusal(429, 'signin.too-many', { seconds }, { 'Retry-After': String(seconds) });
  const headers = new Headers(request.headers);
  for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) headers.delete(name);
  const told = new Request(request.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ username: name, password }),
  });
  const before = await credentialOf(db, name);
  // Who was invited has none yet: nobody learns by the time it takes that there is such a name.
  if (before !== null && before.written === null) {
    await hashPassword(password);
    return refusal(401, 'signin.wrong');
  }
  const answer = await parts.check(told).catch(async (error: unknown) => {
    await takeBack(db, asked);
    throw error;
  });
  if (answer.ok) {
    await tryWasRight(db, asked);
    if (before !== null && (await wasChanged(db, name, before, sessionIn(answer))))
      return refusal(401, 'signin.wrong');
    await db.execute(sql`
      insert into last_sign_in select id, now() from "user" where username = ${name}
      on conflict (user_id) do update set at = excluded.at`);
    return answer;
  }
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
  // Only who knows the password learns that the account is locked.
  if (code === 'BANNED_USER') {
    await tryWasRight(db, asked);
    return refusal(403, 'signin.locked');
  }
  // A name that nobody can have is as wrong as one that nobody has.
  if (answer.status === 401 || answer.status === 422) return refusal(401, 'signin.wrong');
  await takeBack(db, asked);
  return refusal(answer.status, answer.status >= 500 ? 'server.failed' : 'request.refused');
}

/** The token of the session that an answer opens: its cookie without what it is signed with. */
function sessionIn(answer: Response): string {
  const [, value = ''] = /session_token=([^;]+)/.exec(answer.headers.getSetCookie().join('\n')) ?? [];
  return decodeURIComponent(value).split('.')[0] ?? '';
}

interface Credential {
  readonly userId: string;
  /** When the password was set; null where there is none yet. */
  readonly written: string | null;
}

/** Null where there is no such person. */
async function credentialOf(db: Database, name: string): Promise<Credential | null> {
  const { rows } = (await db.execute(sql`
    select u.id as "userId", a."updatedAt"::text as written from "user" u
    left join "account" a on a."userId" = u.id and a."providerId" = 'credential'
    where u.username = ${name}`)) as unknown as { rows: Credential[] };
  return rows[0] ?? null;
}

/**
 * Whether another password was set while this one was being looked at: then what it has opened is shut. Asked when
 * whoever set it is through, so that one of the two sees the other.
 */
async function wasChanged(db: Database, name: string, before: Credential, opened: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    await lockAccounts(inside);
    const now = await credentialOf(inside, name);
    if (now?.userId === before.userId && now.written === before.written) return false;
    await inside.execute(sql`delete from session where token = ${opened}`);
    return true;
  });
}

function refusal(
  status: number,
  code: string,
  params?: Readonly<Record<string, number>>,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error: { code, ...(params === undefined ? {} : { params }) } }, { status, headers });
}
