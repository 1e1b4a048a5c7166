/** What a leader approves is what he has read. */
import { beforeAll, expect, test } from 'vitest';
import { type Ask, posting, TestApi } from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;
let leader: Ask;

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  leader = await api.asRole('leader', campaign);
});

const post = (who: Ask, ops: readonly Op[]) => who(...posting(campaign, ops));
const APPROVAL = { approved: true, approvalDocument: 'CV 31', approvalDay: '2020-10-01' };

async function added(text: string): Promise<{ id: Id; version: number }> {
  const id = newId();
  const fields = {
    text,
    typeIds: [],
    priority: 0,
    approved: false,
    approvalDocument: '',
    approvalDay: null,
  };
  const done = await post(planner, [{ kind: 'create', entity: 'slogan', id, fields }]);
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  return { id, version: done.json.number as number };
}

function set(id: Id, version: number, fields: Partial<FieldsOf<'slogan'>>): Op {
  return { kind: 'set', entity: 'slogan', id, version, fields };
}

test('a slogan whose text was changed since it was read is not approved, but asked about', async () => {
  const { id, version } = await added('Mừng Đại hội!');
  const later = await post(planner, [set(id, version, { text: 'Mừng ngày hội!' })]);
  expect(later.status).toBe(200);
  const refused = await post(leader, [set(id, version, APPROVAL)]);
  expect(refused.status).toBe(409);
  expect(refused.json).toMatchObject({
    conflicts: [{ entity: 'slogan', id, fields: ['text'], current: { text: 'Mừng ngày hội!' } }],
  });
  // Read anew, it is approved.
  expect((await post(leader, [set(id, later.json.number as number, APPROVAL)])).status).toBe(200);
});

test('what else was changed of it does not stand in the way', async () => {
  const { id, version } = await added('Mừng Đảng!');
  await post(planner, [set(id, version, { priority: 3 })]);
  expect((await post(leader, [set(id, version, APPROVAL)])).status).toBe(200);
});
