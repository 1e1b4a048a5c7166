/**
 * The lineage of a database: which past its change numbers count. A restore renews it, so that devices which are ahead
 * of the backup, or count other changes by the same numbers, notice.
 */
import { sql } from 'drizzle-orm';
import { newId } from '../contract/newId.ts';
import type { Database } from './database.ts';
import { installation } from './schema.ts';

/** How long a process may go on with the lineage it has read. */
const FRESH_MS = 1000;

const known = new WeakMap<Database, { readonly lineage: string; readonly at: number }>();

/** The lineage, at most a second old: for the headers of answers. */
export async function lineageOf(db: Database, now = Date.now()): Promise<string> {
  const before = known.get(db);
  if (before !== undefined && now - before.at < FRESH_MS) return before.lineage;
  const lineage = await lineageIn(db);
  known.set(db, { lineage, at: now });
  return lineage;
}

/** The lineage as it is inside a transaction. */
export async function lineageIn(db: Database): Promise<string> {
  const [row] = await db.select().from(installation).limit(1);
  if (row === undefined) throw new Error('the database has no lineage');
  return row.lineage;
}

/** Makes the database one of another past: devices take all rows anew. */
export async function renewLineage(db: Database): Promise<void> {
  await db.update(installation).set({ lineage: newId() }).where(sql`true`);
  known.delete(db);
}
