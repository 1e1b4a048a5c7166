/** Acts on accounts one after the other, each by whoever may by then. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Context } from 'hono';
import type { Membership } from '../../domain/edit/roles.ts';
import { managesAccount } from '../../domain/people/managing.ts';
import type { Database } from '../db/database.ts';
import { member } from '../db/schema.ts';
import { limitTime } from '../db/timeouts.ts';
import { ApiError } from '../errors.ts';
import type { ApiEnv, ApiHome } from '../home.ts';
import { membershipsOf } from '../members.ts';
import type { Account, Directory } from './directory.ts';

type C = Context<ApiEnv>;

/** Throws 404 `people.none-here` where there are no accounts. */
export function directoryOf({ directory }: ApiHome): Directory {
  if (directory === null) throw new ApiError(404, 'people.none-here');
  return directory;
}

/**
 * Works while nobody else changes accounts, with what whoever asks may by then: a body may come slowly, and a turn late.
 * Throws 401 where they are let in no more, 422 `people.last-administrator` where nobody would be left.
 */
export async function inTurn<T>(
  home: ApiHome,
  c: C,
  work: (tx: Database, directory: Directory, own: readonly Membership[]) => Promise<T>,
): Promise<T> {
  const directory = directoryOf(home);
  return home.db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    await limitTime(tx, { lockSeconds: 5, statementSeconds: 15 });
    await directory.takeTurn(tx);
    const asker = (await directory.accounts(tx)).find((a) => a.id === c.var.user.id);
    if (asker === undefined || asker.locked) throw new ApiError(401, 'session.none');
    const own = await membershipsOf(tx, asker.id);
    const ruled = await isRuled(tx, directory);
    const result = await work(tx, directory, own);
    // A server of demonstrations alone has nobody who administers everything.
    if (ruled && !(await isRuled(tx, directory))) throw new ApiError(422, 'people.last-administrator');
    return result;
  });
}

/** Whether somebody administers everything who gets in: with a password, and not locked. */
async function isRuled(tx: Database, directory: Directory): Promise<boolean> {
  const rulers = await tx
    .select({ id: member.userId })
    .from(member)
    .where(and(isNull(member.campaignId), eq(member.role, 'admin')));
  const open = new Set((await directory.accounts(tx)).flatMap((a) => (a.locked || !a.ready ? [] : [a.id])));
  return rulers.some(({ id }) => open.has(id));
}

/** The account that a path names. Throws 404 `people.missing`. */
export async function accountOf(tx: Database, c: C, directory: Directory): Promise<Account> {
  const account = (await directory.accounts(tx)).find((a) => a.id === c.req.param('person'));
  if (account === undefined) throw new ApiError(404, 'people.missing');
  return account;
}

/** Works on the account that the path names. Throws 404, or 403 where it is not for whoever asks to act on. */
export function onPerson<T>(
  home: ApiHome,
  c: C,
  work: (tx: Database, account: Account, directory: Directory) => Promise<T>,
): Promise<T> {
  return inTurn(home, c, async (tx, directory, own) => {
    const account = await accountOf(tx, c, directory);
    if (!managesAccount(own, await membershipsOf(tx, account.id))) throw new ApiError(403, 'denied.people');
    return work(tx, account, directory);
  });
}
