/** Accounts, roles and links over HTTP, on the tables of the sign-in library. */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { type Ask, anEdit, type TestApi, UNIT_FIELDS } from '../../mocks/testApi.ts';
import { insertUserRow, openWithAccounts } from '../../tests/support/accountTables.ts';
import type { Membership } from '../domain/edit/roles.ts';
import type { Id } from '../domain/model/rows.ts';
import { newId } from './contract/newId.ts';
import type { LinksAnswer, Person } from './contract/people.ts';
import { setMembership } from './members.ts';

const GOOD = 'ba con trâu qua suối';
let api: TestApi;
let campaign: Id;
let elsewhere: Id;
let unit: Id;
let admin: Ask;
let ruler: Ask;
let nobody: Ask;

beforeAll(async () => {
  api = await openWithAccounts();
  [campaign, elsewhere, unit] = [await api.campaign(), await api.campaign(), newId()];
  admin = await api.as('chu', { campaignId: null, role: 'admin', unitId: null });
  ruler = await api.as('phu', { campaignId: campaign, role: 'admin', unitId: null });
  // The one who made the campaigns is no account, and rules no more.
  await api.db.execute(sql`delete from member where user_id = 'admin-all'`);
  nobody = await api.as(null);
  for (const id of ['chu', 'phu']) await insertUserRow(api.db, id, { ready: true });
  const made = await admin(
    `/campaigns/${campaign}/edits`,
    anEdit(campaign, [{ kind: 'create', entity: 'unit', id: unit, fields: UNIT_FIELDS }]),
  );
  expect(made.status).toBe(200);
});

let n = 0;
const anyName = () => `nguoi${++n}`;
const inCampaign = (role: Membership['role'], unitId: Id | null = null): Membership => ({
  campaignId: campaign,
  role,
  unitId,
});

async function added(membership: Membership | null = inCampaign('planner'), by = admin) {
  const { status, json } = await by('/people', {
    people: [{ userName: anyName(), name: 'Ma Thị Mới', membership }],
  });
  expect(status, JSON.stringify(json)).toBe(200);
  const [link] = (json as unknown as LinksAnswer).links;
  if (link === undefined) throw new Error('no link');
  return link;
}

async function known(by = admin): Promise<readonly Person[]> {
  return ((await by('/people')).json as { people: Person[] }).people;
}
const find = async (id: string, by = admin) => (await known(by)).find((p) => p.id === id);
const codeOf = ({ json }: { readonly json: Record<string, unknown> }) => json.error;

test('a person is added with a role, opens the link once, and then has a password', async () => {
  const { userId, token, userName } = await added(inCampaign('unit-officer', unit));
  expect(await find(userId)).toMatchObject({
    userName,
    ready: false,
    locked: false,
    lastSignIn: null,
    memberships: [inCampaign('unit-officer', unit)],
  });
  expect((await nobody('/invitation/look', { token })).json).toMatchObject({ userName, ready: false });
  expect(codeOf(await nobody('/invitation', { token, password: 'ngan qua' }))).toMatchObject({
    code: 'setup.password-short',
    field: 'password',
    params: { least: 15 },
  });
  expect((await nobody('/invitation', { token, password: GOOD })).status).toBe(200);
  expect(await find(userId)).toMatchObject({ ready: true, linkUntil: null });
  for (const path of ['/invitation', '/invitation/look'])
    expect(codeOf(await nobody(path, path.endsWith('look') ? { token } : { token, password: GOOD }))).toEqual(
      {
        code: 'link.wrong',
      },
    );
});

test('of two that use one link together one comes first', async () => {
  const { token } = await added();
  const both = await Promise.all(
    ['mưa rừng trên núi cao', GOOD].map((password) => nobody('/invitation', { token, password })),
  );
  expect(both.map((b) => b.status).sort()).toEqual([200, 403]);
});

