/** What a person may do with an edit that was refused: give way, or insist on what they wrote. */
import { newId } from '../../api/contract/newId.ts';
import type { Edit } from '../../domain/edit/edit.ts';
import type { DeviceStore, OutboxEntry } from '../replica/deviceStore.ts';
import type { Replica } from '../replica/replica.ts';
import { refsOf } from '../replica/tables.ts';

/** Gives the edit up; what waited behind it goes on. */
export async function giveWay(replica: Replica, store: DeviceStore, entry: OutboxEntry): Promise<void> {
  await store.drop(entry.seq);
  await releaseBehind(replica, store, entry);
}

/**
 * Sends the edit again as one that has seen the present rows. Ops on rows that are gone, and creations of rows
 * that are there, say nothing any more and are left out; without any op left this is giving way.
 */
export async function insist(replica: Replica, store: DeviceStore, entry: OutboxEntry): Promise<void> {
  const ops = entry.edit.ops.flatMap((op): Edit['ops'] => {
    const row = replica.baseRow(op);
    if (op.kind === 'create') return row === undefined ? [op] : [];
    return row === undefined ? [] : [{ ...op, version: row.version }];
  });
  if (ops.length === 0) return giveWay(replica, store, entry);
  await store.rewrite(entry.seq, { ...entry.edit, key: newId(), ops });
  await releaseBehind(replica, store, entry);
}

async function releaseBehind(replica: Replica, store: DeviceStore, entry: OutboxEntry): Promise<void> {
  const rows = new Set(refsOf(entry.edit.ops).map((r) => `${r.entity}:${r.id}`));
  const behind = replica.outbox.filter(
    (e) =>
      e.state === 'held' &&
      e.seq > entry.seq &&
      refsOf(e.edit.ops).some((r) => rows.has(`${r.entity}:${r.id}`)),
  );
  await store.setState(
    behind.map((e) => e.seq),
    'waiting',
    null,
  );
  await replica.reloadOutbox();
}
