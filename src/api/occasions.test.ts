/** Occasions at the door: the day in the list of campaigns, and one that shares its id with its campaign. */
import { beforeAll, expect, test } from 'vitest';
import { type Ask, CAMPAIGN_FIELDS, OCCASION_FIELDS, posting, TestApi } from '../../mocks/testApi.ts';
import type { Op } from '../domain/edit/edit.ts';
import type { Id } from '../domain/model/rows.ts';
import { newId } from './contract/newId.ts';

let api: TestApi;
let admin: Ask;
beforeAll(async () => {
  api = await TestApi.open();
  admin = await api.asRole('admin', null);
});

const occasion = (id: Id, openingDay: string) =>
  ({
    kind: 'create',
    entity: 'occasion',
    id,
    fields: { ...OCCASION_FIELDS, openingDay, lastDay: null },
  }) as Op;

/** A campaign with some occasions, as creating one makes it. */
async function campaignWith(id: Id, name: string, ops: readonly Op[]): Promise<void> {
  const fields = { ...CAMPAIGN_FIELDS, name };
  const done = await admin(
    ...posting(id, [{ kind: 'create', entity: 'campaign', id, fields } as Op, ...ops]),
  );
  expect(done.status, JSON.stringify(done.json)).toBe(200);
}

const set = (entity: 'campaign' | 'occasion', id: Id, version: number, fields: object) =>
  ({ kind: 'set', entity, id, version, fields }) as Op;

test('the list says each campaign’s own D: the named occasion’s, else the first’s, else none', async () => {
  const [a, b, c, d] = [newId(), newId(), newId(), newId()];
  const [early, late] = [newId(), newId()];
  await campaignWith(a, 'a', [occasion(a, '2020-10-27')]);
  await campaignWith(b, 'b', [occasion(newId(), '2026-03-15'), occasion(newId(), '2026-01-20')]);
  await campaignWith(c, 'c', [occasion(early, '2026-01-20'), occasion(late, '2026-03-15')]);
  expect((await admin(...posting(c, [set('campaign', c, 1, { mainOccasionId: late })]))).status).toBe(200);
  await campaignWith(d, 'd', []);
  const { json } = await admin('/campaigns');
  const days = new Map(
    (json.campaigns as { id: Id; openingDay: string | null }[]).map((x) => [x.id, x.openingDay]),
  );
  expect([a, b, c, d].map((id) => days.get(id))).toEqual(['2020-10-27', '2026-01-20', '2026-03-15', null]);
});

test('a campaign and an occasion of one id are two rows: what is written to one is no conflict for the other', async () => {
  const id = newId();
  await campaignWith(id, 'Đợt', [occasion(id, '2020-10-27')]);
  const [one, other] = [await api.asRole('planner', id), await api.asRole('admin', id)];
  expect((await other(...posting(id, [set('campaign', id, 1, { name: 'Tên khác' })]))).status).toBe(200);
  expect((await one(...posting(id, [set('occasion', id, 1, { name: 'Đại hội' })]))).status).toBe(200);
  expect((await other(...posting(id, [set('occasion', id, 1, { name: 'Của người khác' })]))).status).toBe(
    409,
  );
});
