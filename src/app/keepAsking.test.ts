import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepAsking } from './keepAsking.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it is asked for at growing intervals until it is there, and then no more', async () => {
  let asked = 0;
  const there = vi.fn();
  keepAsking(
    { load: () => (++asked < 3 ? Promise.reject(new Error('no network')) : Promise.resolve()) },
    there,
  );
  const after = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return asked;
  };
  expect(await after(2999)).toBe(0);
  expect(await after(1)).toBe(1);
  expect(await after(5999)).toBe(1);
  expect(await after(1)).toBe(2);
  expect(await after(12_000)).toBe(3);
  expect(there).toHaveBeenCalledOnce();
  expect(await after(600_000)).toBe(3);
});

test('what comes after it was left is told to nobody', async () => {
  const there = vi.fn();
  let come: () => void = () => {};
  const stop = keepAsking(
    {
      load: () =>
        new Promise<void>((done) => {
          come = done;
        }),
    },
    there,
  );
  await vi.advanceTimersByTimeAsync(3000);
  stop();
  come();
  await vi.advanceTimersByTimeAsync(1);
  expect(there).not.toHaveBeenCalled();
});

test('nobody asks on for a screen that was left, not even when a try was under way', async () => {
  let asked = 0;
  let fail: (error: Error) => void = () => {};
  const there = vi.fn();
  const stop = keepAsking(
    {
      load: () => {
        asked++;
        return new Promise((_, reject) => {
          fail = reject;
        });
      },
    },
    there,
  );
  await vi.advanceTimersByTimeAsync(3000);
  stop();
  fail(new Error('too late'));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(asked).toBe(1);
  expect(there).not.toHaveBeenCalled();
});
