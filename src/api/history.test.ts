/** The history over HTTP: newest first, before and after, of the campaign or of one row. */
import { beforeAll, expect, test } from 'vitest';
import { type Ask, posting, TestApi } from '../../mocks/testApi.ts';
import type { Op } from '../domain/edit/edit.ts';
import type { Id } from '../domain/model/rows.ts';
import type { HistoryAnswer } from './contract/answers.ts';
import { newId } from './contract/newId.ts';

let campaign: Id;
let planner: Ask;
let nobody: Ask;
const unit = newId();

async function does(ops: readonly Op[]): Promise<void> {
  expect((await planner(...posting(campaign, ops))).status).toBe(200);
}

async function history(query = ''): Promise<HistoryAnswer> {
  const { status, json } = await planner(`/campaigns/${campaign}/history${query}`);
  expect(status).toBe(200);
  return json as unknown as HistoryAnswer;
}

beforeAll(async () => {
  const api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  nobody = await api.as('nobody');
  const fields = {
    code: '',
    name: 'Xã',
    kind: 'xã',
    centre: null,
    parentId: null,
    boundary: null,
    contact: '',
    phone: '',
  };
  await does([{ kind: 'create', entity: 'unit', id: unit, fields }]);
  await does([{ kind: 'create', entity: 'unit', id: newId(), fields: { ...fields, name: 'Xã khác' } }]);
  await does([{ kind: 'set', entity: 'unit', id: unit, version: 2, fields: { name: 'Phường' } }]);
});

test('newest first, with the fields before and after, and who did it', async () => {
  const { changes, more } = await history();
  expect(more).toBe(false);
  expect(changes.map((c) => c.number)).toEqual([4, 3, 2, 1]);
  expect(changes[0]).toMatchObject({
    by: 'Tên planner-all',
    whole: true,
    ops: [{ kind: 'set', entity: 'unit', id: unit, before: { name: 'Xã' }, fields: { name: 'Phường' } }],
  });
});

test('of one row, and from a number backwards', async () => {
  expect((await history(`?entity=unit&row=${unit}`)).changes.map((c) => c.number)).toEqual([4, 2]);
  expect((await history('?before=3')).changes.map((c) => c.number)).toEqual([2, 1]);
});

test('more than a page says so', async () => {
  for (let i = 0; i < 50; i++)
    await does([{ kind: 'set', entity: 'unit', id: unit, version: 4 + i, fields: { name: `Xã ${i}` } }]);
  const first = await history();
  expect(first).toMatchObject({ more: true });
  expect(first.changes).toHaveLength(50);
  const rest = await history(`?before=${first.changes[49]?.number}`);
  expect(rest.more).toBe(false);
  expect(rest.changes.map((c) => c.number)).toEqual([4, 3, 2, 1]);
});

test('a question that makes no sense is refused, and so is whoever may not open the campaign', async () => {
  expect(await planner(`/campaigns/${campaign}/history?before=x`)).toMatchObject({
    status: 400,
    json: { error: { code: 'request.invalid', field: 'before' } },
  });
  expect((await planner(`/campaigns/${campaign}/history?entity=user&row=1`)).status).toBe(400);
  expect((await nobody(`/campaigns/${campaign}/history`)).status).toBe(403);
});
