import { ENTITIES, type Entity, type Id, shapeOf, type Tables } from '../model/rows.ts';
import type { DeleteOp } from './edit.ts';

/** The ops that delete rows and, before them, those that they own: a placement takes its tasks along. */
export function deletionOf(tables: Tables, entity: Entity, ids: ReadonlySet<Id>): DeleteOp[] {
  if (ids.size === 0) return [];
  const owned = ENTITIES.flatMap((by) => {
    const { ownedBy, references = {} } = shapeOf(by);
    if (ownedBy === undefined || references[ownedBy] !== entity) return [];
    const rows = [...tables[by].values()] as unknown as readonly (Readonly<Record<string, unknown>> & {
      readonly id: Id;
    })[];
    return deletionOf(tables, by, new Set(rows.filter((r) => ids.has(r[ownedBy] as Id)).map((r) => r.id)));
  });
  const own = [...ids].flatMap((id): DeleteOp[] => {
    const row = tables[entity].get(id);
    return row === undefined ? [] : [{ kind: 'delete', entity, id, version: row.version }];
  });
  return [...owned, ...own];
}

/** The ops that delete roads with all that is addressed on them: placements with what those own, bridges and posts. */
export function roadsRemoval(tables: Tables, ids: ReadonlySet<Id>): DeleteOp[] {
  const on = (rows: Iterable<{ readonly id: Id; readonly roadId: Id | null }>) =>
    new Set([...rows].filter((row) => ids.has(row.roadId ?? '')).map((row) => row.id));
  return [
    ...deletionOf(tables, 'placement', on(tables.placement.values())),
    ...deletionOf(tables, 'roadFeature', on(tables.roadFeature.values())),
    ...deletionOf(tables, 'road', ids),
  ];
}
