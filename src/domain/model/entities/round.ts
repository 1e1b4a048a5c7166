/** An inspection round: what stands is looked at, on some roads or on all, once or every so many days. */
import type { EntityShape, Inner, InnerReference, RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

const fields = ({ z, text, id, day }: Kinds) =>
  z.strictObject({
    name: text(200).min(1),
    firstDay: day,
    /** Null: once, as after a storm. */
    everyDays: z.int().min(1).max(365).nullable(),
    /** The last day on which one may begin; null: until what stands is taken down. */
    lastDay: day.nullable(),
    /** In how many days it is to be done; 0 is the same day. */
    withinDays: z.int().min(0).max(60),
    /** Empty: all that stands, on a road or off it. */
    roadIds: z.array(id).max(1000).readonly(),
  });

export type Round = RowOfFields<typeof fields>;

const roadIds: Inner<Round['roadIds']> = {
  targets: ['road'],
  find: (ids) => ids.map((id, i): InnerReference => ({ path: `roadIds.${i}`, entity: 'road', id })),
};

export const round = { fields, inside: { roadIds } } as const satisfies EntityShape<typeof fields>;
