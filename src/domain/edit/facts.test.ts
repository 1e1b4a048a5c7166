/** Who may tell and take back what, and how a report that was taken back counts again. */
import { expect, test } from 'vitest';
import type { Report } from '../model/entities/report.ts';
import type { AnyRow, Entity, Id } from '../model/rows.ts';
import { inForce } from '../progress/inForce.ts';
import { aPlacement, aReport, idOf, idsOf } from '../testing.ts';
import type { CreateOp, RowLookup } from './edit.ts';
import { toldAgain, withdrawalOf } from './facts.ts';
import { rowFault } from './faults.ts';
import { mayDo } from './permissions.ts';
import type { Role } from './roles.ts';

const newId = idsOf('N');
const row = aPlacement({ state: 'ready' });
const opOf = ({ id, version: _, ...fields }: Report): CreateOp<'report'> => ({
  kind: 'create',
  entity: 'report',
  id,
  fields,
});
const rowOf = ({ id, fields }: CreateOp<'report'>): Report => ({ ...fields, id, version: 1 });
const lookup = (...rows: readonly AnyRow[]): RowLookup =>
  ((_entity: Entity, id: Id) => rows.find((r) => r.id === id)) as RowLookup;
const member = (role: Role) => ({
  campaignId: null,
  role,
  unitId: role === 'unit-officer' ? row.unitId : null,
});

test('undone and done again, however often, it counts again and nothing is told twice', () => {
  const first = opOf(aReport({ id: idOf('B', 1) }));
  let told: Report[] = [rowOf(first)];
  for (let turn = 0; turn < 4; turn++) {
    const back = withdrawalOf(first, newId);
    told = [...told, rowOf(back)];
    expect(inForce(told)).toEqual([]);
    const again = toldAgain(first, told, newId) as CreateOp<'report'>[];
    expect(again.map((op) => op.fields.kind)).toEqual(['withdrawn']);
    told = [...told, ...again.map(rowOf)];
    expect(inForce(told).map((r) => r.id)).toEqual([first.id]);
  }
  expect(toldAgain(first, [], newId)).toEqual([first]);
});

test('a commune does not accept its own work, nor take an acceptance back, by whatever way', () => {
  const accepted = aReport({ id: idOf('B', 1), kind: 'accepted' });
  const back = rowOf(withdrawalOf(opOf(accepted), newId));
  const rows = lookup(row, accepted, back, aUnit());
  const may = (role: Role, report: Report) => mayDo(member(role), opOf(report), rows);
  for (const report of [accepted, back, rowOf(withdrawalOf(opOf(back), newId))]) {
    expect(may('unit-officer', report)).toMatchObject({ reason: { code: 'denied.report' } });
    for (const role of ['planner', 'leader', 'admin'] as const) expect(may(role, report).ok).toBe(true);
  }
  const installed = aReport({ id: idOf('B', 2) });
  expect(may('unit-officer', installed).ok).toBe(true);
  expect(may('leader', installed)).toMatchObject({ reason: { code: 'denied.report' } });
  expect(may('viewer', installed)).toMatchObject({ reason: { code: 'denied.role' } });
  // One that was the planner's to say is not said otherwise by the commune.
  const instead = aReport({ id: idOf('B', 3), corrects: accepted.id });
  expect(may('unit-officer', instead)).toMatchObject({ reason: { code: 'denied.report' } });
});

test('nothing is put up that nobody approved; what came down may be told', () => {
  const draft = aPlacement({ state: 'draft' });
  const rows = lookup(draft);
  const may = (kind: Report['kind']) => mayDo(member('planner'), opOf(aReport({ kind })), rows);
  expect(may('installed')).toMatchObject({ reason: { code: 'denied.not-approved' } });
  expect(may('taken-down').ok).toBe(true);
});

test('a report is neither changed nor deleted by anybody', () => {
  const report = aReport({ id: idOf('B', 1) });
  const rows = lookup(row, report);
  const { id, version } = report;
  for (const role of ['admin', 'planner'] as const) {
    const set = { kind: 'set', entity: 'report', id, version, fields: { note: 'x' } } as const;
    expect(mayDo(member(role), set, rows)).toMatchObject({ reason: { code: 'denied.role' } });
    expect(mayDo(member(role), { kind: 'delete', entity: 'report', id, version }, rows).ok).toBe(false);
  }
});

test('a report that contradicts itself is refused with its field', () => {
  const other = aReport({ id: idOf('B', 9), placementId: idOf('P', 2) });
  const fault = (change: Partial<Report>) => {
    const report = aReport(change);
    return rowFault('report', report, Object.keys(report), lookup(row, other))?.code;
  };
  expect(fault({})).toBeUndefined();
  expect(fault({ kind: 'withdrawn' })).toBe('row.withdraws-nothing');
  expect(fault({ corrects: other.id })).toBe('row.corrects-other');
  expect(fault({ spots: [{ from: 20, to: 10, sides: 'both' }] })).toBe('row.report-ends-order');
});

function aUnit(): AnyRow {
  return { id: row.unitId, version: 1, parentId: null } as unknown as AnyRow;
}
