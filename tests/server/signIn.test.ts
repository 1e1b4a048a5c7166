/** Who may try a password, and how often: seen from outside, and in the database's own time. */
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TestApi } from '../../mocks/testApi.ts';
import { addressOf } from '../../server/accounts/clientAddress.ts';
import { beginTry, takeBack, tryWasRight } from '../../server/accounts/signInLimit.ts';
import { drizzleOn } from '../../server/database.ts';
import type { Database } from '../../src/api/db/database.ts';
import { connectionOf } from '../support/database.ts';
import { demoFolder, removeFolder, ServerProcess } from '../support/server.ts';

// A restart on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

describe('at the server', () => {
  let folder: string;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = await demoFolder();
    server = await ServerProcess.start(folder, {
      COHOA_TRUST_PROXY: 'on',
      COHOA_SIGN_INS_PER_MINUTE: '20',
    });
  });
  afterAll(async () => {
    await server.stop();
    removeFolder(folder);
  });

  async function tryAt(address: string, username: string, password: string) {
    const response = await fetch(`${server.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ username, password }),
    });
    const { error } = (await response.json()) as { error?: { code: string; params?: { seconds: number } } };
    return { status: response.status, error, retryAfter: response.headers.get('retry-after') };
  }

  test('what is packed small is unpacked small: before sign-in 64 KB are the most, however they come', async () => {
    const packed = gzipSync(JSON.stringify({ username: 'x'.repeat(30 * 1024 * 1024), password: 'x' }));
    expect(packed.length).toBeLessThan(60_000);
    for (const path of ['auth/sign-in/username', 'setup']) {
      const response = await fetch(`${server.url}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: packed,
      });
      expect([path, response.status]).toEqual([path, 413]);
    }
  });

  test('eleven colleagues behind one address get in, whatever one of them gets wrong', async () => {
    const wrong: number[] = [];
    for (let i = 0; i < 10; i++) wrong.push((await tryAt('10.1.0.1', 'xem', `doan-lan-${i}`)).status);
    expect(wrong).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429, 429]);
    const refused = await tryAt('10.1.0.1', 'xem', 'cohoa-demo');
    expect(refused).toMatchObject({ status: 429, error: { code: 'signin.too-many' } });
    expect(refused.error?.params?.seconds).toBeGreaterThan(50);
    expect(refused.retryAfter).toBe(String(refused.error?.params?.seconds));
    const colleagues = Array.from({ length: 11 }, (_, i) => ['canbo', 'lanhdao', 'xa'][i % 3] as string);
    const statuses = await Promise.all(
      colleagues.map(async (name) => (await tryAt('10.1.0.1', name, 'cohoa-demo')).status),
    );
    expect(statuses).toEqual(Array(11).fill(200));
    // At another address the person is let in as well.
    expect((await tryAt('10.1.0.2', 'xem', 'cohoa-demo')).status).toBe(200);
  });

  test('one name from thirty addresses is slowed, but not where its owner sits', async () => {
    expect((await tryAt('10.2.9.9', 'lanhdao', 'cohoa-demo')).status).toBe(200);
    const statuses: number[] = [];
    for (let i = 0; i < 30; i++)
      statuses.push((await tryAt(`10.2.0.${i}`, 'lanhdao', `doan-lan-${i}`)).status);
    expect(statuses.filter((s) => s === 401).length).toBeLessThanOrEqual(11);
    expect(statuses.slice(-5)).toEqual(Array(5).fill(429));
    expect((await tryAt('10.2.9.9', 'lanhdao', 'cohoa-demo')).status).toBe(200);
    expect((await tryAt('10.2.1.1', 'canbo', 'cohoa-demo')).status).toBe(200);
  });

  test('a hundred guesses at once are no more than one after the other', async () => {
    const many = await Promise.all(
      Array.from({ length: 100 }, (_, i) => tryAt('10.3.0.1', 'quantri', `doan-lan-${i}`)),
    );
    expect(many.filter((m) => m.status === 401)).toHaveLength(5);
  });

  test('tries that begin and end all at once never wait for each other in a circle', async () => {
    const pool = new pg.Pool({ connectionString: connectionOf(server.folder), max: 10 });
    try {
      const db = drizzleOn(pool);
      const tries = Array.from({ length: 300 }, async (_, i) => {
        const asked = { name: `nguoi.${i % 3}`, address: `10.9.0.${i % 2}`, known: i % 5 === 0 };
        if ((await beginTry(db, asked, 10_000)) === null)
          await (i % 4 === 0 ? takeBack(db, asked) : tryWasRight(db, asked));
      });
      const ends = await Promise.allSettled(tries);
      const codes = ends.flatMap((end) => (end.status === 'rejected' ? [codeOf(end.reason)] : []));
      expect(codes).toEqual([]);
    } finally {
      await pool.end();
    }
  });

  test('many names from one address come to its ceiling', async () => {
    const statuses = await Promise.all(
      Array.from(
        { length: 70 },
        async (_, i) => (await tryAt('10.4.0.1', `ai.do.${i}`, 'doan-mot-lan')).status,
      ),
    );
    expect(statuses.filter((s) => s === 401)).toHaveLength(20);
    expect((await tryAt('10.4.0.1', 'canbo', 'cohoa-demo')).status).toBe(429);
    expect((await tryAt('10.4.0.2', 'canbo', 'cohoa-demo')).status).toBe(200);
  });

  test('a name that is not there is answered like one that is, and one that cannot be', async () => {
    const there = await tryAt('10.5.0.1', 'xa', 'sai-mat-khau');
    for (const name of ['khong.co.ai', 'x', 'tên có dấu', 'n'.repeat(60)])
      expect(await tryAt('10.5.0.1', name, 'sai-mat-khau')).toEqual(there);
    expect(there).toEqual({ status: 401, error: { code: 'signin.wrong' }, retryAfter: null });
    for (let i = 0; i < 6; i++) await tryAt('10.5.0.2', 'khong.co.ai', 'sai-mat-khau');
    expect((await tryAt('10.5.0.2', 'khong.co.ai', 'sai-mat-khau')).status).toBe(429);
    const time = async (name: string) => {
      const begun = performance.now();
      for (let i = 0; i < 3; i++) await tryAt(`10.5.1.${i}`, name, 'sai-mat-khau');
      return performance.now() - begun;
    };
    // A name that is not there takes its tenth of a second too: nobody is told by the clock.
    const [known, unknown] = [await time('xa'), await time('khong.co.nguoi')];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  test('a proxy that names the port names one address all the same', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++)
      statuses.push((await tryAt(`10.6.0.1:${40_000 + i}`, 'canbo', `doan-lan-${i}`)).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await tryAt('10.6.0.2:40000', 'canbo', 'cohoa-demo')).status).toBe(200);
  });

  test('what was wrong still counts after a restart', async () => {
    for (let i = 0; i < 5; i++) await tryAt('10.7.0.1', 'canbo', `doan-lan-${i}`);
    await server.stop();
    server = await ServerProcess.start(folder, { COHOA_TRUST_PROXY: 'on' });
    expect((await tryAt('10.7.0.1', 'canbo', 'cohoa-demo')).status).toBe(429);
  });
});

