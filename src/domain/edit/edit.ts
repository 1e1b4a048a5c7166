/** An edit is one value: what the outbox keeps, the server applies, the log shows and undo inverts. */

import { fail, ok, type Result } from '../model/result.ts';
import type { AnyRow, Entity, FieldsOf, Id, RowOf } from '../model/rows.ts';
import { sameValue } from '../sameValue.ts';
import { isFact, isOfPart, withdrawalOf } from './facts.ts';

export interface CreateOp<E extends Entity = Entity> {
  readonly kind: 'create';
  readonly entity: E;
  readonly id: Id;
  readonly fields: FieldsOf<E>;
}

interface SetOp<E extends Entity = Entity> {
  readonly kind: 'set';
  readonly entity: E;
  readonly id: Id;
  /** The version of the row its author saw. */
  readonly version: number;
  readonly fields: Partial<FieldsOf<E>>;
}

export interface DeleteOp {
  readonly kind: 'delete';
  readonly entity: Entity;
  readonly id: Id;
  readonly version: number;
}

export type Op = { [E in Entity]: CreateOp<E> | SetOp<E> }[Entity] | DeleteOp;
export type OpKind = Op['kind'];

/** What an edit did, as a code and figures: each reader sees it in their own language. */
export interface EditNote {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface Edit {
  /** Makes the edit count once, however often it is sent. */
  readonly key: Id;
  /** The replica it was made on: a later edit has always seen that replica's earlier ones. */
  readonly replica: Id;
  readonly campaignId: Id;
  readonly note: EditNote;
  readonly ops: readonly Op[];
  /** Where it carries what stands on a road to the road's new shape. */
  readonly carry?: Carry | undefined;
}

/** What an edit that carries says of itself: by it alone approved rows are written, and roads under them. */
export interface Carry {
  /** Placements that somebody was shown to move, and that may. */
  readonly moved: readonly Id[];
  /** Placements that are cut off others: the new one, and of which. */
  readonly parts: readonly (readonly [Id, Id])[];
}

/** Ops that one edit may have. */
export const MOST_OPS = 5000;

/** Finds the row an op speaks of. */
export type RowLookup = <E extends Entity>(entity: E, id: Id) => RowOf[E] | undefined;

/** The row after an op: undefined when deleted. Fails when the op does not fit what is there. */
export function applyOp(op: Op, row: AnyRow | undefined): Result<AnyRow | undefined> {
  if (op.kind === 'create') {
    if (row !== undefined) return fail('edit.exists', { entity: op.entity });
    return ok({ ...op.fields, id: op.id, version: 0 } as AnyRow);
  }
  if (row === undefined) return fail('edit.missing', { entity: op.entity });
  if (op.kind === 'delete') return ok(undefined);
  return ok({ ...row, ...op.fields } as AnyRow);
}

/**
 * The ops that undo an edit, given the rows as they were before it. Their versions are those of `after`: undoing
 * is refused where somebody has since changed the same fields. `newId` names what takes facts back; what was told of
 * `parts` that were cut off goes with them.
 */
export function inverseOps(
  ops: readonly Op[],
  before: RowLookup,
  newId: () => Id,
  parts: Carry['parts'] = [],
): Result<Op[]> {
  const inverse: Op[] = [];
  for (const op of ops) {
    if (isFact(op) && !isOfPart(op, parts)) {
      inverse.unshift(withdrawalOf(op, newId));
      continue;
    }
    if (op.kind === 'create') {
      inverse.unshift({ kind: 'delete', entity: op.entity, id: op.id, version: 0 });
      continue;
    }
    const row = before(op.entity, op.id);
    if (row === undefined) return fail('edit.missing', { entity: op.entity });
    const { id, version, ...fields } = row;
    if (op.kind === 'delete') inverse.unshift({ kind: 'create', entity: op.entity, id, fields } as Op);
    else
      inverse.unshift({ kind: 'set', entity: op.entity, id, version, fields: pick(fields, op.fields) } as Op);
  }
  return ok(inverse);
}

function pick(from: object, like: object): object {
  return Object.fromEntries(Object.keys(like).map((k) => [k, (from as Record<string, unknown>)[k]]));
}

/** Whether the rows still are as the ops left them, in the fields that they wrote. */
export function stillStands(ops: readonly Op[], now: RowLookup): boolean {
  return ops.every((op) => {
    const row = now(op.entity, op.id);
    if (op.kind === 'delete') return row === undefined;
    return (
      row !== undefined &&
      Object.entries(op.fields).every(([k, v]) => sameValue(v, row[k as keyof typeof row]))
    );
  });
}

/** Sets fields of a row, as it was seen. */
export function setOp<E extends Entity>(
  entity: E,
  { id, version }: Pick<RowOf[E], 'id' | 'version'>,
  fields: Partial<FieldsOf<E>>,
): Op {
  return { kind: 'set', entity, id, version, fields } as Op;
}
