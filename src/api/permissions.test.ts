/** The permission table over HTTP: every entity × role × kind of op, what it allows and what it refuses. */

import { beforeAll, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  CAMPAIGN_FIELDS,
  OCCASION_FIELDS,
  placementFields,
  posting,
  TestApi,
} from '../../mocks/testApi.ts';
import type { Op, OpKind } from '../domain/edit/edit.ts';
import { ROLES, type Role } from '../domain/edit/roles.ts';
import { ENTITIES, type Entity, type FieldsOf, type Id } from '../domain/model/rows.ts';
import { DONE_TASK } from '../domain/testing.ts';
import { newId } from './contract/newId.ts';

/** The expectation, written out by hand and not read from the table it checks. */
const EXPECTED: Record<Entity, Record<OpKind, readonly Role[]>> = {
  campaign: { create: ['admin'], set: ['admin', 'planner'], delete: [] },
  occasion: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  milestone: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  unit: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  road: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  roadFeature: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  assetType: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  slogan: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  noGoArea: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  place: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  waterway: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  round: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  dressingSet: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  acceptance: {
    create: ['admin', 'planner'],
    set: ['admin', 'planner'],
    delete: ['admin', 'planner', 'leader'],
  },
  savedView: { create: ['admin', 'planner'], set: ['admin', 'planner'], delete: ['admin', 'planner'] },
  placement: {
    create: ['admin', 'planner'],
    set: ['admin', 'planner', 'leader', 'unit-officer'],
    delete: ['admin', 'planner'],
  },
  report: { create: ['admin', 'planner', 'unit-officer'], set: [], delete: [] },
  task: {
    create: ['admin', 'planner', 'unit-officer'],
    set: ['admin', 'planner', 'leader', 'unit-officer'],
    delete: ['admin', 'planner', 'unit-officer'],
  },
};

let api: TestApi;
let campaign: Id;
let admin: Ask;
let unit: Id;
let otherUnit: Id;
let road: Id;
let type: Id;

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  admin = await api.asRole('admin', null);
  [unit, otherUnit, road, type] = [newId(), newId(), newId(), newId()];
  const units = [unit, otherUnit].map(
    (id): Op => ({ kind: 'create', entity: 'unit', id, fields: FIELDS.unit() }),
  );
  const done = await admin(
    ...posting(campaign, [
      ...units,
      { kind: 'create', entity: 'road', id: road, fields: FIELDS.road() },
      { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    ]),
  );
  expect(done.status).toBe(200);
});

const SQUARE = [
  [105.7, 21.8],
  [105.8, 21.8],
  [105.8, 21.9],
  [105.7, 21.8],
] as const;

