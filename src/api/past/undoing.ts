/** Rows as they were at a past change: what was written since is undone, from the newest back. */
import { and, asc, desc, eq, gt, inArray, lte } from 'drizzle-orm';
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
 * becomes null. A row's version then counts back with it; that of a row deleted since is not known, and 1.
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
  const here = and(
    eq(changeOp.campaignId, campaignId),
    eq(changeOp.entity, entity),
    inArray(changeOp.rowId, [...ids]),
    gt(changeOp.number, at),
  );
  for (let from = 0; ; from += BATCH) {
    const ops = await opsOf(db)
      .where(here)
      .orderBy(desc(changeOp.number), desc(changeOp.seq))
      .limit(BATCH)
      .offset(from);
    for (const op of ops) past.set(op.id, undone(past.get(op.id) ?? null, op));
    if (ops.length < BATCH) return past;
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
  if (kind === 'delete') return { id, version: 1, ...before };
  const version = typeof row?.version === 'number' ? Math.max(1, row.version - 1) : 1;
  return row === null ? null : { ...row, ...before, version };
}
