/** What breaks under the server does not break the server: connections, the database itself, first starts. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { dataFolder, demoFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const MILESTONE = { name: 'Mốc', day: null, offsetDays: 0 };

function addressOf(folder: string): string {
  const { databasePassword } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as {
    databasePassword: string;
  };
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  return `postgres://cohoa:${databasePassword}@127.0.0.1:${port}/postgres`;
}

async function withClient<T>(folder: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: addressOf(folder) });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The data lines of an event stream, as they come. */
async function events(server: ServerProcess, cookie: string) {
  const response = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/events`, {
    headers: { cookie },
  });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const heard: string[] = [];
  let ended = false;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) break;
      heard.push(...[...decoder.decode(value).matchAll(/^data: (\d+)$/gm)].map((m) => m[1] as string));
    }
    ended = true;
  })();
  return { heard, status: response.status, ended: () => ended, reading, close: () => reader.cancel() };
}

async function until(what: () => boolean | Promise<boolean>, ms = 10_000): Promise<number> {
  const begun = Date.now();
  while (!(await what())) {
    if (Date.now() - begun > ms) throw new Error(`not within ${ms} ms: ${what}`);
    await sleep(25);
  }
  return Date.now() - begun;
}

describe('a running server', () => {
  let folder: string;
  let server: ServerProcess;
  let cookie: string;
  beforeAll(async () => {
    folder = await demoFolder();
    server = await ServerProcess.start(folder);
    cookie = await server.signIn('canbo');
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  test('outlives a connection that is terminated in the middle of a transaction', async () => {
    await withClient(folder, async (holder) => {
      await holder.query('begin');
      await holder.query('select 1 from campaign where id = $1 for update', [DEMO_CAMPAIGN]);
      const waiting = server.create(cookie, 'milestone', MILESTONE);
      await until(async () => {
        const { rows } = await holder.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
        );
        return rows.length > 0;
      });
      const answer = await waiting;
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ error: { code: 'server.database' } });
      await holder.query('rollback');
    });
    expect((await server.create(cookie, 'milestone', MILESTONE)).status).toBe(200);
  });

  test('a stream hears what was written while the notification channel was broken', async () => {
    const stream = await events(server, cookie);
    await until(() => stream.heard.length > 0);
    const number = await withClient(folder, async (client) => {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and pid <> pg_backend_pid()`,
      );
      // Written by something that notifies nobody: the channel is away, or the notification was lost with it.
      const { rows } = await client.query<{ change_number: string }>(
        'update campaign set change_number = change_number + 1 where id = $1 returning change_number',
        [DEMO_CAMPAIGN],
      );
      return rows[0]?.change_number as string;
    });
    await until(() => stream.heard.includes(number), 5000);
    await stream.close();
  });

  test('a session that is signed out ends its streams within a second', async () => {
    const own = await server.signIn('lanhdao');
    const stream = await events(server, own);
    await until(() => stream.heard.length > 0);
    await fetch(`${server.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: own, origin: server.url },
      body: '{}',
    });
    expect(await until(() => stream.ended(), 5000)).toBeLessThan(1500);
    expect((await fetch(`${server.url}/api/session`, { headers: { cookie: own } })).status).toBe(401);
  });

  test('a role that is taken away closes the streams that it had opened', async () => {
    const own = await server.signIn('xem');
    const stream = await events(server, own);
    await until(() => stream.heard.length > 0);
    await withClient(folder, async (client) => {
      const { rows } = await client.query<{ user_id: string }>(
        `delete from member where role = 'viewer' returning user_id`,
      );
      await client.query('select pg_notify($1, $2)', ['cohoa_members', rows[0]?.user_id]);
    });
    expect(await until(() => stream.ended(), 5000)).toBeLessThan(1500);
    const path = `${server.url}/api/campaigns/${DEMO_CAMPAIGN}/changes?since=0`;
    expect((await fetch(path, { headers: { cookie: own } })).status).toBe(403);
  });

  test('one person opens only so many streams', async () => {
    const own = await server.signIn('quantri');
    const streams = await Promise.all(Array.from({ length: 20 }, () => events(server, own)));
    expect(streams.map((s) => s.status)).toEqual(Array(20).fill(200));
    const more = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/events`, {
      headers: { cookie: own },
    });
    expect(more.status).toBe(429);
    for (const stream of streams) await stream.close();
    await until(async () => {
      const again = await events(server, own);
      await again.close();
      return again.status === 200;
    });
  });

  test.each([
    ['a page on another port of the same host', { origin: 'http://127.0.0.1:4209' }, 403],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['no page at all', { origin: 'null' }, 403],
    ['text from a form', { 'content-type': 'text/plain' }, 415],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['a script of an administrator', {}, 200],
  ])('writes from %s: as due', async (_who, headers, status) => {
    const id = newId();
    const answer = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/edits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, ...headers },
      body: JSON.stringify({
        key: newId(),
        replica: id,
        campaignId: DEMO_CAMPAIGN,
        note: { code: 'test' },
        ops: [{ kind: 'create', entity: 'milestone', id, fields: MILESTONE }],
      }),
    });
    expect(answer.status).toBe(status);
  });

  test('before anybody is known, large bodies are not read', async () => {
    const memory = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;
    const before = memory();
    const body = new Uint8Array(60 * 1024 * 1024).fill(0x20);
    const paths = ['/api/setup', '/api/auth/sign-in/username', `/api/campaigns/${DEMO_CAMPAIGN}/edits`];
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, memory());
    }, 20);
    const answers = await Promise.all(
      paths.map((path) =>
        fetch(`${server.url}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        }).then(
          (r) => r.status,
          // The server may hang up on what it will not read.
          () => 413,
        ),
      ),
    );
    clearInterval(watch);
    for (const status of answers) expect([401, 413]).toContain(status);
    expect(most - before).toBeLessThan(60);
  });

  test('a database that is killed is started again, and meanwhile the answer is clear', async () => {
    const seen = new Set<number>();
    killPostmaster(folder);
    await until(async () => {
      const answer = await server.create(cookie, 'milestone', MILESTONE);
      seen.add(answer.status);
      return answer.status === 200;
    }, 20_000);
    expect([...seen].every((status) => status === 200 || status === 503)).toBe(true);
    const health = (await (await fetch(`${server.url}/healthz`)).json()) as object;
    expect(health).toMatchObject({ status: 'ok', database: 'ok' });
  });

  test('a sign-out that the database did not hear is not said to be done', async () => {
    const own = await server.signIn('lanhdao');
    const leave = () =>
      fetch(`${server.url}/api/auth/sign-out`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: own, origin: server.url },
        body: '{}',
      });
    const session = () => fetch(`${server.url}/api/session`, { headers: { cookie: own } });
    killPostmaster(folder);
    await sleep(50);
    expect((await leave()).status).toBe(503);
    await until(async () => (await session()).status === 200, 20_000);
    expect((await leave()).status).toBe(200);
    expect((await session()).status).toBe(401);
  });

  /**
   * Writes to one campaign take turns; to hold every connection at once takes many of them. What becomes of a connection
   * at each statement that can fail is not left to chance here: `server/database.test.ts` has them one by one.
   */
  test('writes and sign-ins that meet a dying database are answered, and those that come after are taken', async () => {
    const campaigns = await withClient(folder, async (client) => {
      await client.query(
        `update member set campaign_id = null where user_id = (select id from "user" where username = 'canbo')`,
      );
      const { rows } = await client.query<{ id: string }>(
        `insert into campaign select (jsonb_populate_record(c, jsonb_build_object('id', fresh))).*
           from campaign c, unnest($1::text[]) fresh where c.id = $2 returning id`,
        [Array.from({ length: 12 }, () => newId()), DEMO_CAMPAIGN],
      );
      return rows.map((row) => row.id);
    });
    const write = async (campaignId: string) => {
      const id = newId();
      const answer = await fetch(`${server.url}/api/campaigns/${campaignId}/edits`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({
          key: id,
          replica: id,
          campaignId,
          note: { code: 'test' },
          ops: [{ kind: 'create', entity: 'milestone', id, fields: MILESTONE }],
        }),
      });
      return answer.status;
    };
    const signIn = async () => {
      const answer = await fetch(`${server.url}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'xem', password: 'cohoa-demo' }),
      });
      return answer.status;
    };
    const many = () => Promise.all([...campaigns, ...campaigns].map(write).concat([1, 2, 3, 4].map(signIn)));
    const allTaken = async () => (await many()).every((status) => status === 200);
    await until(allTaken);
    for (let round = 0; round < 3; round++) {
      const under = many();
      killPostmaster(folder);
      // Nobody is left waiting, and none is told anything but that it did not work now.
      for (const status of await under) expect([200, 429, 503]).toContain(status);
      await until(allTaken, 30_000);
    }
  });
});

