/** The tables beside the rows of campaigns: their changes, roles, what this database is. Migrations hold the SQL itself. */
import { bigint, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp } from 'drizzle-orm/pg-core';
import type { Carry, EditNote } from '../../domain/edit/edit.ts';
import type { Role } from '../../domain/edit/roles.ts';
import type { Entity } from '../../domain/model/rows.ts';
import type { ActName, ActParams } from '../contract/people.ts';

export const change = pgTable(
  'change',
  {
    campaignId: text().notNull(),
    number: bigint({ mode: 'number' }).notNull(),
    editKey: text().notNull(),
    replica: text().notNull(),
    at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
    byUser: text().notNull(),
    byName: text().notNull(),
    note: jsonb().$type<EditNote>().notNull(),
    /** In which shape its ops are kept: `domain/edit/upcast.ts` makes them today's. */
    protocol: integer().notNull(),
    /** Of what was sent; a repetition under the same key must say the same. Null for changes before there was one. */
    bodyHash: text(),
    carry: jsonb().$type<Carry>(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.number] })],
);

export const changeOp = pgTable(
  'change_op',
  {
    campaignId: text().notNull(),
    number: bigint({ mode: 'number' }).notNull(),
    seq: smallint().notNull(),
    kind: text().$type<'create' | 'set' | 'delete'>().notNull(),
    entity: text().$type<Entity>().notNull(),
    rowId: text().notNull(),
    /** The fields written, before and after: what the audit log shows and what undo needs. */
    before: jsonb().$type<Record<string, unknown>>().notNull(),
    after: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.number, t.seq] })],
);

/** One row: what this database is. */
export const installation = pgTable('installation', { lineage: text().notNull() });

export const member = pgTable('member', {
  id: text().primaryKey(),
  userId: text().notNull(),
  campaignId: text(),
  role: text().$type<Role>().notNull(),
  unitId: text(),
});

/** A link by which a person sets a password. */
export const invitation = pgTable('invitation', {
  hash: text().primaryKey(),
  userId: text().notNull(),
  expires: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
});

export const lastSignIn = pgTable('last_sign_in', {
  userId: text().primaryKey(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
});

/** What was done with accounts. */
export const peopleAct = pgTable('people_act', {
  id: text().primaryKey(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  byUser: text().notNull(),
  byName: text().notNull(),
  act: text().$type<ActName>().notNull(),
  aboutUser: text().notNull(),
  aboutName: text().notNull(),
  campaignId: text(),
  params: jsonb().$type<ActParams>().notNull(),
});
