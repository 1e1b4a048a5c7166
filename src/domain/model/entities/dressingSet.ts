/** A named set of types with their rules, laid on a stretch in one gesture. */
import type { EntityShape, Inner, InnerReference, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';
import { SIDES, stretchRule } from './stretchRule.ts';

const fields = (kinds: Kinds) => {
  const { z, text, id, reference } = kinds;
  return z.strictObject({
    name: text(100).min(1),
    /** Each is laid over the whole of a stretch, or stands at one place of it. */
    items: z
      .array(
        z.strictObject({
          assetTypeId: id,
          sloganId: reference,
          /** Null for a point. */
          rule: stretchRule(kinds).nullable(),
          /** Where a point stands: metres from the start, metres before the end, or a share (0 to 1) of the length. */
          anchor: z.enum(['start', 'end', 'share']),
          offset: z.number().min(0).max(1_000_000),
          side: z.enum(SIDES),
          pointQuantity: z.int().min(0).max(100_000),
        }),
      )
      .min(1)
      .max(50)
      .readonly(),
  });
};

export type DressingSet = RowOfFields<typeof fields>;
export type DressingItem = DressingSet['items'][number];

const items: Inner<DressingSet['items']> = {
  targets: ['assetType', 'slogan'],
  find: (all) =>
    all.flatMap(({ assetTypeId, sloganId }, i): InnerReference[] => [
      { path: `items.${i}.assetTypeId`, entity: 'assetType', id: assetTypeId },
      ...(sloganId === null ? [] : [{ path: `items.${i}.sloganId`, entity: 'slogan', id: sloganId }]),
    ]),
};

export const dressingSet = { fields, inside: { items } } as const satisfies EntityShape<typeof fields>;
