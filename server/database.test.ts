import { EventEmitter } from 'node:events';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { shortTransaction } from '../src/api/db/shortTransaction.ts';
import { drizzleOn } from './database.ts';

/** A pool that counts what it lent; its connections fail at the statements that are named. */
function poolThatFails(at: RegExp) {
  const lent = { now: 0, ever: 0 };
  const asked: string[] = [];
  const connect = async () => {
    lent.now++;
    lent.ever++;
    const query = async (statement: string | { text: string }) => {
      const text = typeof statement === 'string' ? statement : statement.text;
      asked.push(text);
      if (at.test(text)) throw new Error('the database system is starting up');
      return { rows: [], rowCount: 0 };
    };
    return Object.assign(new EventEmitter(), { query, release: () => lent.now-- });
  };
  // Drizzle knows a pool by the name of its class.
  class Pool {
    readonly connect = connect;
  }
  return { pool: new Pool() as unknown as pg.Pool, lent, asked };
}

const work = (pool: pg.Pool) =>
  drizzleOn(pool).transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    return 'done';
  });

test.each(['begin', 'select 1', 'commit', 'rollback'])(
  'a transaction whose «%s» fails gives its connection back',
  async (statement) => {
    const { pool, lent } = poolThatFails(
      statement === 'rollback' ? /select 1|rollback/ : new RegExp(statement),
    );
    for (let i = 0; i < 11; i++) await expect(work(pool)).rejects.toThrow();
    expect(lent).toEqual({ now: 0, ever: 11 });
  },
);

test('a transaction that succeeds is one, on one connection', async () => {
  const { pool, lent, asked } = poolThatFails(/nothing/);
  expect(await work(pool)).toBe('done');
  expect(asked).toEqual(['begin', 'select 1', 'commit']);
  expect(lent).toEqual({ now: 0, ever: 1 });
});

const short = (pool: pg.Pool) =>
  shortTransaction(drizzleOn(pool), sql`select lock`, async (tx) => {
    await tx.execute(sql`select 1`);
    const last = Object.assign(Promise.resolve(), { toSQL: () => ({ sql: 'insert log', params: [] }) });
    return { last, value: 'done' };
  });

test('a short transaction begins and ends in its order, without waiting in between', async () => {
  const { pool, lent, asked } = poolThatFails(/nothing/);
  expect(await short(pool)).toBe('done');
  expect(asked).toEqual(['begin', 'select lock', 'select 1', 'insert log', 'commit']);
  expect(lent).toEqual({ now: 0, ever: 1 });
});

test.each(['begin', 'select lock', 'select 1', 'insert log', 'commit', 'rollback'])(
  'a short transaction whose «%s» fails is taken back and gives its connection back',
  async (statement) => {
    const { pool, lent, asked } = poolThatFails(
      statement === 'rollback' ? /select 1|rollback/ : new RegExp(statement),
    );
    for (let i = 0; i < 11; i++) await expect(short(pool)).rejects.toThrow();
    expect(lent).toEqual({ now: 0, ever: 11 });
    expect(asked.filter((text) => text === 'rollback')).toHaveLength(11);
    // Nothing is written in a transaction that could not begin.
    if (statement === 'begin' || statement === 'select lock') expect(asked).not.toContain('insert log');
  },
);

test('statements of a short transaction are planned once a connection; long ones are not kept', async () => {
  const names: (string | undefined)[] = [];
  const { pool } = poolThatFails(/nothing/);
  const lend = pool.connect.bind(pool) as unknown as () => Promise<pg.PoolClient>;
  Object.assign(pool, {
    connect: async () => {
      const client = await lend();
      const { query } = client as unknown as { query: (s: string | pg.QueryConfig) => Promise<unknown> };
      return Object.assign(client, {
        query: (statement: string | pg.QueryConfig) => {
          if (typeof statement !== 'string') names.push(statement.name);
          return query(statement);
        },
      });
    },
  });
  const run = (text: string) =>
    shortTransaction(drizzleOn(pool), sql`select lock`, async () => ({
      last: Object.assign(Promise.resolve(), { toSQL: () => ({ sql: text, params: [] }) }),
      value: null,
    }));
  for (const text of ['insert a', 'insert b', 'insert a', `insert ${'x'.repeat(5000)}`]) await run(text);
  const [lock, a, , b, , again, , long] = names;
  expect(names).toEqual([lock, a, lock, b, lock, again, lock, undefined]);
  expect(new Set([lock, a, b]).size).toBe(3);
  expect([again, long]).toEqual([a, undefined]);
});
