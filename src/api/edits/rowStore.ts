/**
 * Rows inside one transaction: read when first asked for, remembered as the ops of an edit change them. Rows that an edit
 * makes may wait here and be written together: each statement is a way to the database and back, and everybody else of
 * the campaign waits meanwhile.
 */
import { and, eq, inArray, isNull, ne, sql, type WithSubquery } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Given } from '../../domain/edit/ownUnit.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { RoadFeature } from '../../domain/model/entities/roadFeature.ts';
import { type Referrer, referencesOf } from '../../domain/model/references.ts';
import type { AnyRow, Entity, Id, RowOf } from '../../domain/model/rows.ts';
import { FIELDS } from '../contract/rows.ts';
import type { Database } from '../db/database.ts';
import { TABLES } from '../db/rowTables.ts';
import { member } from '../db/schema.ts';

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

/** A statement carries 65,535 values; those of the log of 5,000 ops go with it. */
const MOST_VALUES = 20_000;

/** Entities may share their ids (a campaign and its first occasion): what one makes says nothing of a row of another. */
export const rowKey = (entity: Entity, id: Id) => `${entity}:${id}`;

export class RowStore {
  readonly #db: Database;
  readonly campaignId: Id;
  readonly #hoped: ReadonlySet<string>;
  readonly #waiting = new Map<Entity, AnyRow[]>();
  #values = 0;
  readonly #rows = new Map<string, AnyRow | undefined>();
  readonly #features = new Map<Id, readonly RoadFeature[]>();

  /**
   * Rows that are hoped to be new (`rowKey`) are not looked for and are written together; the database refuses them when
   * they are not, without saying which.
   */
  constructor(db: Database, campaignId: Id, hoped: ReadonlySet<string>) {
    this.#db = db;
    this.campaignId = campaignId;
    this.#hoped = hoped;
  }

