import { EventEmitter } from 'node:events';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { expect, test } from 'vitest';
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