/** Fields of a row that anyone who may create its kind may create. */
const FIELDS: { [E in Entity]: () => FieldsOf<E> } = {
  campaign: () => CAMPAIGN_FIELDS,
  occasion: () => OCCASION_FIELDS,
  milestone: () => ({ name: 'Mốc', day: null, offsetDays: -3 }),
  unit: () => ({
    code: '',
    name: 'Xã',
    kind: 'xã',
    centre: null,
    parentId: null,
    boundary: null,
    contact: '',
    phone: '',
  }),
  road: () => ({
    code: 'QL.3',
    name: 'Quốc lộ 3',
    class: 'national',
    line: [
      [105.77, 21.88],
      [105.78, 21.89],
    ],
    gaps: [],
    zeroChainage: 0,
    calibration: [],
    halfWidth: 6,
    source: '',
    hidden: false,
  }),
  roadFeature: () => ({ roadId: road, kind: 'bridge', name: 'Cầu', from: 10, to: 20 }),
  assetType: () => ASSET_TYPE_FIELDS,
  slogan: () => ({
    text: 'Khẩu hiệu',
    typeIds: [],
    priority: 0,
    approved: false,
    approvalDocument: '',
    approvalDay: null,
  }),
  noGoArea: () => ({ kind: 'relic', name: 'Di tích', area: [[SQUARE]] }),
  place: () => ({ name: 'Chợ', kind: 'market', coordinate: [105.78, 21.88] }),
  waterway: () => ({ name: 'Sông Cầu', line: SQUARE }),
  round: () => ({
    name: 'Sau bão',
    firstDay: '2020-10-20',
    everyDays: null,
    lastDay: null,
    withinDays: 1,
    roadIds: [],
  }),
  dressingSet: () => ({
    name: 'Cổng huyện',
    items: [
      {
        assetTypeId: type,
        sloganId: null,
        rule: null,
        anchor: 'start',
        offset: 0,
        side: 'right',
        pointQuantity: 1,
      },
    ],
  }),
  acceptance: () => ({
    finding: newId(),
    rule: 'overlap',
    placementId: null,
    reason: 'Đã thống nhất tại chỗ',
    acceptedBy: 'Vũ Hoài',
    day: '2020-10-15',
  }),
  savedView: () => ({ name: 'Việc của tôi', view: '{}' }),
  placement: () => placementFields(type, { unitId: unit }),
  report: () => ({
    placementId: '',
    kind: 'checked',
    spots: null,
    quantity: null,
    day: '2020-10-20',
    who: 'Tổ',
    note: '',
    corrects: null,
  }),
  task: () => ({
    placementId: '',
    itemId: newId().toLowerCase(),
    whole: true,
    unitId: null,
    ...DONE_TASK,
    day: '2020-10-20',
    who: 'Tổ',
    quantity: null,
    note: '',
  }),
};

/** A change that anyone who may set the kind at all may make. */
const CHANGES: { [E in Entity]: Partial<FieldsOf<E>> } = {
  campaign: { theme: 'Chủ đề' },
  occasion: { years: '2021 - 2026' },
  milestone: { name: 'Mốc khác' },
  unit: { name: 'Xã khác' },
  road: { name: 'Tên khác' },
  roadFeature: { name: 'Cầu khác' },
  assetType: { price: 1 },
  slogan: { text: 'Khẩu hiệu khác' },
  noGoArea: { name: 'Di tích khác' },
  place: { name: 'Chợ khác' },
  waterway: { name: 'Sông khác' },
  round: { name: 'Đợt khác' },
  dressingSet: { name: 'Tên khác' },
  acceptance: { reason: 'Lý do khác' },
  savedView: { name: 'Tên khác' },
  placement: { note: 'Ghi chú' },
  report: { note: 'Ghi chú' },
  task: { note: 'Ghi chú' },
};

/** The newest change: who saw it has seen everything. */
async function seen(): Promise<number> {
  return (await admin(`/campaigns/${campaign}/changes?since=0`)).json.number as number;
}

async function aRow(entity: Entity, unitId: Id = unit): Promise<{ id: Id; version: number }> {
  const id = newId();
  const fields = entity === 'placement' ? placementFields(type, { unitId }) : await taskOr(entity, unitId);
  const made = await admin(...posting(campaign, [{ kind: 'create', entity, id, fields } as Op]));
  if (made.status !== 200) throw new Error(`${entity}: ${JSON.stringify(made.json)}`);
  return { id, version: made.json.number as number };
}

async function taskOr(entity: Entity, unitId: Id) {
  const fields = FIELDS[entity]();
  return entity === 'task' || entity === 'report'
    ? { ...fields, placementId: (await aRow('placement', unitId)).id }
    : fields;
}

