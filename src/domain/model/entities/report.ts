/**
 * What was done to a placement, where and when. Reports are facts: they are added, and never changed or deleted. One that
 * was wrong is named by another, which says it rightly or, `withdrawn`, says that nothing was done.
 */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

export const REPORT_KINDS = [
  'installed',
  'checked',
  'accepted',
  'damaged',
  'repaired',
  'content-changed',
  'taken-down',
  'recovered',
  'lost',
  'withdrawn',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Ranges that one report may name. */
export const MOST_SPOTS = 500;

const fields = ({ z, text, id, reference, day, metres }: Kinds) =>
  z.strictObject({
    placementId: id,
    kind: z.enum(REPORT_KINDS),
    /**
     * Ranges of chainage with both ends, by side; one whose ends are the same is a single position. Null: all of it. Never
     * by ordinal: where the plan is laid anew, what stands stays where it stands.
     */
    spots: z
      .array(z.strictObject({ from: metres, to: metres, sides: z.enum(['left', 'right', 'both', 'median']) }))
      .min(1)
      .max(MOST_SPOTS)
      .readonly()
      .nullable(),
    /** How many pieces there; null: all that there are. */
    quantity: z.int().min(0).max(2_000_000_000).nullable(),
    /** When it was done, which may be before it was told. */
    day,
    /** Who did it, in words. */
    who: text(200),
    note: text(2000),
    /** The report that this one takes the place of. */
    corrects: reference,
  });

export type Report = RowOfFields<typeof fields>;
export type Spots = Report['spots'];
export type SpotRange = NonNullable<Spots>[number];

export const report = {
  fields,
  references: { placementId: 'placement', corrects: 'report' },
  isFact: true,
} as const satisfies EntityShape<typeof fields>;
