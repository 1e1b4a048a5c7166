/** Sessions, passwords, and the accounts of the demonstration. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { isKnownBad } from '../../server/accounts/password.ts';
import { query } from '../support/database.ts';
import { demoFolder, removeFolder, ServerProcess } from '../support/server.ts';

// A restart on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

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

const get = (path: string, cookie: string) => fetch(`${server.url}${path}`, { headers: { cookie } });

const FORGOTTEN_MS = 1050;

describe('sessions', () => {
  const daysLeft = async () => {
    const [row] = await query<{ days: number }>(
      folder,
      `select max(extract(epoch from "expiresAt" - now()) / 86400)::float8 as days from session`,
    );
    return (row as { days: number }).days;
  };

  test('last thirty days, and what is used is prolonged in the browser too', async () => {
    const cookie = await server.signIn('canbo');
    expect(await daysLeft()).toBeCloseTo(30, 1);
    expect((await get('/api/session', cookie)).headers.getSetCookie()).toEqual([]);
    await query(folder, `update session set "expiresAt" = now() + interval '20 days'`);
    await sleep(FORGOTTEN_MS);
    const answer = await get(`/api/campaigns/${DEMO_CAMPAIGN}/changes?since=0`, cookie);
    const [renewed, ...more] = answer.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(renewed).toMatch(/^cohoa\.session_token=.*Max-Age=2592000/);
    expect(renewed?.split(';')[0]).toBe(cookie);
    expect(await daysLeft()).toBeCloseTo(30, 1);
    expect((await get('/api/session', cookie)).headers.getSetCookie()).toEqual([]);
  });

  test('a stream does not prolong what its browser would not learn of', async () => {
    const cookie = await server.signIn('canbo');
    await query(folder, `update session set "expiresAt" = now() + interval '20 days'`);
    const stop = new AbortController();
    const stream = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/events`, {
      headers: { cookie },
      signal: stop.signal,
    });
    expect(stream.status).toBe(200);
    expect(stream.headers.getSetCookie()).toEqual([]);
    expect(await daysLeft()).toBeCloseTo(20, 1);
    stop.abort();
  });

  test.each([
    ['its session is gone', `delete from session`, ''],
    [
      'the account is locked',
      `update "user" set banned = true where username = 'xem'`,
      `update "user" set banned = false`,
    ],
    ['the session is over', `update session set "expiresAt" = now() - interval '1 s'`, ''],
  ])('nobody is let in with a cookie when %s', async (_, blow, mend) => {
    const cookie = await server.signIn('xem');
    expect((await get('/api/session', cookie)).status).toBe(200);
    await query(folder, blow);
    // By hand, past our own doors: what is known of a session is a second old at most.
    await sleep(FORGOTTEN_MS);
    const answer = await get('/api/session', cookie);
    expect(answer.status).toBe(401);
    expect(answer.headers.getSetCookie()).toEqual([]);
    if (mend !== '') await query(folder, mend);
  });

  test('who is locked learns it with the right password, and only then', async () => {
    await query(folder, `update "user" set banned = true where username = 'xem'`);
    await expect(server.signIn('xem', 'cohoa-demo')).rejects.toThrow(/403.*signin\.locked/);
    await expect(server.signIn('xem', 'sai-mat-khau')).rejects.toThrow(/401.*signin\.wrong/);
    await query(folder, `update "user" set banned = false`);
  });
});

describe('another password', () => {
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${server.url}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });

  test('shuts what the old one opens while it is being set', async () => {
    const ruler = await server.signIn('quantri');
    const { people } = (await (await get('/api/people', ruler)).json()) as {
      people: { id: string; userName: string }[];
    };
    const id = people.find((p) => p.userName === 'xem')?.id;
    const { links } = (await (await post(`/people/${id}/link`, {}, ruler)).json()) as {
      links: { token: string }[];
    };
    let trying = true;
    const opened: string[] = [];
    const tries = Array.from({ length: 3 }, async () => {
      while (trying)
        await server.signIn('xem').then(
          (cookie) => opened.push(cookie),
          () => {},
        );
    });
    await vi.waitFor(() => expect(opened.length).toBeGreaterThan(2), { timeout: 20_000 });
    const set = await post('/invitation', { token: links[0]?.token, password: 'mưa rừng trên núi cao' });
    trying = false;
    await Promise.all(tries);
    expect(set.status).toBe(200);
    await sleep(FORGOTTEN_MS);
    for (const cookie of opened) expect((await get('/api/session', cookie)).status).toBe(401);
    expect(await server.signIn('xem', 'mưa rừng trên núi cao')).toContain('cohoa');
  });

  test('is nothing that the many who look at sessions could hold up', async () => {
    const ruler = await server.signIn('quantri');
    const { people } = (await (await get('/api/people', ruler)).json()) as {
      people: { id: string; userName: string }[];
    };
    const id = people.find((p) => p.userName === 'xem')?.id;
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => get(`/api/people/${id}/sessions`, ruler)),
    );
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200]));
    expect((await get('/healthz', '')).status).toBe(200);
  });
});

describe('the demonstration interrupted', () => {
  const names = async () =>
    (await query<{ username: string }>(folder, `select username from "user" order by 1`)).map(
      (r) => r.username,
    );
  const all = ['canbo', 'chutich', 'lanhdao', 'quantri', 'tanky', 'xa', 'xem'];
  const shown = async () =>
    ((await (await get('/api/entry', '')).json()) as { demoAccounts: { userName: string }[] }).demoAccounts
      .map((a) => a.userName)
      .sort();
  const again = async () => {
    await server.stop();
    server = await ServerProcess.start(folder);
  };

  test('between the campaign and its accounts is completed by the next start', async () => {
    await query(folder, `delete from "user" where username <> 'canbo'`);
    await query(folder, 'delete from member');
    expect(await shown()).toEqual(['canbo']);
    await again();
    expect(await names()).toEqual(all);
    expect(await shown()).toEqual(all);
    const cookie = await server.signIn('lanhdao');
    expect((await get(`/api/campaigns/${DEMO_CAMPAIGN}/changes?since=0`, cookie)).status).toBe(200);
    const old = await server.signIn('canbo');
    expect((await get(`/api/campaigns/${DEMO_CAMPAIGN}/changes?since=0`, old)).status).toBe(200);
  });

  test('accounts removed after somebody has worked stay removed, and are not offered', async () => {
    const cookie = await server.signIn('canbo');
    expect((await server.create(cookie, 'milestone', { name: 'M', day: null, offsetDays: 0 })).status).toBe(
      200,
    );
    await query(folder, `delete from "user" where username in ('xem', 'xa')`);
    const left = all.filter((name) => name !== 'xem' && name !== 'xa');
    expect(await shown()).toEqual(left);
    await again();
    expect(await names()).toEqual(left);
    expect(await shown()).toEqual(left);
  });
});

describe('known-bad passwords', () => {
  test.each([
    '12345678',
    '0123456789',
    '87654321',
    '19051890',
    '0912345678',
    'password',
    'Password123!',
    'P@ssw0rd1',
    'qwertyuiop',
    'asdfghjk',
    '1qaz2wsx',
    'aaaaaaaa',
    'abababab',
    'abc1abc1',
    '11112222',
    'abcdefgh',
    'abcd1234',
    'matkhau123',
    'Mật khẩu 1',
    'matkhaucuatoi',
    'anhyeuem',
    'Anh yêu em 2020',
    'emyeuanh99',
    'iloveyou1',
    'vietnam2020',
    'VietNamVoDich!',
    'hochiminh',
    'quantri123',
    'admin@123',
    'cohoa-demo',
    'truongphong',
    'truongphong2020',
    'TruongPhong@1',
    'matkhaumatkhau1',
    'Chợ Mới Bắc Kạn 2020',
    'anhyeuem-iloveyou',
  ])('«%s» is one', (password) => {
    expect(isKnownBad('truong.phong', password)).toBe(true);
  });

  test.each([
    'rat-kho-doan',
    'mat-troi-moc-4-gio',
    'bon cai ghe go xanh',
    'Tr0ng-vuon-c0-cay',
    'g7#kQ2!xw9',
    'đò ngang sông Cầu',
    '471093826154',
  ])('«%s» is none', (password) => {
    expect(isKnownBad('truong.phong', password)).toBe(false);
  });
});
