/**
 * The link that creates the first administrator: good for one account, for a day, and void as soon as there is any
 * account, however it came. Links are in the database, as hashes, so that every instance knows those of the others.
 */
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { writeAct } from '../../src/api/accounts/acts.ts';
import { newId } from '../../src/api/contract/newId.ts';
import type { Database } from '../../src/api/db/database.ts';
import { ApiError } from '../../src/api/errors.ts';
import { setMembership } from '../../src/api/members.ts';
import { AccountFault } from './fault.ts';
import { countUsers, insertAccount, lockAccounts } from './rows.ts';

const GOOD_FOR = sql`interval '24 hours'`;

/** Long values are refused below, in words. */
export const setupBody = z.strictObject({
  token: z.string().max(100),
  userName: z.string().max(1000),
  name: z.string().max(1000),
  password: z.string().max(1000),
});

/** A new link's token; null when there are accounts, and with them every link is gone. */
export async function offerSetUp(db: Database): Promise<string | null> {
  return db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    await lockAccounts(inside);
    if ((await countUsers(inside)) > 0) {
      await inside.execute(sql`delete from setup_link`);
      return null;
    }
    await inside.execute(sql`delete from setup_link where expires < now() - ${GOOD_FOR}`);
    const token = randomBytes(18).toString('base64url');
    await inside.execute(sql`insert into setup_link values (${hashOf(token)}, now() + ${GOOD_FOR})`);
    return token;
  });
}

/** Throws ApiError: 403 for a link that is no use (any more), 422 with the field where the account does not do. */
export async function createFirstAdministrator(
  db: Database,
  { token, ...account }: z.infer<typeof setupBody>,
): Promise<void> {
  await db
    .transaction(async (tx) => {
      const inside = tx as unknown as Database;
      await lockAccounts(inside);
      await refuseWithoutLink(inside, token);
      const userId = await insertAccount(inside, account);
      await setMembership(inside, newId(), userId, { campaignId: null, role: 'admin', unitId: null });
      await writeAct(inside, new Date(), {
        by: 'setup',
        act: 'added',
        about: { id: userId, name: account.name },
        params: { role: 'admin' },
      });
    })
    .catch((error: unknown) => {
      if (error instanceof AccountFault)
        throw new ApiError(422, error.code, { field: error.field, params: error.params });
      throw error;
    });
}

/** Throws ApiError 403 for a link that is no use (any more). */
export async function refuseWithoutLink(db: Database, token: string): Promise<void> {
  const { rows } = (await db.execute(
    sql`select expires > now() as good from setup_link where hash = ${hashOf(token)}`,
  )) as unknown as { rows: { good: boolean }[] };
  const [link] = rows;
  // To whoever holds no link of ours nothing is told of what is here.
  if (link === undefined) throw new ApiError(403, 'setup.wrong-token');
  if ((await countUsers(db)) > 0) throw new ApiError(403, 'setup.has-accounts');
  if (!link.good) throw new ApiError(403, 'setup.expired');
}

/** Tokens are random and long: their hash needs no salt, and finding it tells nothing by the time it takes. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