describe('in the database’s own time', () => {
  const at = { name: 'canbo', address: '10.0.0.1', known: false };
  let db: Database;
  const pass = (seconds: number) =>
    db.execute(
      `update sign_in_failure set last = last - interval '${seconds} s', until = until - interval '${seconds} s'`,
    );
  async function wrong(times: number, asked = at): Promise<(number | null)[]> {
    const waits: (number | null)[] = [];
    for (let i = 0; i < times; i++) waits.push(await beginTry(db, asked, 60));
    return waits;
  }
  beforeAll(async () => {
    ({ db } = await TestApi.open());
  });

  test('each further failure makes the wait longer, up to a quarter of an hour; a day makes up for all', async () => {
    expect(await wrong(5)).toEqual(Array(5).fill(null));
    for (const seconds of [60, 120, 240, 480, 900, 900]) {
      const wait = (await beginTry(db, at, 60)) as number;
      expect(Math.abs(wait - seconds)).toBeLessThanOrEqual(1);
      await pass(seconds);
      expect(await beginTry(db, at, 60)).toBeNull();
    }
    await pass(24 * 3600 + 1);
    expect(await wrong(5)).toEqual(Array(5).fill(null));
  });

  test('being right makes up for what one got wrong oneself, and counts for nothing', async () => {
    await pass(24 * 3600 + 1);
    await wrong(3);
    await tryWasRight(db, at);
    expect(await wrong(4)).toEqual(Array(4).fill(null));
    await takeBack(db, at);
    expect(await wrong(1)).toEqual([null]);
    await pass(24 * 3600 + 1);
    for (let i = 0; i < 100; i++) {
      const asked = { ...at, name: `ai.do.${i}` };
      expect(await beginTry(db, asked, 60)).toBeNull();
      await tryWasRight(db, asked);
    }
  });

  test('names are not kept in words', async () => {
    await wrong(1, { ...at, name: 'mat-khau-go-nham-cho' });
    const { rows } = (await db.execute('select key from sign_in_failure')) as unknown as { rows: unknown[] };
    expect(JSON.stringify(rows)).not.toContain('mat-khau');
  });
});

/** What the database says is wrong: 40P01 is two that wait for each other. */
function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code ?? (cause === undefined ? String(error) : codeOf(cause));
}

test.each([
  ['10.0.0.7', '10.0.0.7'],
  [' 10.0.0.7:51512 ', '10.0.0.7'],
  ['::ffff:10.0.0.7', '10.0.0.7'],
  ['[::ffff:10.0.0.7]:80', '10.0.0.7'],
  ['[2001:db8::1]:443', '2001:0db8:0000:0000:0000:0000:0000:0000'],
  ['2001:DB8:0:0:9:8:7:6', '2001:0db8:0000:0000:0000:0000:0000:0000'],
  ['2001:db8:1:2:3::', '2001:0db8:0001:0002:0000:0000:0000:0000'],
  ['fe80::1%eth0', 'fe80:0000:0000:0000:0000:0000:0000:0000'],
  ['::1', '0000:0000:0000:0000:0000:0000:0000:0000'],
  ['10.0.0.7.example', 'unknown'],
  ['', 'unknown'],
])('the address in «%s» is %s', (text, address) => {
  expect(addressOf(text)).toBe(address);
});