/** Kills every process that was started with a folder in its arguments: the power is gone for all of them. */
function killAllOf(folder: string): void {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      if (command.includes(folder)) process.kill(Number(pid), 'SIGKILL');
    } catch (error) {
      // It ended while we looked.
      if (!['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
}

const POWER_CUTS = Number(process.env.COHOA_POWER_CUTS ?? 3);

describe('a start', () => {
  test('that is cut at any moment leaves something that starts', {
    timeout: POWER_CUTS * 30_000,
  }, async () => {
    const rounds = POWER_CUTS;
    for (let round = 0; round < rounds; round++) {
      const folder = dataFolder();
      const child = spawn(process.execPath, [join(ROOT, 'server/main.ts'), '--api-only'], {
        cwd: ROOT,
        env: { ...process.env, COHOA_DATA: folder, PORT: '0', HOST: '127.0.0.1' },
        stdio: 'ignore',
      });
      await sleep(250 + (round * 2600) / rounds);
      child.kill('SIGKILL');
      // The power is gone for initdb and the database too.
      killAllOf(folder);
      const server = await ServerProcess.start(folder);
      const health = (await (await fetch(`${server.url}/healthz`)).json()) as object;
      expect(health, `round ${round}`).toMatchObject({ status: 'ok' });
      expect(await server.stop(), server.printed).toBe(0);
      removeFolder(folder);
    }
  });

  test('on a folder that lost PG_VERSION removes nothing and says what to do', async () => {
    const folder = dataFolder();
    const first = await ServerProcess.start(folder, { COHOA_DEMO: 'off' });
    await first.stop();
    const version = join(folder, 'postgres/PG_VERSION');
    const was = readFileSync(version);
    rmSync(version);
    await expect(ServerProcess.start(folder, { COHOA_DEMO: 'off' })).rejects.toThrow(/PG_VERSION is missing/);
    expect(existsSync(join(folder, 'postgres/global/pg_control'))).toBe(true);
    writeFileSync(version, was);
    const again = await ServerProcess.start(folder, { COHOA_DEMO: 'off' });
    expect(await again.stop()).toBe(0);
    writeFileSync(join(folder, 'secrets.json'), '');
    await expect(ServerProcess.start(folder, { COHOA_DEMO: 'off' })).rejects.toThrow(
      /secrets.json is damaged/,
    );
    removeFolder(folder);
  });

  test('on a database of a newer version refuses, and says which', async () => {
    const folder = dataFolder();
    const first = await ServerProcess.start(folder, { COHOA_DEMO: 'off' });
    await withClient(folder, (c) => c.query(`insert into schema_migration values ('9999_later', now())`));
    await first.stop();
    await expect(ServerProcess.start(folder, { COHOA_DEMO: 'off' })).rejects.toThrow(
      /newer version.*9999_later/,
    );
    removeFolder(folder);
  });

  test('of three instances at once on one empty database: all serve, one demonstration', {
    timeout: 60_000,
  }, async () => {
    const folder = dataFolder();
    const holder = await ServerProcess.start(folder, { COHOA_DEMO: 'off' });
    const address = await withClient(folder, async (client) => {
      await client.query('create database together');
      return addressOf(folder).replace(/\/postgres$/, '/together');
    });
    const env = { DATABASE_URL: address, COHOA_SECRET: 'x'.repeat(32) };
    const servers = await Promise.all([0, 1, 2].map(() => ServerProcess.start(dataFolder(), env)));
    const cookies = await Promise.all(servers.map((s) => s.signIn('canbo')));
    const answers = await Promise.all(
      servers.map((s, i) => s.create(cookies[i] as string, 'milestone', MILESTONE).then((r) => r.status)),
    );
    expect(answers).toEqual([200, 200, 200]);
    await Promise.all(servers.map((s) => s.stop()));
    await holder.stop();
    removeFolder(folder);
  });
});
