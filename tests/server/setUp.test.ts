/** The link that a fresh server prints: one administrator, once, for a day. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { en } from '../../src/words/en.ts';
import { vi } from '../../src/words/vi.ts';
import { query } from '../support/database.ts';
import { dataFolder, removeFolder, ServerProcess } from '../support/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

let folder: string;
let server: ServerProcess;
let token: string;
beforeAll(async () => {
  folder = dataFolder();
  await start();
});
beforeEach(async () => {
  await query(folder, `delete from "user"`);
  await query(folder, 'delete from member');
  await query(folder, `update setup_link set expires = now() + interval '24 hours'`);
});
afterAll(async () => {
  await server.stop();
  removeFolder(folder);
});

async function start(): Promise<void> {
  server = await ServerProcess.start(folder, { COHOA_DEMO: 'off' });
  token = (await server.prints(/setup\/([\w-]+)/))[1] as string;
}

async function setUp(change: object = {}) {
  const response = await fetch(`${server.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token,
      userName: 'Truong',
      name: 'Trưởng phòng',
      password: 'rat-kho-doan-ra',
      ...change,
    }),
  });
  const { error } = (await response.json()) as {
    error?: { code: string; field?: string; params?: object };
  };
  return { status: response.status, ...error };
}

const needed = async () =>
  ((await (await fetch(`${server.url}/api/entry`)).json()) as { needsAdministrator: boolean })
    .needsAdministrator;
const people = async () =>
  (await query<{ n: number }>(folder, `select count(*)::int as n from "user"`))[0]?.n;

test('five at once make one administrator, who rules over everything', async () => {
  expect(await needed()).toBe(true);
  const all = await Promise.all(
    Array.from({ length: 5 }, (_, i) => setUp({ userName: `truong.${i}`, name: `Trưởng ${i}` })),
  );
  expect(all.map((a) => a.status).sort()).toEqual([200, 403, 403, 403, 403]);
  expect(all.filter((a) => a.code === 'setup.has-accounts')).toHaveLength(4);
  expect(await people()).toBe(1);
  expect(await query(folder, `select role, campaign_id from member`)).toEqual([
    { role: 'admin', campaign_id: null },
  ]);
  expect(await needed()).toBe(false);
});

test('is void once there is any account, however it came', async () => {
  await run(
    process.execPath,
    [
      join(ROOT, 'server/cli/main.ts'),
      'user',
      'add',
      'moi',
      '--password',
      'rat-kho-doan-ra',
      '--role',
      'admin',
    ],
    { cwd: ROOT, env: { ...process.env, COHOA_DATA: folder } },
  );
  expect(await needed()).toBe(false);
  expect(await setUp()).toEqual({ status: 403, code: 'setup.has-accounts' });
  expect(await people()).toBe(1);
});

test('is good for a day', async () => {
  await query(folder, `update setup_link set expires = expires - interval '24 hours'`);
  expect(await setUp()).toEqual({ status: 403, code: 'setup.expired' });
  expect(await people()).toBe(0);
  expect(await needed()).toBe(true);
});

test('of a server that was started again holds as the one before does, and a guess never', async () => {
  const before = token;
  await server.stop();
  await start();
  expect(token).not.toBe(before);
  expect(await setUp({ token: 'guess' })).toEqual({ status: 403, code: 'setup.wrong-token' });
  expect((await setUp({ token: before })).status).toBe(200);
  expect((await setUp()).code).toBe('setup.has-accounts');
});

test('says in both languages, and at its field, what does not do; then the link still holds', async () => {
  const refused = [
    await setUp({ userName: 'trưởng phòng' }),
    await setUp({ userName: 'a' }),
    await setUp({ name: ' ' }),
    await setUp({ name: 'N'.repeat(101) }),
    await setUp({ name: 'Trưởng\u0000' }),
    await setUp({ password: 'ngan' }),
    await setUp({ password: 'd-a-i '.repeat(30) }),
    await setUp({ password: 'matkhaumatkhau123' }),
    await setUp({ password: 'truong-truong-2020' }),
  ];
  expect(refused).toEqual([
    { status: 422, code: 'setup.user-name', field: 'userName', params: {} },
    { status: 422, code: 'setup.user-name', field: 'userName', params: {} },
    { status: 422, code: 'setup.name', field: 'name', params: {} },
    { status: 422, code: 'setup.name', field: 'name', params: {} },
    { status: 422, code: 'setup.name', field: 'name', params: {} },
    { status: 422, code: 'setup.password-short', field: 'password', params: { least: 15 } },
    { status: 422, code: 'setup.password-long', field: 'password', params: { most: 128 } },
    { status: 422, code: 'password.known-bad', field: 'password', params: {} },
    { status: 422, code: 'password.known-bad', field: 'password', params: {} },
  ]);
  for (const { code } of refused)
    for (const words of [vi, en] as Record<string, string>[]) expect(words[`reason.${code}`]).toBeTruthy();
  expect((await setUp()).status).toBe(200);
  expect(await server.signIn('truong', 'rat-kho-doan-ra')).toContain('cohoa');
});
