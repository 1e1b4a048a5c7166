/** Reads what the checks of an edit will ask for: its rows, what they refer to, and what lies around them. */
import type { Op } from '../../domain/edit/edit.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Report } from '../../domain/model/entities/report.ts';
import type { RoadFeature } from '../../domain/model/entities/roadFeature.ts';
import type { Task } from '../../domain/model/entities/task.ts';
import { referencesOf } from '../../domain/model/references.ts';
import type { Entity, Id } from '../../domain/model/rows.ts';
import type { RowStore } from './rowStore.ts';

interface Wanted {
  readonly entity: Entity;
  readonly id: Id;
}

/** `ownUnit`: who writes may write what is of a unit alone, and of those below it. */
export async function loadRows(ops: readonly Op[], store: RowStore, ownUnit: boolean): Promise<void> {
  await store.load(
    ops.flatMap((op): Wanted[] => {
      const own = { entity: op.entity, id: op.id };
      return op.kind === 'delete' ? [own] : [own, ...referencesOf(op.entity, op.fields)];
    }),
  );
  await store.load(ops.flatMap((op) => around(op, store)));
  await loadNamed(ops, store);
  await loadUnitsAbove(parentsIn(ops), store);
  if (ownUnit) await loadUnitsAbove(ownersOf(ops, store), store);
}

/** What a row as it is now refers to, where permission or a check asks for it. */
function around(op: Op, store: RowStore): Wanted[] {
  const row = store.get(op.entity, op.id);
  // Its placement decides whose task it is.
  if (op.entity === 'task') {
    const id = (row as Task | undefined)?.placementId;
    return id === undefined ? [] : [{ entity: 'placement', id }];
  }
  // What is told by chainages is told of its placement's road.
  if (op.entity === 'report' && op.kind === 'create') {
    const roadId = store.get('placement', op.fields.placementId)?.roadId;
    return op.fields.spots === null || roadId == null ? [] : [{ entity: 'road', id: roadId }];
  }
  if (op.kind === 'delete' || (op.entity !== 'placement' && op.entity !== 'roadFeature')) return [];
  const wanted: Wanted[] = [];
  const roadId = (row as Placement | RoadFeature | undefined)?.roadId;
  if (roadId != null && ['from', 'to', 'rule', 'coordinate', 'side'].some((f) => f in op.fields))
    wanted.push({ entity: 'road', id: roadId });
  return wanted;
}

/** The reports that those which ops tell take the place of, back to what was done: whose and of which kind they are. */
async function loadNamed(ops: readonly Op[], store: RowStore): Promise<void> {
  let told = ops.flatMap((op): Partial<Report>[] =>
    op.entity === 'report' && op.kind === 'create' ? [op.fields] : [],
  );
  const seen = new Set<Id>();
  while (told.length > 0) {
    const ids = [...new Set(told.flatMap(({ corrects }) => corrects ?? []))].filter((id) => !seen.has(id));
    await store.load(ids.map((id) => ({ entity: 'report', id })));
    for (const id of ids) seen.add(id);
    told = ids.flatMap((id) => store.get('report', id) ?? []);
  }
}

/** The parents that units get: nobody may stand above themselves. */
function parentsIn(ops: readonly Op[]): Id[] {
  return ops.flatMap((op): Id[] =>
    op.entity === 'unit' && op.kind !== 'delete' && op.fields.parentId != null ? [op.fields.parentId] : [],
  );
}

/** The units whose rows ops write. */
function ownersOf(ops: readonly Op[], store: RowStore): Id[] {
  const owners = ops.flatMap((op): (Id | null)[] => {
    if (op.entity === 'placement') return [store.get('placement', op.id)?.unitId ?? null];
    if (op.entity === 'report' && op.kind === 'create')
      return [store.get('placement', op.fields.placementId)?.unitId ?? null];
    if (op.entity !== 'task') return [];
    const after = op.kind === 'delete' ? undefined : op.fields;
    return [store.get('task', op.id), after].flatMap((task) => [
      store.get('placement', task?.placementId ?? '')?.unitId ?? null,
      task?.unitId ?? null,
      task?.assignedUnitId ?? null,
    ]);
  });
  return [...new Set(owners.filter((id) => id !== null))];
}

/** Units and those above them, up to the top. */
export async function loadUnitsAbove(from: readonly Id[], store: RowStore): Promise<void> {
  let ids = [...from];
  const seen = new Set<Id>();
  while (ids.length > 0) {
    await store.load(ids.map((id) => ({ entity: 'unit', id })));
    for (const id of ids) seen.add(id);
    ids = ids.flatMap((id) => store.get('unit', id)?.parentId ?? []).filter((id) => !seen.has(id));
  }
}
