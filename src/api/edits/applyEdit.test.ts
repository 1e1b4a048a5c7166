import { beforeAll, describe, expect, test } from 'vitest';
import { ASSET_TYPE_FIELDS, type Ask, placementFields, posting, TestApi } from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Id } from '../../domain/model/rows.ts';
import { DONE_TASK } from '../../domain/testing.ts';
import { newId } from '../contract/newId.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
});

const createUnit = (id: Id, name = 'Nông Hạ'): Op => ({
  kind: 'create',
  entity: 'unit',
  id,
  fields: {
    code: '02107',
    name,
    kind: 'xã',
    centre: null,
    parentId: null,
    boundary: null,
    contact: '',
    phone: '',
  },
});

async function row(entity: string, id: Id) {
  const { json } = await planner(`/campaigns/${campaign}/snapshot`);
  const table = (json.tables as Record<string, { fields: string[]; rows: unknown[][] }>)[entity];
  const values = table?.rows.find((r) => r[0] === id);
  return values && Object.fromEntries(table?.fields.map((f, i) => [f, values[i]]) ?? []);
}

async function number(): Promise<number> {
  return (await planner(`/campaigns/${campaign}/snapshot`)).json.number as number;
}

test('an edit gets the next number, and its rows carry it as their version', async () => {
  const before = await number();
  const id = newId();
  const done = await planner(...posting(campaign, [createUnit(id)]));
  expect(done).toMatchObject({ status: 200, json: { number: before + 1 } });
  expect(await row('unit', id)).toMatchObject({ version: before + 1, name: 'Nông Hạ' });
});

test('the same key counts once, however often it comes, at once or later', async () => {
  const before = await number();
  const id = newId();
  const [path, edit] = posting(campaign, [createUnit(id)]);
  const answers = await Promise.all([planner(path, edit), planner(path, edit), planner(path, edit)]);
  answers.push(await planner(path, edit));
  expect(answers.map((a) => a.json.number)).toEqual(Array(4).fill(before + 1));
  expect(await number()).toBe(before + 1);
});

test('many at a time are numbered without a gap', async () => {
  const before = await number();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => planner(...posting(campaign, [createUnit(newId())]))),
  );
  const numbers = answers.map((a) => a.json.number as number).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => before + 1 + i));
});

test('an edit is all or nothing', async () => {
  const [good, bad] = [newId(), newId()];
  const before = await number();
  const orphan: Op = { kind: 'create', entity: 'placement', id: bad, fields: placementFields(newId()) };
  const done = await planner(...posting(campaign, [createUnit(good), orphan]));
  expect(done).toMatchObject({
    status: 422,
    json: { error: { code: 'row.refers-to-nothing', field: 'ops.1.fields.assetTypeId' } },
  });
  expect(await row('unit', good)).toBeUndefined();
  expect(await number()).toBe(before);
});

