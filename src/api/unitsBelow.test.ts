/** Rights of a unit hold for the units below it: server and screens by the same table. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  placementFields,
  posting,
  ROAD_FIELDS,
  TestApi,
  UNIT_FIELDS,
} from '../../mocks/testApi.ts';
import type { Op } from '../domain/edit/edit.ts';
import { mayChange } from '../domain/edit/permissions.ts';
import type { Area, Id } from '../domain/model/rows.ts';
import { aPlacement, DONE_TASK, RULE } from '../domain/testing.ts';
import { newId } from './contract/newId.ts';

let api: TestApi;
let campaign: Id;
let admin: Ask;
const [district, commune, crew, other, type] = Array.from({ length: 5 }, newId) as [Id, Id, Id, Id, Id];

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  admin = await api.asRole('admin', null);
  const unit = (id: Id, parentId: Id | null): Op => ({
    kind: 'create',
    entity: 'unit',
    id,
    fields: { ...UNIT_FIELDS, parentId },
  });
  const made = await admin(
    ...posting(campaign, [
      unit(district, null),
      unit(commune, district),
      unit(crew, commune),
      unit(other, district),
      { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
    ]),
  );
  expect(made.status).toBe(200);
});

async function placedFor(unitId: Id | null): Promise<{ readonly id: Id; readonly version: number }> {
  const id = newId();
  const op: Op = { kind: 'create', entity: 'placement', id, fields: placementFields(type, { unitId }) };
  const { json, status } = await admin(...posting(campaign, [op]));
  expect(status).toBe(200);
  return { id, version: json.number as number };
}

const noted = ({ id, version }: { readonly id: Id; readonly version: number }): Op => ({
  kind: 'set',
  entity: 'placement',
  id,
  version,
  fields: { note: 'đã lắp' },
});

/** Officer of, row of, allowed. */
const CASES = [
  ['commune', commune, crew, true],
  ['commune', commune, commune, true],
  ['commune', commune, other, false],
  ['commune', commune, district, false],
  ['crew', crew, commune, false],
  ['district', district, crew, true],
  ['commune', commune, null, false],
] as const;

test.each(CASES)('an officer of the %s: on the server and on the screens', async (_, own, of, allowed) => {
  const officer = await api.asRole('unit-officer', campaign, own);
  const row = await placedFor(of);
  const answer = await officer(...posting(campaign, [noted(row)]));
  expect(answer.status).toBe(allowed ? 200 : 403);
  const parents = new Map<Id, Id | null>([
    [district, null],
    [commune, district],
    [crew, commune],
    [other, district],
  ]);
  const rows = ((entity: string, id: Id) =>
    entity === 'unit' && parents.has(id) ? { parentId: parents.get(id) } : undefined) as never;
  const member = { campaignId: campaign, role: 'unit-officer', unitId: own } as const;
  expect(mayChange(member, 'placement', aPlacement({ unitId: of }), 'note', rows)).toBe(allowed);
});

test('a task goes with the unit of its placement, below too', async () => {
  const officer = await api.asRole('unit-officer', campaign, commune);
  const task = (placementId: Id): Op => ({
    kind: 'create',
    entity: 'task',
    id: newId(),
    fields: {
      placementId,
      itemId: 'survey',
      whole: true,
      unitId: null,
      ...DONE_TASK,
      day: '2020-10-20',
      who: 'Tổ 1',
      quantity: null,
      note: '',
    },
  });
  const [below, beside] = [await placedFor(crew), await placedFor(other)];
  const statuses = [];
  for (const { id } of [below, beside])
    statuses.push((await officer(...posting(campaign, [task(id)]))).status);
  expect(statuses).toEqual([200, 403]);
});

