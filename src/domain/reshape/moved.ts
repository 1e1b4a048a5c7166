/** What edits move on the ground, and what of the plan they can move at all. */
import { applyOp, type Carry, type Op } from '../edit/edit.ts';
import { withRows } from '../edit/tables.ts';
import type { AnyRow, Entity, Id, Tables } from '../model/rows.ts';
import { quantityIn } from '../plan/amounts.ts';
import { displacedBy, strayedFeatures } from './displaced.ts';

/** The placements that an edit writes, and those on roads that it writes, or writes a bridge or a post of. */
export function affectedBy(ops: readonly Op[], tables: Tables): ReadonlySet<Id> {
  const ids = new Set(ops.flatMap((op) => (op.entity === 'placement' ? [op.id] : [])));
  const roads = new Set<Id | null | undefined>(
    ops.flatMap((op) => {
      if (op.entity === 'road') return [op.id];
      if (op.entity !== 'roadFeature') return [];
      return [tables.roadFeature.get(op.id)?.roadId, op.kind === 'delete' ? null : op.fields.roadId];
    }),
  );
  for (const row of tables.placement.values())
    if (row.roadId !== null && roads.has(row.roadId)) ids.add(row.id);
  return ids;
}

/** The placements, bridges and posts that ops on roads would move, by more than a metre or beyond their road. */
export function movedBy(tables: Tables, ops: readonly Op[], parts: Carry['parts'] = []): Id[] {
  const after = withOps(tables, ops);
  return [
    ...displacedBy(tables, after, affectedBy(ops, tables), new Map(parts)).map((d) => d.id),
    ...strayedFeatures(tables, after, featuresOn(ops, tables)),
  ];
}

/** The bridges and posts on roads that an edit shapes, and those that it writes. */
export function featuresOn(ops: readonly Op[], tables: Tables): ReadonlySet<Id> {
  const ids = new Set(ops.flatMap((op) => (op.entity === 'roadFeature' ? [op.id] : [])));
  const roads = new Set(ops.flatMap((op) => (op.entity === 'road' ? [op.id] : [])));
  for (const row of tables.roadFeature.values()) if (roads.has(row.roadId)) ids.add(row.id);
  return ids;
}

/** More are laid out and compared by nobody in one go: everybody else of the campaign would wait. */
export const MOST_POSITIONS = 300_000;

export function positionsOf(tables: Tables, ids: Iterable<Id>): number {
  let sum = 0;
  for (const id of ids) {
    const row = tables.placement.get(id);
    if (row !== undefined && row.rule !== null) sum += quantityIn(tables, row);
  }
  return sum;
}

/** The rows with ops done on them, one after the other; one that does not fit is passed over. */
export function withOps(tables: Tables, ops: readonly Op[]): Tables {
  const rows = new Map<string, { entity: Entity; id: Id; row: AnyRow | undefined }>();
  for (const op of ops) {
    const key = `${op.entity}:${op.id}`;
    const before = rows.has(key) ? rows.get(key)?.row : tables[op.entity].get(op.id);
    const applied = applyOp(op, before);
    if (applied.ok) rows.set(key, { entity: op.entity, id: op.id, row: applied.value });
  }
  return withRows(tables, [...rows.values()]);
}
