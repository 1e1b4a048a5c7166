/** A day of the timeline that others hang on. */
import type { EntityShape, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text, day }: Kinds) =>
  z.strictObject({
    name: text(200).min(1),
    /** Exactly one of the two is set: a day of its own, or days after (before: negative) the opening day. */
    day: day.nullable(),
    offsetDays: z.int().min(-2000).max(2000).nullable(),
  });

export type Milestone = RowOfFields<typeof fields>;

export const milestone = { fields } as const satisfies EntityShape<typeof fields>;
