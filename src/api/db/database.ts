import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { campaigns } from './migrations/0001_campaigns.ts';
import { workbench } from './migrations/0002_workbench.ts';
import { baseMaps } from './migrations/0003_base_maps.ts';
import { safeGround, takeApprovedQuantities } from './migrations/0004_safe_ground.ts';
import { accounts } from './migrations/0005_accounts.ts';
import { names, renameInLog } from './migrations/0006_names.ts';
import { places } from './migrations/0007_places.ts';
import { support } from './migrations/0008_support.ts';
import { occasions, takeFirstOccasions } from './migrations/0009_occasions.ts';
import { roads } from './migrations/0010_roads.ts';
import { people } from './migrations/0011_people.ts';
import { parts } from './migrations/0012_parts.ts';
import { reports, tellReports } from './migrations/0013_reports.ts';
import { work } from './migrations/0014_work.ts';
import { rowsOf, type ShortTransaction } from './shortTransaction.ts';

/** Any PostgreSQL behind Drizzle: node-postgres on the server, PGlite in the browser. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>> & {
  /** Where the driver sends several statements at once. */
  shortTransaction?: ShortTransaction;
};

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** What SQL alone cannot do, after it and in the same transaction. */
  readonly run?: (db: Database) => Promise<void>;
}

const MIGRATIONS: readonly Migration[] = [
  { name: '0001_campaigns', sql: campaigns },
  { name: '0002_workbench', sql: workbench },
  { name: '0003_base_maps', sql: baseMaps },
  { name: '0004_safe_ground', sql: safeGround, run: takeApprovedQuantities },
  { name: '0005_accounts', sql: accounts },
  { name: '0006_names', sql: names, run: renameInLog },
  { name: '0007_places', sql: places },
  { name: '0008_support', sql: support },
  { name: '0009_occasions', sql: occasions, run: takeFirstOccasions },
  { name: '0010_roads', sql: roads },
  { name: '0011_people', sql: people },
  { name: '0012_parts', sql: parts },
  { name: '0013_reports', sql: reports, run: tellReports },
  { name: '0014_work', sql: work },
];

/** Any fixed number: instances that start together take turns. */
const MIGRATION_LOCK = 4_670_421;

/**
 * Brings the schema up to date, or only up to a migration, each in a transaction of its own. Returns the names of those
 * it ran.
 */
export async function migrate(db: Database, last?: string): Promise<string[]> {
  await db.execute(
    sql`create table if not exists schema_migration (name text primary key, at timestamptz not null)`,
  );
  await refuseNewer(db);
  const ran: string[] = [];
  for (const migration of upTo(last)) {
    await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
      const known = await tx.execute(sql`select 1 from schema_migration where name = ${migration.name}`);
      if (rowsOf(known).length > 0) return;
      for (const statement of migration.sql.split(/;\s*\n/))
        if (statement.trim() !== '') await tx.execute(sql.raw(statement));
      await migration.run?.(tx as unknown as Database);
      await tx.execute(sql`insert into schema_migration values (${migration.name}, now())`);
      ran.push(migration.name);
    });
  }
  return ran;
}

/** A database that a later version has changed would be read wrongly, and every write would fail half-way. */
async function refuseNewer(db: Database): Promise<void> {
  const seen = rowsOf(await db.execute(sql`select name from schema_migration order by name`)) as {
    name: string;
  }[];
  const unknown = seen.map((m) => m.name).filter((name) => !MIGRATIONS.some((m) => m.name === name));
  if (unknown.length === 0) return;
  throw new Error(
    `This database belongs to a newer version of Cờ Hoa (it has ${unknown.join(', ')}; this version knows up to ${MIGRATIONS.at(-1)?.name}). Start the newer version.`,
  );
}

function upTo(last: string | undefined): typeof MIGRATIONS {
  return last === undefined ? MIGRATIONS : MIGRATIONS.slice(0, migrationNames().indexOf(last) + 1);
}

/** The migrations of this version, in their order. */
export function migrationNames(): readonly string[] {
  return MIGRATIONS.map(({ name }) => name);
}

/** The tables that the migrations of this version make: what else lies in a database is not ours. */
export function ownTables(): readonly string[] {
  const made = MIGRATIONS.flatMap((m) =>
    [...m.sql.matchAll(/create table (\w+)/g)].map(([, name = '']) => name),
  );
  return [...made, 'schema_migration'];
}
