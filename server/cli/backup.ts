/**
 * One file with everything: campaigns, their changes, accounts and roles. Lines of JSON, gzipped; a header, then rows
 * table by table as PostgreSQL writes them, then how many there were. All of one moment.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { Database } from '../../src/api/db/database.ts';
import { rowsOf, tablesInOrder } from './tables.ts';

export const FORMAT = 'cohoa-backup-1';
/** What is this installation's own, or of the moment: its lineage, wrong sign-ins, links. Sessions are not ours. */
const LEFT_OUT = ['installation', 'sign_in_failure', 'setup_link'];
const ROWS_AT_ONCE = 100;
/** A partial file that nobody has written to for so long is left over from a backup that was killed. */
const STALE_MS = 10 * 60_000;

export interface BackupOf {
  readonly file: string;
  /** Of this program. */
  readonly version: string;
  readonly signal: AbortSignal;
}

/** Writes beside the file and puts it in place when it is whole and on the disk. */
export async function backup(db: Database, { file, version, signal }: BackupOf): Promise<void> {
  await removeStale(file);
  const partial = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  let rows = 0;
  try {
    rows = await db.transaction((tx) => write(tx as unknown as Database, partial, version, signal), {
      isolationLevel: 'repeatable read',
      accessMode: 'read only',
    });
    await rename(partial, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  console.log(`${rows} rows in ${file}.`);
}

async function write(db: Database, partial: string, version: string, signal: AbortSignal): Promise<number> {
  let rows = 0;
  async function* lines(): AsyncGenerator<string> {
    const applied = await rowsOf<{ name: string }>(db, sql`select name from schema_migration order by name`);
    yield lineOf({ format: FORMAT, version: applied.map((m) => m.name).join(' '), program: version });
    for (const { name } of await tablesInOrder(db)) {
      if (LEFT_OUT.includes(name)) continue;
      for await (const row of rowsIn(db, name)) {
        yield lineOf({ table: name, row });
        rows++;
      }
    }
    yield lineOf({ end: rows });
  }
  // The passwords' hashes are in it: it is its owner's alone. It is on the disk before it is closed.
  const out = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(Readable.from(lines()), createGzip(), out, { signal });
  return rows;
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

async function* rowsIn(db: Database, table: string): AsyncGenerator<unknown> {
  await db.execute(
    sql`declare backup_rows cursor for select row_to_json(t) as row from ${sql.identifier(table)} t`,
  );
  for (;;) {
    const batch = await rowsOf<{ row: unknown }>(db, sql.raw(`fetch ${ROWS_AT_ONCE} from backup_rows`));
    for (const { row } of batch) yield row;
    if (batch.length < ROWS_AT_ONCE) break;
  }
  await db.execute(sql`close backup_rows`);
}

async function removeStale(file: string): Promise<void> {
  const folder = dirname(file);
  const name = basename(file);
  for (const entry of await readdir(folder)) {
    if (!entry.startsWith(`${name}.`) || !/^\.([\w-]+\.)?part$/.test(entry.slice(name.length))) continue;
    const path = join(folder, entry);
    if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) await rm(path, { force: true });
  }
}

/** What was renamed is only there after a power cut when its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
