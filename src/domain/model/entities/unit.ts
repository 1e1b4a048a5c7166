/** Who is in charge: a commune, a village, a crew or an organisation. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text, reference, lngLat, area }: Kinds) =>
  z.strictObject({
    code: text(40),
    name: text(200).min(1),
    kind: z.enum(['commune', 'organisation']),
    centre: lngLat.nullable(),
    /** The unit above, e.g. the district. */
    parentId: reference,
    boundary: area.nullable(),
  });

export type Unit = RowOfFields<typeof fields>;

export const unit = { fields, references: { parentId: 'unit' } } as const satisfies EntityShape<
  typeof fields
>;
