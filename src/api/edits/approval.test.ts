/** The quantity that an approval saw goes with the step. */
import { beforeAll, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  placementFields,
  posting,
  ROAD_FIELDS,
  stretchFields,
  TestApi,
} from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { FieldsOf, Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;
let leader: Ask;
const [type, road] = [newId(), newId()];

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  leader = await api.asRole('leader', campaign);
  await does(planner, [
    { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    { kind: 'create', entity: 'road', id: road, fields: ROAD_FIELDS },
  ]);
});

async function does(who: Ask, ops: readonly Op[]): Promise<number> {
  const done = await post(who, ops);
  expect(done.status, JSON.stringify(done.json)).toBe(200);
  return done.json.number as number;
}

const post = (who: Ask, ops: readonly Op[], protocol = 2) => who(...posting(campaign, ops, { protocol }));

async function submitted(fields: FieldsOf<'placement'> = stretchFields(type, road)) {
  const id = newId();
  const version = await does(planner, [
    { kind: 'create', entity: 'placement', id, fields: { ...fields, state: 'draft' } },
  ]);
  const later = await does(planner, [set(id, version, { state: 'submitted', approvedQuantity: null })]);
  return { id, version: later };
}

function set(id: Id, version: number, fields: Partial<FieldsOf<'placement'>>): Op {
  return { kind: 'set', entity: 'placement', id, version, fields };
}

async function approvedQuantity(id: Id): Promise<unknown> {
  const [row] = (
    (await api.db.execute(`select approved_quantity as n from placement where id = '${id}'`)) as unknown as {
      rows: { n: unknown }[];
    }
  ).rows;
  return row?.n;
}

test('an approval carries today’s quantity, as the server counts it', async () => {
  const { id, version } = await submitted();
  const approve = (n: number | undefined) =>
    post(leader, [
      set(id, version, { state: 'approved', ...(n === undefined ? {} : { approvedQuantity: n }) }),
    ]);
  for (const given of [81, undefined])
    expect(await approve(given)).toMatchObject({
      status: 422,
      json: {
        error: {
          code: 'placement.approved-quantity',
          field: 'ops.0.fields.approvedQuantity',
          params: { given: given ?? 0, now: 82 },
        },
      },
    });
  expect((await approve(82)).status).toBe(200);
  expect(await approvedQuantity(id)).toBe(82);
});

test('a bridge that somebody drew meanwhile is counted, also when the same edit draws it', async () => {
  const { id, version } = await submitted();
  const bridge = { roadId: road, kind: 'bridge', name: 'Cầu', from: 1201, to: 1299 } as const;
  const fields = { state: 'approved', approvedQuantity: 82 } as const;
  const planned: Op = { kind: 'create', entity: 'roadFeature', id: newId(), fields: bridge };
  const admin = await api.asRole('admin', campaign);
  expect(await post(admin, [planned, set(id, version, fields)])).toMatchObject({
    status: 422,
    json: { error: { params: { given: 82, now: 76 } } },
  });
  await does(planner, [planned]);
  expect((await post(leader, [set(id, version, fields)])).status).toBe(422);
  await does(leader, [set(id, version, { ...fields, approvedQuantity: 76 })]);
});

test('the way back drops it, and must say so', async () => {
  const point = placementFields(type, { pointQuantity: 4 });
  const { id, version } = await submitted(point);
  const approved = await does(leader, [set(id, version, { state: 'approved', approvedQuantity: 4 })]);
  expect(await post(leader, [set(id, approved, { state: 'submitted' })])).toMatchObject({
    status: 422,
    json: { error: { code: 'row.approved-too-early' } },
  });
  await does(leader, [set(id, approved, { state: 'submitted', approvedQuantity: null })]);
  expect(await approvedQuantity(id)).toBeNull();
});

test('it is nobody’s to write by itself', async () => {
  const { id, version } = await submitted(placementFields(type));
  const approved = await does(leader, [set(id, version, { state: 'approved', approvedQuantity: 1 })]);
  const admin = await api.asRole('admin', campaign);
  for (const who of [planner, leader, admin])
    for (const fields of [
      { approvedQuantity: 5 },
      { approvedQuantity: null },
      { state: 'approved' as const, approvedQuantity: 5 },
    ])
      expect(await post(who, [set(id, approved, fields)])).toMatchObject({
        status: 403,
        json: { error: { code: 'denied.approved-quantity' } },
      });
  const born = { ...placementFields(type), approvedQuantity: 5 };
  expect(
    await post(planner, [{ kind: 'create', entity: 'placement', id: newId(), fields: born }]),
  ).toMatchObject({ status: 422, json: { error: { code: 'row.approved-too-early' } } });
});

test('a page of the first protocol approves without counting, and its way back drops what is there', async () => {
  const { id, version } = await submitted();
  expect((await post(leader, [set(id, version, { state: 'approved' })], 1)).status).toBe(200);
  expect(await approvedQuantity(id)).toBeNull();
  const other = await submitted(placementFields(type));
  const approved = await does(leader, [
    set(other.id, other.version, { state: 'approved', approvedQuantity: 1 }),
  ]);
  expect((await post(planner, [set(other.id, approved, { state: 'draft' })], 1)).status).toBe(200);
  expect(await approvedQuantity(other.id)).toBeNull();
});

test('many are approved at once', async () => {
  const rows = [];
  for (let i = 0; i < 5; i++) rows.push(await submitted());
  await does(
    leader,
    rows.map(({ id, version }) => set(id, version, { state: 'approved', approvedQuantity: 76 })),
  );
});
