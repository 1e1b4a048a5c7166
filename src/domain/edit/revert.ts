/** Going back: taking one past change back, or bringing one row back to how it once was. */
import { fail, ok, type Result } from '../model/result.ts';
import type { AnyRow, Entity, Id } from '../model/rows.ts';
import { sameValue } from '../sameValue.ts';
import type { Carry, Op, RowLookup } from './edit.ts';
import { isFact, isOfPart, withdrawalOf } from './facts.ts';
import { isVouching } from './vouching.ts';

/** What a past change did to a row, with the fields as they were before and after. */
export interface PastOp {
  readonly kind: Op['kind'];
  readonly entity: Entity;
  readonly id: Id;
  readonly before: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * The ops that take a past change back, `number` of the campaign's log: whoever approves again by it has read what
 * stood there then, and nothing later. Fails with `undo.changed-since` when somebody has since gone on from what it
 * wrote: then nothing of it is undone. `newId` names what takes facts back.
 */
export function takeBack(
  ops: readonly PastOp[],
  number: number,
  now: RowLookup,
  newId: () => Id,
  parts: Carry['parts'] = [],
): Result<Op[]> {
  const inverse: Op[] = [];
  for (const op of ops) {
    const row = now(op.entity, op.id);
    if (op.kind === 'delete') {
      if (row !== undefined) return fail('undo.changed-since');
      inverse.unshift({ kind: 'create', entity: op.entity, id: op.id, fields: op.before } as Op);
      continue;
    }
    if (row === undefined || !stands(row, op.fields)) return fail('undo.changed-since');
    const made = { kind: op.kind, entity: op.entity, id: op.id, fields: op.fields } as Op;
    if (isFact(made) && !isOfPart(made, parts)) {
      inverse.unshift(withdrawalOf(made, newId));
      continue;
    }
    if (op.kind === 'create') {
      inverse.unshift({ kind: 'delete', entity: op.entity, id: op.id, version: row.version });
      continue;
    }
    const back = { kind: 'set', entity: op.entity, id: op.id, version: row.version, fields: op.before } as Op;
    inverse.unshift(isVouching(back) ? ({ ...back, version: Math.min(number, row.version) } as Op) : back);
  }
  return ok(inverse);
}

function stands(row: AnyRow, fields: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fields).every(([name, value]) => sameValue(row[name as keyof AnyRow], value));
}

/** A row's fields after each of its changes, oldest first; null where it was deleted. */
export function statesOf(ops: readonly PastOp[]): (Readonly<Record<string, unknown>> | null)[] {
  let fields: Readonly<Record<string, unknown>> | null = null;
  return ops.map((op) => {
    if (op.kind === 'delete') fields = null;
    else if (op.kind === 'create') fields = op.fields;
    else fields = { ...(fields ?? op.before), ...op.fields };
    return fields;
  });
}

/**
 * The op that makes a row as it once was: sets what differs, or creates it again. Fails with `restore.same` when there
 * is nothing to restore.
 */
export function restoreOp(
  entity: Entity,
  id: Id,
  then: Readonly<Record<string, unknown>>,
  now: AnyRow | undefined,
): Result<Op> {
  if (now === undefined) return ok({ kind: 'create', entity, id, fields: then } as Op);
  const differing = Object.entries(then).filter(
    ([name, value]) => !sameValue(now[name as keyof AnyRow], value),
  );
  if (differing.length === 0) return fail('restore.same');
  return ok({ kind: 'set', entity, id, version: now.version, fields: Object.fromEntries(differing) } as Op);
}
