import { z } from 'zod';
import { ROLES } from '../../domain/edit/roles.ts';
import { ENTITIES } from '../../domain/model/rows.ts';
import { carry, conflict, note } from './edits.ts';
import { id } from './rows.ts';

/** Every refusal has this form: a code that the interface translates, figures for its sentence, the field at fault. */
export const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    field: z.string().optional(),
  }),
  conflicts: z.array(conflict).optional(),
});
export type ErrorAnswer = z.infer<typeof errorAnswer>;

const membership = z.object({ campaignId: id.nullable(), role: z.enum(ROLES), unitId: id.nullable() });

export const sessionAnswer = z.object({
  user: z.object({ id: z.string(), userName: z.string(), name: z.string() }),
  memberships: z.array(membership),
});
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const campaignsAnswer = z.object({
  campaigns: z.array(
    z.object({
      id,
      name: z.string(),
      /** Null while the campaign has no occasion. */
      openingDay: z.string().nullable(),
      number: z.int(),
    }),
  ),
});
export type CampaignsAnswer = z.infer<typeof campaignsAnswer>;

/** One table of a snapshot, columns named once. */
const snapshotTable = z.object({
  fields: z.array(z.string()),
  rows: z.array(z.array(z.unknown())),
});

export const snapshotAnswer = z.object({
  /** The newest change when this page was read: rows of a later page may be newer. */
  number: z.int(),
  lineage: z.string(),
  /** The tables that this page holds something of. */
  tables: z.partialRecord(z.enum(ENTITIES), snapshotTable),
  /** What to ask the next page with; null after the last. */
  next: z.string().nullable(),
});
export type SnapshotAnswer = z.infer<typeof snapshotAnswer>;

const changedRow = z.object({
  kind: z.enum(['create', 'set', 'delete']),
  entity: z.enum(ENTITIES),
  id,
  /** The fields written, as they are after the change. */
  fields: z.record(z.string(), z.unknown()),
});

const change = z.object({
  number: z.int(),
  key: id,
  at: z.string(),
  by: z.string(),
  note,
  ops: z.array(changedRow),
});
export type ChangeAnswer = z.infer<typeof change>;

export const changesAnswer = z.object({
  /** The newest change there is: ask again while the last one received is older. */
  number: z.int(),
  lineage: z.string(),
  changes: z.array(change),
});
export type ChangesAnswer = z.infer<typeof changesAnswer>;

const pastChange = change.extend({
  byUser: z.string(),
  /** Whether all ops of the change are told; only then can it be taken back from here. */
  whole: z.boolean(),
  ops: z.array(changedRow.extend({ before: z.record(z.string(), z.unknown()) })),
  /** Where it carried what stands on a road: so does what takes it back. */
  carry: carry.optional(),
});

export const historyAnswer = z.object({ changes: z.array(pastChange), more: z.boolean() });
export type HistoryAnswer = z.infer<typeof historyAnswer>;

/** Who may approve in a campaign, by name; null where nobody's account is known. */
export const approversAnswer = z.object({ names: z.array(z.string()).nullable() });
export type ApproversAnswer = z.infer<typeof approversAnswer>;

export const healthAnswer = z.object({
  status: z.enum(['ok', 'failing']),
  version: z.string(),
  database: z.enum(['ok', 'unreachable']),
});

const demoAccount = z.object({
  userName: z.string(),
  password: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
});
/** What the sign-in screen needs before anyone is signed in. */
const entryAnswer = z.object({
  version: z.string(),
  demoAccounts: z.array(demoAccount),
  needsAdministrator: z.boolean(),
  /** Everything of a backup is just being put in. */
  restoring: z.boolean(),
});
export type EntryAnswer = z.infer<typeof entryAnswer>;
