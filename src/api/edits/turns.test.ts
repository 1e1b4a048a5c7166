import { expect, test } from 'vitest';
import { Turns } from './turns.ts';

const soon = () => new Promise<void>((done) => setTimeout(done, 1));

test('two of a campaign work at once, in the order in which they came; other campaigns do not wait', async () => {
  const turns = new Turns();
  let working = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) => async () => {
    most = Math.max(most, ++working);
    order.push(n);
    await soon();
    working--;
    return n;
  };
  const all = Array.from({ length: 20 }, (_, n) => turns.take('a', work(n)));
  let other = false;
  await turns.take('b', async () => {
    other = true;
  });
  expect(other).toBe(true);
  expect(order.length).toBeLessThan(20);
  expect(await Promise.all(all)).toEqual(order);
  expect(most).toBe(2);
});

test('who fails makes room like who succeeds', async () => {
  const turns = new Turns();
  const failing = Array.from({ length: 5 }, () =>
    turns.take('a', () => soon().then(() => Promise.reject(new Error('x')))),
  );
  expect((await Promise.allSettled(failing)).map((r) => r.status)).toEqual(Array(5).fill('rejected'));
  expect(await turns.take('a', async () => 1)).toBe(1);
});

test('a line that is too long is not lengthened', async () => {
  const turns = new Turns();
  let end = () => {};
  const held = new Promise<void>((done) => {
    end = done;
  });
  const all = Array.from({ length: 202 }, () => turns.take('a', () => held));
  await expect(turns.take('a', async () => 1)).rejects.toMatchObject({ status: 503, code: 'server.busy' });
  end();
  await Promise.all(all);
  expect(await turns.take('a', async () => 1)).toBe(1);
});
