/** A backup that a browser fetches, and its way back through the set-up link of an empty server. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openBackups } from '../../server/backup/sending.ts';
import type { RestoreLine } from '../../src/api/contract/backup.ts';
import { connectionOf, query } from '../support/database.ts';
import { ADMINISTRATOR, addAdministrator } from '../support/emptyCampaign.ts';
import { dataFolder, demoFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Of a machine that others use too. */
const SOON = { timeout: 20_000 };

const folders: string[] = [];
let from: ServerProcess;
let cookie: string;
let packed: Buffer;
let empty: ServerProcess;
let token: string;

async function emptyServer(): Promise<ServerProcess> {
  const folder = dataFolder();
  folders.push(folder);
  return ServerProcess.start(folder, { COHOA_DEMO: 'off' });
}

const tokenOf = async (server: ServerProcess) => (await server.prints(/setup\/([\w-]+)/))[1] as string;

beforeAll(async () => {
  const folder = await demoFolder();
  folders.push(folder);
  from = await ServerProcess.start(folder);
  addAdministrator(folder);
  cookie = await from.signIn(ADMINISTRATOR.userName, ADMINISTRATOR.password);
  const made = await fetched();
  expect(made.status).toBe(200);
  packed = Buffer.from(await made.arrayBuffer());
  empty = await emptyServer();
  token = await tokenOf(empty);
}, 180_000);
afterAll(async () => {
  await from.stop();
  await empty.stop();
  for (const folder of folders) {
    killPostmaster(folder);
    removeFolder(folder);
  }
});

const fetched = () =>
  fetch(`${from.url}/api/backup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: '{}',
  });

const linesOf = (bytes: Buffer) =>
  gunzipSync(bytes)
    .toString()
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as { table?: string; row?: { act?: string } });

/** The backup without the rows of some tables, whole in itself. */
function without(...tables: string[]): Buffer {
  const [header, ...rest] = gunzipSync(packed).toString().trim().split('\n');
  const rows = rest.slice(0, -1).filter((line) => !tables.some((t) => line.startsWith(`{"table":"${t}"`)));
  return gzipSync(`${[header, ...rows, JSON.stringify({ end: rows.length })].join('\n')}\n`);
}

/** Null: without the header. */
async function restored(
  server: ServerProcess,
  body: Buffer | string,
  by: string | null,
  type = 'application/gzip',
) {
  const answer = await fetch(`${server.url}/api/setup/restore`, {
    method: 'POST',
    headers: { 'content-type': type, ...(by === null ? {} : { 'x-cohoa-setup': by }) },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  const text = await answer.text();
  if (answer.status !== 200) {
    const { error } = JSON.parse(text) as { error: { code: string } };
    return { status: answer.status, code: error.code };
  }
  const last = JSON.parse(text.trim().split('\n').at(-1) ?? '') as RestoreLine;
  return 'error' in last ? { status: 200, code: last.error.code } : { status: 200, ...last };
}

const campaigns = async (server: ServerProcess) =>
  (await query<{ n: number }>(server.folder, 'select count(*)::int as n from campaign'))[0]?.n;

test('says before how many rows come, and is in the log as begun and as whole', async () => {
  const made = await fetched();
  const rows = Number(made.headers.get('x-cohoa-rows'));
  expect(made.headers.get('cache-control')).toContain('no-store');
  const lines = linesOf(Buffer.from(await made.arrayBuffer()));
  expect(lines.length - 2).toBe(rows);
  expect(rows).toBeGreaterThan(1000);
  const acts = () =>
    query<{ act: string; by: string }>(from.folder, 'select act, by_name as by from people_act order by id');
  await expect
    .poll(async () => (await acts()).slice(-2), SOON)
    .toEqual([
      { act: 'backup-begun', by: 'Trưởng ban' },
      { act: 'backed-up', by: 'Trưởng ban' },
    ]);
  const standing = await fetch(`${from.url}/api/backup`, { headers: { cookie } });
  expect(await standing.json()).toEqual({
    last: { at: expect.any(String), by: 'Trưởng ban', via: 'person' },
  });
});

test('of those who do not administer everything nobody gets one', async () => {
  for (const who of ['canbo', 'lanhdao', 'quantri']) {
    const own = await from.signIn(who);
    const answer = await fetch(`${from.url}/api/backup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: own },
      body: '{}',
    });
    expect([who, answer.status]).toEqual([who, 403]);
  }
});

test('a page of somebody else’s neither fetches one nor puts one in', async () => {
  const headers = { cookie, origin: 'https://khac.example', 'sec-fetch-site': 'cross-site' };
  const get = await fetch(`${from.url}/api/backup`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(get.status).toBe(403);
  const put = await fetch(`${empty.url}/api/setup/restore`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/gzip', 'x-cohoa-setup': token },
    body: new Uint8Array(packed),
  });
  expect(put.status).toBe(403);
  // What another page can send without being asked first is not taken either.
  expect(await restored(empty, packed, token, 'text/plain')).toMatchObject({ status: 415 });
  expect(await campaigns(empty)).toBe(0);
});

