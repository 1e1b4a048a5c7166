/** What a backup holds, and what a restore does to a server beside it and to rows of an earlier version. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { migrationNames, ownTables } from '../../src/api/db/database.ts';
import { cohoa } from '../support/cli.ts';
import { query } from '../support/database.ts';
import { OLD_PASSWORD, OLD_UNIT, OLD_USER, writeOldBackup } from '../support/oldBackup.ts';
import { dataFolder, demoFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';

// Each test starts processes with a database of their own, one after the other.
vi.setConfig({ testTimeout: 120_000 });

const folders: string[] = [];
const fresh = () => {
  const folder = dataFolder();
  folders.push(folder);
  return folder;
};

let folder: string;
let server: ServerProcess;
let file: string;
beforeAll(async () => {
  folder = await demoFolder();
  folders.push(folder);
  server = await ServerProcess.start(folder);
  file = join(folder, 'backup.gz');
  // The second holds that the first was made.
  for (let n = 0; n < 2; n++)
    expect(await cohoa(folder, ['backup', file])).toMatchObject({ code: 0, err: '' });
});
afterAll(async () => {
  await server.stop();
  for (const f of folders) {
    killPostmaster(f);
    removeFolder(f);
  }
});

const linesOf = (path: string) =>
  gunzipSync(readFileSync(path))
    .toString()
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as Record<string, unknown>);

test('every table is in it but what is this installation’s own', async () => {
  const tables = await query<{ name: string }>(
    folder,
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const library = ['account', 'rateLimit', 'schema_migration', 'session', 'user', 'verification'];
  // A table that a migration makes in another way would be missing here.
  expect(
    tables
      .map((t) => t.name)
      .filter((n) => !library.includes(n))
      .sort(),
  ).toEqual(
    ownTables()
      .filter((n) => n !== 'schema_migration')
      .sort(),
  );
  const filled: string[] = [];
  for (const { name } of tables)
    if ((await query(folder, `select 1 as n from "${name}" limit 1`)).length > 0) filled.push(name);
  const kept = new Set(linesOf(file).flatMap((l) => (l.table === undefined ? [] : [l.table as string])));
  expect(filled.filter((n) => !kept.has(n)).sort()).toEqual(['installation', 'schema_migration']);
});

test('units that somebody’s hand has put in a circle are not left out', async () => {
  const units = await query<{ id: string }>(folder, 'select id from unit');
  const [one, other] = units.map((u) => u.id);
  const turn = (parents: string) =>
    query(
      folder,
      `update unit u set parent_id = p.parent from (values ${parents}) p (id, parent) where u.id = p.id`,
    );
  await turn(`('${one}', '${other}'), ('${other}', '${one}')`);
  const circle = join(folder, 'circle.gz');
  expect(await cohoa(folder, ['backup', circle])).toMatchObject({ code: 0 });
  await turn(`('${one}', null), ('${other}', null)`);
  expect(linesOf(circle).filter((l) => l.table === 'unit')).toHaveLength(units.length);
});

test('beside a running server that waits for its administrator it voids the link', async () => {
  const to = fresh();
  const waiting = await ServerProcess.start(to, { COHOA_DEMO: 'off' });
  const token = (await waiting.prints(/setup\/([\w-]+)/))[1];
  expect(await cohoa(to, ['restore', file])).toMatchObject({ code: 0, err: '' });
  const answer = await fetch(`${waiting.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, userName: 'ke.gian', name: 'Kẻ gian', password: 'bon cai ghe go xanh' }),
  });
  expect(answer.status).toBe(403);
  expect(await (await fetch(`${waiting.url}/api/entry`)).json()).toMatchObject({ needsAdministrator: false });
  expect(await waiting.signIn('canbo')).toContain('cohoa');
  await waiting.stop();
});

test('one of an earlier version is restored and brought up to date, steps in code included', async () => {
  const to = fresh();
  const old = join(folder, 'old.gz');
  await writeOldBackup(old);
  expect(await cohoa(to, ['restore', old])).toMatchObject({ code: 0, err: '' });
  const today = await ServerProcess.start(to);
  const cookie = await today.signIn(OLD_USER, OLD_PASSWORD);
  const session = await fetch(`${today.url}/api/session`, { headers: { cookie } });
  expect(await session.json()).toMatchObject({ memberships: [{ role: 'admin', campaignId: null }] });
  expect(session.headers.get('x-cohoa-lineage')).toBeTruthy();
  // What 0004 works out in code: 1 km, both sides, every 25 m.
  expect(await query(to, `select approved_quantity::int as n, version::int as v from placement`)).toEqual([
    { n: 82, v: 2 },
  ]);
  expect(await query(to, `select note->>'code' as code from change order by number`)).toEqual([
    { code: 'test' },
    { code: 'placement.approved-quantities' },
  ]);
  expect(await query(to, `select name from schema_migration order by name`)).toEqual(
    migrationNames().map((name) => ({ name })),
  );
  // References are checked at once again, as in a database that was there all along.
  expect(await query(to, `select conname from pg_constraint where contype = 'f' and condeferrable`)).toEqual(
    [],
  );
  expect(await query(to, `select parent_id from unit where name = 'Thôn'`)).toEqual([
    { parent_id: OLD_UNIT },
  ]);
  await today.stop();
});
