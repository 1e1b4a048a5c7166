/** Work that is given: who may give it to whom, what a crew may tell of what it was given, and what contradicts itself. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  placementFields,
  posting,
  TestApi,
  UNIT_FIELDS,
} from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import { task as TASK, type Task } from '../../domain/model/entities/task.ts';
import type { Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';
import { PROTOCOL } from '../contract/protocol.ts';

let api: TestApi;
let campaign: Id;
let [planner, leader, officer, crew]: Ask[] = [];
const [own, ofCrew, deeper, other, type] = [newId(), newId(), newId(), newId(), newId()];

const unit = (id: Id, name: string, parentId: Id | null): Op => ({
  kind: 'create',
  entity: 'unit',
  id,
  fields: { ...UNIT_FIELDS, name, code: name, parentId },
});

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  const admin = await api.asRole('admin', campaign);
  const ops: Op[] = [
    unit(own, 'Xã', null),
    unit(ofCrew, 'Tổ 2', own),
    unit(deeper, 'Nhóm 1', ofCrew),
    unit(other, 'Xã khác', null),
    { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
  ];
  expect((await admin(...posting(campaign, ops))).status).toBe(200);
  planner = await api.asRole('planner', campaign);
  leader = await api.asRole('leader', campaign);
  officer = await api.asRole('unit-officer', campaign, own);
  crew = await api.asRole('unit-officer', campaign, ofCrew);
});

/** 200, or the reason. */
async function answer(who: Ask | undefined, ...ops: readonly Op[]): Promise<unknown> {
  const done = await (who as Ask)(...posting(campaign, ops, { protocol: PROTOCOL }));
  return done.status === 200 ? 200 : (done.json.error as { code: string }).code;
}

async function placed(): Promise<Id> {
  const id = newId();
  const fields = placementFields(type, { unitId: own, state: 'ready' });
  const admin = await api.asRole('admin', campaign);
  expect(await answer(admin, { kind: 'create', entity: 'placement', id, fields })).toBe(200);
  return id;
}

const says = (placementId: Id, said: Partial<Task>, itemId = 'survey'): Op => ({
  kind: 'create',
  entity: 'task',
  id: newId(),
  fields: { ...TASK.blank, placementId, itemId, ...said },
});
const installed = (placementId: Id): Op => ({
  kind: 'create',
  entity: 'report',
  id: newId(),
  fields: {
    ...{ placementId, kind: 'installed', spots: null, quantity: 1, day: '2020-10-20', who: 'Tổ 2' },
    ...{ note: '', corrects: null },
  },
});
const DONE = { standing: 'done', day: '2020-10-20', who: 'Tổ 2' } as const;

test('a crew tells of what its unit has when that was given to it, and not before', async () => {
  const row = await placed();
  expect(await answer(crew, installed(row))).toBe('denied.own-unit');
  expect(await answer(crew, says(row, DONE))).toBe('denied.own-unit');
  expect(await answer(officer, says(row, { assignedUnitId: ofCrew }, 'install'))).toBe(200);
  expect(await answer(crew, installed(row))).toBe(200);
  expect(await answer(crew, says(row, DONE))).toBe(200);
  // Of another row it is not.
  expect(await answer(crew, installed(await placed()))).toBe('denied.own-unit');
});

test('an officer gives to the own unit and below it, a planner and a leader to anybody', async () => {
  const row = await placed();
  expect(await answer(officer, says(row, { assignedUnitId: other }))).toBe('denied.own-unit');
  expect(await answer(officer, says(row, { assignedUnitId: deeper }, 'maintain'))).toBe(200);
  expect(await answer(planner, says(row, { assignedUnitId: other }))).toBe(200);
  expect(await answer(leader, says(row, { assignedUnitId: other }, 'print'))).toBe(200);
});

test('a leader gives work and sets days; that it is done is said by others', async () => {
  const row = await placed();
  const due = { milestone: 'opening', days: -2 };
  expect(await answer(leader, says(row, { due, assignedTo: 'An' }))).toBe(200);
  expect(await answer(leader, says(row, DONE, 'print'))).toBe('denied.task-done');
});

describe('what contradicts itself', () => {
  test('is refused: done without a day, open with one, not possible without a reason', async () => {
    const row = await placed();
    expect(await answer(planner, says(row, { standing: 'done' }))).toBe('row.task-day');
    expect(await answer(planner, says(row, { day: '2020-10-20' }))).toBe('row.task-day');
    const cannot = { standing: 'cannot', day: '2020-10-20' } as const;
    expect(await answer(planner, says(row, cannot))).toBe('row.task-reason');
    expect(await answer(planner, says(row, { ...cannot, note: 'Sạt lở' }))).toBe(200);
  });
});
