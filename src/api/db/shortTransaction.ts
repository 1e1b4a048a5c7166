/** Transactions in as few ways to the database and back as its driver can do. */
import type { SQL } from 'drizzle-orm';
import type { Database } from './database.ts';

interface Ending<T> {
  /** Writes what is left to write, once it is waited for. */
  readonly last: PromiseLike<unknown> & { toSQL(): { readonly sql: string; readonly params: unknown[] } };
  readonly value: T;
}

/**
 * What a transaction does between its two ends. `first` has given `rows`; it only reads or locks, so that it does no harm
 * where the transaction could not begin.
 */
export type ShortWork<T> = (tx: Database, rows: readonly unknown[]) => Promise<Ending<T>>;

export type ShortTransaction = <T>(first: SQL, work: ShortWork<T>) => Promise<T>;

/**
 * Begins and does `first` in one step, works, writes the last and commits in one step, where the driver sends several
 * statements at once; elsewhere one after the other. Whoever waits for a lock behind it waits the shorter.
 */
export function shortTransaction<T>(db: Database, first: SQL, work: ShortWork<T>): Promise<T> {
  if (db.shortTransaction !== undefined) return db.shortTransaction(first, work);
  return db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    const { last, value } = await work(tx, rowsOf(await tx.execute(first)));
    await last;
    return value;
  });
}

/** Drivers wrap raw rows in `{ rows }`. */
export function rowsOf(result: unknown): unknown[] {
  return (result as { rows: unknown[] }).rows;
}
