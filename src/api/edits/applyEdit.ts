/** The one door for writes: an edit is checked and applied whole in one transaction, or not at all. */
import { and, eq, sql } from 'drizzle-orm';
import { applyOp, type Edit, type Op } from '../../domain/edit/edit.ts';
import { mayDo } from '../../domain/edit/permissions.ts';
import { type Membership, membershipIn } from '../../domain/edit/roles.ts';
import { type AnyRow, ENTITIES, type Entity, type FieldsOf, REFERENCES } from '../../domain/model/rows.ts';
import type { Conflict, EditAnswer } from '../contract/edits.ts';
import { rowFault } from '../contract/rows.ts';
import type { Database } from '../db/database.ts';
import { campaign, change, changeOp, TABLES } from '../db/schema.ts';
import { ApiError } from '../errors.ts';
import { conflictOf, loadWrites } from './conflicts.ts';
import { RowStore } from './rowStore.ts';

export interface Author {
  readonly userId: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
}

/** The channel on which every home of the API hears that a campaign has a new change. */
export const CHANGES_CHANNEL = 'cohoa_changes';

/**
 * Applies an edit for its author. Throws ApiError: 403 with the refusal of the permission table, 409 with the
 * conflicts, 422 where a row would refer to nothing or contradict itself. An edit whose key was applied before
 * answers with its old number and changes nothing.
 */
export async function applyEdit(db: Database, edit: Edit, author: Author, now: Date): Promise<EditAnswer> {
  const member = membershipIn(author.memberships, edit.campaignId);
  if (member === null) throw new ApiError(403, 'denied.scope');
  return db.transaction(async (tx) => {
    const inside = tx as unknown as Database;
    const [locked] = await inside
      .select({ number: campaign.changeNumber })
      .from(campaign)
      .where(eq(campaign.id, edit.campaignId))
      .for('update');
    const before = await appliedBefore(inside, edit, author);
    if (before !== null) return before;
    if (locked === undefined && !createsCampaign(edit)) throw new ApiError(404, 'campaign.missing');
    const number = (locked?.number ?? 0) + 1;
    const store = new RowStore(inside, edit.campaignId);
    await store.load(rowsSpokenOf(edit.ops));
    const written = await writeOps(inside, edit, member, author, store, number);
    await inside.update(campaign).set({ changeNumber: number }).where(eq(campaign.id, edit.campaignId));
    await inside.insert(change).values({
      campaignId: edit.campaignId,
      number,
      editKey: edit.key,
      replica: edit.replica,
      at: now.toISOString(),
      byUser: author.userId,
      byName: author.name,
      note: edit.note,
    });
    await inside.insert(changeOp).values(written);
    await inside.execute(sql`select pg_notify(${CHANGES_CHANNEL}, ${`${edit.campaignId} ${number}`})`);
    return { key: edit.key, number };
  });
}

async function appliedBefore(db: Database, edit: Edit, author: Author): Promise<EditAnswer | null> {
  const [known] = await db
    .select({ number: change.number, campaignId: change.campaignId, byUser: change.byUser })
    .from(change)
    .where(eq(change.editKey, edit.key));
  if (known === undefined) return null;
  if (known.campaignId !== edit.campaignId || known.byUser !== author.userId)
    throw new ApiError(409, 'edit.key-taken', { field: 'key' });
  return { key: edit.key, number: known.number };
}

function createsCampaign(edit: Edit): boolean {
  const [first] = edit.ops;
  return first?.kind === 'create' && first.entity === 'campaign' && first.id === edit.campaignId;
}

function rowsSpokenOf(ops: readonly Op[]) {
  return ops.flatMap((op) => {
    const own = { entity: op.entity, id: op.id };
    return op.kind === 'delete' ? [own] : [own, ...referencesIn(op.entity, op.fields)];
  });
}

function referencesIn(entity: Entity, fields: object) {
  return Object.entries(REFERENCES[entity]).flatMap(([field, target]) => {
    const id = (fields as Record<string, unknown>)[field];
    return typeof id === 'string' ? [{ field, entity: target, id }] : [];
  });
}

type WrittenOp = typeof changeOp.$inferInsert;

