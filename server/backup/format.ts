/**
 * One file with everything: campaigns, their changes, accounts and roles. Lines of JSON, gzipped: a header, rows table
 * by table as PostgreSQL writes them, and their number at the end. Sessions and one-time codes are left out.
 */
import { ownTables } from '../../src/api/db/database.ts';

export const FORMAT = 'cohoa-backup-1';

/** Of the sign-in library, which changes them by itself. */
export const SIGN_IN_TABLES: readonly string[] = ['user', 'account'];

/**
 * Not part of a backup: who is signed in just now, one-time codes and wrong tries, what the file's header says, and the
 * lineage, which a restored database gets anew.
 */
export const LEFT_OUT = [
  'session',
  'verification',
  'rateLimit',
  'schema_migration',
  'installation',
  'sign_in_failure',
  'setup_link',
  'invitation',
];

/** In the order in which rows may be put back: a table is made after those that it refers to. */
export const TABLES: readonly string[] = [
  ...ownTables().filter((table) => !LEFT_OUT.includes(table)),
  ...SIGN_IN_TABLES,
];

/** Rows that go to or from the database at once: so many, and so many letters of JSON. */
export const BATCH = 500;
export const LARGEST_BATCH = 4 * 1024 * 1024;

export interface Header {
  readonly format: string;
  /** The migrations that the database had seen, in one text. */
  readonly version: string;
}

export interface RowLine {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

export interface EndLine {
  readonly end: number;
}
