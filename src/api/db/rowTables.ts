/**
 * The tables of a campaign's rows, made from the model: text and choices are text, days are dates, numbers are numbers,
 * everything that has parts is JSON. Column names are the fields' in snake case. Migrations hold the SQL itself; a test
 * holds the two against each other.
 */
import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  type PgColumn,
  type PgColumnBuilderBase,
  type PgTable,
  pgTable,
  text,
} from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import { kinds } from '../../domain/model/kinds.ts';
import { ENTITIES, type Entity, type RowOf } from '../../domain/model/rows.ts';
import { FIELDS } from '../contract/rows.ts';

/** A column whose values are `T`, as a query reads them. */
type Column<T> = PgColumn<{
  name: string;
  tableName: string;
  dataType: 'string' | 'number' | 'boolean' | 'json';
  columnType: string;
  data: NonNullable<T>;
  driverParam: unknown;
  notNull: null extends T ? false : true;
  hasDefault: false;
  isPrimaryKey: false;
  isAutoincrement: false;
  hasRuntimeDefault: false;
  enumValues: undefined;
}>;

type Own<E extends Entity> = E extends 'campaign'
  ? { /** The number of the newest change. */ readonly changeNumber: Column<number> }
  : { readonly campaignId: Column<string> };

type RowTable<E extends Entity> = PgTable & { readonly [F in keyof RowOf[E]]: Column<RowOf[E][F]> } & Own<E>;

const LARGEST_INTEGER = 2 ** 31 - 1;

function columnOf(schema: z.core.$ZodType): PgColumnBuilderBase {
  const { def } = schema._zod;
  if (def.type === 'nullable') return plain((def as z.core.$ZodNullableDef).innerType);
  return plain(schema).notNull();
}

function plain(schema: z.core.$ZodType) {
  if (schema === kinds.day) return date({ mode: 'string' });
  switch (schema._zod.def.type) {
    case 'string':
    case 'enum':
      return text();
    case 'boolean':
      return boolean();
    case 'number': {
      const { format, maxValue } = schema as z.ZodNumber;
      if (format !== 'safeint') return doublePrecision();
      return maxValue !== null && maxValue <= LARGEST_INTEGER ? integer() : bigint({ mode: 'number' });
    }
    default:
      return jsonb();
  }
}

function tableOf<E extends Entity>(entity: E): RowTable<E> {
  const number = () => bigint({ mode: 'number' }).notNull();
  const fields = Object.entries(FIELDS[entity].shape as Record<string, z.core.$ZodType>);
  return pgTable(
    entity.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    {
      id: text().primaryKey(),
      version: number(),
      ...(entity === 'campaign' ? { changeNumber: number() } : { campaignId: text().notNull() }),
      ...Object.fromEntries(fields.map(([name, schema]) => [name, columnOf(schema)])),
    },
  ) as unknown as RowTable<E>;
}

export const TABLES = Object.fromEntries(ENTITIES.map((entity) => [entity, tableOf(entity)])) as unknown as {
  readonly [E in Entity]: RowTable<E>;
};

/** Locking its row puts the writes of a campaign in line. */
export const { campaign } = TABLES;
