import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { isShaping, SHAPE } from '../../domain/edit/carrying.ts';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import { changedByKey, keyedFields, type Things, withOthers } from '../../domain/edit/merging.ts';
import { vouchedFor } from '../../domain/edit/vouching.ts';
import type { AnyRow } from '../../domain/model/rows.ts';
import { MEASURED } from '../../domain/road/readsElsewhere.ts';
import { sameValue } from '../../domain/sameValue.ts';
import type { Conflict } from '../contract/edits.ts';
import type { Database } from '../db/database.ts';
import { change, changeOp } from '../db/schema.ts';
import { type RowStore, rowKey } from './rowStore.ts';

interface Seen {
  readonly number: number;
  readonly kind: Op['kind'];
  readonly fields: readonly string[];
  /** The fields as they were before it and after it, where an op of the edit asks for that. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly by: string;
  readonly own: boolean;
}

/**
 * What others wrote to the rows of an edit, by row (`rowKey`). A replica's own earlier edits do not count: it sends in order,
 * so what it writes now has seen what it wrote before, even if its answer was lost on the way.
 */
export async function loadWrites(
  db: Database,
  edit: Edit,
  userId: string,
): Promise<ReadonlyMap<string, Seen[]>> {
  const touched = edit.ops.filter((op) => op.kind !== 'create');
  const writes = new Map<string, Seen[]>();
  if (touched.length === 0) return writes;
  const oldest = Math.min(...touched.map((op) => op.version));
  const rows = await db
    .select({
      entity: changeOp.entity,
      rowId: changeOp.rowId,
      number: changeOp.number,
      kind: changeOp.kind,
      after: changeOp.after,
      before: touched.some((op) => keyedFields(op).length > 0) ? changeOp.before : sql<null>`null`,
      by: change.byName,
      byUser: change.byUser,
      replica: change.replica,
    })
    .from(changeOp)
    .innerJoin(change, and(eq(change.campaignId, changeOp.campaignId), eq(change.number, changeOp.number)))
    .where(
      and(
        eq(changeOp.campaignId, edit.campaignId),
        gt(changeOp.number, oldest),
        inArray(changeOp.rowId, [...new Set(touched.map((op) => op.id))]),
      ),
    )
    .orderBy(asc(changeOp.number));
  for (const r of rows) {
    // A campaign and its first occasion may share an id.
    const key = rowKey(r.entity, r.rowId);
    const list = writes.get(key) ?? [];
    list.push({
      number: r.number,
      kind: r.kind,
      fields: Object.keys(r.after),
      before: r.before ?? {},
      after: r.after,
      by: r.by,
      own: r.replica === edit.replica && r.byUser === userId,
    });
    writes.set(key, list);
  }
  return writes;
}

/** The op as it is written: of fields that are many things in one, with what others have changed of other things. */
export function besideOthers(op: Op, store: RowStore, writes: ReadonlyMap<string, Seen[]>): Op {
  if (op.kind !== 'set' || keyedFields(op).length === 0) return op;
  const since = (writes.get(rowKey(op.entity, op.id)) ?? []).filter((w) => w.number > op.version);
  return withOthers(op, store.get(op.entity, op.id), (field) => {
    const wrote = since.filter((w) => w.fields.includes(field));
    const first = wrote.findIndex((w) => !w.own);
    if (first < 0) return undefined;
    // Its author saw what was there before others wrote, and what he himself has changed since.
    return wrote
      .slice(first)
      .filter((w) => w.own)
      .reduce(
        (seen, w) => changedByKey(seen, w.before[field] as Things, w.after[field] as Things),
        wrote[first]?.before[field] as Things,
      );
  });
}

/** The conflict of one op with what others wrote since the version it saw, or null; `carries`: its edit carries what is on roads. */
export function conflictOf(
  op: Op,
  index: number,
  store: RowStore,
  writes: ReadonlyMap<string, Seen[]>,
  carries = false,
): Conflict | null {
  const current = store.get(op.entity, op.id);
  if (op.kind === 'create') return current === undefined ? null : describe(op, index, [], current, '');
  const others = (writes.get(rowKey(op.entity, op.id)) ?? []).filter((w) => w.number > op.version && !w.own);
  const by = others[others.length - 1]?.by ?? '';
  if (current === undefined) return describe(op, index, [], undefined, by);
  if (op.kind === 'delete') {
    if (others.length === 0) return null;
    return describe(op, index, [...new Set(others.flatMap((w) => w.fields))], current, by);
  }
  const changed = new Set(others.flatMap((w) => w.fields));
  // Who gives a road another shape has worked out all that is on it from the shape that was seen; who says only how it is
  // measured, that.
  const measuredBy =
    carries && isShaping(op) ? SHAPE : MEASURED.some((field) => field in op.fields) ? MEASURED : [];
  const shape = op.entity === 'road' ? measuredBy.filter((field) => changed.has(field)) : [];
  if (shape.length > 0) return describe(op, index, shape, current, by);
  const beside = besideOthers(op, store, writes) as typeof op;
  const clashing = Object.entries(op.fields)
    .filter(([name, value]) => changed.has(name) && !sameValue(value, current[name as keyof AnyRow]))
    .map(([name]) => name)
    // What was put together stands against nobody.
    .filter((name) => beside.fields[name as never] === op.fields[name as never]);
  clashing.push(...vouchedFor(op).filter((name) => changed.has(name)));
  return clashing.length === 0 ? null : describe(op, index, clashing, current, by);
}

function describe(
  op: Op,
  index: number,
  fields: string[],
  current: AnyRow | undefined,
  by: string,
): Conflict {
  return {
    op: index,
    entity: op.entity,
    id: op.id,
    fields,
    current: current === undefined ? null : { ...current },
    by,
  };
}
