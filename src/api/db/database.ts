import { sql } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { campaigns } from './migrations/0001_campaigns.ts';
import { workbench } from './migrations/0002_workbench.ts';
import { baseMaps } from './migrations/0003_base_maps.ts';
import { safeGround, takeApprovedQuantities } from './migrations/0004_safe_ground.ts';
import { accounts } from './migrations/0005_accounts.ts';

/** Any PostgreSQL behind Drizzle: node-postgres on the server, PGlite in the browser. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

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
];

/** Their names, first to last. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map((m) => m.name);

/** Every table that they have ever made: whatever else is in the database is somebody else's. */
export const OWN_TABLES: readonly string[] = MIGRATIONS.flatMap((m) =>
  [...m.sql.matchAll(/^create table (\w+)/gm)].map(([, name]) => name as string),
);

/** Any fixed number: instances that start together take turns. */
const MIGRATION_LOCK = 4_670_421;

/**
 * Brings the schema up to date, or up to the migration named, each in a transaction of its own. Returns the names of
 * those it ran.
 */
export async function migrate(db: Database, upTo?: string): Promise<string[]> {
  await db.execute(
    sql`create table if not exists schema_migration (name text primary key, at timestamptz not null)`,
  );
  const ran: string[] = [];
  const last = upTo === undefined ? MIGRATIONS.length : MIGRATION_NAMES.indexOf(upTo) + 1;
  for (const migration of MIGRATIONS.slice(0, last)) {
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

/** Drivers wrap raw rows in `{ rows }`. */
function rowsOf(result: unknown): unknown[] {
  return (result as { rows: unknown[] }).rows;
}
