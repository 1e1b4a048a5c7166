/** The ops of an edit, one after the other: each is asked for permission and conflicts, checked, and written. */

import { isShaping } from '../../domain/edit/carrying.ts';
import { applyOp, type Edit, type Op } from '../../domain/edit/edit.ts';
import { changedFields, isPassing, rowFault } from '../../domain/edit/faults.ts';
import type { Grounds } from '../../domain/edit/ownUnit.ts';
import { mayDo } from '../../domain/edit/permissions.ts';
import type { Membership } from '../../domain/edit/roles.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { AnyRow } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import type { Conflict } from '../contract/edits.ts';
import type { Database } from '../db/database.ts';
import type { changeOp } from '../db/schema.ts';
import { apiErrorOf } from '../db/sqlErrors.ts';
import { ApiError } from '../errors.ts';
import type { Author, Origin } from './applyEdit.ts';
import { besideOthers, conflictOf, loadWrites } from './conflicts.ts';
import { loadGrounds } from './grounds.ts';
import { loadRows } from './loadRows.ts';
import { refuseOvertaken } from './overtaken.ts';
import { PositionCount, refuseOtherQuantity } from './quantities.ts';
import { refuseNewDanglers, refuseWhileUsed } from './references.ts';
import type { RowStore } from './rowStore.ts';
import { groundOf, refuseStrayed } from './strayed.ts';
import { makerOf, takenConflict } from './takenKeys.ts';
import { refuseUntimely } from './untimely.ts';

export interface Writing {
  readonly db: Database;
  readonly edit: Edit;
  readonly member: Membership;
  readonly author: Author;
  readonly store: RowStore;
  /** Of the change that the edit becomes. */
  readonly number: number;
  readonly origin: Origin;
}

type WrittenOp = typeof changeOp.$inferInsert;

/** Gives what the log keeps of each op. Throws ApiError: 403, 409 with all conflicts of the edit, 422. */
export async function writeOps(w: Writing): Promise<WrittenOp[]> {
  const { db, edit, author, member, store } = w;
  const isOfUnit = member.role === 'unit-officer';
  await loadRows(edit.ops, store, isOfUnit);
  const grounds = isOfUnit ? await loadGrounds(edit.ops, store) : undefined;
  await refuseOvertaken(w);
  await refuseUntimely(w);
  await refuseOtherReports(edit, store);
  const writes = await loadWrites(db, edit, author.userId);
  const positions = new PositionCount();
  const ground = await groundOf(w);
  const conflicts: Conflict[] = [];
  const written: WrittenOp[] = [];
  for (const [index, op] of edit.ops.entries()) {
    refuseOutOfPlace(w, op, index, grounds);
    const conflict = conflictOf(op, index, store, writes, edit.carry !== undefined);
    // What exists already under its id, or has its key: the person sees whose it is.
    const found =
      conflict !== null && op.kind === 'create'
        ? { ...conflict, by: await makerOf(db, edit.campaignId, op, author) }
        : (conflict ?? (await takenConflict(db, op, index, store, author)));
    if (found !== null) conflicts.push(found);
    // After the first conflict nothing is written any more; the rest is only asked for more of them.
    if (conflicts.length > 0) continue;
    const before = store.get(op.entity, op.id);
    written.push(await writeOp(w, besideOthers(op, store, writes), index));
    positions.count(op, index, before, store.get(op.entity, op.id));
  }
  if (conflicts.length > 0) throw new ApiError(409, 'edit.conflict', { conflicts });
  await positions.refuseTooMany(store);
  if (ground !== null) refuseStrayed(edit, ground);
  await refuseHidingDressed(edit, store);
  refuseOnHidden(edit, store);
  return written;
}

/**
 * With a road's new shape what was reported on it is carried, and nothing else that was reported. Throws 403
 * `denied.report`; asked before anything is written, of the roads as they are.
 */
async function refuseOtherReports({ ops, carry }: Edit, store: RowStore): Promise<void> {
  const carried = ops.flatMap((op) => (op.entity === 'report' && op.kind === 'set' ? [op.id] : []));
  if (carry === undefined || carried.length === 0) return;
  await store.load(
    carried.flatMap((id) => {
      const placementId = store.get('report', id)?.placementId;
      return placementId === undefined ? [] : [{ entity: 'placement', id: placementId }];
    }),
  );
  const shaped = new Set(ops.filter(isShaping).map((op) => op.id));
  for (const [index, op] of ops.entries()) {
    if (op.entity !== 'report' || op.kind !== 'set') continue;
    const placement = store.get('placement', store.get('report', op.id)?.placementId ?? '');
    if (!shaped.has(placement?.roadId ?? ''))
      throw new ApiError(403, 'denied.report', { field: `ops.${index}` });
  }
}

