/**
 * Puts a backup into an empty database, all of it or nothing. A backup of an earlier version goes into the tables of
 * that version, which are then brought up to date like those of a database that was there all along.
 */
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { type Database, MIGRATION_NAMES, migrate, OWN_TABLES } from '../../src/api/db/database.ts';
import { renewLineage } from '../../src/api/db/installation.ts';
import { tellMembers } from '../../src/api/members.ts';
import { allUsers, lockAccounts } from '../accounts/rows.ts';
import { type BackupOf, FORMAT } from './backup.ts';
import { rowsOf, tablesInOrder } from './tables.ts';

const ROWS_AT_ONCE = 500;
const LETTERS_AT_ONCE = 4_000_000;

interface Line {
  readonly format?: string;
  /** Names of the migrations that the database had seen. */
  readonly version?: string;
  readonly program?: string;
  readonly table?: string;
  readonly row?: Readonly<Record<string, unknown>>;
  readonly end?: number;
}

export async function restore(db: Database, from: BackupOf): Promise<void> {
  const rows = await db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    await lockAccounts(inside);
    const existing = await rowsOf(inside, sql`select 1 from campaign limit 1`);
    if (existing.length > 0)
      throw new Error(
        'This database holds campaigns already. Restore into an empty one (another COHOA_DATA).',
      );
    const before = await allUsers(inside);
    // Sessions and the like go with their accounts.
    await inside.execute(sql`delete from "user"`);
    const loading = new Loading(inside, from);
    await readLines(from, (line) => loading.take(line));
    const count = await loading.finish();
    await renewLineage(inside);
    for (const { id } of before) await tellMembers(inside, id);
    return count;
  });
  console.log(`${rows} rows restored from ${from.file}.`);
}

class Loading {
  readonly #db: Database;
  readonly #from: BackupOf;
  #tables: ReadonlySet<string> | null = null;
  #end: number | null = null;
  #rows = 0;
  #batch: { table: string; rows: NonNullable<Line['row']>[]; letters: number } | null = null;

  constructor(db: Database, from: BackupOf) {
    this.#db = db;
    this.#from = from;
  }

  async take(text: string): Promise<void> {
    const line = parsed(text);
    if (this.#tables === null) return this.#begin(line);
    if (line?.end !== undefined) this.#end = line.end;
    if (line?.table === undefined || line.row === undefined) return;
    if (!this.#tables.has(line.table))
      throw new Error(`${this.#from.file} names a table «${line.table}», which is not there.`);
    if (this.#batch !== null && this.#batch.table !== line.table) await this.#flush();
    this.#batch ??= { table: line.table, rows: [], letters: 0 };
    this.#batch.rows.push(line.row);
    this.#batch.letters += text.length;
    if (this.#batch.rows.length >= ROWS_AT_ONCE || this.#batch.letters > LETTERS_AT_ONCE) await this.#flush();
  }

  /** The number of rows. Throws for a file that was cut short. */
  async finish(): Promise<number> {
    const { file } = this.#from;
    if (this.#tables === null) throw new Error(`${file} is no backup of Cờ Hoa.`);
    await this.#flush();
    if (this.#end !== this.#rows)
      throw new Error(`${file} is not whole: ${this.#rows} rows of ${this.#end ?? 'an unknown number'}.`);
    await checkReferences(this.#db);
    await migrate(this.#db);
    return this.#rows;
  }

  /** Makes the tables what they were when the backup was made. */
  async #begin(header: Line | null): Promise<void> {
    const { file, version } = this.#from;
    if (header?.format !== FORMAT || header.version === undefined)
      throw new Error(`${file} is no backup of Cờ Hoa.`);
    const applied = header.version.split(' ');
    const last = applied.at(-1) as string;
    const here = `this is Cờ Hoa ${version}, which knows up to ${MIGRATION_NAMES.at(-1)}`;
    const there = `${file} was made by Cờ Hoa ${header.program ?? '0.1.0'}, with its database at ${last}`;
    if (applied.some((name) => !MIGRATION_NAMES.includes(name)))
      throw new Error(`${there}; ${here}. It needs the newer version.`);
    if (applied.some((name, i) => name !== MIGRATION_NAMES[i]))
      throw new Error(`${there}, after others than ${here}.`);
    for (const name of [...OWN_TABLES, 'schema_migration'])
      await this.#db.execute(sql`drop table if exists ${sql.identifier(name)} cascade`);
    await migrate(this.#db, last);
    this.#tables = new Set((await tablesInOrder(this.#db)).map((t) => t.name));
    await deferReferences(this.#db);
  }

  async #flush(): Promise<void> {
    if (this.#batch === null) return;
    const { table, rows } = this.#batch;
    this.#batch = null;
    const name = sql.identifier(table);
    // Columns that the rows do not have take what the table gives them.
    const columns = sql.join(
      Object.keys(rows[0] ?? {}).map((c) => sql.identifier(c)),
      sql`, `,
    );
    await this.#db.execute(sql`
      insert into ${name} (${columns})
      select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)`);
    this.#rows += rows.length;
  }
}

/** Reference between rows, told by their tables. */
async function references(db: Database): Promise<{ table: string; name: string }[]> {
  return rowsOf(
    db,
    sql`select t.relname::text as "table", k.conname::text as name
      from pg_constraint k join pg_class t on t.oid = k.conrelid
      where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and t.relname in ${[...OWN_TABLES]}`,
  );
}

/** Rows may come before those that they refer to. */
async function deferReferences(db: Database): Promise<void> {
  for (const { table, name } of await references(db))
    await db.execute(
      sql`alter table ${sql.identifier(table)} alter constraint ${sql.identifier(name)} deferrable initially deferred`,
    );
}

/** All rows are there: from now on each is checked when it is written, as everywhere else. */
async function checkReferences(db: Database): Promise<void> {
  await db.execute(sql`set constraints all immediate`);
  for (const { table, name } of await references(db))
    await db.execute(
      sql`alter table ${sql.identifier(table)} alter constraint ${sql.identifier(name)} not deferrable`,
    );
}

function parsed(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function readLines({ file, signal }: BackupOf, take: (line: string) => Promise<void>): Promise<void> {
  try {
    await pipeline(
      createReadStream(file),
      createGunzip(),
      async (chunks: AsyncIterable<Buffer>) => {
        const decoder = new TextDecoder();
        // A row may be many chunks long: its pieces are put together once.
        let pieces: string[] = [];
        for await (const chunk of chunks) {
          const [head = '', ...lines] = decoder.decode(chunk, { stream: true }).split('\n');
          pieces.push(head);
          for (const line of lines) {
            await take(pieces.join(''));
            pieces = [line];
          }
        }
        if (pieces.some((piece) => piece !== '')) await take(pieces.join(''));
      },
      { signal },
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR')
      throw new Error(`${file} is no whole backup of Cờ Hoa: it cannot be unpacked.`, { cause: error });
    throw error;
  }
}
