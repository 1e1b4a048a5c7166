/** 200 event streams and 20 writes a second for half a minute: how soon the news is everywhere, and what it costs. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { dataFolder, removeFolder, ServerProcess } from '../support/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PEOPLE = 10;
const STREAMS_EACH = 20;
const WRITES = 600;
const EVERY_MS = 50;
const WARM_UP = 40;
const BARE = 640;
const MILESTONE = { name: 'Mốc', day: null, offsetDays: 0 };
const READ = Buffer.alloc(64 * 1024);
const PASSWORD = 'ngựa vằn qua cầu Km 131';

let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  folder = dataFolder();
  server = await ServerProcess.start(folder);
  for (let i = 0; i < PEOPLE; i++)
    execFileSync(
      process.execPath,
      [
        join(ROOT, 'server/cli/main.ts'),
        'user',
        'add',
        `nguoi${i}`,
        '--password',
        PASSWORD,
        '--role',
        'planner',
      ],
      { cwd: ROOT, env: { ...process.env, COHOA_DATA: folder } },
    );
}, 120_000);
afterAll(async () => {
  await server.stop();
  removeFolder(folder);
});

const p = (list: readonly number[], share: number) =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length * share)] as number;
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024;

/** The same rows in a transaction of nobody's: lock, change, op, row, number, notification (that nobody waits for). */
async function bareWrite(client: pg.Client): Promise<number> {
  const begun = performance.now();
  const id = newId();
  await client.query('begin');
  const { rows } = await client.query('select change_number from campaign where id = $1 for update', [
    DEMO_CAMPAIGN,
  ]);
  const number = Number(rows[0].change_number) + 1;
  await client.query(
    'insert into milestone (id, campaign_id, version, name, day, offset_days) values ($1, $2, $3, $4, null, 0)',
    [id, DEMO_CAMPAIGN, number, 'Mốc'],
  );
  await client.query('update campaign set change_number = $2 where id = $1', [DEMO_CAMPAIGN, number]);
  await client.query(
    `insert into change (campaign_id, number, edit_key, replica, at, by_user, by_name, note) values ($1, $2, $3, $4, now(), 'x', 'x', '{"code":"test"}')`,
    [DEMO_CAMPAIGN, number, newId(), id],
  );
  await client.query(
    `insert into change_op (campaign_id, number, seq, kind, entity, row_id, before, after) values ($1, $2, 0, 'create', 'milestone', $3, '{}', '{}')`,
    [DEMO_CAMPAIGN, number, id],
  );
  await client.query('select pg_notify($1, $2)', ['nobody', `${DEMO_CAMPAIGN} ${number}`]);
  await client.query('commit');
  return performance.now() - begun;
}

test('news p95 is at most three bare transactions of the same rows, and memory stays flat', {
  timeout: 240_000,
}, async () => {
  const client = await connectDatabase();
  const bare = await bareWrites(client);
  await client.end();
  const arrivals = new Map<number, number[]>();
  const sockets = await openStreams((number) => {
    const times = arrivals.get(number);
    if (times === undefined) arrivals.set(number, [performance.now()]);
    else times.push(performance.now());
  });
  const cookie = await server.signIn('canbo');
  const begun = new Map<number, number>();
  const writes: number[] = [];
  let refused = 0;
  let start = 0;
  const pending: Promise<void>[] = [];
  for (let n = 0; n < WRITES + WARM_UP; n++) {
    const at = performance.now();
    if (n === WARM_UP) {
      await Promise.all(pending);
      start = memory();
      writes.length = 0;
      begun.clear();
    }
    pending.push(
      write(cookie).then(({ status, number }) => {
        if (status !== 200) refused++;
        writes.push(performance.now() - at);
        begun.set(number, at);
      }),
    );
    await sleep(Math.max(0, EVERY_MS - (performance.now() - at)));
  }
  await Promise.all(pending);
  await sleep(500);
  const grown = memory() - start;
  const news = [...begun].flatMap(([number, at]) => (arrivals.get(number) ?? []).map((then) => then - at));
  const figures = {
    bare: [p(bare, 0.5), p(bare, 0.95)],
    write: [p(writes, 0.5), p(writes, 0.95)],
    news: [p(news, 0.5), p(news, 0.95)],
    ratio: p(news, 0.95) / p(bare, 0.95),
    heard: news.length,
    grownMB: grown,
  };
  console.log(JSON.stringify(figures));
  for (const socket of sockets) socket.destroy();
  expect(refused).toBe(0);
  // Several numbers may be told as one, the newest; each of them is then there.
  expect(news.length).toBeGreaterThan(WRITES * PEOPLE * STREAMS_EACH * 0.8);
  expect(grown).toBeLessThan(40);
  expect(figures.ratio).toBeLessThanOrEqual(3);
});

