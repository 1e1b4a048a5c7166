/** What the log kept of a change, in today's form, as far as a member may read the rows that it speaks of. */
import { mayRead } from '../../domain/edit/reading.ts';
import type { Membership } from '../../domain/edit/roles.ts';
import { upcastWritten } from '../../domain/edit/upcast.ts';
import type { changeOp } from '../db/schema.ts';

type Logged = typeof changeOp.$inferSelect;

export function readableOps(member: Membership, protocol: number, ops: readonly Logged[]) {
  return ops
    .map(({ kind, entity, rowId: id, before, after }) =>
      upcastWritten(protocol, { kind, entity, id, before, fields: after }),
    )
    .filter(({ entity, id, before, fields }) =>
      mayRead(member, { entity, id, fields: { ...before, ...fields } }),
    );
}
