/** A finding that somebody answers for; it stays visible with the reason. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text, reference, day }: Kinds) =>
  z.strictObject({
    /** The finding's key. */
    finding: text(200).min(1),
    rule: text(40).min(1),
    placementId: reference,
    reason: text(500).min(1),
    acceptedBy: text(200),
    day,
  });

export type Acceptance = RowOfFields<typeof fields>;

export const acceptance = {
  fields,
  references: { placementId: 'placement' },
  ownedBy: 'placementId',
  unique: [['finding']],
} as const satisfies EntityShape<typeof fields>;