/** Nor is anything planned on a road that is hidden. Throws 422 `road.hidden` with its name. */
function refuseOnHidden({ ops }: Edit, store: RowStore): void {
  for (const [index, op] of ops.entries()) {
    if (op.entity !== 'placement' || op.kind === 'delete' || op.fields.roadId == null) continue;
    const road = store.get('road', op.fields.roadId);
    if (road?.hidden === true)
      throw new ApiError(422, 'road.hidden', {
        field: `ops.${index}.fields.roadId`,
        params: { road: roadLabel(road) },
      });
  }
}

/** A road on which something is planned is hidden from nobody. Throws 422 `road.dressed`. */
async function refuseHidingDressed({ ops }: Edit, store: RowStore): Promise<void> {
  const hiding = ops.findIndex(
    (op) => op.kind === 'set' && op.entity === 'road' && op.fields.hidden === true,
  );
  if (hiding < 0) return;
  const hidden = ops.flatMap((op) =>
    op.kind === 'set' && op.entity === 'road' && op.fields.hidden === true ? [op.id] : [],
  );
  const dressed = (await store.placementsOn(hidden)).some(
    ({ roadId }) => store.get('road', roadId ?? '')?.hidden === true,
  );
  if (dressed) throw new ApiError(422, 'road.dressed', { field: `ops.${hiding}.fields.hidden` });
}

/** What no one may do here, whatever the rows say. */
function refuseOutOfPlace(
  { edit, member, store, number }: Writing,
  op: Op,
  index: number,
  grounds: Grounds | undefined,
): void {
  const field = `ops.${index}`;
  if (op.entity === 'campaign' && op.id !== edit.campaignId)
    throw new ApiError(422, 'edit.other-campaign', { field: `${field}.id` });
  const allowed = mayDo(member, op, store.get, { carry: edit.carry, grounds });
  if (!allowed.ok) throw new ApiError(403, allowed.reason.code, { params: allowed.reason.params, field });
  // A version that is not there yet would switch the question for conflicts off.
  if (op.kind !== 'create' && op.version >= number)
    throw new ApiError(422, 'edit.version-ahead', {
      field: `${field}.version`,
      params: { version: op.version, number: number - 1 },
    });
}

async function writeOp(w: Writing, op: Op, index: number): Promise<WrittenOp> {
  const { edit, store, number } = w;
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
    await refuseWhileUsed(op, index, store);
    await stored(op, index, store.remove(op.entity, op.id));
    return { ...entry, before: fieldsOf(before), after: {} };
  }
  const row = { ...(applied.value as AnyRow), version: number };
  refuseNewDanglers(op, index, before, store);
  const fault = rowFault(op.entity, row, changedFields(op, before), store.get);
  if (fault !== null && !(edit.carry !== undefined && isPassing(fault)))
    throw new ApiError(422, fault.code, {
      field: `ops.${index}.fields.${fault.field}`,
      params: fault.params,
    });
  // A page of before says none; whoever says one says the right one.
  const says = op.entity === 'placement' && (op.fields as Partial<Placement>).approvedQuantity != null;
  if (w.origin.protocol >= 2 || says) await refuseOtherQuantity(op, index, before, row, store);
  if (op.kind === 'create') {
    await stored(op, index, store.insert(op.entity, row));
    return { ...entry, before: {}, after: op.fields as Record<string, unknown> };
  }
  await stored(op, index, store.update(op.entity, row, op.fields));
  const names = Object.keys(op.fields);
  const old = fieldsOf(before);
  return {
    ...entry,
    before: Object.fromEntries(names.map((n) => [n, old[n]])),
    after: op.fields as Record<string, unknown>,
  };
}

/** The database's own refusal of an op, with the op's place. */
async function stored(op: Op, index: number, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const known = apiErrorOf(error);
    if (known === null || known.status === 503) throw error;
    const inUse = op.kind === 'delete' && known.code === 'row.refers-to-nothing';
    const at = known.code === 'row.exists' && op.kind === 'create' ? `ops.${index}.id` : `ops.${index}`;
    const { field } = known.detail;
    throw new ApiError(known.status, inUse ? 'row.still-used' : known.code, {
      field: field === undefined ? at : `${at}.fields.${field}`,
      cause: known.detail.cause,
    });
  }
}

function fieldsOf(row: AnyRow | undefined): Record<string, unknown> {
  if (row === undefined) return {};
  const { id: _id, version: _version, ...fields } = row;
  return fields;
}
