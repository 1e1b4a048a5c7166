/** Rows that are told once and stay (reports): what takes one back is another that names it. */
import type { Report, Spots } from '../model/entities/report.ts';
import { type FieldsOf, type Id, shapeOf } from '../model/rows.ts';
import { namersInForce } from '../progress/inForce.ts';
import type { Carry, CreateOp, Op, RowLookup } from './edit.ts';

export function isFact(op: Op): op is CreateOp<'report'> {
  return op.kind === 'create' && shapeOf(op.entity).isFact === true;
}

/** Whether a fact was told again of a part that was cut off. */
export function isOfPart({ fields }: CreateOp<'report'>, parts: Carry['parts']): boolean {
  return parts.some(([part]) => part === fields.placementId);
}

/** The report that takes another back: all of it, or what it tells of some ranges. */
export function withdrawalOf(
  { id, fields: { placementId, day } }: Pick<CreateOp<'report'>, 'id' | 'fields'>,
  newId: () => Id,
  spots: Spots = null,
): CreateOp<'report'> {
  const nothing = { quantity: null, who: '', note: '' };
  const fields: FieldsOf<'report'> = { placementId, day, kind: 'withdrawn', spots, ...nothing, corrects: id };
  return { kind: 'create', entity: 'report', id: newId(), fields };
}

/**
 * The ops that make a fact count again: itself where it was never told, else the withdrawals of what took it back. `told`:
 * all that was told of its placement.
 */
export function toldAgain(op: CreateOp<'report'>, told: readonly Report[], newId: () => Id): Op[] {
  if (!told.some(({ id }) => id === op.id)) return [op];
  return namersInForce(told, op.id).map(({ id, version: _, ...fields }) =>
    withdrawalOf({ id, fields }, newId),
  );
}

/** What a withdrawal is about in the end: the report that said that something was done. */
export function rootOf(rows: RowLookup, fields: FieldsOf<'report'>): FieldsOf<'report'> {
  let at = fields;
  // A circle, should there be one, ends.
  const seen = new Set<Id>();
  while (at.kind === 'withdrawn' && at.corrects !== null && !seen.has(at.corrects)) {
    seen.add(at.corrects);
    const named = rows('report', at.corrects);
    if (named === undefined) break;
    at = named;
  }
  return at;
}
