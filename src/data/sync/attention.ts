/** What a person may do with an edit that was refused: take what the server has, or send their own again. */
import { newId } from '../../api/contract/newId.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import type { OutboxEntry } from '../replica/deviceStore.ts';
import type { Replica } from '../replica/replica.ts';

/** Gives the edit up; what waited behind it goes on. */
export function takeTheirs(replica: Replica, entry: OutboxEntry): Promise<void> {
  return replica.drop(entry);
}

/**
 * Sends the edit again as one that has seen the present rows. Ops on rows that are gone, and creations of rows
 * that are there, say nothing any more and are left out; without any op left this is giving it up.
 */
export function sendMine(replica: Replica, entry: OutboxEntry): Promise<void> {
  const ops = entry.edit.ops.flatMap((op): Edit['ops'] => {
    const row = replica.baseRow(op);
    if (op.kind === 'create') return row === undefined ? [op] : [];
    return row === undefined ? [] : [{ ...op, version: row.version }];
  });
  if (ops.length === 0) return takeTheirs(replica, entry);
  return replica.rewrite(entry, { ...entry.edit, key: newId(), ops });
}