test('one at a time; of a reader who goes away, or takes nothing, the next one does not wait for long', async () => {
  // More than the buffers between database and reader hold.
  await query(
    from.folder,
    `insert into people_act select 'filler' || n, now(), '', '', 'renamed', '', repeat(md5(random()::text), 3), null, '{}'
     from generate_series(1, 20000) n`,
  );
  const pool = new pg.Pool({ connectionString: connectionOf(from.folder) });
  const backups = openBackups(pool, 300);
  let whole = 0;
  const begin = () =>
    backups.begin(async () => {
      whole++;
    });
  const silent = await begin();
  await expect(begin()).rejects.toMatchObject({ status: 409, code: 'backup.busy' });
  // Nobody reads on: it is given up by itself.
  await expect
    .poll(
      () =>
        begin()
          .then(({ body }) => body.cancel())
          .then(
            () => true,
            () => false,
          ),
      SOON,
    )
    .toBe(true);
  await expect(new Response(silent.body).arrayBuffer()).rejects.toThrow();
  // The one before was given up by its reader: it counts as none either.
  let last: Awaited<ReturnType<typeof begin>> | undefined;
  await expect
    .poll(async () => {
      last = await begin().catch(() => undefined);
      return last === undefined;
    }, SOON)
    .toBe(false);
  const bytes = Buffer.from(await new Response(last?.body).arrayBuffer());
  expect(linesOf(bytes).length - 2).toBe(last?.rows);
  expect(whole).toBe(1);
  await pool.end();
  await query(from.folder, `delete from people_act where id like 'filler%'`);
});

test.each<[string, () => Buffer | string, string | null, object]>([
  ['without a link', () => packed, null, { status: 403, code: 'setup.wrong-token' }],
  ['by a guess', () => packed, 'guess', { status: 403, code: 'setup.wrong-token' }],
  ['with nothing in it', () => '', 'own', { status: 200, code: 'backup.cut' }],
  ['of text', () => 'this is text', 'own', { status: 200, code: 'backup.none' }],
  ['cut short', () => packed.subarray(0, packed.length / 2), 'own', { status: 200, code: 'backup.cut' }],
  [
    'with rows left out',
    () =>
      gzipSync(
        gunzipSync(packed)
          .toString()
          .replace(/\n.*"placement".*(?=\n)/, ''),
      ),
    'own',
    { status: 200, code: expect.stringMatching(/^backup\.(rows-missing|bad-row)$/) },
  ],
  [
    'without an account',
    () => without('user', 'account', 'member'),
    'own',
    { status: 200, code: 'backup.nobody' },
  ],
])('a restore %s is refused, and nothing is changed', async (_, body, by, expected) => {
  expect(await restored(empty, body(), by === 'own' ? token : by)).toMatchObject(expected);
  expect(await campaigns(empty)).toBe(0);
  expect(existsSync(join(empty.folder, 'restore.part'))).toBe(false);
});

test('all at once, one restores; then accounts of the backup get in, and the link is void', async () => {
  const all = await Promise.all(Array.from({ length: 4 }, () => restored(empty, packed, token)));
  const done = all.filter((a) => 'done' in a);
  expect(done).toHaveLength(1);
  expect(done[0]).toMatchObject({ done: { campaigns: 2, people: 8 } });
  for (const other of all.filter((a) => !('done' in a)))
    expect(other).toEqual({ status: 409, code: 'backup.busy' });
  expect(await empty.signIn(ADMINISTRATOR.userName, ADMINISTRATOR.password)).toContain('cohoa');
  expect((await restored(empty, packed, token)).status).toBe(403);
  const entry = await fetch(`${empty.url}/api/entry`);
  expect(await entry.json()).toMatchObject({ needsAdministrator: false });
  expect(
    await query(empty.folder, `select act, by_user as by from people_act order by id desc limit 1`),
  ).toEqual([{ act: 'restored', by: 'setup' }]);
});

test('a server that is killed while it restores is empty when it comes again', async () => {
  const server = await emptyServer();
  const link = await tokenOf(server);
  const answer = await fetch(`${server.url}/api/setup/restore`, {
    method: 'POST',
    headers: { 'content-type': 'application/gzip', 'x-cohoa-setup': link },
    body: new Uint8Array(packed),
  });
  // The answer has begun: the file is there and is being put in.
  expect(statSync(join(server.folder, 'restore.part')).mode & 0o777).toBe(0o600);
  // Who comes meanwhile waits for nothing: the page is there, and says what is going on.
  const entry = async () => (await (await fetch(`${server.url}/api/entry`)).json()) as object;
  const meanwhile = [await entry(), (await fetch(`${server.url}/api/session`)).status];
  if (JSON.stringify(meanwhile[0]).includes('"restoring":true'))
    expect(meanwhile).toMatchObject([{ needsAdministrator: true }, 401]);
  await server.kill();
  await answer.text().catch(() => {});
  killPostmaster(server.folder);
  const again = await ServerProcess.start(server.folder, { COHOA_DEMO: 'off' });
  expect(await campaigns(again)).toBe(0);
  expect(await restored(again, packed, await tokenOf(again))).toMatchObject({ done: { campaigns: 2 } });
  expect(existsSync(join(again.folder, 'restore.part'))).toBe(false);
  await again.stop();
});