test('a newer link, locking and a week make a link void; to lock ends sessions', async () => {
  const first = await added();
  const again = (await admin(`/people/${first.userId}/link`, {})).json as unknown as LinksAnswer;
  const second = again.links[0]?.token ?? '';
  expect((await nobody('/invitation/look', { token: first.token })).status).toBe(403);
  expect((await nobody('/invitation/look', { token: second })).status).toBe(200);
  await api.db.execute(sql`update invitation set expires = now() - interval '1 s'`);
  expect(codeOf(await nobody('/invitation/look', { token: second }))).toEqual({ code: 'link.expired' });
  const third = await added();
  await api.db.execute(sql`
    insert into session (id, "userId", token, "expiresAt", "createdAt", "updatedAt")
    values ('s-third', ${third.userId}, 't', now() + interval '1 day', now(), now())`);
  expect(
    ((await admin(`/people/${third.userId}/sessions`)).json as { sessions: object[] }).sessions,
  ).toHaveLength(1);
  expect((await admin(`/people/${third.userId}/lock`, { locked: true })).status).toBe(200);
  expect((await nobody('/invitation/look', { token: third.token })).status).toBe(403);
  expect((await admin(`/people/${third.userId}/sessions`)).json).toEqual({ sessions: [] });
  expect(await find(third.userId)).toMatchObject({ locked: true });
  await admin(`/people/${third.userId}/lock`, { locked: false });
  expect((await nobody('/invitation/look', { token: third.token })).status).toBe(403);
});

test('somebody is left who can let people in', async () => {
  const last = { code: 'people.last-administrator' };
  expect(codeOf(await admin('/people/chu/lock', { locked: true }))).toEqual(last);
  expect(codeOf(await admin('/people/chu/remove', {}))).toEqual(last);
  const none = { campaignId: null, role: null, unitId: null };
  expect(codeOf(await admin('/people/chu/role', none))).toEqual(last);
  expect(await find('chu')).toMatchObject({ locked: false, memberships: [{ role: 'admin' }] });
});

test.each([
  ['a unit officer without a unit', () => inCampaign('unit-officer'), 'people.needs-unit', 'unitId'],
  ['a leader with one', () => inCampaign('leader', unit), 'people.no-unit', 'unitId'],
  [
    'a unit of another campaign',
    (): Membership => ({ campaignId: elsewhere, role: 'unit-officer', unitId: unit }),
    'people.other-unit',
    'unitId',
  ],
  [
    'a campaign that is not there',
    (): Membership => ({ campaignId: newId(), role: 'viewer', unitId: null }),
    'campaign.missing',
    'campaignId',
  ],
] as const)(
  'a role is refused: %s; and of those that came with it nobody is there',
  async (_, role, code, field) => {
    const [one, two] = [anyName(), anyName()];
    const answer = await admin('/people', {
      people: [
        { userName: one, name: 'Người đầu', membership: inCampaign('viewer') },
        { userName: two, name: 'Người sau', membership: role() },
      ],
    });
    expect(answer.status).toBe(422);
    expect(codeOf(answer)).toMatchObject({ code, field: `people.1.${field}` });
    expect((await known()).filter((p) => [one, two].includes(p.userName))).toEqual([]);
  },
);

test('a name that is taken, twice in a list, or none is named by its place in the list', async () => {
  const { userName } = await added();
  const list = (names: readonly string[]) =>
    admin('/people', { people: names.map((u) => ({ userName: u, name: 'Ma Thị Mới', membership: null })) });
  const fresh = anyName();
  const taken = { code: 'setup.user-name-taken' };
  expect(codeOf(await list([anyName(), userName.toUpperCase()]))).toMatchObject({
    ...taken,
    field: 'people.1.userName',
  });
  expect(codeOf(await list([fresh, fresh]))).toMatchObject({ ...taken, field: 'people.1.userName' });
  expect(codeOf(await list(['có dấu']))).toMatchObject({
    code: 'setup.user-name',
    field: 'people.0.userName',
  });
});

