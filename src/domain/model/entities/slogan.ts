/** A text as it was approved, with its document. */
import type { EntityShape, Inner, InnerReference, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text, id, day }: Kinds) =>
  z.strictObject({
    text: text(500).min(1),
    /** Types it may stand on; empty for all that carry text. */
    typeIds: z.array(id).max(200).readonly(),
    /** Order of priority, 1 first; 0 when nobody ranked it. */
    priority: z.int().min(0).max(1000),
    approved: z.boolean(),
    approvalDocument: text(200),
    approvalDay: day.nullable(),
  });

export type Slogan = RowOfFields<typeof fields>;

const typeIds: Inner<Slogan['typeIds']> = {
  targets: ['assetType'],
  find: (ids) => ids.map((id, i): InnerReference => ({ path: `typeIds.${i}`, entity: 'assetType', id })),
};

export const slogan = {
  fields,
  inside: { typeIds },
  vouches: { approved: ['text'] },
} as const satisfies EntityShape<typeof fields>;
