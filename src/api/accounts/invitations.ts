/**
 * Links by which a person sets a password: the first, or another in place of one that was forgotten. Each is good once
 * and for some days; a newer one makes those before it void. The database knows their hashes alone.
 */
import { eq, gt, lt, sql } from 'drizzle-orm';
import type { Database } from '../db/database.ts';
import { invitation } from '../db/schema.ts';
import { ApiError } from '../errors.ts';

const GOOD_FOR_DAYS = 7;

interface Link {
  readonly token: string;
  readonly until: string;
}

export async function makeLink(db: Database, userId: string, now: Date): Promise<Link> {
  await voidLinks(db, userId);
  await db.delete(invitation).where(lt(invitation.expires, now.toISOString()));
  const token = base64url(crypto.getRandomValues(new Uint8Array(24)));
  const until = new Date(now.getTime() + GOOD_FOR_DAYS * 86_400_000).toISOString();
  await db.insert(invitation).values({ hash: await hashOf(token), userId, expires: until });
  return { token, until };
}

export async function voidLinks(db: Database, userId: string): Promise<void> {
  await db.delete(invitation).where(eq(invitation.userId, userId));
}

/** Until when each person's link holds. */
export async function openLinks(db: Database, now: Date): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select().from(invitation).where(gt(invitation.expires, now.toISOString()));
  return new Map(rows.map((row) => [row.userId, new Date(row.expires).toISOString()]));
}

/** Whose link it is. Throws 403 `link.wrong`, of one that nobody made and of one that was used alike, or `link.expired`. */
export async function personOfLink(db: Database, token: string, now: Date): Promise<string> {
  const [row] = await db
    .select({ userId: invitation.userId, good: sql<boolean>`${invitation.expires} > ${now.toISOString()}` })
    .from(invitation)
    .where(eq(invitation.hash, await hashOf(token)));
  if (row === undefined) throw new ApiError(403, 'link.wrong');
  if (!row.good) throw new ApiError(403, 'link.expired');
  return row.userId;
}

/** Tokens are random and long: their hash needs no salt, and finding it tells nothing by the time it takes. */
async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return base64url(new Uint8Array(digest));
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
