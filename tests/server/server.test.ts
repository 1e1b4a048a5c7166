import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { demoEdit } from '../../mocks/demo/choMoi/campaign.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { en } from '../../src/words/en.ts';
import { cohoaDone } from '../support/cli.ts';
import { dataFolder, demoFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const MILESTONE = { name: 'Mốc', day: null, offsetDays: 0 };

/** Of the demonstration. */
const PLACEMENTS = demoEdit(newId(), newId()).ops.filter((op) => op.entity === 'placement').length;

describe('with the demonstration', () => {
  let folder: string;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = dataFolder();
    server = await ServerProcess.start(folder);
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('says that it is well', async () => {
    const health = await (await fetch(`${server.url}/healthz`)).json();
    expect(health).toEqual({
      status: 'ok',
      version: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version,
      database: 'ok',
    });
  });

  test('signs the demonstration’s people in, and nobody with a wrong password', async () => {
    const cookie = await server.signIn('lanhdao');
    const session = await (await fetch(`${server.url}/api/session`, { headers: { cookie } })).json();
    expect(session).toMatchObject({
      user: { userName: 'lanhdao' },
      memberships: [{ role: 'leader', campaignId: DEMO_CAMPAIGN }],
    });
    await expect(server.signIn('lanhdao', 'wrong-password')).rejects.toThrow(/401/);
  });

  test('forty writes at once are numbered without a gap, and one key sent five times at once counts once', async () => {
    const cookie = await server.signIn('canbo');
    const post = async (key: string, id: string) => {
      const answer = await server.create(cookie, 'milestone', MILESTONE, id, key);
      return { status: answer.status, number: ((await answer.json()) as { number: number }).number };
    };
    const many = await Promise.all(Array.from({ length: 40 }, () => post(newId(), newId())));
    expect(many.map((a) => a.status)).toEqual(Array(40).fill(200));
    const numbers = many.map((a) => a.number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => (numbers[0] as number) + i));
    const [key, id] = [newId(), newId()];
    const same = await Promise.all(Array.from({ length: 5 }, () => post(key, id)));
    expect(same).toEqual(Array(5).fill({ status: 200, number: (numbers[39] as number) + 1 }));
  });

  test('gives cookies that scripts and other sites do not get', async () => {
    const response = await fetch(`${server.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'canbo', password: 'cohoa-demo' }),
    });
    for (const cookie of response.headers.getSetCookie())
      expect(cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
  });

  test('marks its cookies Secure where people reach it over TLS', async () => {
    const elsewhere = await demoFolder();
    const secure = await ServerProcess.start(elsewhere, { COHOA_URL: 'https://cohoa.example' });
    expect(await secure.signIn('canbo')).toContain('__Secure-cohoa');
    const response = await fetch(`${secure.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'canbo', password: 'cohoa-demo' }),
    });
    for (const cookie of response.headers.getSetCookie()) expect(cookie).toMatch(/; Secure/i);
    await secure.stop();
    removeFolder(elsewhere);
  });

  test('exposes of the sign-in library only signing in and out', async () => {
    for (const path of [
      'sign-up/email',
      'admin/create-user',
      'admin/list-users',
      'get-session',
      'update-user',
    ]) {
      const response = await fetch(`${server.url}/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      expect([401, 404], path).toContain(response.status);
    }
  });

  test('a second server on the same data says who is there, and harms nothing', async () => {
    await expect(ServerProcess.start(folder)).rejects.toThrow(/already runs on this data folder/);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('the command line works beside it: campaigns, users, roads', async () => {
    expect((await cohoaDone(folder, 'campaign', 'list')).stdout).toContain(`${PLACEMENTS} placements`);
    await cohoaDone(
      folder,
      'user',
      'add',
      'moi',
      '--password',
      'cầu treo mùa mưa',
      '--role',
      'viewer',
      '--campaign',
      DEMO_CAMPAIGN,
    );
    expect(await server.signIn('moi', 'cầu treo mùa mưa')).toContain('cohoa');
    await expect(
      cohoaDone(folder, 'user', 'add', 'x1', '--password', 'cầu treo mùa mưa', '--role', 'king'),
    ).rejects.toThrow(/--role is one of/);
    const file = join(folder, 'roads.geojson');
    writeFileSync(
      file,
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { ref: 'ĐH.1', name: 'Đường huyện 1' },
            geometry: {
              type: 'LineString',
              coordinates: [
                [105.7, 21.9],
                [105.71, 21.91],
              ],
            },
          },
          { type: 'Feature', properties: {}, geometry: null },
        ],
      }),
    );
    const report = JSON.parse(
      (await cohoaDone(folder, 'roads', 'import', file, '--json', '--campaign', DEMO_CAMPAIGN)).stdout,
    );
    expect(report).toMatchObject({
      imported: 1,
      refused: 1,
      roads: [{ code: 'ĐH.1', parts: 1, gaps: [], leftOverM: 0 }],
      problems: [{ where: 'feature 2', what: en['reason.feature.no-geometry'] }],
    });
    const again = JSON.parse(
      (await cohoaDone(folder, 'roads', 'import', file, '--json', '--campaign', DEMO_CAMPAIGN)).stdout,
    );
    expect(again).toMatchObject({
      imported: 0,
      leftOut: 1,
      problems: [{}, { where: 'Đường huyện 1', what: en['reason.road.exists'] }],
    });
  });

  test('sends its pages with a policy that lets no foreign script run', async () => {
    const folder = await demoFolder();
    const page = await ServerProcess.start(folder, {}, []);
    const response = await fetch(`${page.url}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain("unsafe-eval'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect((await fetch(`${page.url}/no-such-file.js`)).status).toBe(404);
    await page.stop();
    removeFolder(folder);
  }, 120_000);
});

describe('without the demonstration', () => {
  test('the first start prints a link that creates the administrator once', async () => {
    const folder = dataFolder();
    const server = await ServerProcess.start(folder, { COHOA_DEMO: 'off' });
    const token = (await server.prints(/setup\/([\w-]+)/))[1];
    const setUp = (t: string | undefined) =>
      fetch(`${server.url}/api/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          token: t,
          userName: 'Truong',
          name: 'Trưởng phòng',
          password: 'rat-kho-doan-ra',
        }),
      });
    expect((await setUp('guess')).status).toBe(403);
    expect((await setUp(token)).status).toBe(200);
    expect((await setUp(token)).status).toBe(403);
    const cookie = await server.signIn('truong', 'rat-kho-doan-ra');
    const { campaigns } = (await (
      await fetch(`${server.url}/api/campaigns`, { headers: { cookie } })
    ).json()) as { campaigns: unknown[] };
    expect(campaigns).toEqual([]);
    await expect(server.signIn('canbo')).rejects.toThrow(/401/);
    await server.stop();
    const again = await ServerProcess.start(folder, { COHOA_DEMO: 'off' });
    expect(await again.stop()).toBe(0);
    expect(again.printed).not.toContain('setup');
    removeFolder(folder);
  });

  test('guessing passwords is slowed', async () => {
    const folder = await demoFolder();
    const server = await ServerProcess.start(folder, { COHOA_SIGN_INS_PER_MINUTE: '5' });
    const statuses: number[] = [];
    for (let i = 0; i < 8; i++) {
      const response = await fetch(`${server.url}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-cohoa-client': `10.0.0.${i}`,
          'x-forwarded-for': `10.0.1.${i}`,
        },
        body: JSON.stringify({ username: 'canbo', password: `guess-${i}-password` }),
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    await server.stop();
    removeFolder(folder);
  });
});

test('two instances on one database: what one writes the other tells its listeners', async () => {
  const folder = await demoFolder();
  const first = await ServerProcess.start(folder, { COHOA_SECRET: 'one-secret-for-both-of-these-instances' });
  const postmaster = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const { databasePassword } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as {
    databasePassword: string;
  };
  const elsewhere = dataFolder();
  const second = await ServerProcess.start(elsewhere, {
    COHOA_SECRET: 'one-secret-for-both-of-these-instances',
    DATABASE_URL: `postgres://cohoa:${databasePassword}@127.0.0.1:${postmaster[3]}/postgres`,
  });
  // It started no database of its own, and knows who signed in at the other.
  expect(existsSync(join(elsewhere, 'postgres'))).toBe(false);
  const cookie = await first.signIn('canbo');
  const stop = new AbortController();
  const stream = await fetch(`${second.url}/api/campaigns/${DEMO_CAMPAIGN}/events`, {
    headers: { cookie },
    signal: stop.signal,
  });
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
  const heard = async () => new TextDecoder().decode((await reader.read()).value);
  const number = Number(/data: (\d+)/.exec(await heard())?.[1]);
  await first.create(cookie, 'milestone', MILESTONE);
  expect(await heard()).toContain(`data: ${number + 1}`);
  stop.abort();
  await second.stop();
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  await first.stop();
  for (const f of [folder, elsewhere]) removeFolder(f);
});

test('a backup restored into an empty database is the same campaign, with its people and its history', async () => {
  const [from, to] = [await demoFolder(), dataFolder()];
  const first = await ServerProcess.start(from);
  const cookie = await first.signIn('canbo');
  const unit = {
    code: '1',
    name: 'Đơn vị ăn ở',
    kind: 'organisation',
    centre: [105.1, 21.2],
    parentId: null,
    boundary: null,
    contact: '',
    phone: '',
  };
  expect((await first.create(cookie, 'unit', unit)).status).toBe(200);
  const file = join(from, 'backup.gz');
  await cohoaDone(from, 'backup', file);
  expect(existsSync(file)).toBe(true);
  // The lineage is another one after a restore: devices that were ahead of the backup must notice.
  const snapshotOf = async (s: ServerProcess, c: string) => ({
    ...((await (
      await fetch(`${s.url}/api/campaigns/${DEMO_CAMPAIGN}/snapshot`, { headers: { cookie: c } })
    ).json()) as object),
    lineage: null,
  });
  const before = await snapshotOf(first, cookie);
  await expect(cohoaDone(from, 'restore', file)).rejects.toThrow(/holds campaigns already/);
  await first.stop();
  await cohoaDone(to, 'restore', file);
  const second = await ServerProcess.start(to);
  const after = await snapshotOf(second, await second.signIn('canbo'));
  expect(after).toEqual(before);
  await second.stop();
  const broken = join(from, 'broken.gz');
  writeFileSync(broken, readFileSync(file).subarray(0, 4000));
  const third = dataFolder();
  await expect(cohoaDone(third, 'restore', broken)).rejects.toThrow();
  for (const folder of [from, to, third]) {
    killPostmaster(folder);
    removeFolder(folder);
  }
});