test('who administers one campaign sees and rules its people alone, and nobody above', async () => {
  const own = await added(inCampaign('viewer'), ruler);
  const foreign = await added({ campaignId: elsewhere, role: 'viewer', unitId: null });
  const both = await added(inCampaign('viewer'));
  await admin(`/people/${both.userId}/role`, { campaignId: elsewhere, role: 'leader', unitId: null });
  expect(await find(own.userId, ruler)).toMatchObject({ managed: true });
  expect(await find(foreign.userId, ruler)).toBeUndefined();
  // Of somebody who is also elsewhere: what he is here, and no more.
  expect(await find(both.userId, ruler)).toMatchObject({
    managed: false,
    memberships: [inCampaign('viewer')],
  });
  expect(await find('chu', ruler)).toMatchObject({ managed: false });
  expect((await ruler(`/people/${both.userId}/link`, {})).status).toBe(403);
  expect(
    (await ruler('/people/chu/role', { campaignId: campaign, role: 'viewer', unitId: null })).status,
  ).toBe(403);
  expect(
    (await ruler('/people', { people: [{ userName: anyName(), name: 'X', membership: null }] })).status,
  ).toBe(403);
});

test('who ruled over one campaign and has a lesser role now rules no more, at once', async () => {
  const person = await added(inCampaign('admin'));
  const they = await api.as(person.userId);
  expect((await they('/people')).status).toBe(200);
  await admin(`/people/${person.userId}/role`, inCampaign('viewer'));
  expect((await they('/people')).status).toBe(403);
});

test('each act is in the log, with who did it, newest first', async () => {
  const { userId, name } = await added(inCampaign('planner'));
  await admin(`/people/${userId}/name`, { name: 'Ma Thị Hai' });
  await admin(`/people/${userId}/role`, inCampaign('leader'));
  await admin(`/people/${userId}/role`, { campaignId: campaign, role: null, unitId: null });
  await admin(`/people/${userId}/link`, {});
  await admin(`/people/${userId}/lock`, { locked: true });
  await admin(`/people/${userId}/lock`, { locked: false });
  await admin(`/people/${userId}/sessions`, {});
  await admin(`/people/${userId}/remove`, {});
  const { acts } = (await admin('/people/acts')).json as {
    acts: { act: string; about: string; by: string }[];
  };
  expect(acts.slice(0, 9).map((a) => a.act)).toEqual([
    'removed',
    'signed-out',
    'unlocked',
    'locked',
    'linked',
    'role-taken',
    'role-given',
    'renamed',
    'added',
  ]);
  expect(acts[0]).toMatchObject({ about: 'Ma Thị Hai', by: 'Tên chu' });
  expect(acts[8]).toMatchObject({ about: name, params: { role: 'planner' } });
  expect(await find(userId)).toBeUndefined();
  expect(
    (await api.db.execute(sql`select 1 from member where user_id = ${userId}`)) as unknown,
  ).toMatchObject({ rows: [] });
});

test('one’s own password: what it is now is asked, and other sessions end', async () => {
  const { userId, token } = await added();
  await nobody('/invitation', { token, password: GOOD });
  const they = await api.as(userId);
  const change = (current: string, password: string) => they('/account/password', { current, password });
  expect(codeOf(await change('sai rồi', 'mưa rừng trên núi cao'))).toEqual({
    code: 'password.not-current',
    field: 'current',
  });
  expect(codeOf(await change(GOOD, 'matkhaumatkhau1'))).toMatchObject({ code: 'password.known-bad' });
  expect(codeOf(await change(GOOD, GOOD))).toMatchObject({ code: 'password.same', field: 'password' });
  await api.db.execute(sql`
    insert into session (id, "userId", token, "expiresAt", "createdAt", "updatedAt")
    values ('s-own', ${userId}, 't1', now() + interval '1 day', now(), now())`);
  expect((await change(GOOD, 'mưa rừng trên núi cao')).status).toBe(200);
  expect((await they('/account')).json).toMatchObject({ sessions: [] });
  expect((await change(GOOD, 'suối reo giữa rừng già')).status).toBe(422);
});

test('nobody ends the session of another by its id', async () => {
  const [one, two] = [await added(), await added()];
  await setMembership(api.db, newId(), one.userId, inCampaign('viewer'));
  await api.db.execute(sql`
    insert into session (id, "userId", token, "expiresAt", "createdAt", "updatedAt")
    values ('s-two', ${two.userId}, 't2', now() + interval '1 day', now(), now())`);
  const they = await api.as(one.userId);
  await they('/account/sessions', { id: 's-two' });
  expect(
    ((await admin(`/people/${two.userId}/sessions`)).json as { sessions: object[] }).sessions,
  ).toHaveLength(1);
});

