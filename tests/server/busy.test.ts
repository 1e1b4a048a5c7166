/** A campaign that is held up by something large: its edits are told so in time, and nobody else waits. */
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { startPostgres } from '../../server/postgres.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { demoFolder, removeFolder, ServerProcess } from '../support/server.ts';

let folder: string;
let server: ServerProcess;
let holder: pg.Client;

beforeAll(async () => {
  folder = await demoFolder();
  server = await ServerProcess.start(folder);
  const { url } = await startPostgres(folder, true);
  holder = new pg.Client({ connectionString: url });
  await holder.connect();
});
afterAll(async () => {
  await holder.end();
  await server.stop();
  removeFolder(folder);
});

test('fifteen writers behind a lock: others are answered at once, the writers after five seconds, and again they succeed', {
  timeout: 60_000,
}, async () => {
  const cookie = await server.signIn('canbo');
  await holder.query('begin');
  await holder.query('select 1 from campaign where id = $1 for update', [DEMO_CAMPAIGN]);
  const fields = { name: 'Mốc', day: null, offsetDays: 0 };
  const edits = Array.from({ length: 15 }, () => ({ id: newId(), key: newId() }));
  const post = ({ id, key }: { id: string; key: string }) =>
    server.create(cookie, 'milestone', fields, id, key);
  const writers = edits.map(post);
  const began = performance.now();
  for (const path of ['/api/healthz', '/api/session', '/api/campaigns'])
    expect((await fetch(`${server.url}${path}`, { headers: { cookie } })).status, path).toBe(200);
  expect(performance.now() - began).toBeLessThan(2000);
  const first = await Promise.race(writers);
  expect(first.status).toBe(503);
  expect(await first.json()).toEqual({ error: { code: 'server.busy' } });
  expect(performance.now() - began).toBeLessThan(10_000);
  await holder.query('rollback');
  await Promise.all(writers);
  for (const edit of edits) expect((await post(edit)).status).toBe(200);
  expect(server.printed).toContain('database: 55P03');
  expect(server.printed).not.toContain('Mốc');
});
