/**
 * One file with everything: campaigns, their changes, accounts and roles. Lines of JSON, gzipped: a header, rows table
 * by table as PostgreSQL writes them, and their number at the end. Sessions and one-time codes are left out.
 */
export const FORMAT = 'cohoa-backup-1';

/** In the order in which rows may be put back. */
export const TABLES = [
  'campaign',
  'milestone',
  'unit',
  'road',
  'road_feature',
  'asset_type',
  'slogan',
  'placement',
  'task',
  'no_go_area',
  'dressing_set',
  'acceptance',
  'saved_view',
  'change',
  'change_op',
  'user',
  'account',
  'member',
] as const;

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
];

export const BATCH = 500;

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
