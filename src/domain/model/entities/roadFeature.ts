/** Something of the road that positions keep away from, by chainage. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

export const FEATURE_KINDS = ['bridge', 'junction', 'signal', 'level-crossing', 'km-post'] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

const fields = ({ z, text, id, metres }: Kinds) =>
  z.strictObject({
    roadId: id,
    kind: z.enum(FEATURE_KINDS),
    name: text(200),
    from: metres,
    /** Equal to `from` for a feature at one place. */
    to: metres,
  });

export type RoadFeature = RowOfFields<typeof fields>;

export const roadFeature = { fields, references: { roadId: 'road' } } as const satisfies EntityShape<
  typeof fields
>;
