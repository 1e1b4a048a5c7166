/** Rights of a unit hold for the units below it: server and screens by the same table. */
import { beforeAll, expect, test } from 'vitest';
import {
  ASSET_TYPE_FIELDS,
  type Ask,
  placementFields,
  posting,
  TestApi,
  UNIT_FIELDS,
} from '../../mocks/testApi.ts';
import type { Op } from '../domain/edit/edit.ts';
import { mayChange } from '../domain/edit/permissions.ts';
import type { Id } from '../domain/model/rows.ts';
import { aPlacement } from '../domain/testing.ts';
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
      itemId: 'install',
      doneDay: '2020-10-20',
      doneBy: 'Tổ 1',
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