describe('two people at one row', () => {
  const other = newId();

  async function aUnit(): Promise<{ id: Id; version: number }> {
    const id = newId();
    const made = await planner(...posting(campaign, [createUnit(id)]));
    return { id, version: made.json.number as number };
  }

  test('different fields merge', async () => {
    const { id, version } = await aUnit();
    await planner(
      ...posting(campaign, [{ kind: 'set', entity: 'unit', id, version, fields: { name: 'Cao Kỳ' } }], {
        replica: other,
      }),
    );
    const mine = await planner(
      ...posting(campaign, [{ kind: 'set', entity: 'unit', id, version, fields: { code: '1' } }]),
    );
    expect(mine.status).toBe(200);
    expect(await row('unit', id)).toMatchObject({ name: 'Cao Kỳ', code: '1' });
  });

  test('the same field comes back with the row as it is, and nothing is overwritten', async () => {
    const { id, version } = await aUnit();
    await planner(
      ...posting(campaign, [{ kind: 'set', entity: 'unit', id, version, fields: { name: 'Cao Kỳ' } }], {
        replica: other,
      }),
    );
    const mine = await planner(
      ...posting(campaign, [
        { kind: 'set', entity: 'unit', id, version, fields: { name: 'Hòa Mục', code: '2' } },
      ]),
    );
    expect(mine).toMatchObject({
      status: 409,
      json: {
        error: { code: 'edit.conflict' },
        conflicts: [{ op: 0, entity: 'unit', id, fields: ['name'], current: { name: 'Cao Kỳ' } }],
      },
    });
    expect(await row('unit', id)).toMatchObject({ name: 'Cao Kỳ', code: '02107' });
  });

  test('the same value is no conflict', async () => {
    const { id, version } = await aUnit();
    const set: Op = { kind: 'set', entity: 'unit', id, version, fields: { name: 'Cao Kỳ' } };
    await planner(...posting(campaign, [set], { replica: other }));
    expect((await planner(...posting(campaign, [set]))).status).toBe(200);
  });

  test('a replica’s own earlier edits are no conflict for its later ones', async () => {
    const { id, version } = await aUnit();
    for (const name of ['A', 'B', 'C']) {
      const done = await planner(
        ...posting(campaign, [{ kind: 'set', entity: 'unit', id, version, fields: { name } }]),
      );
      expect(done.status).toBe(200);
    }
    expect(await row('unit', id)).toMatchObject({ name: 'C' });
  });

  test('but somebody else’s change between them is', async () => {
    const { id, version } = await aUnit();
    const set = (name: string): Op => ({ kind: 'set', entity: 'unit', id, version, fields: { name } });
    await planner(...posting(campaign, [set('A')]));
    const theirs = await planner(
      ...posting(campaign, [{ ...set('B'), version: version + 1 } as Op], { replica: other }),
    );
    expect(theirs.status).toBe(200);
    expect((await planner(...posting(campaign, [set('C')]))).status).toBe(409);
  });

  test('a replica’s name helps nobody else past a conflict', async () => {
    const { id, version } = await aUnit();
    const admin = await api.asRole('admin', null);
    await planner(
      ...posting(campaign, [{ kind: 'set', entity: 'unit', id, version, fields: { name: 'A' } }]),
    );
    const borrowed = await admin(
      ...posting(campaign, [{ kind: 'set', entity: 'unit', id, version, fields: { name: 'B' } }]),
    );
    expect(borrowed.status).toBe(409);
  });

  test('what one deletes the other cannot set, and is told so', async () => {
    const { id, version } = await aUnit();
    await planner(
      ...posting(campaign, [{ kind: 'delete', entity: 'unit', id, version }], { replica: other }),
    );
    const mine = await planner(
      ...posting(campaign, [{ kind: 'set', entity: 'unit', id, version, fields: { name: 'X' } }]),
    );
    expect(mine).toMatchObject({ status: 409, json: { conflicts: [{ current: null }] } });
  });

  test('ticking one item twice shows the second person the first tick', async () => {
    const [type, placement] = [newId(), newId()];
    await planner(
      ...posting(campaign, [
        { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
        { kind: 'create', entity: 'placement', id: placement, fields: placementFields(type) },
      ]),
    );
    const tick = (): Op => ({
      kind: 'create',
      entity: 'task',
      id: newId(),
      fields: {
        placementId: placement,
        itemId: 'survey',
        whole: true,
        unitId: null,
        ...DONE_TASK,
        day: '2020-10-20',
        who: 'Tổ 2',
        quantity: null,
        note: '',
      },
    });
    expect((await planner(...posting(campaign, [tick()]))).status).toBe(200);
    const second = await planner(...posting(campaign, [tick()], { replica: other }));
    expect(second).toMatchObject({
      status: 409,
      json: { conflicts: [{ entity: 'task', by: 'Tên planner-all' }] },
    });
  });
});

test('what is still used cannot be deleted, and the refusal says by what', async () => {
  const [type, placement] = [newId(), newId()];
  const made = await planner(
    ...posting(campaign, [
      { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
      { kind: 'create', entity: 'placement', id: placement, fields: placementFields(type) },
    ]),
  );
  const version = made.json.number as number;
  const done = await planner(
    ...posting(campaign, [{ kind: 'delete', entity: 'assetType', id: type, version }]),
  );
  expect(done).toMatchObject({
    status: 422,
    json: { error: { code: 'row.still-used', params: { by: 'placement' } } },
  });
});

test('a row of another campaign can be neither changed nor referred to', async () => {
  const elsewhere = await api.campaign();
  const admin = await api.asRole('admin', null);
  const id = newId();
  await admin(...posting(elsewhere, [createUnit(id)]));
  const set = await planner(
    ...posting(campaign, [{ kind: 'set', entity: 'unit', id, version: 1, fields: { name: 'X' } }]),
  );
  expect(set.status).toBe(409);
  const type = newId();
  const refer = await planner(
    ...posting(campaign, [
      { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
      { kind: 'create', entity: 'placement', id: newId(), fields: placementFields(type, { unitId: id }) },
    ]),
  );
  expect(refer).toMatchObject({
    status: 422,
    json: { error: { code: 'row.refers-to-nothing', field: 'ops.1.fields.unitId' } },
  });
});

test('changes since a number bring what another screen lacks, in order', async () => {
  const before = await number();
  const id = newId();
  await planner(...posting(campaign, [createUnit(id)]));
  await planner(
    ...posting(campaign, [{ kind: 'set', entity: 'unit', id, version: before + 1, fields: { name: 'Mới' } }]),
  );
  const { json } = await planner(`/campaigns/${campaign}/changes?since=${before}`);
  expect(json).toMatchObject({
    number: before + 2,
    changes: [
      { number: before + 1, ops: [{ kind: 'create', entity: 'unit', id }] },
      { number: before + 2, ops: [{ kind: 'set', id, fields: { name: 'Mới' } }] },
    ],
  });
});