const agent = new Agent({ keepAlive: true });

/** As `ServerProcess.create`, in the fewest steps: what a client spends on its own request is not what is measured. */
function write(cookie: string): Promise<{ readonly status: number; readonly number: number }> {
  const id = newId();
  const body = JSON.stringify({
    key: newId(),
    replica: id,
    campaignId: DEMO_CAMPAIGN,
    note: { code: 'test' },
    ops: [{ kind: 'create', entity: 'milestone', id, fields: MILESTONE }],
  });
  return new Promise((done, failed) => {
    const request = httpRequest(
      `${server.url}/api/campaigns/${DEMO_CAMPAIGN}/edits`,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => {
          const { number = 0 } = JSON.parse(text) as { number?: number };
          done({ status: response.statusCode ?? 0, number });
        });
      },
    );
    request.on('error', failed);
    request.end(body);
  });
}

async function connectDatabase(): Promise<pg.Client> {
  const { databasePassword } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as {
    databasePassword: string;
  };
  const port = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[3];
  const client = new pg.Client({
    connectionString: `postgres://cohoa:${databasePassword}@127.0.0.1:${port}/postgres`,
  });
  await client.connect();
  return client;
}

/** Before anybody listens. */
async function bareWrites(client: pg.Client): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < BARE; n++) {
    const time = await bareWrite(client);
    times.push(time);
    await sleep(Math.max(0, EVERY_MS - time));
  }
  return times.slice(WARM_UP);
}

/**
 * Listeners on bare sockets: in an office each has a computer of its own, here all share the server's two cores, and
 * what reading costs them is not what is measured.
 */
async function openStreams(heard: (number: number) => void): Promise<Socket[]> {
  const sockets: Socket[] = [];
  const { hostname, port } = new URL(server.url);
  for (let i = 0; i < PEOPLE; i++) {
    const cookie = await server.signIn(`nguoi${i}`, PASSWORD);
    for (let n = 0; n < STREAMS_EACH; n++) {
      let newest = 0;
      const hear = (text: string) => {
        for (let at = text.indexOf('data: '); at >= 0; at = text.indexOf('data: ', at + 6)) {
          const number = Number.parseInt(text.slice(at + 6, at + 20), 10);
          // Said again, by a heartbeat, it is no news.
          if (number > newest) heard(number);
          newest = Math.max(newest, number);
        }
      };
      const socket = await openStream(hostname, Number(port), cookie, hear);
      sockets.push(socket);
    }
  }
  return sockets;
}

/** Opens one stream; what comes after the head of its answer is handed on. The buffer is everybody's: each read is used up at once. */
async function openStream(
  host: string,
  port: number,
  cookie: string,
  hear: (text: string) => void,
): Promise<Socket> {
  let opened: (head: string) => void = () => {};
  const head = new Promise<string>((done) => {
    opened = done;
  });
  let on: (text: string) => void = (text) => {
    on = hear;
    opened(text);
  };
  const socket = connect({
    host,
    port,
    onread: {
      buffer: READ,
      callback: (bytes, buffer) => {
        on(Buffer.from(buffer.buffer, buffer.byteOffset, bytes).toString('latin1'));
        return true;
      },
    },
  });
  socket.write(
    `GET /api/campaigns/${DEMO_CAMPAIGN}/events HTTP/1.1\r\nHost: ${host}:${port}\r\nCookie: ${cookie}\r\n\r\n`,
  );
  expect(await head).toMatch(/^HTTP\/1\.1 200 /);
  return socket;
}
