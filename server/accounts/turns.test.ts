import { expect, test } from 'vitest';
import { inTurns } from './turns.ts';

test('so many run at once, the others after them, in order', async () => {
  const take = inTurns(2);
  const begun: number[] = [];
  const end: (() => void)[] = [];
  const work = (n: number) => () => {
    begun.push(n);
    return new Promise<number>((done) => end.push(() => done(n)));
  };
  const all = [1, 2, 3].map((n) => take('a', work(n)));
  expect(begun).toEqual([1, 2]);
  end[0]?.();
  expect(await all[0]).toBe(1);
  expect(begun).toEqual([1, 2, 3]);
  end[1]?.();
  end[2]?.();
  expect(await Promise.all(all)).toEqual([1, 2, 3]);
});

test('a thousand of one address do not stand before another’s, and what failed gives its place up', async () => {
  const take = inTurns(1);
  let free: () => void = () => {};
  const first = take('a', () => new Promise<void>((done) => (free = done)));
  const many = Array.from({ length: 1000 }, () => take('a', () => Promise.reject(new Error('wrong'))));
  const other = take('b', async () => 'in');
  free();
  await first;
  const ended = await Promise.allSettled(many);
  expect(ended.filter((e) => e.status === 'fulfilled' && e.value === null)).toHaveLength(851);
  expect(await other).toBe('in');
  expect(await take('a', async () => 'again')).toBe('again');
});