async function opOf(entity: Entity, kind: OpKind, unitId: Id = unit): Promise<{ campaignId: Id; op: Op }> {
  if (entity === 'campaign') {
    if (kind === 'create') {
      const id = newId();
      return { campaignId: id, op: { kind, entity, id, fields: CAMPAIGN_FIELDS } };
    }
    const op = { kind, entity, id: campaign, version: 1, fields: CHANGES.campaign };
    return {
      campaignId: campaign,
      op: (kind === 'delete' ? { kind, entity, id: campaign, version: 1 } : op) as Op,
    };
  }
  if (kind === 'create') {
    const fields = entity === 'placement' ? placementFields(type, { unitId }) : await taskOr(entity, unitId);
    return { campaignId: campaign, op: { kind, entity, id: newId(), fields } as Op };
  }
  const { id, version } = await aRow(entity, unitId);
  const op =
    kind === 'delete'
      ? { kind, entity, id, version }
      : { kind, entity, id, version, fields: CHANGES[entity] };
  return { campaignId: campaign, op: op as Op };
}

function asRole(role: Role): Promise<Ask> {
  // An administrator of all campaigns may create one; everybody else belongs to this one.
  return api.asRole(role, role === 'admin' ? null : campaign, role === 'unit-officer' ? unit : null);
}

const KINDS: readonly OpKind[] = ['create', 'set', 'delete'];
const cases = ENTITIES.flatMap((entity) =>
  KINDS.flatMap((kind) => ROLES.map((role) => [role, kind, entity] as const)),
);

test.each(cases)('%s: %s %s', async (role, kind, entity) => {
  const { campaignId, op } = await opOf(entity, kind);
  const done = await (await asRole(role))(...posting(campaignId, [op]));
  const expected = EXPECTED[entity][kind].includes(role) ? 200 : 403;
  expect(done.status, JSON.stringify(done.json)).toBe(expected);
  if (expected === 403) expect((done.json.error as { code: string }).code).toMatch(/^denied\./);
});

describe('within a kind', () => {
  test.each(KINDS)('a unit officer may %s tasks of the own unit only', async (kind) => {
    const officer = await asRole('unit-officer');
    const { op } = await opOf('task', kind, otherUnit);
    expect(await officer(...posting(campaign, [op]))).toMatchObject({
      status: 403,
      json: { error: { code: 'denied.own-unit' } },
    });
  });

  test('a unit officer may not take a task over by pointing it at the own unit', async () => {
    const officer = await asRole('unit-officer');
    const foreign = await aRow('task', otherUnit);
    const own = await aRow('placement', unit);
    const op: Op = {
      kind: 'set',
      entity: 'task',
      id: foreign.id,
      version: foreign.version,
      fields: { placementId: own.id },
    };
    expect((await officer(...posting(campaign, [op]))).status).toBe(403);
  });

  test('a planner may not approve: neither a slogan nor a placement, not even as a new one', async () => {
    const planner = await asRole('planner');
    const slogan: Op = {
      kind: 'create',
      entity: 'slogan',
      id: newId(),
      fields: { ...FIELDS.slogan(), approved: true },
    };
    expect(await planner(...posting(campaign, [slogan]))).toMatchObject({
      json: { error: { code: 'denied.field', params: { field: 'approved' } } },
    });
    const born: Op = {
      kind: 'create',
      entity: 'placement',
      id: newId(),
      fields: placementFields(type, { state: 'approved' }),
    };
    expect(await planner(...posting(campaign, [born]))).toMatchObject({
      json: { error: { code: 'denied.step' } },
    });
    const { id, version } = await aRow('placement');
    const step: Op = { kind: 'set', entity: 'placement', id, version, fields: { state: 'approved' } };
    expect(await planner(...posting(campaign, [step]))).toMatchObject({
      json: { error: { code: 'denied.step' } },
    });
  });

  test('a leader approves what was submitted, and does not plan', async () => {
    const [planner, leader] = [await asRole('planner'), await asRole('leader')];
    const { id } = await aRow('placement');
    const set = async (ask: Ask, fields: object) =>
      ask(
        ...posting(campaign, [{ kind: 'set', entity: 'placement', id, version: await seen(), fields } as Op]),
      );
    expect((await set(planner, { state: 'submitted' })).status).toBe(200);
    expect((await set(leader, { pointQuantity: 5 })).status).toBe(403);
    expect((await set(leader, { state: 'approved' })).status).toBe(200);
    expect(await set(planner, { pointQuantity: 5 })).toMatchObject({
      json: { error: { code: 'denied.not-plannable' } },
    });
    expect((await set(planner, { state: 'draft', pointQuantity: 5 })).status).toBe(200);
  });

  test('a planner moves the opening day but not the name of the campaign', async () => {
    const planner = await asRole('planner');
    const version = await seen();
    const set = (fields: object): Op =>
      ({ kind: 'set', entity: 'campaign', id: campaign, version, fields }) as Op;
    const occasion = await aRow('occasion');
    const moved = { kind: 'set', entity: 'occasion', ...occasion, fields: { openingDay: '2020-10-28' } };
    expect((await planner(...posting(campaign, [moved as Op]))).status).toBe(200);
    expect((await planner(...posting(campaign, [set({ mainOccasionId: occasion.id })]))).status).toBe(200);
    expect((await planner(...posting(campaign, [set({ name: 'Khác' })]))).status).toBe(403);
  });
});

