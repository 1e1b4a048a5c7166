/** What was put on a road by a chainage that is another place by now, since others gave the road another shape unseen. */
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { isShaping } from '../../domain/edit/carrying.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import type { AnyRow, Id } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { addressIn, MEASURED, readsElsewhere } from '../../domain/road/readsElsewhere.ts';
import { change, changeOp } from '../db/schema.ts';
import { ApiError } from '../errors.ts';
import type { Writing } from './writeOps.ts';

/**
 * Throws 422 `edit.road-changed` with the name of the road. An edit that does not say up to which change its maker saw the
 * campaign is let through, as before there was a word for it. Asked before anything is written.
 */
export async function refuseOvertaken({
  db,
  edit,
  author,
  store,
  number,
  origin: { asOf },
}: Pick<Writing, 'db' | 'edit' | 'author' | 'store' | 'number' | 'origin'>): Promise<void> {
  if (asOf === null || asOf >= number - 1) return;
  // What an edit carries it has worked out from the shape that it saw, and meets the change as a conflict.
  const shaped = new Set(edit.carry === undefined ? [] : edit.ops.filter(isShaping).map((op) => op.id));
  const made = new Map<Id, AnyRow>();
  const addressed = edit.ops.flatMap((op, index) => {
    const row = made.get(op.id) ?? store.get(op.entity, op.id);
    const address = addressIn(op, row, store.get);
    // What one edit makes and then moves stands where it says last.
    if (op.kind !== 'delete') made.set(op.id, { ...row, ...op.fields } as AnyRow);
    return address === null || shaped.has(address.roadId) ? [] : [{ ...address, index }];
  });
  if (addressed.length === 0) return;
  const changes = await db
    .select({ id: changeOp.rowId, before: changeOp.before, by: change.byUser, replica: change.replica })
    .from(changeOp)
    .innerJoin(change, and(eq(change.campaignId, changeOp.campaignId), eq(change.number, changeOp.number)))
    .where(
      and(
        eq(changeOp.campaignId, edit.campaignId),
        gt(changeOp.number, asOf),
        eq(changeOp.entity, 'road'),
        // One that went and came again under its name is another road to whoever saw the first.
        inArray(changeOp.kind, ['set', 'delete']),
        inArray(changeOp.rowId, [...new Set(addressed.map((a) => a.roadId))]),
      ),
    )
    .orderBy(asc(changeOp.number));
  // A page has always seen what it sent itself.
  const unseen = changes.filter((c) => c.replica !== edit.replica || c.by !== author.userId);
  const was = new Map<string, Road>();
  for (const { id, before } of unseen.reverse()) {
    const later = was.get(id) ?? store.get('road', id);
    const shape = Object.fromEntries(MEASURED.filter((f) => f in before).map((f) => [f, before[f]]));
    if (later !== undefined && Object.keys(shape).length > 0) was.set(id, { ...later, ...shape });
  }
  for (const { roadId, chainages, index } of addressed) {
    const [before, now] = [was.get(roadId), store.get('road', roadId)];
    if (before === undefined || now === undefined || !readsElsewhere(chainages, before, now)) continue;
    throw new ApiError(422, 'edit.road-changed', { field: `ops.${index}`, params: { road: roadLabel(now) } });
  }
}
