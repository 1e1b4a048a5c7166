/** Everything in the database as it is at one moment, line by line. */
import type pg from 'pg';
import { BATCH, type EndLine, FORMAT, type Header, LARGEST_BATCH, LEFT_OUT, TABLES } from './format.ts';

/** Rows that refer to their own table come after those they refer to; of a circle, which there should not be, all come last. */
const IN_ORDER: Readonly<Record<string, string>> = {
  unit: `with recursive placed as (
    select id, 0 as depth from unit where parent_id is null
    union all select u.id, p.depth + 1 from unit u join placed p on u.parent_id = p.id
  ) select row_to_json(t)::text as row from unit t left join placed using (id) order by depth nulls last`,
};

/** Until it is known how long the rows of a table are. */
const FIRST_BATCH = 20;

export interface Listener {
  /** How many rows will come; asked for only where somebody wants to know. */
  readonly expect?: (rows: number) => void;
  /** A line of JSON, without its end. */
  readonly say: (line: string) => Promise<void>;
}

/** Gives how many rows were told. */
export async function tell(pool: pg.Pool, { expect, say }: Listener): Promise<number> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin isolation level repeatable read read only');
    await refuseUnknownTables(client);
    if (expect !== undefined) expect(await countRows(client));
    await say(JSON.stringify({ format: FORMAT, version: await versionOf(client) } satisfies Header));
    let rows = 0;
    for (const table of TABLES) {
      const select = IN_ORDER[table] ?? `select row_to_json(t)::text as row from "${table}" t`;
      await client.query(`declare rows cursor for ${select}`);
      for (let count = FIRST_BATCH; ; ) {
        const batch = await client.query<{ row: string }>(`fetch ${count} from rows`);
        let letters = 0;
        for (const { row } of batch.rows) {
          letters += row.length;
          await say(`{"table":"${table}","row":${row}}`);
        }
        rows += batch.rows.length;
        if (batch.rows.length < count) break;
        // Roads have megabytes a row, of which few are held at once.
        count = Math.max(1, Math.min(BATCH, Math.floor((LARGEST_BATCH * count) / Math.max(1, letters))));
      }
      await client.query('close rows');
    }
    await client.query('rollback');
    await say(JSON.stringify({ end: rows } satisfies EndLine));
    broken = false;
    return rows;
  } finally {
    // With its connection a transaction that was left in the middle is gone as well.
    client.release(broken);
  }
}

async function countRows(client: pg.PoolClient): Promise<number> {
  const counts = TABLES.map((table) => `(select count(*) from "${table}")`).join(' + ');
  const { rows } = await client.query<{ n: number }>(`select (${counts})::float8 as n`);
  return rows[0]?.n ?? 0;
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
