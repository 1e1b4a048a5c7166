/** Pieces of one type that are put up together: laid along a stretch of road, or standing at a place. */
import { dueReferences, type EntityShape, type Inner, type RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';
import { SIDES, stretchRule } from './stretchRule.ts';

/** How far a placement is as somebody says it; what follows from reports is its stage (`domain/progress/stage.ts`). */
export const PLACEMENT_STATES = [
  'draft',
  'submitted',
  'sent-back',
  'approved',
  'in-production',
  'ready',
] as const;
export type PlacementState = (typeof PLACEMENT_STATES)[number];

/** What a piece hangs on or is fixed to; `unknown` while nobody said so. */
export const SUPPORTS = [
  'unknown',
  'own-pole',
  'lamp-post',
  'power-pole',
  'signal-post',
  'tree',
  'wall',
  'frame',
] as const;
export type Support = (typeof SUPPORTS)[number];

const fields = (kinds: Kinds) => {
  const { z, text, id, reference, dueRule, lngLat, metres } = kinds;
  return z.strictObject({
    assetTypeId: id,
    unitId: reference,
    sloganId: reference,
    state: z.enum(PLACEMENT_STATES),
    note: text(2000),
    installBy: dueRule.nullable(),
    removeBy: dueRule.nullable(),
    /** Null for a point off the road, which then has a `coordinate`. */
    roadId: reference,
    coordinate: lngLat.nullable(),
    from: metres.nullable(),
    /** Null for a point. */
    to: metres.nullable(),
    /** The side of a point; a stretch says it in its rule. */
    side: z.enum(SIDES).nullable(),
    rule: stretchRule(kinds).nullable(),
    /** How many pieces stand at a point; a stretch derives its quantity. */
    pointQuantity: z.int().min(0).max(100_000),
    /** The part of the plan's time it belongs to, e.g. «Trước đại hội»; may be empty. */
    phase: text(80),
    /** A sponsor's name or logo on a piece; `share` in per cent of its area. */
    sponsor: z
      .strictObject({
        name: text(200),
        share: z.number().min(0).max(100),
        place: z.enum(['bottom', 'right', 'other']),
      })
      .nullable(),
    /** How many pieces were there when it was approved; null before that, and where nobody counted then. */
    approvedQuantity: z.int().min(0).max(2_000_000_000).nullable(),
    support: z.enum(SUPPORTS),
  });
};

export type Placement = RowOfFields<typeof fields>;
export type Sponsor = NonNullable<Placement['sponsor']>;

const due = (field: 'installBy' | 'removeBy'): Inner<Placement['installBy']> => ({
  targets: ['milestone'],
  find: (rule) => dueReferences(rule, field),
});

export const placement = {
  fields,
  references: { assetTypeId: 'assetType', unitId: 'unit', sloganId: 'slogan', roadId: 'road' },
  inside: { installBy: due('installBy'), removeBy: due('removeBy') },
} as const satisfies EntityShape<typeof fields>;
