/** Reading and replacing rows of a campaign's tables. */

import { type AnyRow, ENTITIES, type Entity, type Id, type Tables } from '../model/rows.ts';
import { applyOp, type Op } from './edit.ts';

export interface RowRef {
  readonly entity: Entity;
  readonly id: Id;
}

export function emptyTables(): Tables {
  return Object.fromEntries(ENTITIES.map((e) => [e, new Map()])) as unknown as Tables;
}

export function rowIn(tables: Tables, { entity, id }: RowRef): AnyRow | undefined {
  return tables[entity].get(id);
}

/** The tables with some rows replaced; undefined takes a row out. */
export function withRows(
  tables: Tables,
  rows: readonly (RowRef & { readonly row: AnyRow | undefined })[],
): Tables {
  if (rows.length === 0) return tables;
  const next: Record<string, Map<Id, AnyRow>> = {};
  for (const { entity, id, row } of rows) {
    const map = next[entity] ?? new Map<Id, AnyRow>(tables[entity] as ReadonlyMap<Id, AnyRow>);
    next[entity] = map;
    if (row === undefined) map.delete(id);
    else map.set(id, row);
  }
  return { ...tables, ...next } as unknown as Tables;
}

/** A row with the waiting ops on it done. An op that no longer fits (its row was deleted elsewhere) is passed over. */
export function foldOps(row: AnyRow | undefined, ops: readonly Op[]): AnyRow | undefined {
  let now = row;
  for (const op of ops) {
    const applied = applyOp(op, now);
    if (applied.ok) now = applied.value;
  }
  return now;
}

export function refsOf(ops: readonly Op[]): RowRef[] {
  return ops.map(({ entity, id }) => ({ entity, id }));
}
