/** The rows that a sheet is made of: today's, and those of the change at which it was printed. */
import { and, count, eq, gt, inArray } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { emptyTables, withRows } from '../../domain/edit/tables.ts';
import type { AnyRow, Entity, Id, Tables } from '../../domain/model/rows.ts';
import type { Database } from '../db/database.ts';
import { TABLES } from '../db/rowTables.ts';
import { changeOp } from '../db/schema.ts';
import { type PastRow, undoneIn } from '../past/undoing.ts';

/** All that paper shows hangs on these. */
const ON_PAPER: readonly Entity[] = [
  'campaign',
  'occasion',
  'milestone',
  'unit',
  'place',
  'road',
  'roadFeature',
  'assetType',
  'slogan',
  'placement',
  'task',
  'report',
];

/** Rows written since, beyond which nobody would read what changed. */
const MOST_ROWS = 5000;

type Touched = ReadonlyMap<Entity, readonly Id[]>;

/** The rows on paper that were written after a change; null for more than anybody would read about. */
export async function touchedSince(db: Database, campaignId: Id, at: number): Promise<Touched | null> {
  const since = and(
    eq(changeOp.campaignId, campaignId),
    gt(changeOp.number, at),
    inArray(changeOp.entity, [...ON_PAPER]),
  );
  const [ops] = await db.select({ n: count() }).from(changeOp).where(since);
  if ((ops?.n ?? 0) > 4 * MOST_ROWS) return null;
  const rows = await db
    .selectDistinct({ entity: changeOp.entity, id: changeOp.rowId })
    .from(changeOp)
    .where(since);
  if (rows.length > MOST_ROWS) return null;
  const touched = new Map<Entity, Id[]>();
  for (const { entity, id } of rows) touched.set(entity, [...(touched.get(entity) ?? []), id]);
  return touched;
}

/** The tables as they are, and as they were before `touched` was written. */
export async function paperTables(
  db: Database,
  campaignId: Id,
  touched: Touched,
  at: number,
): Promise<{ readonly before: Tables; readonly now: Tables }> {
  const now: { -readonly [E in Entity]?: ReadonlyMap<Id, AnyRow> } = {};
  const past: { entity: Entity; id: Id; row: AnyRow | undefined }[] = [];
  for (const entity of ON_PAPER) {
    const rows = await allOf(db, campaignId, entity);
    now[entity] = rows as ReadonlyMap<Id, AnyRow>;
    const ids = touched.get(entity) ?? [];
    const written = new Map(
      ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) as object] as const] : [])),
    );
    const undone: ReadonlyMap<Id, PastRow> = await undoneIn(
      db,
      campaignId,
      entity,
      ids,
      written as ReadonlyMap<Id, Record<string, unknown>>,
      at,
    );
    for (const id of ids) past.push({ entity, id, row: (undone.get(id) ?? undefined) as AnyRow | undefined });
  }
  const tables = { ...emptyTables(), ...now } as Tables;
  return { before: withRows(tables, past), now: tables };
}

async function allOf(db: Database, campaignId: Id, entity: Entity): Promise<ReadonlyMap<Id, unknown>> {
  const table = TABLES[entity] as unknown as typeof TABLES.unit;
  const own = entity === 'campaign' ? eq(table.id, campaignId) : eq(table.campaignId, campaignId);
  const rows = (await db
    .select()
    .from(table as PgTable)
    .where(own)) as { readonly id: Id }[];
  return new Map(rows.map((row) => [row.id, row]));
}
