/**
 * Whether everything stands where it stood after an edit that gives roads another shape: nobody's piece moves without
 * somebody's having seen it.
 */
import type { Edit, Op } from '../../domain/edit/edit.ts';
import { PLANNABLE } from '../../domain/edit/states.ts';
import { emptyTables, withRows } from '../../domain/edit/tables.ts';
import type { Id, Tables } from '../../domain/model/rows.ts';
import { affectedBy, withOps } from '../../domain/reshape/carry.ts';
import { displacedBy } from '../../domain/reshape/displaced.ts';
import { ApiError } from '../errors.ts';
import type { RowStore } from './rowStore.ts';
import type { Writing } from './writeOps.ts';

/** Since this protocol an edit says what it moves. */
const SAID_SINCE = 7;
const SHAPE = ['line', 'zeroChainage', 'calibration'];

/**
 * The roads that an edit shapes, with all that is on them, as they are before it; null for any other edit. Asked before
 * anything is written.
 */
export async function groundOf({
  edit,
  store,
  origin,
}: Pick<Writing, 'edit' | 'store' | 'origin'>): Promise<Tables | null> {
  const shaped = edit.ops.filter(shapesRoad);
  if (edit.carry === undefined && (shaped.length === 0 || origin.protocol < SAID_SINCE)) return null;
  const roadIds = new Set<Id>(shaped.map((op) => op.id));
  if (edit.carry !== undefined)
    for (const op of edit.ops) for (const id of addresses(op, store)) roadIds.add(id);
  await store.load([
    { entity: 'campaign', id: store.campaignId },
    ...[...roadIds].map((id) => ({ entity: 'road' as const, id })),
  ]);
  const rows = [...(await store.placementsOn([...roadIds]))].map((row) => ({
    entity: 'placement' as const,
    id: row.id,
    row,
  }));
  const features = (await Promise.all([...roadIds].map((id) => store.featuresOf(id)))).flat();
  const known = [...roadIds].map((id) => ({ entity: 'road' as const, id, row: store.get('road', id) }));
  const campaign = {
    entity: 'campaign' as const,
    id: store.campaignId,
    row: store.get('campaign', store.campaignId),
  };
  return withRows(emptyTables(), [
    campaign,
    ...known,
    ...rows,
    ...features.map((row) => ({ entity: 'roadFeature' as const, id: row.id, row })),
  ]);
}

/** The roads on which an op finds and leaves a row. */
function addresses(op: Op, store: RowStore): Id[] {
  if (op.entity !== 'placement' && op.entity !== 'roadFeature') return op.entity === 'road' ? [op.id] : [];
  const after = op.kind === 'delete' ? undefined : op.fields.roadId;
  return [store.get(op.entity, op.id)?.roadId, after].filter((id): id is Id => typeof id === 'string');
}

function shapesRoad(op: Op): boolean {
  return op.entity === 'road' && op.kind === 'set' && SHAPE.some((field) => field in op.fields);
}

/**
 * Throws 422 `carry.moved` (how many, and how far the farthest) where something moves by more than a metre, comes, goes,
 * or ends beyond its road, and the edit does not name it. An edit that carries answers for every placement, another for
 * those that are approved.
 */
export function refuseStrayed({ ops, carry }: Edit, before: Tables): void {
  const after = withOps(before, ops);
  const named = new Set(carry?.moved);
  const partOf = new Map(carry?.parts);
  const strayed = displacedBy(before, after, affectedBy(ops, before), partOf).filter(({ id }) => {
    const { state } = before.placement.get(id) ?? after.placement.get(id) ?? { state: 'draft' };
    return !named.has(id) && (carry !== undefined || !PLANNABLE.has(state));
  });
  if (strayed.length === 0) return;
  throw new ApiError(422, 'carry.moved', {
    field: 'carry',
    params: { count: strayed.length, metres: Math.round(Math.max(...strayed.map((d) => d.metres))) },
  });
}
