import { expect, test, vi } from 'vitest';
import { loadAll, partOf } from './parts.ts';

const noPause = () => Promise.resolve();
const yes = () => true;

function failing(times: number): () => Promise<string> {
  let left = times;
  return vi.fn(() => (left-- > 0 ? Promise.reject(new Error('no network')) : Promise.resolve('part')));
}

test('what comes at the third try has come', async () => {
  const part = partOf(failing(2), yes, noPause);
  expect(await part.load()).toBe('part');
  expect(part.now()).toBe('part');
});

test('without a network it is tried once, and what failed can be asked for again', async () => {
  const fetch = failing(1);
  const part = partOf(fetch, () => false, noPause);
  await expect(part.load()).rejects.toThrow('no network');
  expect(fetch).toHaveBeenCalledTimes(1);
  expect(await part.load()).toBe('part');
});

test('what has come is not fetched again', async () => {
  const fetch = failing(0);
  const part = partOf(fetch, yes, noPause);
  await Promise.all([part.load(), part.load()]);
  await part.load();
  expect(fetch).toHaveBeenCalledTimes(1);
});

test('loading ahead goes past what does not come, and never fails itself', async () => {
  const later = failing(0);
  await loadAll([partOf(failing(9), () => false, noPause), partOf(later, yes, noPause)], noPause);
  expect(later).toHaveBeenCalledTimes(1);
});
