import { z } from 'zod';
import { type Edit, MOST_OPS } from '../../domain/edit/edit.ts';
import { kinds } from '../../domain/model/kinds.ts';
import { ENTITIES, type Entity } from '../../domain/model/rows.ts';
import { MIN_PROTOCOL, PROTOCOL } from './protocol.ts';
import { FIELDS, id } from './rows.ts';

const { fewKeys, text } = kinds;

const entityName = z.enum(ENTITIES);
const version = z.int().min(0);

/** Bound one by one: a union over a computed list would lose which fields go with which entity. */
const createOps = ENTITIES.map((entity) =>
  z.strictObject({ kind: z.literal('create'), entity: z.literal(entity), id, fields: FIELDS[entity] }),
);
const setOps = ENTITIES.map((entity) =>
  z.strictObject({
    kind: z.literal('set'),
    entity: z.literal(entity),
    id,
    version,
    fields: (FIELDS[entity] as z.ZodObject).partial().refine((f) => Object.keys(f).length > 0, 'nothing-set'),
  }),
);
const deleteOp = z.strictObject({ kind: z.literal('delete'), entity: entityName, id, version });

/** One op, told apart first by kind and then by entity, so that a refusal names the field and not the union. */
const op = z.discriminatedUnion('kind', [
  z.discriminatedUnion('entity', createOps as [(typeof createOps)[0]]),
  z.discriminatedUnion('entity', setOps as unknown as [(typeof setOps)[0]]),
  deleteOp,
]);

export const note = z.strictObject({
  code: text(60).min(1),
  params: fewKeys(20, z.record(text(40), z.union([text(300), z.number()]))).optional(),
});

export const carry = z.strictObject({
  moved: z.array(id).max(MOST_OPS),
  parts: z.array(z.tuple([id, id])).max(MOST_OPS),
});

const editShape = z.strictObject({
  key: id,
  replica: id,
  campaignId: id,
  note,
  ops: z.array(op).min(1).max(MOST_OPS),
  carry: carry.optional(),
  /** The protocol under which its ops were made; absent: the first. */
  protocol: z.int().min(MIN_PROTOCOL).max(PROTOCOL).optional(),
  /** The lineage of the rows that it was made on. */
  lineage: text(64).optional(),
  /** The change up to which its maker had seen the campaign: a chainage is a place on the road as it was then. */
  asOf: z.int().min(0).optional(),
});

/** What is sent: an edit, and of which age and past it is. */
export interface EditRequest extends Edit {
  readonly protocol?: number | undefined;
  readonly lineage?: string | undefined;
  readonly asOf?: number | undefined;
}

/** The one body that changes a campaign. The schema checks what the type says; the cast only names it. */
export const edit = editShape as unknown as z.ZodType<EditRequest>;

export const conflict = z.object({
  op: z.int(),
  entity: entityName,
  id,
  /** The fields that both sides changed; empty when the row was deleted or already existed. */
  fields: z.array(z.string()),
  current: z.record(z.string(), z.unknown()).nullable(),
  by: z.string(),
});
export type Conflict = Omit<z.infer<typeof conflict>, 'entity'> & { entity: Entity };

export const editAnswer = z.object({ key: id, number: z.int() });
export type EditAnswer = z.infer<typeof editAnswer>;