test('a server of demonstrations alone, where nobody administers everything, takes people too', async () => {
  const demo = await openWithAccounts();
  const id = await demo.campaign();
  await demo.db.execute(sql`delete from member`);
  await insertUserRow(demo.db, 'quantri', { ready: true });
  const one = await demo.as('quantri', { campaignId: id, role: 'admin', unitId: null });
  const membership = { campaignId: id, role: 'viewer', unitId: null };
  expect((await one('/people', { people: [{ userName: 'khach', name: 'Khách', membership }] })).status).toBe(
    200,
  );
});

test('whoever sits before an open page guesses the password no faster than at the door', async () => {
  const { userId, token } = await added();
  await nobody('/invitation', { token, password: GOOD });
  const they = await api.as(userId);
  const guess = (current: string) =>
    they('/account/password', { current, password: 'suối reo giữa rừng già' });
  const statuses = [];
  for (let i = 0; i < 6; i++) statuses.push((await guess(`đoán ${i}`)).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  // Nor is the right one taken until the wait is over.
  expect(await guess(GOOD)).toMatchObject({ status: 429, json: { error: { code: 'signin.too-many' } } });
});

test('whoever is locked while what they send is on its way does nothing more', async () => {
  const { userId } = await added({ campaignId: null, role: 'admin', unitId: null });
  const stream = new TransformStream<Uint8Array, Uint8Array>();
  const writer = stream.writable.getWriter();
  const userName = anyName();
  const body = JSON.stringify({ people: [{ userName, name: 'Kẻ gian', membership: null }] });
  const answer = api.fetch(
    new Request('http://test/api/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-test-user': userId },
      body: stream.readable,
      duplex: 'half',
    } as RequestInit),
  );
  const bytes = new TextEncoder().encode(body);
  await writer.write(bytes.slice(0, 5));
  expect((await admin(`/people/${userId}/lock`, { locked: true })).status).toBe(200);
  await writer.write(bytes.slice(5));
  await writer.close();
  expect((await answer).status).toBe(401);
  expect((await known()).some((p) => p.userName === userName)).toBe(false);
});

test('a link that was kept does not open what its maker may not: not an account that has become more', async () => {
  const { userId, token } = await added(inCampaign('viewer'), ruler);
  await admin(`/people/${userId}/role`, { campaignId: null, role: 'admin', unitId: null });
  expect((await nobody('/invitation', { token, password: GOOD })).status).toBe(403);
  // Another role in the same campaign is no more than it was.
  const other = await added(inCampaign('viewer'));
  await admin(`/people/${other.userId}/role`, inCampaign('leader'));
  expect((await nobody('/invitation/look', { token: other.token })).status).toBe(200);
});

test('an administrator who has no password yet is none who is left', async () => {
  const { userId } = await added({ campaignId: null, role: 'admin', unitId: null });
  expect(codeOf(await admin('/people/chu/role', { campaignId: null, role: 'viewer', unitId: null }))).toEqual(
    {
      code: 'people.last-administrator',
    },
  );
  await admin(`/people/${userId}/remove`, {});
});

test('who administers one campaign lets in nobody whom he does not see', async () => {
  const foreign = await added({ campaignId: elsewhere, role: 'viewer', unitId: null });
  const roleless = await added(null);
  for (const { userId } of [foreign, roleless])
    expect((await ruler(`/people/${userId}/role`, inCampaign('viewer'))).status).toBe(403);
});

test('a name that nobody would see, or of two lines, is none; nor is one of dots', async () => {
  const add = (name: string, userName = anyName()) =>
    admin('/people', { people: [{ userName, name, membership: null }] });
  for (const name of ['\u200b', '\u00ad\u2060', '\u3164', 'Hai\ndòng'])
    expect((await add(name)).status, JSON.stringify(name)).toBe(422);
  expect((await add('Tên', '..')).status).toBe(422);
});

test('two hundred people with long names come in one list', async () => {
  const people = Array.from({ length: 200 }, () => ({
    userName: anyName(),
    name: 'ậ'.repeat(60),
    membership: null,
  }));
  expect((await admin('/people', { people })).status).toBe(200);
});
