/**
 * Whether everything stands where it stood after an edit that gives roads another shape: nobody's piece moves without
 * somebody's having seen it, and what is approved moves no farther than its road.
 */

import { isPart, isShaping } from '../../domain/edit/carrying.ts';
import type { Edit, Op } from '../../domain/edit/edit.ts';
import { changedFields } from '../../domain/edit/faults.ts';
import { PLANNABLE } from '../../domain/edit/states.ts';
import { emptyTables, type RowRef, withRows } from '../../domain/edit/tables.ts';
import type { AnyRow, Id, Tables } from '../../domain/model/rows.ts';
import { approvedAstray } from '../../domain/reshape/approved.ts';
import { displacedBy, strayedFeatures } from '../../domain/reshape/displaced.ts';
import { affectedBy, featuresOn, MOST_POSITIONS, positionsOf, withOps } from '../../domain/reshape/moved.ts';
import { ApiError } from '../errors.ts';
import type { RowStore } from './rowStore.ts';
import type { Writing } from './writeOps.ts';

/**
 * The roads that an edit shapes, with all that is on them, as they are before it; null for any other edit. Asked before
 * anything is written. Throws 422 `carry.no-road` where an edit carries and no road of it gets another shape.
 */
export async function groundOf({ edit, store }: Pick<Writing, 'edit' | 'store'>): Promise<Tables | null> {
  const { ops, carry } = edit;
  const shaped = ops.filter((op) => isShaping(op) && isChange(op, store));
  if (carry === undefined && !shaped.some((op) => op.kind === 'set')) return null;
  if (shaped.length === 0) throw new ApiError(422, 'carry.no-road', { field: 'carry' });
  const roadIds = new Set<Id>(shaped.map((op) => op.id));
  if (carry !== undefined) for (const op of ops) for (const id of addresses(op, store)) roadIds.add(id);
  await store.load([
    { entity: 'campaign', id: store.campaignId },
    ...[...roadIds].map((id) => ({ entity: 'road' as const, id })),
  ]);
  // And what the edit writes that stands on no road, or comes onto one.
  const written = ops.flatMap((op) => (op.entity === 'placement' ? (store.get(op.entity, op.id) ?? []) : []));
  const placements = [...(await store.placementsOn([...roadIds])), ...written];
  const features = (await Promise.all([...roadIds].map((id) => store.featuresOf(id)))).flat();
  return withRows(emptyTables(), [
    { entity: 'campaign', id: store.campaignId, row: store.get('campaign', store.campaignId) },
    ...[...roadIds].map((id) => ({ entity: 'road' as const, id, row: store.get('road', id) })),
    ...placements.map((row) => known('placement', row)),
    ...features.map((row) => known('roadFeature', row)),
  ]);
}

/** Whether an op makes anything of its row that it is not already. */
function isChange(op: Op, store: RowStore): boolean {
  return op.kind !== 'set' || changedFields(op, store.get(op.entity, op.id)).length > 0;
}

function known(entity: RowRef['entity'], row: AnyRow): RowRef & { readonly row: AnyRow } {
  return { entity, id: row.id, row };
}

/** The roads on which an op finds and leaves a row. */
function addresses(op: Op, store: RowStore): Id[] {
  if (op.entity !== 'placement' && op.entity !== 'roadFeature') return op.entity === 'road' ? [op.id] : [];
  const after = op.kind === 'delete' ? undefined : op.fields.roadId;
  return [store.get(op.entity, op.id)?.roadId, after].filter((id): id is Id => typeof id === 'string');
}

/**
 * Throws 422: `carry.moved` (how many, and how far the farthest) where something moves by more than a metre, comes, goes,
 * or ends beyond its road, and the edit does not name it; `carry.features` where a bridge or a post would be left behind; `carry.too-far` where what is approved goes elsewhere than its
 * road does, or onto a road that gets no other shape; `carry.parts` where something counts as a part that is none. An
 * edit that carries answers for every placement, another for those that are approved.
 */
export function refuseStrayed({ ops, carry }: Edit, before: Tables): void {
  const after = withOps(before, ops);
  const ids = affectedBy(ops, before);
  const count = positionsOf(before, ids);
  if (count > MOST_POSITIONS)
    throw new ApiError(422, 'reshape.too-many-positions', {
      field: 'ops',
      params: { count, limit: MOST_POSITIONS },
    });
  if (carry !== undefined) refuseFalseParts(carry.parts, before, after);
  const named = new Set(carry?.moved);
  const displaced = displacedBy(before, after, ids, new Map(carry?.parts));
  const isPlanned = (id: Id) => {
    const row = before.placement.get(id) ?? after.placement.get(id);
    return row !== undefined && PLANNABLE.has(row.state);
  };
  const strayed = displaced.filter(({ id }) => !named.has(id) && (carry !== undefined || !isPlanned(id)));
  if (strayed.length > 0)
    throw new ApiError(422, 'carry.moved', {
      field: 'carry',
      params: { count: strayed.length, metres: Math.round(Math.max(...strayed.map((d) => d.metres))) },
    });
  if (carry === undefined) return;
  const left = strayedFeatures(before, after, featuresOn(ops, before)).filter((id) => !named.has(id));
  if (left.length > 0)
    throw new ApiError(422, 'carry.features', { field: 'carry', params: { count: left.length } });
  const refused = approvedAstray(before, after, { ops, carry, displaced });
  if (refused !== null) throw new ApiError(422, refused.code, { field: 'carry', params: refused.params });
}

type Parts = readonly (readonly [Id, Id])[];

/**
 * A part is made by this edit (or taken back by it) of a row that stays and is the same plan, once, of none that is a part
 * itself; and what
 * was approved of the whole is what is approved of its parts.
 */
function refuseFalseParts(parts: Parts, before: Tables, after: Tables): void {
  const partIds = new Set(parts.map(([part]) => part));
  const wholes = new Map<Id, Id[]>();
  for (const [part, of] of parts) {
    const comes = !before.placement.has(part) && after.placement.has(part);
    const goes = before.placement.has(part) && !after.placement.has(part);
    const stays = before.placement.has(of) && after.placement.has(of);
    const [whole, row] = [before.placement.get(of), (comes ? after : before).placement.get(part)];
    const isOf = whole !== undefined && row !== undefined && isPart(row, whole);
    if (!(comes || goes) || !stays || !isOf || partIds.has(of))
      throw new ApiError(422, 'carry.parts', { field: 'carry' });
    wholes.set(of, [...(wholes.get(of) ?? [of]), part]);
  }
  if (partIds.size !== parts.length) throw new ApiError(422, 'carry.parts', { field: 'carry' });
  const approved = (tables: Tables, ids: readonly Id[]) =>
    ids.reduce((sum, id) => sum + (tables.placement.get(id)?.approvedQuantity ?? 0), 0);
  for (const family of wholes.values())
    if (approved(before, family) !== approved(after, family))
      throw new ApiError(422, 'carry.parts', { field: 'carry' });
}
