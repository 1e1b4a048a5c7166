import { type SQL, sql } from 'drizzle-orm';
import type { Database } from './database.ts';

interface Limits {
  readonly lockSeconds: number;
  readonly statementSeconds: number;
}

/** Limits the transaction that it is called in: who waits longer for a lock, or works longer, is told 503 `server.busy`. */
export async function limitTime(db: Database, seconds: Limits): Promise<void> {
  await db.execute(limits(seconds));
}

/** The same, as part of another statement. */
export function limits({ lockSeconds, statementSeconds }: Limits): SQL {
  return sql`select set_config('lock_timeout', ${`${lockSeconds}s`}, true), set_config('statement_timeout', ${`${statementSeconds}s`}, true)`;
}
