/** Printed sheets: the token in their code, and what whoever scans it is told. */
import { z } from 'zod';
import { id } from './rows.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A list as it is printed, and the change that it was printed at. */
export const sheetBody = z.strictObject({
  by: z.enum(['road', 'unit']),
  id: id.nullable(),
  work: z.enum(['install', 'take-down']),
  drafts: z.boolean(),
  until: day.nullable(),
  number: z.int().min(0),
});
export type SheetBody = z.infer<typeof sheetBody>;

export const sheetTokenAnswer = z.object({
  token: z.string(),
  /** The address that people use, where the server knows it; else the page's own. */
  address: z.string().nullable(),
});
export type SheetTokenAnswer = z.infer<typeof sheetTokenAnswer>;

const changedRow = z.object({
  name: z.object({ vi: z.string(), en: z.string() }),
  where: z.string(),
  changes: z.array(z.enum(['added', 'gone', 'type', 'moved', 'quantity', 'content', 'unit', 'note'])),
  quantity: z.object({ before: z.int(), now: z.int() }),
});

export const sheetAnswer = z.object({
  campaign: z.object({ id, name: z.string() }),
  list: z.object({ by: z.enum(['road', 'unit']), id: id.nullable(), name: z.string() }),
  /** The changes at which it was printed, and is asked about. */
  printed: z.int(),
  number: z.int(),
  /**
   * `right`: its plan is today's. `changed`: `since` says how; null where so much was written that nobody would read it.
   * `restored`: a copy was put back since, so that nobody knows.
   */
  standing: z.enum(['right', 'changed', 'restored']),
  since: z
    .object({
      rows: z.array(changedRow),
      due: z.object({ before: day.nullable(), now: day.nullable() }).nullable(),
      done: z.object({ before: z.int(), now: z.int(), of: z.int() }),
    })
    .nullable(),
});
export type SheetAnswer = z.infer<typeof sheetAnswer>;
