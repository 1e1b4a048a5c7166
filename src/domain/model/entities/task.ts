/**
 * What was done of one checklist item of a placement, or of the part of it that stands on one unit's ground. An item
 * without a row is still to do.
 */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text, id, reference, day }: Kinds) =>
  z.strictObject({
    placementId: id,
    itemId: text(40).min(1),
    /** Of all of it. Else of what stands on the ground of `unitId`; where that is null, on nobody's. */
    whole: z.boolean(),
    unitId: reference,
    doneDay: day,
    doneBy: text(200),
    quantity: z.int().min(0).max(1_000_000).nullable(),
    note: text(2000),
  });

export type Task = RowOfFields<typeof fields>;

export const task = {
  fields,
  references: { placementId: 'placement', unitId: 'unit' },
  ownedBy: 'placementId',
  unique: [['placementId', 'itemId', 'whole', 'unitId']],
} as const satisfies EntityShape<typeof fields>;
