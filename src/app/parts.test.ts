import { expect, test, vi } from 'vitest';
import { filesOnce, loadAll, type Part, partOf } from './parts.ts';

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
  const parts = [partOf(failing(9), () => false, noPause), partOf(later, yes, noPause)];
  await loadAll(() => parts, noPause);
  expect(later).toHaveBeenCalledTimes(1);
});

test('what a part brings along is loaded ahead too', async () => {
  const inner = failing(0);
  const parts: Part<unknown>[] = [];
  const outer = partOf(async () => parts.push(partOf(inner, yes, noPause)), yes, noPause);
  parts.push(outer);
  await loadAll(() => parts, noPause);
  expect(inner).toHaveBeenCalledTimes(1);
});

test('a file that two parts share is asked for once, and what came with the page not at all', async () => {
  const fetch = vi.fn((_: string) => Promise.resolve());
  const files = filesOnce(fetch, ['page.js']);
  await Promise.all([files.fetch(['page.js', 'a.js', 'b.js']), files.fetch(['b.js', 'c.js'])]);
  await files.fetch(['a.js', 'c.js']);
  expect(fetch.mock.calls.flat().sort()).toEqual(['a.js', 'b.js', 'c.js']);
});

test('a file that did not come, or was forgotten, is asked for again; the others are not', async () => {
  const fetch = vi.fn((_: string) => Promise.resolve());
  fetch.mockRejectedValueOnce(new Error('no network'));
  const files = filesOnce(fetch);
  await expect(files.fetch(['a.js', 'b.js'])).rejects.toThrow('no network');
  await files.fetch(['a.js', 'b.js']);
  files.forget(['b.js']);
  await files.fetch(['a.js', 'b.js']);
  expect(fetch.mock.calls.flat()).toEqual(['a.js', 'b.js', 'a.js', 'b.js']);
});
