import type { FieldsOf } from '../../domain/model/rows.ts';
import { newRowId } from '../campaign/commit.ts';
import { selectMany } from '../workbench/choose.ts';
import type { Outcome } from './command.ts';

/** Makes placements and selects them. */
export function making(code: string, all: readonly FieldsOf<'placement'>[], where: string): Outcome {
  const rows = all.map((fields) => ({ id: newRowId(), fields }));
  return {
    note: { code, params: { where, count: rows.length } },
    ops: rows.map(({ id, fields }) => ({ kind: 'create', entity: 'placement', id, fields })),
    after: () => selectMany(rows.map((r) => r.id)),
  };
}
