/** Rows inside one transaction: read when first asked for, remembered as the ops of an edit change them. */
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { AnyRow, Entity, Id, RowOf } from '../../domain/model/rows.ts';
import { FIELDS } from '../contract/rows.ts';
import type { Database } from '../db/database.ts';
import { TABLES } from '../db/schema.ts';

type Columns = typeof TABLES.unit;

/** All tables share the columns that this store uses; only their fields differ, and those pass through as they are. */
function tableOf(entity: Entity): Columns {
  return TABLES[entity] as unknown as Columns;
}

/** A database row without the columns that are no fields of the model. */
function toRow(entity: Entity, record: Record<string, unknown>): AnyRow {
  const row: Record<string, unknown> = { id: record.id, version: record.version };
  for (const field of Object.keys(FIELDS[entity].shape)) row[field] = record[field] ?? null;
  return row as unknown as AnyRow;
}

export class RowStore {
  readonly #db: Database;
  readonly #campaignId: Id;
  readonly #rows = new Map<string, AnyRow | undefined>();

  constructor(db: Database, campaignId: Id) {
    this.#db = db;
    this.#campaignId = campaignId;
  }

  /** Reads the rows that an edit will speak of, one query an entity. */
  async load(wanted: readonly { readonly entity: Entity; readonly id: Id }[]): Promise<void> {
    const byEntity = new Map<Entity, Set<Id>>();
    for (const { entity, id } of wanted) {
      if (this.#rows.has(`${entity}:${id}`)) continue;
      this.#rows.set(`${entity}:${id}`, undefined);
      const ids = byEntity.get(entity) ?? new Set();
      byEntity.set(entity, ids.add(id));
    }
    for (const [entity, ids] of byEntity) {
      const table = tableOf(entity);
      const inCampaign =
        entity === 'campaign' ? eq(table.id, this.#campaignId) : eq(table.campaignId, this.#campaignId);
      const records = await this.#db
        .select()
        .from(table as PgTable)
        .where(and(inArray(table.id, [...ids]), inCampaign));
      for (const record of records) this.#rows.set(`${entity}:${record.id}`, toRow(entity, record));
    }
  }

  readonly get = <E extends Entity>(entity: E, id: Id): RowOf[E] | undefined =>
    this.#rows.get(`${entity}:${id}`) as RowOf[E] | undefined;

  async insert(entity: Entity, row: AnyRow): Promise<void> {
    const own = entity === 'campaign' ? { changeNumber: 0 } : { campaignId: this.#campaignId };
    await this.#db.insert(tableOf(entity)).values({ ...row, ...own } as never);
    this.#rows.set(`${entity}:${row.id}`, row);
  }

  async update(entity: Entity, row: AnyRow, fields: object): Promise<void> {
    const table = tableOf(entity);
    await this.#db
      .update(table)
      .set({ ...fields, version: row.version } as never)
      .where(eq(table.id, row.id));
    this.#rows.set(`${entity}:${row.id}`, row);
  }

  async remove(entity: Entity, id: Id): Promise<void> {
    const table = tableOf(entity);
    await this.#db.delete(table).where(eq(table.id, id));
    this.#rows.set(`${entity}:${id}`, undefined);
  }

  /** Whether any row of `entity` refers to `id` through `field`. */
  async isReferred(entity: Entity, field: string, id: Id): Promise<boolean> {
    const table = tableOf(entity);
    const column = (table as unknown as Record<string, typeof table.id>)[field];
    if (column === undefined) return false;
    const found = await this.#db.select({ one: sql`1` }).from(table).where(eq(column, id)).limit(1);
    return found.length > 0;
  }
}
