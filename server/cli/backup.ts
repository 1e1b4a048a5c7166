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
  'change',
  'change_op',
  'user',
  'account',
  'member',
] as const;
const BATCH = 500;

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
    await say({ format: FORMAT });
    let rows = 0;
    for (const table of TABLES) {
      await client.query(`declare rows cursor for select row_to_json(t) as row from "${table}" t`);
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

type Line = { format?: string; table?: string; row?: unknown; end?: number };

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
