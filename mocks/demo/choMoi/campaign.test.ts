import { expect, test } from 'vitest';
import { edit } from '../../../src/api/contract/edits.ts';
import { newId } from '../../../src/api/contract/newId.ts';
import { ALL_RULES } from '../../../src/data/checks/allRules.ts';
import { PlanChecker } from '../../../src/domain/checks/checker.ts';
import { SEVERITIES } from '../../../src/domain/checks/finding.ts';
import type { RowLookup } from '../../../src/domain/edit/edit.ts';
import { rowFault } from '../../../src/domain/edit/faults.ts';
import { emptyTables, foldOps, rowIn, withRows } from '../../../src/domain/edit/tables.ts';
import type { AnyRow } from '../../../src/domain/model/rows.ts';
import { positionsIn, quantityIn } from '../../../src/domain/plan/amounts.ts';
import { partsOfUnits, unitShares } from '../../../src/domain/plan/shares.ts';
import { stageOf } from '../../../src/domain/progress/stage.ts';
import { positionsByUnit, unitIndex } from '../../../src/domain/unit/units.ts';
import { DEMO_TODAY } from '../builder.ts';
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
  const rows = ((entity, id) => rowIn(tables, { entity, id })) as RowLookup;
  for (const op of demo.ops) {
    const row = rows(op.entity, op.id);
    if (op.kind !== 'create' || row === undefined) throw new Error('the demonstration only creates');
    expect(rowFault(op.entity, row, Object.keys(op.fields), rows), op.id).toBeNull();
  }
});

test('its plan has a realistic size, in many states, and every position is on its road', () => {
  const placements = [...tables.placement.values()];
  expect(tables.unit.size).toBe(14);
  expect(placements.filter((p) => p.rule !== null).length).toBeGreaterThan(35);
  expect(placements.filter((p) => p.rule === null).length).toBeGreaterThan(60);
  const total = placements.reduce((sum, p) => sum + quantityIn(tables, p), 0);
  expect(total).toBeGreaterThan(2800);
  expect(total).toBeLessThan(4000);
  for (const p of placements) expect(positionsIn(tables, p).count, p.id).toBeGreaterThan(0);
  expect(new Set(placements.map((p) => stageOf(tables, p))).size).toBeGreaterThanOrEqual(7);
});

test('a unit’s and a placement’s names stay the same from one start to the next', () => {
  const again = demoEdit(newId(), newId());
  expect(again.ops).toEqual(demo.ops);
});

test('everything stands on the ground of the unit in charge of it, and everybody has something to do', () => {
  const index = unitIndex(tables.unit);
  for (const p of tables.placement.values()) {
    if (p.unitId === null) continue;
    const parts = positionsByUnit(index, positionsIn(tables, p));
    expect([...parts.keys()], p.id).toEqual([p.unitId]);
  }
  const parts = partsOfUnits(tables);
  for (const { id, name } of tables.unit.values())
    expect(parts.get(id)?.quantity ?? 0, name).toBeGreaterThan(9);
});

test('two communes have finished, and the one that is stuck says why', () => {
  const done = (unitId: string) =>
    [...tables.placement.values()]
      .filter((p) => p.unitId === unitId)
      .every((p) => stageOf(tables, p) === 'inspected');
  const finished = [...tables.unit.values()].filter((u) => done(u.id)).map((u) => u.name);
  expect(finished).toEqual(['Thanh Vận', 'Quảng Chu']);
  const stuck = [...tables.placement.values()].filter((p) => p.state === 'sent-back');
  expect(new Set(stuck.map((p) => tables.unit.get(p.unitId ?? '')?.name))).toEqual(new Set(['Cao Kỳ']));
  for (const { note } of stuck) expect(note).not.toBe('');
});

test('its findings are of every weight, and one is accepted', () => {
  const { findings } = new PlanChecker(ALL_RULES, tables, DEMO_TODAY);
  for (const severity of SEVERITIES) expect(findings.filter((f) => f.severity === severity)).not.toEqual([]);
  expect(new Set(findings.map((f) => f.rule)).size).toBeGreaterThanOrEqual(12);
  const accepted = [...tables.acceptance.values()].map((a) => a.finding);
  expect(findings.map((f) => f.key)).toEqual(expect.arrayContaining(accepted));
});

test('every fix that a finding offers mends it, and brings no error that was not there', () => {
  const checker = new PlanChecker(ALL_RULES, tables, DEMO_TODAY);
  const before = new Set(checker.findings.map((f) => f.key));
  const fixable = checker.findings.filter((f) => f.fix !== null);
  expect(fixable.length).toBeGreaterThanOrEqual(8);
  for (const { key, fix } of fixable) {
    const changes = (fix?.ops ?? []).map(({ entity, id }) => ({
      entity,
      id,
      row: foldOps(
        tables[entity].get(id),
        (fix?.ops ?? []).filter((op) => op.id === id),
      ),
    }));
    const after = new PlanChecker(ALL_RULES, withRows(tables, changes), DEMO_TODAY).findings;
    expect(
      after.map((f) => f.key),
      key,
    ).not.toContain(key);
    expect(
      after.filter((f) => f.severity === 'error' && !before.has(f.key)),
      key,
    ).toEqual([]);
  }
});

test('quantities by unit add up to the whole', () => {
  for (const row of tables.placement.values()) {
    const shares = [...unitShares(tables, { ...row, unitId: null }).values()];
    expect(
      shares.reduce((a, b) => a + b, 0),
      row.id,
    ).toBe(quantityIn(tables, row));
  }
});
