/** A commune of 2026 is told by data alone: hamlets, two occasions, no district. */
import { expect, test } from 'vitest';
import { edit } from '../../../src/api/contract/edits.ts';
import { newId } from '../../../src/api/contract/newId.ts';
import { ALL_RULES } from '../../../src/data/checks/allRules.ts';
import { PlanChecker } from '../../../src/domain/checks/checker.ts';
import { emptyTables, withRows } from '../../../src/domain/edit/tables.ts';
import type { AnyRow, Tables } from '../../../src/domain/model/rows.ts';
import { positionsIn } from '../../../src/domain/plan/amounts.ts';
import { measuredOf } from '../../../src/domain/road/measuredOf.ts';
import { daysOf, mainOccasion } from '../../../src/domain/schedule/occasions.ts';
import { guardSlogan } from '../../../src/domain/slogan/guard.ts';
import { guardedAlone } from '../../../src/domain/slogan/guarded.ts';
import { positionsByUnit, unitIndex } from '../../../src/domain/unit/units.ts';
import { demoEdit } from '../choMoi/campaign.ts';
import { SECOND_TODAY, secondDemoEdit } from './campaign.ts';

const demo = secondDemoEdit(newId(), newId());
const tables: Tables = withRows(
  emptyTables(),
  demo.ops.flatMap((op) =>
    op.kind === 'create'
      ? [{ entity: op.entity, id: op.id, row: { ...op.fields, id: op.id, version: 1 } as AnyRow }]
      : [],
  ),
);

test('it is taken like any edit, and none of its ids is the other demonstration’s', () => {
  expect(edit.safeParse(demo).error).toBeUndefined();
  const others = new Set(demoEdit(newId(), newId()).ops.map((op) => op.id));
  expect(demo.ops.filter((op) => others.has(op.id))).toEqual([]);
});

test('D is the opening of the national congress; the election follows', () => {
  const [campaign] = tables.campaign.values();
  const main = mainOccasion(campaign, tables.occasion);
  expect(main && daysOf(main)).toEqual({ openingDay: '2026-01-20', closingDay: '2026-01-23' });
  expect([...tables.occasion.values()].map((o) => [o.kind, o.openingDay])).toEqual([
    ['congress', '2026-01-20'],
    ['election', '2026-03-15'],
  ]);
});

test('hamlets are its units, everything stands in the one in charge of it, and each has something', () => {
  expect(new Set([...tables.unit.values()].map((u) => u.kind))).toEqual(new Set(['thôn']));
  const index = unitIndex(tables.unit);
  const busy = new Set<string | null>();
  for (const p of tables.placement.values()) {
    expect([...positionsByUnit(index, positionsIn(tables, p)).keys()], p.id).toEqual([p.unitId]);
    busy.add(p.unitId);
  }
  expect(busy.size).toBe(tables.unit.size);
});

test('the national road keeps its posts’ numbers', () => {
  const road = [...tables.road.values()].find((r) => r.code === 'QL.3');
  const measured = road === undefined ? null : measuredOf(road);
  expect(measured?.minChainage).toBeGreaterThan(134_000);
  expect(measured?.maxChainage).toBeLessThan(147_500);
});

test('its slogans are right by its own occasions, and its plan has few findings, none of them of another year', () => {
  for (const slogan of tables.slogan.values())
    expect(guardSlogan(slogan.text, guardedAlone(tables)), slogan.text).toEqual([]);
  const { findings } = new PlanChecker(ALL_RULES, tables, SECOND_TODAY);
  expect(findings.filter((f) => f.severity === 'error').map((f) => f.key)).toEqual([]);
});
