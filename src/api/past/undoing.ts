/** Rows as they were at a past change: what was written since is undone, from the newest back. */
import { and, asc, desc, eq, gt, inArray, lte, max, type SQL } from 'drizzle-orm';
import { upcastWritten } from '../../domain/edit/upcast.ts';
import type { Entity, Id } from '../../domain/model/rows.ts';
import type { Database } from '../db/database.ts';
import { change, changeOp } from '../db/schema.ts';

/** The fields of a row, and its `id` and `version`; null where there was none. */
export type PastRow = Record<string, unknown> | null;

/** Ops read from the log at once. */
const BATCH = 2000;

/**
 * `rows`: as they are today, of which `at` is the past; a row that was deleted since is added, one that was made since
 * becomes null.
 */
export async function undoneIn(
  db: Database,
  campaignId: Id,
  entity: Entity,
  ids: readonly Id[],
  rows: ReadonlyMap<Id, Readonly<Record<string, unknown>>>,
  at: number,
): Promise<Map<Id, PastRow>> {
  const past = new Map<Id, PastRow>(rows);
  if (ids.length === 0) return past;
  const written = and(
    eq(changeOp.campaignId, campaignId),
    eq(changeOp.entity, entity),
    inArray(changeOp.rowId, [...ids]),
  );
  const touched = new Set<Id>();
  for (let from = 0; ; from += BATCH) {
    const ops = await opsOf(db)
      .where(and(written, gt(changeOp.number, at)))
      .orderBy(desc(changeOp.number), desc(changeOp.seq))
      .limit(BATCH)
      .offset(from);
    for (const op of ops) {
      touched.add(op.id);
      past.set(op.id, undone(past.get(op.id) ?? null, op));
    }
    if (ops.length < BATCH) break;
  }
  await setVersions(db, written, [...touched], past, at);
  return past;
}

/** A row's version is the change that wrote it last. */
async function setVersions(
  db: Database,
  written: SQL | undefined,
  ids: readonly Id[],
  past: Map<Id, PastRow>,
  at: number,
): Promise<void> {
  if (ids.length === 0) return;
  const versions = await db
    .select({ id: changeOp.rowId, version: max(changeOp.number) })
    .from(changeOp)
    .where(and(written, inArray(changeOp.rowId, [...ids]), lte(changeOp.number, at)))
    .groupBy(changeOp.rowId);
  for (const { id, version } of versions) {
    const row = past.get(id) ?? null;
    if (row !== null) past.set(id, { ...row, version });
  }
}

/** Ids of an entity's rows that were deleted after `at`, in order, between two ids; `upTo` null: to the end. */
export async function deletedSince(
  db: Database,
  campaignId: Id,
  entity: Entity,
  at: number,
  after: Id | '',
  upTo: Id | null,
): Promise<Id[]> {
  const found = await db
    .selectDistinct({ id: changeOp.rowId })
    .from(changeOp)
    .where(
      and(
        eq(changeOp.campaignId, campaignId),
        eq(changeOp.entity, entity),
        eq(changeOp.kind, 'delete'),
        gt(changeOp.number, at),
        gt(changeOp.rowId, after),
        ...(upTo === null ? [] : [lte(changeOp.rowId, upTo)]),
      ),
    )
    .orderBy(asc(changeOp.rowId));
  return found.map(({ id }) => id);
}

interface LoggedOp {
  readonly protocol: number;
  readonly kind: 'create' | 'set' | 'delete';
  readonly entity: Entity;
  readonly id: Id;
  readonly before: Record<string, unknown>;
  readonly fields: Record<string, unknown>;
}

function opsOf(db: Database) {
  return db
    .select({
      protocol: change.protocol,
      kind: changeOp.kind,
      entity: changeOp.entity,
      id: changeOp.rowId,
      before: changeOp.before,
      fields: changeOp.after,
    })
    .from(changeOp)
    .innerJoin(change, and(eq(change.campaignId, changeOp.campaignId), eq(change.number, changeOp.number)));
}

function undone(row: PastRow, { protocol, ...op }: LoggedOp): PastRow {
  const { kind, id, before } = upcastWritten(protocol, op);
  if (kind === 'create') return null;
  if (kind === 'delete') return { id, ...before };
  return row === null ? null : { ...row, ...before };
}
