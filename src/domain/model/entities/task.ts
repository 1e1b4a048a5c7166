/**
 * What somebody said of one checklist item of a placement, or of the part of it that stands on one unit's ground: who is to
 * do it, by when, that it was begun, done, or could not be done. An item of which nobody said anything has no row, and is
 * still to do.
 */
import { dueReferences, type EntityShape, type Inner, type RowOfFields } from '../entity.ts';
import type { Kinds } from '../kinds.ts';

/** `open`: nothing was done; only who is to do it, or by when, was said. */
const TASK_STANDINGS = ['open', 'started', 'done', 'cannot'] as const;

const fields = ({ z, text, id, reference, day, dueRule }: Kinds) =>
  z.strictObject({
    placementId: id,
    itemId: text(70).min(1),
    /** Of all of it. Else of what stands on the ground of `unitId`; where that is null, on nobody's. */
    whole: z.boolean(),
    unitId: reference,
    standing: z.enum(TASK_STANDINGS),
    /** Since when it stands so; null while it is open. */
    day: day.nullable(),
    /** Who did it, began it, or said that it cannot be done, in words. */
    who: text(200),
    quantity: z.int().min(0).max(1_000_000).nullable(),
    /** Why it cannot be done, or has another day; or whatever else is to be said. */
    note: text(2000),
    /** Whose work it is where that is not its unit's as a whole: a crew is a unit below a unit. */
    assignedUnitId: reference,
    /** A person by name, who need not have an account. */
    assignedTo: text(200),
    /** Another day than its template says. */
    due: dueRule.nullable(),
  });

export type Task = RowOfFields<typeof fields>;

const due: Inner<Task['due']> = {
  targets: ['milestone'],
  find: (rule) => dueReferences(rule, 'due'),
};

/** Of which nothing was said yet. */
const blank: Omit<Task, 'id' | 'version'> = {
  placementId: '',
  itemId: '',
  whole: true,
  unitId: null,
  standing: 'open',
  day: null,
  who: '',
  quantity: null,
  note: '',
  assignedUnitId: null,
  assignedTo: '',
  due: null,
};

export const task = {
  fields,
  blank,
  references: { placementId: 'placement', unitId: 'unit', assignedUnitId: 'unit' },
  inside: { due },
  ownedBy: 'placementId',
  unique: [['placementId', 'itemId', 'whole', 'unitId']],
} as const satisfies EntityShape<typeof fields>;
