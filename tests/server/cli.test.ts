/** Accounts by the command line, beside a running server. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DEMO_CAMPAIGN, DEMO_CAMPAIGNS } from '../../mocks/demo/builder.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { cohoa } from '../support/cli.ts';
import { connect, query } from '../support/database.ts';
import { demoFolder, removeFolder, ServerProcess } from '../support/server.ts';

// Each call is a process of its own.
vi.setConfig({ testTimeout: 120_000 });

const GOOD = 'bon cai ghe go xanh';

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = await demoFolder();
  server = await ServerProcess.start(folder);
});
afterAll(async () => {
  await server.stop();
  removeFolder(folder);
});

const cli = (...args: string[]) => cohoa(folder, args);
const status = async (path: string, cookie: string) =>
  (await fetch(`${server.url}/api${path}`, { headers: { cookie } })).status;

test('adds a unit officer by the names of campaign and unit, with a password nobody sees', async () => {
  const [campaign] = await query<{ name: string }>(
    folder,
    `select name from campaign where id = '${DEMO_CAMPAIGN}'`,
  );
  const [unit, other] = await query<{ id: string; name: string }>(
    folder,
    `select id, name from unit order by name`,
  );
  const add = (name: string, unitName: string, ...more: string[]) =>
    cohoa(
      folder,
      ['user', 'add', name, '--password', '-', '--role', 'unit-officer', '--unit', unitName, ...more],
      `${GOOD}\n`,
    );
  const named = ['--campaign', (campaign as { name: string }).name.toUpperCase().normalize('NFD')];
  const added = await add('can.bo.xa', ` ${unit?.name.toLowerCase()}`, ...named);
  expect(added).toMatchObject({ code: 0, out: expect.stringContaining(unit?.name as string) });
  const cookie = await server.signIn('can.bo.xa', GOOD);
  const session = await (await fetch(`${server.url}/api/session`, { headers: { cookie } })).json();
  expect(session).toMatchObject({
    memberships: [{ role: 'unit-officer', campaignId: DEMO_CAMPAIGN, unitId: unit?.id }],
  });
  expect(await add('x1', 'Xã Không Có', ...named)).toMatchObject({
    code: 1,
    err: expect.stringContaining(`There is no unit «Xã Không Có» (it has`),
  });
  expect(await add('x1', 'Xã Không Có')).toMatchObject({ code: 1, err: '--unit needs --campaign.\n' });
  await query(folder, `update unit set name = '${unit?.name}' where id = '${other?.id}'`);
  const twice = await add('x1', unit?.name as string, ...named);
  expect(twice.err).toContain('There are 2 of the name');
  expect(twice.err).toContain(other?.id);
});

test('lists who may do what, and who is locked', async () => {
  await query(folder, `update "user" set banned = true where username = 'xem'`);
  const { out } = await cli('user', 'list');
  expect(out).toMatch(/^canbo {2}Vũ Hoài {2}planner of .+$/m);
  expect(out).toMatch(/^xem {2}.*locked$/m);
  expect((await cli('user', 'unlock', 'xem')).code).toBe(0);
  expect(await server.signIn('xem')).toContain('cohoa');
});

test('a bad password is refused wherever one is set, and half an account is never left', async () => {
  const refused = await cli('user', 'add', 'nua', '--password', 'matkhaumatkhau123', '--role', 'viewer');
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('among the first') });
  expect((await cli('user', 'password', 'xem', '--password', 'xem-xem-xem-xem-1')).err).toContain(
    'among the first',
  );
  expect((await cli('user', 'add', 'XEM', '--password', GOOD, '--role', 'viewer')).err).toBe(
    'There is a user «XEM» already.\n',
  );
  await query(folder, `alter table member add constraint no_more check (role <> 'viewer') not valid`);
  const half = await cli('user', 'add', 'nua', '--password', GOOD, '--role', 'viewer');
  expect(half.code).toBe(1);
  expect(half.err).not.toMatch(/ {2}at |\$argon|params/);
  await query(folder, 'alter table member drop constraint no_more');
  expect(await query(folder, `select 1 as n from "user" where username = 'nua'`)).toEqual([]);
});

test('a new password, a lock and a removal sign the person out at once', async () => {
  const cookie = await server.signIn('xem');
  expect((await cohoa(folder, ['user', 'password', 'xem', '--password', '-'], GOOD)).code).toBe(0);
  expect(await status('/session', cookie)).toBe(401);
  await expect(server.signIn('xem')).rejects.toThrow(/401/);
  const second = await server.signIn('xem', GOOD);
  expect((await cli('user', 'lock', 'xem')).out).toContain('locked');
  expect(await status('/session', second)).toBe(401);
  await expect(server.signIn('xem', GOOD)).rejects.toThrow(/403/);
  await cli('user', 'unlock', 'xem');
  const third = await server.signIn('xem', GOOD);
  expect((await cli('user', 'remove', 'xem')).err).toContain('--yes');
  expect(await status('/session', third)).toBe(200);
  expect((await cli('user', 'remove', 'xem', '--yes')).code).toBe(0);
  expect(await status('/session', third)).toBe(401);
  expect(
    await query(folder, `select 1 as n from member where user_id not in (select id from "user")`),
  ).toEqual([]);
  expect((await cli('user', 'lock', 'ai.do')).err).toBe('There is no user «ai.do».\n');
});

test('who was invited gets a password too, and no link outlives a password or a lock', async () => {
  const of = `(select id from "user" where username = 'khach')`;
  const links = async () =>
    (await query<{ n: number }>(folder, 'select count(*)::int as n from invitation'))[0]?.n;
  const invite = () =>
    query(
      folder,
      `insert into invitation select 'h', id, now() + interval '1 day' from "user" where username = 'khach'`,
    );
  expect((await cli('user', 'add', 'khach', '--password', GOOD, '--role', 'viewer')).code).toBe(0);
  await query(folder, `delete from "account" where "userId" = ${of}`);
  await invite();
  expect((await cli('user', 'password', 'khach', '--password', GOOD)).code).toBe(0);
  expect(await server.signIn('khach', GOOD)).toContain('cohoa');
  expect(await links()).toBe(0);
  await invite();
  await cli('user', 'lock', 'khach');
  await cli('user', 'unlock', 'khach');
  expect(await links()).toBe(0);
  expect((await cli('user', 'remove', 'khach', '--yes')).code).toBe(0);
});

test('every one of them is told to the servers', async () => {
  const [row] = await query<{ id: string }>(folder, `select id from "user" where username = 'xa'`);
  const client = await connect(folder);
  const heard: string[] = [];
  client.on('notification', ({ payload }) => heard.push(payload === row?.id ? 'xa' : 'another'));
  await client.query('listen cohoa_members');
  await cli('user', 'password', 'xa', '--password', GOOD);
  await cli('user', 'lock', 'xa');
  await cli('user', 'unlock', 'xa');
  await cli('user', 'remove', 'xa', '--yes');
  await client.query('select 1');
  await client.end();
  expect(heard).toEqual(['xa', 'xa', 'xa', 'xa']);
});

test('the last administrator can be neither locked nor removed', async () => {
  for (const name of ['mot', 'hai'])
    expect((await cli('user', 'add', name, '--password', GOOD, '--role', 'admin')).code).toBe(0);
  expect((await cli('user', 'lock', 'mot')).code).toBe(0);
  for (const args of [
    ['lock', 'hai'],
    ['remove', 'hai', '--yes'],
  ])
    expect((await cli('user', ...args)).err).toContain('is the last administrator');
  expect((await cli('user', 'unlock', 'mot')).code).toBe(0);
  expect((await cli('user', 'remove', 'hai', '--yes')).code).toBe(0);
  // What was done stands in the log, and what was refused does not.
  const acts = await query<{ act: string; about: string }>(
    folder,
    `select act, about_name as about from people_act
     where by_user = 'command-line' and about_name in ('mot', 'hai') order by id`,
  );
  expect(acts.map(({ act, about }) => `${act} ${about}`)).toEqual([
    'added mot',
    'added hai',
    'locked mot',
    'unlocked mot',
    'removed hai',
  ]);
});

test('the demonstration is taken out with its public accounts, and nothing else', async () => {
  await cli('user', 'password', 'lanhdao', '--password', GOOD);
  expect((await cli('demo', 'remove')).err).toContain('--yes');
  await server.stop();
  server = await ServerProcess.start(folder);
  expect(server.printed).not.toContain('passwords that everybody knows');
  await query(
    folder,
    `insert into campaign select (jsonb_populate_record(c, '{"id": "${newId()}"}')).* from campaign c where id = '${DEMO_CAMPAIGN}'`,
  );
  await server.stop();
  server = await ServerProcess.start(folder);
  await server.prints(/Beside your own campaigns stand 4 accounts .* demo remove/);
  const demos = DEMO_CAMPAIGNS.map((id) => `'${id}'`).join(', ');
  await query(folder, `delete from campaign where id not in (${demos})`);
  const { out, err } = await cli('demo', 'remove', '--yes');
  expect(err).toBe('');
  expect(out).toContain('4 accounts with published passwords');
  expect(out).toContain('COHOA_DEMO=off');
  const left = await query<{ username: string }>(folder, 'select username from "user" order by 1');
  expect(left.map((r) => r.username)).toEqual(['can.bo.xa', 'lanhdao', 'mot']);
  for (const table of ['campaign', 'placement', 'change_op', 'unit'])
    expect(await query(folder, `select 1 as n from ${table}`)).toEqual([]);
  const entry = await (await fetch(`${server.url}/api/entry`)).json();
  expect(entry).toMatchObject({ needsAdministrator: false });
  expect((await cli('demo', 'remove', '--yes')).err).toContain('There is no demonstration');
});
