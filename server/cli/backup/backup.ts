import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { BATCH, type EndLine, FORMAT, type Header, LEFT_OUT, type RowLine, TABLES } from './format.ts';
import { inWords } from './words.ts';

/** Rows that refer to their own table come after those they refer to; of a circle, which there should not be, all come last. */
const IN_ORDER: Readonly<Record<string, string>> = {
  unit: `with recursive placed as (
    select id, 0 as depth from unit where parent_id is null
    union all select u.id, p.depth + 1 from unit u join placed p on u.parent_id = p.id
  ) select row_to_json(t) as row from unit t left join placed using (id) order by depth nulls last`,
};
const DAY_MS = 86_400_000;

type Say = (line: Header | RowLine | EndLine) => Promise<void>;

/** Writes everything as it is at one moment. The file is there whole, on the disk and for its owner only, or not at all. */
export async function backup(pool: pg.Pool, file: string): Promise<void> {
  const target = resolve(file);
  const unfinished = `${target}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  try {
    await removeStale(target);
    const rows = await written(unfinished, (say) => tell(pool, say));
    await rename(unfinished, target);
    await syncFolder(dirname(target));
    console.log(`${rows} rows in ${file}.`);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw inWords(error, file);
  }
}

/** What a backup that was cut off left behind, in its own name, so that it stands in nobody's way. */
async function removeStale(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(target)}.`)) continue;
    const pid = /\.(\d+)-[0-9a-f]{8}\.part$/.exec(name)?.[1];
    if (pid === undefined) continue;
    const path = join(folder, name);
    if (!isAlive(Number(pid)) || Date.now() - (await stat(path)).mtimeMs > DAY_MS)
      await rm(path, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function written(path: string, work: (say: Say) => Promise<number>): Promise<number> {
  const gzip = createGzip();
  // `flush`: it is on the disk before it gets its name.
  const done = pipeline(gzip, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
  // A full disk ends the pipe while rows are still being read; it is heard below.
  const failed = done.then(
    () => new Promise<never>(() => {}),
    (error: unknown) => Promise.reject(error),
  );
  failed.catch(() => {});
  const say: Say = async (line) => {
    if (!gzip.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(gzip, 'drain'), failed]);
  };
  try {
    const rows = await Promise.race([work(say), failed]);
    gzip.end();
    await done;
    return rows;
  } catch (error) {
    gzip.destroy();
    await done.catch(() => {});
    throw error;
  }
}

async function tell(pool: pg.Pool, say: Say): Promise<number> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin isolation level repeatable read read only');
    await refuseUnknownTables(client);
    await say({ format: FORMAT, version: await versionOf(client) });
    let rows = 0;
    for (const table of TABLES) {
      const select = IN_ORDER[table] ?? `select row_to_json(t) as row from "${table}" t`;
      await client.query(`declare rows cursor for ${select}`);
      for (;;) {
        const batch = await client.query<{ row: RowLine['row'] }>(`fetch ${BATCH} from rows`);
        for (const { row } of batch.rows) await say({ table, row });
        rows += batch.rows.length;
        if (batch.rows.length < BATCH) break;
      }
      await client.query('close rows');
    }
    await client.query('rollback');
    await say({ end: rows });
    broken = false;
    return rows;
  } finally {
    // With its connection a transaction that was left in the middle is gone as well.
    client.release(broken);
  }
}

async function versionOf(client: pg.PoolClient): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select name from schema_migration order by name');
  return rows.map((r) => r.name).join(' ');
}

/** A table that nobody thought of must not be missing in silence. */
async function refuseUnknownTables(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() and tablename <> all($1)`,
    [[...TABLES, ...LEFT_OUT]],
  );
  const [unknown] = rows;
  if (unknown !== undefined) throw new Error(`The backup does not know the table «${unknown.name}».`);
}

/** That a file was renamed is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
