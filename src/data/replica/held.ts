/** Which edits of an outbox wait behind one that the person must decide on. Derived, never stored: so never out of date. */
import { isShaping } from '../../domain/edit/carrying.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { referencesOf } from '../../domain/model/references.ts';
import type { OutboxEntry } from './deviceStore.ts';

/**
 * The entries in their order, each with the state that follows from those before it: `held` is what writes a row of a
 * refused or held edit, or refers to a row that such an edit creates, or to a road that it shapes. Everything else goes on.
 */
export function withHeld(entries: readonly OutboxEntry[]): OutboxEntry[] {
  if (entries.every((e) => e.state === 'waiting')) return [...entries];
  const blocked = new Set<string>();
  const unborn = new Set<string>();
  return entries.map((entry) => {
    const { ops } = entry.edit;
    const written = ops.map((op) => `${op.entity}:${op.id}`);
    const behind =
      written.some((row) => blocked.has(row)) || ops.flatMap(referred).some((row) => unborn.has(row));
    const state = entry.state === 'attention' ? 'attention' : behind ? 'held' : 'waiting';
    if (state !== 'waiting')
      ops.forEach((op, i) => {
        const row = written[i] as string;
        blocked.add(row);
        // A chainage on a road whose shape waits is a place of that shape.
        if (op.kind === 'create' || isShaping(op)) unborn.add(row);
      });
    return state === entry.state ? entry : { ...entry, state };
  });
}

/** The rows that the fields of an op refer to. */
function referred(op: Op): string[] {
  return op.kind === 'delete' ? [] : referencesOf(op.entity, op.fields).map((r) => `${r.entity}:${r.id}`);
}