  /** Reads the rows that an edit will speak of, one query an entity. */
  async load(wanted: readonly { readonly entity: Entity; readonly id: Id }[]): Promise<void> {
    const byEntity = new Map<Entity, Set<Id>>();
    for (const { entity, id } of wanted) {
      if (this.#rows.has(rowKey(entity, id))) continue;
      this.#rows.set(rowKey(entity, id), undefined);
      if (this.#hoped.has(rowKey(entity, id))) continue;
      const ids = byEntity.get(entity) ?? new Set();
      byEntity.set(entity, ids.add(id));
    }
    for (const [entity, ids] of byEntity) {
      const table = tableOf(entity);
      const inCampaign =
        entity === 'campaign' ? eq(table.id, this.campaignId) : eq(table.campaignId, this.campaignId);
      const records = await this.#db
        .select()
        .from(table as PgTable)
        .where(and(inArray(table.id, [...ids]), inCampaign));
      for (const record of records) this.#rows.set(`${entity}:${record.id}`, toRow(entity, record));
    }
  }

  readonly get = <E extends Entity>(entity: E, id: Id): RowOf[E] | undefined =>
    this.#rows.get(rowKey(entity, id)) as RowOf[E] | undefined;

  async insert(entity: Entity, row: AnyRow): Promise<void> {
    const own = entity === 'campaign' ? { changeNumber: 0 } : { campaignId: this.campaignId };
    const record = { ...row, ...own };
    this.#remember(entity, row.id, row);
    if (!this.#hoped.has(rowKey(entity, row.id))) {
      await this.#db.insert(tableOf(entity)).values(record as never);
      return;
    }
    const rows = this.#waiting.get(entity);
    if (rows === undefined) this.#waiting.set(entity, [record]);
    else rows.push(record);
    this.#values += Object.keys(record).length;
    if (this.#values > MOST_VALUES) await this.settled();
  }

  /** The rows that wait, as parts of a statement of the caller's: they count as written. */
  takeWaiting(): WithSubquery[] {
    const parts = [...this.#waiting].map(([entity, rows]) => {
      const table = tableOf(entity);
      const written = this.#db
        .insert(table)
        .values(rows as never)
        .returning({ id: table.id });
      return this.#db.$with(`made_${entity}`).as(written);
    });
    this.#waiting.clear();
    this.#values = 0;
    return parts;
  }

  /** The database with every row in it that the edit has made so far. */
  async settled(): Promise<Database> {
    // In one statement: whatever their order, what they refer to each other is asked at its end.
    const parts = this.takeWaiting();
    if (parts.length > 0)
      await this.#db
        .with(...parts)
        .select({ done: sql`1` })
        .from(sql`(values (1)) as one`);
    return this.#db;
  }

  async update(entity: Entity, row: AnyRow, fields: object): Promise<void> {
    const table = tableOf(entity);
    const db = await this.settled();
    await db
      .update(table)
      .set({ ...fields, version: row.version } as never)
      .where(eq(table.id, row.id));
    this.#remember(entity, row.id, row);
  }

  async remove(entity: Entity, id: Id): Promise<void> {
    const table = tableOf(entity);
    await (await this.settled()).delete(table).where(eq(table.id, id));
    this.#remember(entity, id, undefined);
  }

  #remember(entity: Entity, id: Id, row: AnyRow | undefined): void {
    this.#rows.set(rowKey(entity, id), row);
    if (entity === 'roadFeature') this.#features.clear();
  }

  /** The features of a road as they are now. */
  async featuresOf(roadId: Id): Promise<readonly RoadFeature[]> {
    const known = this.#features.get(roadId);
    if (known !== undefined) return known;
    const t = TABLES.roadFeature;
    const records = await (await this.settled()).select().from(t).where(eq(t.roadId, roadId));
    const features = records.map((r) => toRow('roadFeature', r) as RoadFeature);
    this.#features.set(roadId, features);
    return features;
  }

  /** What is addressed on roads, as it is in the database now. */
  async placementsOn(roadIds: readonly Id[]): Promise<readonly Placement[]> {
    const t = TABLES.placement;
    const records = await (await this.settled())
      .select()
      .from(t)
      .where(and(eq(t.campaignId, this.campaignId), inArray(t.roadId, [...roadIds])));
    return records.map((r) => toRow('placement', r) as Placement);
  }

  /** What of the work on some placements was given to units. */
  async givenOf(placementIds: readonly Id[]): Promise<readonly (Given & { readonly placementId: Id })[]> {
    if (placementIds.length === 0) return [];
    const { placementId, whole, unitId, assignedUnitId, campaignId } = TABLES.task;
    const db = await this.settled();
    const rows = await db
      .select({ placementId, whole, unitId, to: assignedUnitId })
      .from(TABLES.task)
      .where(and(eq(campaignId, this.campaignId), inArray(placementId, [...placementIds])));
    return rows.flatMap(({ to, ...row }) => (to === null ? [] : [{ ...row, to }]));
  }

  /** All rows of an entity, as they are in the database now. */
  async all<E extends Entity>(entity: E): Promise<readonly RowOf[E][]> {
    const t = tableOf(entity);
    const db = await this.settled();
    const records = await db
      .select()
      .from(t as PgTable)
      .where(eq(t.campaignId, this.campaignId));
    const rows = records.map((r) => toRow(entity, r) as unknown as RowOf[E]);
    for (const row of rows) this.#remember(entity, row.id, row as AnyRow);
    return rows;
  }

  /** Another row of the campaign with these values; undefined when there is none. */
  async findBy(
    entity: Entity,
    values: Readonly<Record<string, unknown>>,
    not: Id,
  ): Promise<AnyRow | undefined> {
    const table = tableOf(entity);
    const columns = table as unknown as Record<string, typeof table.id>;
    const same = Object.entries(values).map(([field, value]) =>
      value === null
        ? isNull(columns[field] as typeof table.id)
        : eq(columns[field] as typeof table.id, value as string),
    );
    const db = await this.settled();
    const [record] = await db
      .select()
      .from(table as PgTable)
      .where(and(eq(table.campaignId, this.campaignId), ne(table.id, not), ...same))
      .limit(1);
    return record === undefined ? undefined : toRow(entity, record);
  }

  /** Whether any row refers to `id` where the referrer says. */
  async isReferred({ entity, field, inside }: Referrer, target: Entity, id: Id): Promise<boolean> {
    const table = tableOf(entity);
    const column = (table as unknown as Record<string, typeof table.id>)[field];
    if (column === undefined) throw new Error(`${entity} has no field ${field}`);
    if (!inside) {
      const found = await (await this.settled())
        .select({ one: sql`1` })
        .from(table)
        .where(eq(column, id))
        .limit(1);
      return found.length > 0;
    }
    // The database finds the values in which the id stands somewhere; the domain says whether it is a reference.
    const records = await (await this.settled())
      .select()
      .from(table as PgTable)
      .where(and(eq(table.campaignId, this.campaignId), sql`${column}::text like ${`%${id}%`}`));
    return records.some((record) =>
      referencesOf(entity, { [field]: record[field] }).some((r) => r.entity === target && r.id === id),
    );
  }

  /** Whether somebody's role is bound to a unit. */
  async hasMembers(unitId: Id): Promise<boolean> {
    const db = await this.settled();
    const found = await db.select({ one: sql`1` }).from(member).where(eq(member.unitId, unitId)).limit(1);
    return found.length > 0;
  }
}
