/** What the database itself says of its tables, so that a new one is never forgotten. */
import { sql } from 'drizzle-orm';
import { type Database, OWN_TABLES } from '../../src/api/db/database.ts';

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Those of the sign-in library that outlast a restart. */
const ACCOUNT_TABLES = ['user', 'account'];

/** All tables of ours and the accounts', each after those that it refers to. */
export async function tablesInOrder(db: Database): Promise<Table[]> {
  const tables = await rowsOf<{ name: string; columns: string[] }>(
    db,
    sql`select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname in ${[...OWN_TABLES, ...ACCOUNT_TABLES]}
      group by c.relname order by c.relname`,
  );
  const references = await rowsOf<{ from: string; to: string }>(
    db,
    sql`select f.relname::text as "from", t.relname::text as "to"
      from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and k.connamespace = current_schema()::regnamespace and f.oid <> t.oid`,
  );
  const names = new Set(tables.map((t) => t.name));
  const ordered: Table[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name }) =>
        !placed.has(name) && references.every((r) => r.from !== name || placed.has(r.to) || !names.has(r.to)),
    );
    if (next.length === 0) throw new Error('Tables refer to each other in a circle.');
    for (const table of next) placed.add(table.name);
    ordered.push(...next);
  }
  return ordered;
}

/** Drivers wrap raw rows in `{ rows }`. */
export async function rowsOf<T>(db: Database, query: ReturnType<typeof sql>): Promise<T[]> {
  return ((await db.execute(query)) as unknown as { rows: T[] }).rows;
}
