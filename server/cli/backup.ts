/**
 * One file with everything: campaigns, their changes, accounts and roles. Lines of JSON, gzipped; a header, then
 * rows table by table as PostgreSQL writes them. Sessions and one-time codes are left out.
 */
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';

const FORMAT = 'cohoa-backup-1';
/** In the order in which rows may be put back. */
const TABLES = [
  'campaign',
  'milestone',
  'unit',
  'road',
  'road_feature',
  'asset_type',
  'slogan',
  'placement',
  'task',
  'no_go_area',
  'dressing_set',
  'acceptance',
  'saved_view',
  'change',
  'change_op',
  'user',
  'account',
  'member',
] as const;
/** Not part of a backup: who is signed in just now, one-time codes, and what the file's header says. */
const LEFT_OUT = ['session', 'verification', 'rateLimit', 'schema_migration', 'installation'];
/** Rows that refer to their own table come after those they refer to. */
const IN_ORDER: Readonly<Partial<Record<(typeof TABLES)[number], string>>> = {
  unit: `with recursive placed as (
    select id, 0 as depth from unit where parent_id is null
    union all select u.id, p.depth + 1 from unit u join placed p on u.parent_id = p.id
  ) select row_to_json(t) as row from unit t join placed using (id) order by depth`,
};
const BATCH = 500;

/** The migrations that a database has seen, as text: backups fit databases of the same. */
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

export async function backup(pool: pg.Pool, file: string): Promise<void> {
  const client = await pool.connect();
  const unfinished = `${file}.part`;
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(unfinished, { flags: 'wx' }));
  const say = async (value: unknown) => {
    if (!gzip.write(`${JSON.stringify(value)}\n`)) await once(gzip, 'drain');
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    await refuseUnknownTables(client);
    await say({ format: FORMAT, version: await versionOf(client) });
    let rows = 0;
    for (const table of TABLES) {
      const select = IN_ORDER[table] ?? `select row_to_json(t) as row from "${table}" t`;
      await client.query(`declare rows cursor for ${select}`);
      for (;;) {
        const batch = await client.query<{ row: unknown }>(`fetch ${BATCH} from rows`);
        for (const { row } of batch.rows) await say({ table, row });
        rows += batch.rows.length;
        if (batch.rows.length < BATCH) break;
      }
      await client.query('close rows');
    }
    await say({ end: rows });
    gzip.end();
    await written;
    await rename(unfinished, file);
    console.log(`${rows} rows in ${file}.`);
  } catch (error) {
    gzip.destroy();
    await written.catch(() => rm(unfinished, { force: true }));
    throw error;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** Puts a backup into an empty database, all of it or nothing. Refuses a file that was cut short. */
export async function restore(pool: pg.Pool, file: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows: existing } = await client.query('select 1 from campaign limit 1');
    if (existing.length > 0)
      throw new Error(
        'This database holds campaigns already. Restore into an empty one (another COHOA_DATA).',
      );
    await client.query('delete from "account"');
    await client.query('delete from "user"');
    const rows = await putBack(client, file);
    await client.query('commit');
    console.log(`${rows} rows restored from ${file}.`);
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

type Line = { format?: string; version?: string; table?: string; row?: unknown; end?: number };

async function putBack(client: pg.PoolClient, file: string): Promise<number> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Infinity });
  let rows = 0;
  let end: number | undefined;
  let table = '';
  let batch: unknown[] = [];
  const flush = async () => {
    if (batch.length > 0)
      await client.query(
        `insert into "${table}" select * from json_populate_recordset(null::"${table}", $1)`,
        [JSON.stringify(batch)],
      );
    rows += batch.length;
    batch = [];
  };
  let first = true;
  for await (const text of lines) {
    const line = JSON.parse(text) as Line;
    if (first && line.format !== FORMAT) throw new Error(`${file} is no backup of Cờ Hoa.`);
    if (first) {
      const here = await versionOf(client);
      if (line.version !== here)
        throw new Error(
          `${file} was made by another version of Cờ Hoa. Restore it with that version, then start this one on the same data.`,
        );
    }
    first = false;
    if (line.end !== undefined) end = line.end;
    if (line.table === undefined) continue;
    if (!(TABLES as readonly string[]).includes(line.table))
      throw new Error(`${file} names a table «${line.table}».`);
    if (line.table !== table || batch.length >= BATCH) await flush();
    table = line.table;
    batch.push(line.row);
  }
  await flush();
  if (end !== rows) throw new Error(`${file} is not whole: ${rows} rows of ${end ?? 'an unknown number'}.`);
  return rows;
}
