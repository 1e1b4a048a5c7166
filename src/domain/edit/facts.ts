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

/** Whether what a fact names has been told otherwise by another since: it would say nothing. */
export function isToldOtherwise(
  { id, fields: { corrects } }: CreateOp<'report'>,
  told: readonly Report[],
): boolean {
  return corrects !== null && namersInForce(told, corrects).some((namer) => namer.id !== id);
}

/** The reports that count more or less by a new one: that which it names, that which this names, and so on. */
export function namedBy(rows: RowLookup, { corrects }: Pick<Report, 'corrects'>): readonly Report[] {
  const chain: Report[] = [];
  // A circle, should there be one, ends.
  const seen = new Set<Id>();
  for (let id = corrects; id !== null && !seen.has(id); ) {
    seen.add(id);
    const named = rows('report', id);
    if (named === undefined) break;
    chain.push(named);
    id = named.corrects;
  }
  return chain;
}
