/** On whose ground what has no unit stands: asked where somebody may write what is of a unit alone. */
import type { Op } from '../../domain/edit/edit.ts';
import type { Given, Grounds } from '../../domain/edit/ownUnit.ts';
import { emptyTables, withRows } from '../../domain/edit/tables.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Spots } from '../../domain/model/entities/report.ts';
import type { Id } from '../../domain/model/rows.ts';
import { sharesWithin } from '../../domain/progress/progress.ts';
import { loadUnitsAbove } from './loadRows.ts';
import type { RowStore } from './rowStore.ts';

/** Reads all that it takes; `ops` are those of the edit, whose rows are read already. */
export async function loadGrounds(ops: readonly Op[], store: RowStore): Promise<Grounds> {
  const all = ops.flatMap((op) => placementsOf(op, store));
  const given = await loadGiven(
    all.map((row) => row.id),
    store,
  );
  const ground = await loadGround(
    all.filter((row) => row.unitId === null),
    store,
  );
  return Object.assign(ground, { given: (id: Id) => given.get(id) ?? [] });
}

/** What of the work on some placements was given to units, and who is above these. */
async function loadGiven(ids: readonly Id[], store: RowStore): Promise<ReadonlyMap<Id, readonly Given[]>> {
  const tasks = await store.givenOf([...new Set(ids)]);
  await loadUnitsAbove(
    tasks.map(({ to }) => to),
    store,
  );
  return Map.groupBy(tasks, ({ placementId }) => placementId);
}

async function loadGround(placements: readonly Placement[], store: RowStore) {
  if (placements.length === 0) return () => new Map<Id | null, number>();
  const roadIds = [...new Set(placements.flatMap((row) => row.roadId ?? []))];
  await store.load([
    { entity: 'campaign', id: store.campaignId },
    ...roadIds.map((id) => ({ entity: 'road' as const, id })),
  ]);
  const features = (await Promise.all(roadIds.map((id) => store.featuresOf(id)))).flat();
  const tables = withRows(emptyTables(), [
    { entity: 'campaign', id: store.campaignId, row: store.get('campaign', store.campaignId) },
    ...roadIds.map((id) => ({ entity: 'road' as const, id, row: store.get('road', id) })),
    ...features.map((row) => ({ entity: 'roadFeature' as const, id: row.id, row })),
    ...(await store.all('unit')).map((row) => ({ entity: 'unit' as const, id: row.id, row })),
  ]);
  // Whoever may write by the ground alone moves nothing: what a placement stands on is the same for the whole edit.
  const known = new Map<Id, ReturnType<Grounds>>();
  return (row: Placement, spots: Spots = null) => {
    if (spots !== null) return sharesWithin(tables, row, spots);
    const shares = known.get(row.id) ?? sharesWithin(tables, row, null);
    known.set(row.id, shares);
    return shares;
  };
}

/** The placements whose an op's row is: itself, or those that a task or a report was and will be of. */
function placementsOf(op: Op, store: RowStore): Placement[] {
  if (op.entity === 'placement') return [store.get('placement', op.id) ?? []].flat();
  if (op.entity === 'report' && op.kind === 'create')
    return [store.get('placement', op.fields.placementId) ?? []].flat();
  if (op.entity !== 'task') return [];
  const after = op.kind === 'delete' ? undefined : op.fields.placementId;
  return [store.get('task', op.id)?.placementId, after].flatMap(
    (id) => store.get('placement', id ?? '') ?? [],
  );
}
