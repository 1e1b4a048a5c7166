/** Approving says that something was read. What it was, an edit does not write, and yet it must not have changed. */
import { shapeOf } from '../model/rows.ts';
import type { Op } from './edit.ts';

/** Whether an op says that something was read: it keeps the version that was read, and never takes on a later one. */
export function isVouching(op: Op): boolean {
  return vouchedFor(op).length > 0;
}

/** The fields that an op speaks of and leaves as they are: changed by somebody else meanwhile, it is asked about. */
export function vouchedFor(op: Op): readonly string[] {
  if (op.kind !== 'set') return [];
  const fields = op.fields as Readonly<Record<string, unknown>>;
  return Object.entries(shapeOf(op.entity).vouches ?? {}).flatMap(([field, read]) =>
    fields[field] === true ? read.filter((name) => !(name in fields)) : [],
  );
}
