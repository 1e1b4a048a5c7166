/** Who is in charge: a commune, a hamlet, a school, a firm. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text, reference, lngLat, area }: Kinds) =>
  z.strictObject({
    code: text(40),
    name: text(200).min(1),
    /** In the campaign's own words: «xã», «thôn», «trường học». Which kinds there are is not for us to say. */
    kind: text(60),
    centre: lngLat.nullable(),
    /** The unit above, e.g. the district. */
    parentId: reference,
    boundary: area.nullable(),
    /** Whom one speaks to there, and under which number; both as people write them. */
    contact: text(200),
    phone: text(40),
  });

export type Unit = RowOfFields<typeof fields>;

export const unit = { fields, references: { parentId: 'unit' } } as const satisfies EntityShape<
  typeof fields
>;
