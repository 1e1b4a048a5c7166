/** Rules are settings of the campaign, all in one field: who changes one and who changes another both have their way. */
import { beforeAll, expect, test } from 'vitest';
import { type Ask, posting, TestApi } from '../../../mocks/testApi.ts';
import type { Op } from '../../domain/edit/edit.ts';
import type { RuleSettings } from '../../domain/model/entities/campaign.ts';
import type { Id } from '../../domain/model/rows.ts';
import { newId } from '../contract/newId.ts';

let api: TestApi;
let campaign: Id;
let planner: Ask;
let admin: Ask;

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  planner = await api.asRole('planner', campaign);
  admin = await api.asRole('admin', campaign);
});

const OFF = { off: true, params: {} };
const sends = async (who: Ask, version: number, ruleSettings: RuleSettings, replica = newId()) => {
  const op: Op = { kind: 'set', entity: 'campaign', id: campaign, version, fields: { ruleSettings } };
  return who(...posting(campaign, [op], { replica }));
};
const query = async (sql: string) =>
  ((await api.db.execute(sql)) as unknown as { readonly rows: readonly Record<string, unknown>[] }).rows[0];
const settings = async () =>
  (await query(`select rule_settings as settings from campaign where id = '${campaign}'`))?.settings;

const versionNow = async () =>
  Number((await query(`select version from campaign where id = '${campaign}'`))?.version);

test('two rules, changed by two who knew nothing of each other, are both changed', async () => {
  const begun = await sends(admin, await versionNow(), { overlap: { off: false, params: { point: 12 } } });
  expect(begun.status, JSON.stringify(begun.json)).toBe(200);
  const version = begun.json.number as number;
  expect(
    (await sends(admin, version, { overlap: { off: false, params: { point: 12 } }, dyke: OFF })).status,
  ).toBe(200);
  expect(
    (await sends(planner, version, { overlap: { off: false, params: { point: 12 } }, 'off-road': OFF }))
      .status,
  ).toBe(200);
  expect(await settings()).toEqual({
    overlap: { off: false, params: { point: 12 } },
    dyke: OFF,
    'off-road': OFF,
  });
  // The log has what was written, not what was sent.
  const last = await query(
    `select after from change_op where row_id = '${campaign}' order by number desc limit 1`,
  );
  expect(last?.after).toEqual({ ruleSettings: await settings() });
  const refused = await sends(planner, version, { overlap: OFF, dyke: { off: false, params: {} } });
  expect(refused).toMatchObject({ status: 409, json: { conflicts: [{ fields: ['ruleSettings'] }] } });
});

test('what a browser has changed before counts for it: its next edit, and its taking back, are no conflict of its own', async () => {
  const one = { overlap: { off: false, params: { point: 1 } } };
  const seen = await versionNow();
  const begun = await sends(admin, seen, one);
  expect(begun.status, JSON.stringify(begun.json)).toBe(200);
  const version = begun.json.number as number;
  expect((await sends(admin, version, { ...one, dyke: OFF })).status).toBe(200);
  const mine = newId();
  expect((await sends(planner, version, { ...one, 'off-road': OFF }, mine)).status).toBe(200);
  expect(await settings()).toEqual({ ...one, dyke: OFF, 'off-road': OFF });
  // Taken back on the same device, which knows nothing of the other's.
  expect((await sends(planner, version, one, mine)).status).toBe(200);
  expect(await settings()).toEqual({ ...one, dyke: OFF });
  for (const point of [2, 3]) {
    const next = { overlap: { off: false, params: { point } } };
    expect((await sends(planner, version, next, mine)).status).toBe(200);
    expect(await settings()).toEqual({ ...next, dyke: OFF });
  }
});
