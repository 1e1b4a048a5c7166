import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** Limits the transaction that it is called in: who waits longer for a lock, or works longer, is told 503 `server.busy`. */
export async function limitTime(
  db: Database,
  { lockSeconds, statementSeconds }: { readonly lockSeconds: number; readonly statementSeconds: number },
): Promise<void> {
  await db.execute(
    sql`select set_config('lock_timeout', ${`${lockSeconds}s`}, true), set_config('statement_timeout', ${`${statementSeconds}s`}, true)`,
  );
}
