/** What was done of one checklist item of a placement. An item without a row is still to do. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text, id, day }: Kinds) =>
  z.strictObject({
    placementId: id,
    itemId: text(40).min(1),
    doneDay: day,
    doneBy: text(200),
    quantity: z.int().min(0).max(1_000_000).nullable(),
    note: text(2000),
  });

export type Task = RowOfFields<typeof fields>;

export const task = {
  fields,
  references: { placementId: 'placement' },
  ownedBy: 'placementId',
  unique: [['placementId', 'itemId']],
  ownerUnit: 'placementId',
} as const satisfies EntityShape<typeof fields>;
