/** Two people may make what there can be once: the second sees the first's row instead of making another. */
import { and, asc, eq } from 'drizzle-orm';
import type { Op } from '../../domain/edit/edit.ts';
import type { RowRef } from '../../domain/edit/tables.ts';
import type { AnyRow, Id } from '../../domain/model/rows.ts';
import { shapeOf } from '../../domain/model/rows.ts';
import type { Conflict } from '../contract/edits.ts';
import type { Database } from '../db/database.ts';
import { change, changeOp } from '../db/schema.ts';
import type { Author } from './applyEdit.ts';
import type { RowStore } from './rowStore.ts';

/** The conflict of an op whose row would have the same unique key as another one; null when there is none. */
export async function takenConflict(
  db: Database,
  op: Op,
  index: number,
  store: RowStore,
  author: Author,
): Promise<Conflict | null> {
  if (op.kind === 'delete') return null;
  const row = { ...store.get(op.entity, op.id), ...op.fields } as Readonly<Record<string, unknown>>;
  for (const key of shapeOf(op.entity).unique ?? []) {
    if (!key.some((field) => field in op.fields)) continue;
    const taken = await store.findBy(op.entity, Object.fromEntries(key.map((f) => [f, row[f]])), op.id);
    if (taken === undefined) continue;
    return {
      op: index,
      entity: op.entity,
      id: taken.id,
      fields: [...key],
      current: { ...taken } satisfies Partial<AnyRow>,
      by: await makerOf(db, store.campaignId, { entity: op.entity, id: taken.id }, author),
    };
  }
  return null;
}

/** Who made a row; the author, when it is of the same edit. */
export async function makerOf(
  db: Database,
  campaignId: Id,
  { entity, id }: RowRef,
  author: Author,
): Promise<string> {
  const [made] = await db
    .select({ by: change.byName })
    .from(changeOp)
    .innerJoin(change, and(eq(change.campaignId, changeOp.campaignId), eq(change.number, changeOp.number)))
    .where(
      and(
        eq(changeOp.campaignId, campaignId),
        eq(changeOp.entity, entity),
        eq(changeOp.rowId, id),
        eq(changeOp.kind, 'create'),
      ),
    )
    .orderBy(asc(changeOp.number))
    .limit(1);
  return made?.by ?? author.name;
}
