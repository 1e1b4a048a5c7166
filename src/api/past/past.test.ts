/** A past snapshot is what a snapshot of that day was. */
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  placementFields,
  posting,
  ROAD_FIELDS,
  stretchFields,
  TestApi,
  UNIT_FIELDS,
} from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';
import { PROTOCOL } from '../contract/protocol.ts';

let api: TestApi;
let admin: Ask;

beforeAll(async () => {
  api = await TestApi.open();
  admin = await api.asRole('admin', null);
});

type Rows = Record<string, Record<string, unknown>[]>;

/** All rows at a change, the newest without one. */
async function rowsOf(campaign: Id, at?: number): Promise<Rows> {
  const rows: Rows = {};
  let next: string | null = '';
  while (next !== null) {
    const query = new URLSearchParams({
      ...(at === undefined ? {} : { at: String(at) }),
      ...(next === '' ? {} : { after: next }),
    });
    const { status, json } = await admin(`/campaigns/${campaign}/snapshot?${query}`);
    expect(status).toBe(200);
    if (at !== undefined) expect(json.number).toBe(at);
    const tables = json.tables as Record<string, { fields: string[]; rows: unknown[][] }>;
    for (const [entity, { fields, rows: some }] of Object.entries(tables)) {
      rows[entity] ??= [];
      for (const values of some) {
        const row = Object.fromEntries(fields.map((f, i) => [f, values[i]]));
        rows[entity].push(row);
      }
    }
    next = json.next as string | null;
  }
  return rows;
}

async function edit(campaign: Id, ops: readonly Op[]): Promise<number> {
  const { status, json } = await admin(...posting(campaign, ops, { protocol: PROTOCOL }));
  expect([status, json]).toEqual([200, expect.anything()]);
  return json.number as number;
}

describe('the rows of a past change', () => {
  test('are those that stood then, after each of many changes: made, set, deleted, made again', async () => {
    const campaign = await api.campaign();
    const [type, road, unit, stretch] = [newId(), newId(), newId(), newId()];
    const told = new Map<number, Rows>();
    const then = async (ops: readonly Op[]) => told.set(await edit(campaign, ops), await rowsOf(campaign));
    await then([
      { kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS },
      { kind: 'create', entity: 'road', id: road, fields: ROAD_FIELDS },
      { kind: 'create', entity: 'unit', id: unit, fields: UNIT_FIELDS },
    ]);
    await then([{ kind: 'create', entity: 'placement', id: stretch, fields: stretchFields(type, road) }]);
    await then([
      { kind: 'set', entity: 'placement', id: stretch, version: 1, fields: { note: 'Một', unitId: unit } },
    ]);
    await then([{ kind: 'set', entity: 'placement', id: stretch, version: 2, fields: { note: 'Hai' } }]);
    const others = Array.from(
      { length: 30 },
      (_, i): Op => ({
        kind: 'create',
        entity: 'placement',
        id: newId(),
        fields: placementFields(type, { note: `Thứ ${i}` }),
      }),
    );
    await then(others);
    await then(
      others.slice(5, 20).map(({ id }) => ({ kind: 'delete', entity: 'placement', id, version: 1 })),
    );
    await then([{ kind: 'delete', entity: 'placement', id: stretch, version: 3 }]);
    await then([others[7] as Op]);
    await then([
      { kind: 'set', entity: 'placement', id: (others[7] as Op).id, version: 1, fields: { note: 'Lại' } },
    ]);
    for (const [number, rows] of told) expect(await rowsOf(campaign, number), `at ${number}`).toEqual(rows);
    expect(told.size).toBe(9);
  });

  test('come in pages, each row once, also those that are gone', async () => {
    const campaign = await api.campaign();
    const type = newId();
    await edit(campaign, [{ kind: 'create', entity: 'assetType', id: type, fields: ASSET_TYPE_FIELDS }]);
    const note = 'Ghi chú dài '.repeat(160);
    const many = Array.from(
      { length: 900 },
      (): Op => ({
        kind: 'create',
        entity: 'placement',
        id: newId(),
        fields: placementFields(type, { note }),
      }),
    );
    await edit(campaign, many.slice(0, 450));
    const number = await edit(campaign, many.slice(450));
    const before = await rowsOf(campaign);
    expect(before.placement).toHaveLength(900);
    await edit(
      campaign,
      many
        .filter((_, i) => i % 3 === 0)
        .map(({ id }) => ({ kind: 'delete', entity: 'placement', id, version: 1 })),
    );
    expect((await rowsOf(campaign)).placement).toHaveLength(600);
    expect(await rowsOf(campaign, number)).toEqual(before);
  });

  test('are refused for a change that is none of this campaign’s', async () => {
    const campaign = await api.campaign();
    for (const at of ['2', '-1', 'x', '1.5'])
      expect(await admin(`/campaigns/${campaign}/snapshot?at=${at}`)).toMatchObject({
        status: 400,
        json: { error: { code: 'request.invalid', field: 'at' } },
      });
    expect((await rowsOf(campaign, 0)).campaign).toEqual([]);
  });
});
