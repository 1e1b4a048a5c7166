/** Who gets through which door: every described route × seven people × three campaigns. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, anEdit, CAMPAIGN_FIELDS, TestApi, UNIT_FIELDS } from '../../mocks/testApi.ts';
import type { Op } from '../domain/edit/edit.ts';
import type { Id } from '../domain/model/rows.ts';
import { newId } from './contract/newId.ts';
import { DESCRIBED } from './openapi.ts';

/** Written by hand: what each person is answered in campaign A, in campaign B, and in one that is not there. */
type Answers = readonly [a: number, b: number, none: number];
const WHO = ['nobody', 'anybody', 'viewer', 'officer', 'leader', 'planner', 'admin'] as const;
type Who = (typeof WHO)[number];
/** Everybody but the last two has a role in A alone; `anybody` has none, `admin` is one everywhere. */
const READS: Record<Who, Answers> = {
  nobody: [401, 401, 401],
  anybody: [403, 403, 403],
  viewer: [200, 403, 403],
  officer: [200, 403, 403],
  leader: [200, 403, 403],
  planner: [200, 403, 403],
  admin: [200, 200, 404],
};
const EVERYBODY: Record<Who, Answers> = {
  nobody: [401, 401, 401],
  anybody: [200, 200, 200],
  viewer: [200, 200, 200],
  officer: [200, 200, 200],
  leader: [200, 200, 200],
  planner: [200, 200, 200],
  admin: [200, 200, 200],
};
const EXPECTED: Record<string, Record<Who, Answers>> = {
  'get /api/healthz': { ...EVERYBODY, nobody: [200, 200, 200] },
  'get /api/session': EVERYBODY,
  'get /api/campaigns': EVERYBODY,
  'get /api/campaigns/{id}/snapshot': READS,
  'get /api/campaigns/{id}/changes': READS,
  'get /api/campaigns/{id}/history': READS,
  'get /api/campaigns/{id}/events': READS,
  // A unit is made by administrators and planners.
  'post /api/campaigns/{id}/edits': {
    ...READS,
    viewer: [403, 403, 403],
    officer: [403, 403, 403],
    leader: [403, 403, 403],
  },
};

let api: TestApi;
let campaigns: readonly [Id, Id, Id];
const people = new Map<Who, string | null>();

beforeAll(async () => {
  api = await TestApi.open();
  campaigns = [await api.campaign(), await api.campaign(), newId()];
  const [a] = campaigns;
  const unit = newId();
  const admin = await api.asRole('admin', null);
  const made = await admin(
    `/campaigns/${a}/edits`,
    anEdit(a, [{ kind: 'create', entity: 'unit', id: unit, fields: UNIT_FIELDS }]),
  );
  expect(made.status).toBe(200);
  await api.as('p-viewer', { campaignId: a, role: 'viewer', unitId: null });
  await api.as('p-officer', { campaignId: a, role: 'unit-officer', unitId: unit });
  await api.as('p-leader', { campaignId: a, role: 'leader', unitId: null });
  await api.as('p-planner', { campaignId: a, role: 'planner', unitId: null });
  await api.as('p-admin', { campaignId: null, role: 'admin', unitId: null });
  for (const who of WHO) people.set(who, who === 'nobody' ? null : `p-${who}`);
});

/** The status alone: of a stream there is no end to wait for. */
async function knock(who: Who, method: string, path: string, campaign: Id): Promise<number> {
  const headers = new Headers({ 'content-type': 'application/json' });
  const name = people.get(who);
  if (name) headers.set('x-test-user', name);
  const url = new URL(`http://test${path.replace('{id}', campaign)}`);
  if (path.endsWith('/changes')) url.searchParams.set('since', '0');
  const op: Op = { kind: 'create', entity: 'unit', id: newId(), fields: UNIT_FIELDS };
  const stop = new AbortController();
  const body = method === 'post' ? { body: JSON.stringify(anEdit(campaign, [op])) } : {};
  const request = new Request(url, { method, headers, signal: stop.signal, ...body });
  const response = await api.fetch(request);
  if (path.endsWith('/events') && response.ok) {
    await response.body?.cancel();
    stop.abort();
  }
  return response.status;
}

test('the table names every route, and none that is gone', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(DESCRIBED.map((d) => `${d.method} ${d.path}`).sort());
});

describe.each(Object.entries(EXPECTED))('%s', (route, expected) => {
  const [method, path] = route.split(' ') as [string, string];
  test.each(WHO)('%s', async (who) => {
    const answers = [];
    for (const campaign of campaigns) answers.push(await knock(who, method, path, campaign));
    expect(answers).toEqual(expected[who]);
  });
});

describe('a campaign', () => {
  const create = (id: Id, from: Ask) => {
    const fields = CAMPAIGN_FIELDS;
    return from(`/campaigns/${id}/edits`, anEdit(id, [{ kind: 'create', entity: 'campaign', id, fields }]));
  };

  test('is begun by an administrator of all, and by nobody who rules over one', async () => {
    const one = await api.as('rules-one', { campaignId: campaigns[0], role: 'admin', unitId: null });
    expect((await create(newId(), one)).status).toBe(403);
    expect((await create(newId(), await api.as('p-admin'))).status).toBe(200);
  });

  test('is not changed through another one’s door', async () => {
    const [a, b] = campaigns;
    const one = await api.as('rules-one', { campaignId: a, role: 'admin', unitId: null });
    const set: Op = { kind: 'set', entity: 'campaign', id: b, version: 1, fields: { name: 'Khác' } };
    expect((await one(`/campaigns/${a}/edits`, anEdit(a, [set]))).status).toBeGreaterThanOrEqual(400);
    // Nor by an edit that says to be of A and comes through the door of B.
    const mixed = await one(`/campaigns/${b}/edits`, anEdit(a, [set]));
    expect(mixed.status).toBeGreaterThanOrEqual(400);
    const admin = await api.as('p-admin');
    const { json } = await admin(`/campaigns/${b}/snapshot`);
    expect(JSON.stringify(json)).not.toContain('Khác');
  });

  test('knows no members among its rows: rights are nobody’s to write', async () => {
    const [a] = campaigns;
    const admin = await api.as('p-admin');
    const op = { kind: 'create', entity: 'member', id: newId(), fields: { role: 'admin' } } as unknown as Op;
    expect((await admin(`/campaigns/${a}/edits`, anEdit(a, [op]))).status).toBe(400);
  });
});
