/** Whatever leaves the server was asked for: what a member may not read is in no answer, and nothing else is missing. */
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Ask, posting, TestApi, UNIT_FIELDS } from '../../mocks/testApi.ts';
import type { Op } from '../domain/edit/edit.ts';
import type * as Reading from '../domain/edit/reading.ts';
import type { Id } from '../domain/model/rows.ts';
import type { ChangesAnswer, HistoryAnswer, SnapshotAnswer } from './contract/answers.ts';
import { newId } from './contract/newId.ts';

/** Until fields of people come, every member reads everything: the question itself is answered here instead. */
const hidden = vi.hoisted(() => ({ ids: new Set<string>() }));
vi.mock('../domain/edit/reading.ts', async (actual) => {
  const reading = await actual<typeof Reading>();
  const mayRead: typeof Reading.mayRead = (_, { id }) => !hidden.ids.has(id);
  return {
    ...reading,
    mayRead,
    readsCampaign: (member: unknown, id: string) => member !== null && !hidden.ids.has(id),
  };
});

let api: TestApi;
let campaign: Id;
let viewer: Ask;
const [seen, secret] = [newId(), newId()];

const unit = (id: Id): Op => ({ kind: 'create', entity: 'unit', id, fields: { ...UNIT_FIELDS, name: id } });

beforeAll(async () => {
  api = await TestApi.open();
  campaign = await api.campaign();
  const planner = await api.asRole('planner', campaign);
  viewer = await api.asRole('viewer', campaign);
  await planner(...posting(campaign, [unit(seen), unit(secret)]));
  await planner(...posting(campaign, [{ ...unit(newId()) }]));
  const version = (await planner(`/campaigns/${campaign}/changes?since=0`)).json.number as number;
  await planner(
    ...posting(campaign, [{ kind: 'set', entity: 'unit', id: secret, version, fields: { code: '7' } }]),
  );
});
beforeEach(() => {
  hidden.ids.clear();
  hidden.ids.add(secret);
});

describe('a row that a member may not read', () => {
  test('is in no page of a snapshot', async () => {
    const { json } = await viewer(`/campaigns/${campaign}/snapshot`);
    const rows = (json as unknown as SnapshotAnswer).tables.unit?.rows ?? [];
    expect(rows.map(([id]) => id)).toContain(seen);
    expect(rows.map(([id]) => id)).not.toContain(secret);
    expect(rows).toHaveLength(2);
  });

  test('is in no change, whose number is told all the same', async () => {
    const { json } = await viewer(`/campaigns/${campaign}/changes?since=0`);
    const { changes, number } = json as unknown as ChangesAnswer;
    expect(changes.at(-1)).toMatchObject({ number, ops: [] });
    expect(changes.flatMap((c) => c.ops.map((op) => op.id))).toContain(seen);
    expect(JSON.stringify(changes)).not.toContain(secret);
  });

  test('is in no history, neither of the campaign nor of itself', async () => {
    const { json } = await viewer(`/campaigns/${campaign}/history`);
    const { changes } = json as unknown as HistoryAnswer;
    expect(JSON.stringify(changes)).not.toContain(secret);
    expect(changes.flatMap((c) => c.ops.map((op) => op.id))).toContain(seen);
    const own = await viewer(`/campaigns/${campaign}/history?entity=unit&row=${secret}`);
    expect((own.json as unknown as HistoryAnswer).changes).toEqual([]);
  });
});

test('who may read nothing of a whole page of history is shown the one before it', async () => {
  const planner = await api.asRole('planner', campaign);
  const version = (await planner(`/campaigns/${campaign}/changes?since=0`)).json.number as number;
  for (let n = 0; n < 51; n++)
    await planner(
      ...posting(campaign, [
        { kind: 'set', entity: 'unit', id: secret, version: version + n, fields: { code: `${n}` } },
      ]),
    );
  const { json } = await viewer(`/campaigns/${campaign}/history`);
  const { changes, more } = json as unknown as HistoryAnswer;
  expect(changes.length).toBeGreaterThan(0);
  expect(JSON.stringify(changes)).not.toContain(secret);
  // The one that made both rows is not all told: it cannot be taken back half.
  expect(changes.find((c) => c.ops.some((op) => op.id === seen))?.whole).toBe(false);
  expect(more).toBe(false);
});

test('of a campaign that a member may not read there is no list, no rows and no news', async () => {
  hidden.ids.add(campaign);
  expect((await viewer('/campaigns')).json.campaigns).toEqual([]);
  for (const path of ['snapshot', 'changes?since=0', 'history', 'events'])
    expect((await viewer(`/campaigns/${campaign}/${path}`)).status, path).toBe(403);
});

test('who may read all is shown all', async () => {
  hidden.ids.clear();
  const { json } = await viewer(`/campaigns/${campaign}/history?entity=unit&row=${secret}`);
  expect((json as unknown as HistoryAnswer).changes.length).toBeGreaterThan(1);
});
