/** Who gets through which door: every described route × eight people × three campaigns. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Ask, anEdit, CAMPAIGN_FIELDS, type TestApi, UNIT_FIELDS } from '../../mocks/testApi.ts';
import { insertUserRow, openWithAccounts } from '../../tests/support/accountTables.ts';
import type { Op } from '../domain/edit/edit.ts';
import type { Id } from '../domain/model/rows.ts';
import { newId } from './contract/newId.ts';
import { setMembership } from './members.ts';
import { DESCRIBED } from './openapi.ts';

/** Written by hand: what each person is answered in campaign A, in campaign B, and in one that is not there. */
type Answers = readonly [a: number, b: number, none: number];
const WHO = ['nobody', 'anybody', 'viewer', 'officer', 'leader', 'planner', 'ruler', 'admin'] as const;
type Who = (typeof WHO)[number];
/** Everybody has a role in A alone; but `anybody` has none, `ruler` administers A, and `admin` everything. */
const READS: Record<Who, Answers> = {
  nobody: [401, 401, 401],
  anybody: [403, 403, 403],
  viewer: [200, 403, 403],
  officer: [200, 403, 403],
  leader: [200, 403, 403],
  planner: [200, 403, 403],
  ruler: [200, 403, 403],
  admin: [200, 200, 404],
};
const same = (status: number): Answers => [status, status, status];
const all = (status: number): Record<Who, Answers> => ({
  ...(Object.fromEntries(WHO.map((who) => [who, same(status)])) as Record<Who, Answers>),
  nobody: same(401),
});
/** For administrators alone. */
const rule = (ruler: Answers, admin: Answers): Record<Who, Answers> => ({ ...all(403), ruler, admin });
const ON_PERSON = rule([200, 403, 404], [200, 200, 404]);
const EVERYBODY = all(200);
const EXPECTED: Record<string, Record<Who, Answers>> = {
  'get /api/healthz': { ...EVERYBODY, nobody: [200, 200, 200] },
  'get /api/session': EVERYBODY,
  'get /api/campaigns': EVERYBODY,
  'get /api/campaigns/{id}/snapshot': READS,
  'get /api/campaigns/{id}/changes': READS,
  'get /api/campaigns/{id}/history': READS,
  // Of a campaign that is not there an administrator of all is told who would approve in it.
  'get /api/campaigns/{id}/approvers': { ...READS, admin: same(200) },
  'get /api/campaigns/{id}/events': READS,
  'post /api/campaigns/{id}/sheets': READS,
  // Open to whoever holds the paper, and to nobody else: a token that this server did not sign is none.
  'get /api/sheet/{token}': { ...all(404), nobody: same(404) },
  // A unit is made by administrators and planners.
  'post /api/campaigns/{id}/edits': {
    ...READS,
    viewer: [403, 403, 403],
    officer: [403, 403, 403],
    leader: [403, 403, 403],
  },
  'get /api/people': rule(same(200), same(200)),
  // With a role in the campaign; of one that is not there it is said to whoever might have known it.
  'post /api/people': rule([200, 403, 403], [200, 200, 422]),
  'get /api/people/acts': rule(same(403), same(200)),
  'post /api/people/{person}/name': ON_PERSON,
  'post /api/people/{person}/role': rule([200, 403, 403], [200, 200, 404]),
  'post /api/people/{person}/link': ON_PERSON,
  'post /api/people/{person}/lock': ON_PERSON,
  'get /api/people/{person}/sessions': ON_PERSON,
  'post /api/people/{person}/sessions': ON_PERSON,
  'post /api/people/{person}/remove': ON_PERSON,
  'get /api/account': EVERYBODY,
  // Not the password that it is now.
  'post /api/account/password': all(422),
  'post /api/account/sessions': EVERYBODY,
  'get /api/backup': rule(same(403), same(200)),
  'post /api/backup': rule(same(403), same(200)),
  'post /api/invitation/look': { ...all(403), nobody: same(403) },
  'post /api/invitation': { ...all(403), nobody: same(403) },
};

/** What is sent to a door; an edit to all others. */
const BODIES: Record<string, (campaign: Id) => object> = {
  'post /api/people': (campaignId) => ({
    people: [
      {
        userName: `u${newId().slice(-12)}`,
        name: 'Ma Thị Mới',
        membership: { campaignId, role: 'viewer', unitId: null },
      },
    ],
  }),
  'post /api/people/{person}/name': () => ({ name: 'Tên khác' }),
  'post /api/people/{person}/role': (campaignId) => ({ campaignId, role: 'planner', unitId: null }),
  'post /api/people/{person}/link': () => ({}),
  'post /api/people/{person}/lock': () => ({ locked: true }),
  'post /api/people/{person}/sessions': () => ({}),
  'post /api/people/{person}/remove': () => ({}),
  'post /api/campaigns/{id}/sheets': () => ({
    by: 'unit',
    id: null,
    work: 'install',
    drafts: false,
    until: null,
    number: 0,
  }),
  'post /api/backup': () => ({}),
  'post /api/account/password': () => ({ current: 'x', password: 'ba con trâu qua suối' }),
  'post /api/account/sessions': () => ({ id: null }),
  'post /api/invitation/look': () => ({ token: 'đoán mò' }),
  'post /api/invitation': () => ({ token: 'đoán mò', password: 'ba con trâu qua suối' }),
};

let api: TestApi;
let campaigns: readonly [Id, Id, Id];
const people = new Map<Who, string | null>();

beforeAll(async () => {
  api = await openWithAccounts();
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
  await api.as('p-ruler', { campaignId: a, role: 'admin', unitId: null });
  await api.as('p-admin', { campaignId: null, role: 'admin', unitId: null });
  for (const who of WHO) people.set(who, who === 'nobody' ? null : `p-${who}`);
  for (const name of people.values()) if (name !== null) await insertUserRow(api.db, name);
});

/** Somebody who is a viewer of a campaign; of one that is not there nobody is. */
async function personOf(campaign: Id): Promise<string> {
  const id = newId();
  if (campaign === campaigns[2]) return id;
  await insertUserRow(api.db, id);
  await setMembership(api.db, newId(), id, { campaignId: campaign, role: 'viewer', unitId: null });
  return id;
}

/** The status alone: of a stream there is no end to wait for. */
async function knock(who: Who, method: string, path: string, campaign: Id): Promise<number> {
  const headers = new Headers({ 'content-type': 'application/json' });
  const name = people.get(who);
  if (name) headers.set('x-test-user', name);
  const person = path.includes('{person}') ? await personOf(campaign) : '';
  const url = new URL(
    `http://test${path.replace('{id}', campaign).replace('{person}', person).replace('{token}', 'a.b')}`,
  );
  if (path.endsWith('/changes')) url.searchParams.set('since', '0');
  const op: Op = { kind: 'create', entity: 'unit', id: newId(), fields: UNIT_FIELDS };
  const stop = new AbortController();
  const sent = BODIES[`${method} ${path}`]?.(campaign) ?? anEdit(campaign, [op]);
  const body = method === 'post' ? { body: JSON.stringify(sent) } : {};
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