describe('who is nobody, or from elsewhere', () => {
  const paths = () => [
    '/session',
    '/campaigns',
    `/campaigns/${campaign}/snapshot`,
    `/campaigns/${campaign}/changes?since=0`,
    `/campaigns/${campaign}/events`,
  ];

  test('no session answers 401 everywhere', async () => {
    const nobody = await api.as(null);
    for (const path of paths()) expect((await nobody(path)).status, path).toBe(401);
    expect((await nobody(...posting(campaign, [(await opOf('unit', 'create')).op]))).status).toBe(401);
  });

  test('a member of another campaign gets 403 here, and does not see it in the list', async () => {
    const elsewhere = await api.campaign();
    const stranger = await api.as('stranger', { campaignId: elsewhere, role: 'admin', unitId: null });
    for (const path of paths().slice(2)) expect((await stranger(path)).status, path).toBe(403);
    const { op } = await opOf('unit', 'create');
    expect(await stranger(...posting(campaign, [op]))).toMatchObject({
      status: 403,
      json: { error: { code: 'denied.scope' } },
    });
    const { json } = await stranger('/campaigns');
    expect((json.campaigns as { id: Id }[]).map((c) => c.id)).toEqual([elsewhere]);
  });

  test('somebody without any membership sees no campaign', async () => {
    const { json } = await (await api.as('new'))('/campaigns');
    expect(json.campaigns).toEqual([]);
  });
});

describe('a slogan’s text and its approval', () => {
  const text = 'Việt Nam muôn năm!';
  async function approved(): Promise<Id> {
    const id = newId();
    const fields = {
      text,
      typeIds: [],
      priority: 1,
      approved: true,
      approvalDocument: 'CV 1',
      approvalDay: '2020-09-01',
    };
    const made = await admin(...posting(campaign, [{ kind: 'create', entity: 'slogan', id, fields }]));
    expect(made.status).toBe(200);
    return id;
  }
  const change = async (id: Id, fields: Partial<FieldsOf<'slogan'>>) =>
    posting(campaign, [{ kind: 'set', entity: 'slogan', id, version: await seen(), fields }]);

  test.each(['admin', 'planner'] as const)(
    '%s cannot change what is approved and leave it approved',
    async (role) => {
      const ask = await api.asRole(role, campaign);
      expect(await ask(...(await change(await approved(), { text: 'Việt Nam!' })))).toMatchObject({
        status: 403,
        json: { error: { code: 'denied.approved-text' } },
      });
    },
  );

  test('a planner changes it by giving its approval up, but gives none', async () => {
    const ask = await api.asRole('planner', campaign);
    const id = await approved();
    const dropped = { text: 'Việt Nam!', approved: false, approvalDocument: '', approvalDay: null };
    expect((await ask(...(await change(id, dropped)))).status).toBe(200);
    expect((await ask(...(await change(id, { approved: true })))).status).toBe(403);
  });
});
