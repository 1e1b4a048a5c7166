import { expect, test } from 'vitest';
import { edit } from '../../src/api/contract/edits.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { rowFault } from '../../src/api/contract/rows.ts';
import { positionsIn, quantityIn } from '../../src/data/derived/placements.ts';
import { emptyTables, withRows } from '../../src/data/replica/tables.ts';
import { PLACEMENT_STATES } from '../../src/domain/edit/states.ts';
import type { AnyRow } from '../../src/domain/model/rows.ts';
import { demoEdit } from './campaign.ts';

const demo = demoEdit(newId(), newId());
const tables = withRows(
  emptyTables(),
  demo.ops.flatMap((op) =>
    op.kind === 'create'
      ? [{ entity: op.entity, id: op.id, row: { ...op.fields, id: op.id, version: 1 } as AnyRow }]
      : [],
  ),
);

test('the demonstration would be accepted at the door like any edit', () => {
  expect(edit.safeParse(demo).error).toBeUndefined();
  for (const op of demo.ops) if (op.kind === 'create') expect(rowFault(op.entity, op.fields)).toBeNull();
});

test('its plan has a realistic size, in many states, and every position is on its road', () => {
  const placements = [...tables.placement.values()];
  expect(tables.unit.size).toBe(14);
  expect(placements.filter((p) => p.rule !== null)).toHaveLength(30);
  expect(placements.filter((p) => p.rule === null)).toHaveLength(60);
  const total = placements.reduce((sum, p) => sum + quantityIn(tables, p), 0);
  expect(total).toBeGreaterThan(2800);
  expect(total).toBeLessThan(3300);
  for (const p of placements) expect(positionsIn(tables, p).count, p.id).toBeGreaterThan(0);
  expect(new Set(placements.map((p) => p.state)).size).toBeGreaterThanOrEqual(PLACEMENT_STATES.length - 2);
});

test('a unit’s and a placement’s names stay the same from one start to the next', () => {
  const again = demoEdit(newId(), newId());
  expect(again.ops).toEqual(demo.ops);
});