async function writeOps(
  db: Database,
  edit: Edit,
  member: Membership,
  author: Author,
  store: RowStore,
  number: number,
): Promise<WrittenOp[]> {
  // A task's placement decides whose task it is: it must be known before permission is asked.
  const placements = edit.ops.flatMap((op) => {
    const task = op.entity === 'task' ? store.get('task', op.id) : undefined;
    return task === undefined ? [] : [{ entity: 'placement' as const, id: task.placementId }];
  });
  await store.load(placements);
  const writes = await loadWrites(db, edit, author.userId);
  const conflicts: Conflict[] = [];
  const written: WrittenOp[] = [];
  for (const [index, op] of edit.ops.entries()) {
    if (op.entity === 'campaign' && op.id !== edit.campaignId)
      throw new ApiError(422, 'edit.other-campaign', { field: `ops.${index}.id` });
    const allowed = mayDo(member, op, store.get);
    if (!allowed.ok)
      throw new ApiError(403, allowed.reason.code, { params: allowed.reason.params, field: `ops.${index}` });
    const conflict = conflictOf(op, index, store, writes) ?? (await sameTask(db, op, index));
    if (conflict !== null) {
      conflicts.push(conflict);
      continue;
    }
    if (conflicts.length > 0) continue;
    written.push(await writeOp(op, index, edit, store, number));
  }
  if (conflicts.length > 0) throw new ApiError(409, 'edit.conflict', { conflicts });
  return written;
}

/** Two people may tick the same item of a checklist: the second sees the first's tick instead of a second row. */
async function sameTask(db: Database, op: Op, index: number): Promise<Conflict | null> {
  if (op.kind !== 'create' || op.entity !== 'task') return null;
  const t = TABLES.task;
  const [taken] = await db
    .select()
    .from(t)
    .where(and(eq(t.placementId, op.fields.placementId), eq(t.itemId, op.fields.itemId)));
  if (taken === undefined) return null;
  return {
    op: index,
    entity: 'task',
    id: taken.id,
    fields: ['itemId'],
    current: { ...taken },
    by: taken.doneBy,
  };
}

async function writeOp(
  op: Op,
  index: number,
  edit: Edit,
  store: RowStore,
  number: number,
): Promise<WrittenOp> {
  const before = store.get(op.entity, op.id);
  const entry = {
    campaignId: edit.campaignId,
    number,
    seq: index,
    kind: op.kind,
    entity: op.entity,
    rowId: op.id,
  };
  const applied = applyOp(op, before);
  if (!applied.ok) throw new ApiError(422, applied.reason.code, { field: `ops.${index}` });
  if (op.kind === 'delete') {
    await refuseWhileReferred(op, index, store);
    await store.remove(op.entity, op.id);
    return { ...entry, before: fieldsOf(before), after: {} };
  }
  const row = { ...(applied.value as AnyRow), version: number };
  for (const ref of referencesIn(op.entity, op.fields))
    if (store.get(ref.entity, ref.id) === undefined)
      throw new ApiError(422, 'row.refers-to-nothing', {
        field: `ops.${index}.fields.${ref.field}`,
        params: { entity: ref.entity },
      });
  const fault = rowFault(op.entity, row as unknown as FieldsOf<Entity>);
  if (fault !== null) throw new ApiError(422, fault.code, { field: `ops.${index}.fields.${fault.field}` });
  if (op.kind === 'create') {
    await store.insert(op.entity, row);
    return { ...entry, before: {}, after: op.fields as Record<string, unknown> };
  }
  await store.update(op.entity, row, op.fields);
  const names = Object.keys(op.fields);
  const old = fieldsOf(before);
  return {
    ...entry,
    before: Object.fromEntries(names.map((n) => [n, old[n]])),
    after: op.fields as Record<string, unknown>,
  };
}

function fieldsOf(row: AnyRow | undefined): Record<string, unknown> {
  if (row === undefined) return {};
  const { id: _id, version: _version, ...fields } = row;
  return fields;
}

async function refuseWhileReferred(op: Op, index: number, store: RowStore): Promise<void> {
  for (const entity of ENTITIES)
    for (const [field, target] of Object.entries(REFERENCES[entity]))
      if (target === op.entity && (await store.isReferred(entity, field, op.id)))
        throw new ApiError(422, 'row.still-used', {
          field: `ops.${index}`,
          params: { entity: op.entity, by: entity },
        });
}
