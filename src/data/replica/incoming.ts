/** What the server sends, as rows: pages of a snapshot, and changes. */
import type { ChangeAnswer, SnapshotAnswer } from '../../api/contract/answers.ts';
import { rowIn } from '../../domain/edit/tables.ts';
import { type AnyRow, ENTITIES, type Entity, type Tables } from '../../domain/model/rows.ts';
import type { RowWrite } from './deviceStore.ts';

/** The server, or another tab of a newer version, speaks of what this page does not know. Reload; the outbox stays. */
export class Outdated extends Error {}

function isEntity(name: string): name is Entity {
  return (ENTITIES as readonly string[]).includes(name);
}

/** Throws Outdated. */
export function rowsOf(page: SnapshotAnswer): RowWrite[] {
  const rows: RowWrite[] = [];
  for (const [entity, table] of Object.entries(page.tables)) {
    if (!isEntity(entity)) throw new Outdated(`rows of ${entity}`);
    for (const values of table.rows) {
      const row = Object.fromEntries(table.fields.map((f, i) => [f, values[i]])) as unknown as AnyRow;
      rows.push({ entity, id: row.id, row });
    }
  }
  return rows;
}

/**
 * The rows that changes touch, as they are after the last of them. Each row is written once, however many changes, and
 * not at all where it is as new as they are: a later page of a snapshot has what came between it and the first.
 * Throws Outdated.
 */
export function writesOf(changes: readonly ChangeAnswer[], base: Tables): RowWrite[] {
  const touched = new Map<string, RowWrite>();
  for (const change of changes)
    for (const op of change.ops) {
      if (!isEntity(op.entity)) throw new Outdated(`a change of ${op.entity}`);
      const ref = { entity: op.entity, id: op.id };
      const stored = rowIn(base, ref);
      if (stored !== undefined && stored.version >= change.number) continue;
      const key = `${op.entity}:${op.id}`;
      const known = touched.get(key);
      // One change may do several things to a row: what counts as older is the row, never what this made of it.
      const before = known === undefined ? stored : known.row;
      const row =
        op.kind === 'delete'
          ? undefined
          : ({ ...before, ...op.fields, id: op.id, version: change.number } as unknown as AnyRow);
      touched.set(key, { ...ref, row });
    }
  return [...touched.values()];
}