describe('a stretch without a unit of its own', () => {
  const road = newId();
  const west = newId();
  const east = newId();
  /** From 105.770 to 105.780 the west, from there to 105.790 the east; nobody further. */
  const ground = (from: number, to: number): Area => [
    [
      [
        [from, 21.8],
        [to, 21.8],
        [to, 21.9],
        [from, 21.9],
        [from, 21.8],
      ],
    ],
  ];
  beforeAll(async () => {
    const unit = (id: Id, parentId: Id | null, from: number, to: number): Op => ({
      kind: 'create',
      entity: 'unit',
      id,
      fields: { ...UNIT_FIELDS, parentId, boundary: ground(from, to) },
    });
    const fields = {
      ...ROAD_FIELDS,
      line: [
        [105.77, 21.85],
        [105.8, 21.85],
      ] as const,
    };
    const made = await admin(
      ...posting(campaign, [
        unit(west, district, 105.77, 105.78),
        unit(east, commune, 105.78, 105.79),
        { kind: 'create', entity: 'road', id: road, fields },
      ]),
    );
    expect(made.status).toBe(200);
  });

  /** A degree of longitude is some 103.4 km here. */
  const stretch = async (from: number, to: number) => {
    const id = newId();
    const fields = placementFields(type, {
      unitId: null,
      roadId: road,
      coordinate: null,
      from,
      to,
      rule: RULE,
      pointQuantity: 0,
    });
    const { json, status } = await admin(
      ...posting(campaign, [{ kind: 'create', entity: 'placement', id, fields }]),
    );
    expect([status, json]).toEqual([200, json]);
    return { id, version: json.number as number };
  };
  const task = (placementId: Id, whole: boolean, unitId: Id | null): Op => ({
    kind: 'create',
    entity: 'task',
    id: newId(),
    fields: {
      placementId,
      itemId: newId().toLowerCase(),
      whole,
      unitId,
      ...DONE_TASK,
      day: '2020-10-20',
      who: 'Tổ 1',
      quantity: null,
      note: '',
    },
  });

  test('that stands on one’s ground alone is one’s own, and so is what stands on that of a unit below', async () => {
    const [all, other] = [await stretch(0, 900), await stretch(1100, 1900)];
    const statuses = [];
    for (const [unitId, row] of [
      [west, all],
      [west, other],
      [commune, other],
      [crew, other],
    ] as const) {
      const officer = await api.asRole('unit-officer', campaign, unitId);
      statuses.push((await officer(...posting(campaign, [noted(row)]))).status);
    }
    expect(statuses).toEqual([200, 403, 200, 403]);
  });

  test('that goes over a border: of its part one tells what was done, of the whole and of others’ nothing', async () => {
    const row = await stretch(500, 2900);
    const officer = await api.asRole('unit-officer', campaign, west);
    const asked = [
      task(row.id, false, west),
      task(row.id, false, east),
      task(row.id, false, null),
      task(row.id, true, null),
      task(row.id, true, west),
      noted(row),
    ];
    const statuses = [];
    for (const op of asked) statuses.push((await officer(...posting(campaign, [op]))).status);
    expect(statuses).toEqual([200, 403, 403, 403, 403, 403]);
  });

  test('of which nothing stands there is nobody’s part of theirs', async () => {
    const far = await stretch(2200, 2900);
    for (const unitId of [west, east]) {
      const officer = await api.asRole('unit-officer', campaign, unitId);
      expect((await officer(...posting(campaign, [task(far.id, false, unitId)]))).status).toBe(403);
    }
  });

  test('a task is not made another’s, nor of another placement, by whoever may tell of their part', async () => {
    const [own, other] = [await stretch(500, 2900), await stretch(2200, 2900)];
    const officer = await api.asRole('unit-officer', campaign, west);
    const made = task(own.id, false, west);
    const { json } = await officer(...posting(campaign, [made]));
    const set = (fields: object): Op =>
      ({ kind: 'set', entity: 'task', id: made.id, version: json.number, fields }) as Op;
    const statuses = [];
    for (const fields of [{ unitId: east }, { whole: true }, { placementId: other.id }, { note: 'đủ' }])
      statuses.push((await officer(...posting(campaign, [set(fields)]))).status);
    expect(statuses).toEqual([403, 403, 403, 200]);
  });

  test('nothing is told ahead of a part of a placement that has a unit; what was told of a part is taken back', async () => {
    const officer = await api.asRole('unit-officer', campaign, west);
    const own = await placedFor(west);
    for (const unitId of [west, east])
      expect((await officer(...posting(campaign, [task(own.id, false, unitId)]))).status).toBe(403);
    // Told while it had no unit; the planner gives it to another one afterwards.
    const row = await stretch(500, 2900);
    const told = task(row.id, false, west);
    const { json } = await officer(...posting(campaign, [told]));
    const given = await admin(
      ...posting(campaign, [
        { kind: 'set', entity: 'placement', id: row.id, version: row.version, fields: { unitId: east } },
      ]),
    );
    expect(given.status).toBe(200);
    const back: Op = { kind: 'delete', entity: 'task', id: told.id, version: json.number as number };
    expect((await officer(...posting(campaign, [back]))).status).toBe(200);
  });
});
