import type { Readable } from 'node:stream';
import { type SQL, sql } from 'drizzle-orm';
import { type Database, migrate, migrationNames, ownTables } from '../../src/api/db/database.ts';
import { renewLineage } from '../../src/api/db/installation.ts';
import { tellMembers } from '../../src/api/members.ts';
import { lockAccounts } from '../accounts/rows.ts';
import { BackupFault } from './fault.ts';
import { BATCH, LARGEST_BATCH, type RowLine, SIGN_IN_TABLES } from './format.ts';
import { readBackup } from './read.ts';

/** What is done beside the rows. */
interface Beside {
  /** Throws where nothing may be restored here; asked when nobody can add accounts any more. */
  readonly admit?: (tx: Database) => Promise<void>;
  /** After everything is there, before anybody sees it. */
  readonly finish?: (tx: Database) => Promise<void>;
}

/**
 * Puts a backup into an empty database, all of it or nothing; gives how many rows it had. The tables are made anew as
 * they were when the backup was made, filled, and then brought up to date by the same migrations that a database goes
 * through by itself. Throws BackupFault where the backup does not do, or the database holds campaigns.
 */
export function restore(db: Database, open: () => Readable, { admit, finish }: Beside = {}): Promise<number> {
  return db.transaction(async (transaction) => {
    const tx = transaction as unknown as Database;
    // A set-up link, or a user added just now, waits and then finds the accounts of the backup.
    await lockAccounts(tx);
    await admit?.(tx);
    await tx.execute(sql`lock table campaign in access exclusive mode`);
    const existing = await rowsOf(tx, sql`select 1 from campaign limit 1`);
    if (existing.length > 0) throw new BackupFault('backup.has-campaigns');
    const before = await rowsOf<{ id: string }>(tx, sql`select id from "user"`);
    const count = await putBack(tx, open);
    await finish?.(tx);
    // Whoever was signed in here is nobody any more.
    for (const { id } of before) await tellMembers(tx, id);
    return count;
  });
}

async function putBack(tx: Database, open: () => Readable): Promise<number> {
  let batch: RowLine[] = [];
  let size = 0;
  const flush = async () => {
    await insert(tx, batch);
    batch = [];
    size = 0;
  };
  const rows = await readBackup(
    open,
    async ({ version }) => {
      const last = lastOf(version);
      await tx.execute(sql`delete from "account"`);
      await tx.execute(sql`delete from "user"`);
      for (const table of ownTables())
        await tx.execute(sql`drop table if exists ${sql.identifier(table)} cascade`);
      await migrate(tx, last);
    },
    async (row, length) => {
      const isFull = batch.length >= BATCH || size + length > LARGEST_BATCH;
      if (row.table !== batch[0]?.table || isFull) await flush();
      batch.push(row);
      size += length;
    },
  );
  await flush();
  await migrate(tx);
  // Devices that were ahead of the backup learn by it that their rows are of another past.
  await renewLineage(tx);
  return rows;
}

/** The last migration that the backup's database had seen. Refuses what this version does not know. */
function lastOf(version: string): string {
  const known = migrationNames();
  const seen = version.split(' ').filter((name) => name !== '');
  const unknown = seen.filter((name) => !known.includes(name));
  // A name of before that is written otherwise is no later version: the file has suffered.
  const numbers = new Set(known.map((name) => name.slice(0, 4)));
  if (unknown.some((name) => !/^\d{4}_\w+$/.test(name) || numbers.has(name.slice(0, 4))))
    throw new BackupFault('backup.none');
  if (unknown.length > 0)
    throw new BackupFault('backup.newer', {
      names: unknown.slice(0, 5).join(', ').slice(0, 200),
      last: known.at(-1) ?? '',
    });
  const last = seen.at(-1);
  if (last === undefined || seen.some((name, i) => name !== known[i])) throw new BackupFault('backup.none');
  return last;
}

async function insert(tx: Database, lines: readonly RowLine[]): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  const { table } = first;
  const columns = await columnsOf(tx, table);
  if (columns.length === 0) throw new BackupFault('backup.early-table', { table });
  const given = new Set(lines.flatMap(({ row }) => Object.keys(row)));
  const strange = [...given].find((name) => !columns.includes(name));
  // The sign-in library's tables are today's; of an earlier version's rows what fits is taken.
  if (strange !== undefined && !SIGN_IN_TABLES.includes(table))
    throw new BackupFault('backup.unknown-field', { field: strange.slice(0, 100), table });
  // Fields that no row gives get what the table gives by itself.
  const taken = columns.filter((name) => given.has(name));
  if (taken.length === 0) throw new BackupFault('backup.bad-row', { table });
  const list = sql.join(
    taken.map((name) => sql.identifier(name)),
    sql`, `,
  );
  const into = sql.identifier(table);
  const rows = JSON.stringify(lines.map((l) => l.row));
  try {
    await tx.execute(
      sql`insert into ${into} (${list}) select ${list} from json_populate_recordset(null::${into}, ${rows}::json)`,
    );
  } catch (error) {
    // Classes 22 and 23: what the row holds, or refers to, does not do.
    if (!/^2[23]/.test(stateOf(error))) throw error;
    throw new BackupFault('backup.bad-row', { table }, { cause: error });
  }
}

/** The SQLSTATE of an error of the database, which the query builder wraps in one of its own. */
function stateOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at) return String(at.code);
  return '';
}

async function columnsOf(tx: Database, table: string): Promise<string[]> {
  const rows = await rowsOf<{ name: string }>(
    tx,
    sql`select column_name as name from information_schema.columns
      where table_schema = current_schema() and table_name = ${table} order by ordinal_position`,
  );
  return rows.map((r) => r.name);
}

async function rowsOf<Row>(tx: Database, query: SQL): Promise<Row[]> {
  return ((await tx.execute(query)) as unknown as { rows: Row[] }).rows;
}
