import { expect, test } from 'vitest';
import { Remembered } from './remembered.ts';

function memory() {
  const at = { now: 0 };
  const asked: (string | null)[] = [];
  const remembered = new Remembered<string | null>(
    (value) => value !== null,
    () => at.now,
  );
  const ask = (answer: string | null) => async () => {
    asked.push(answer);
    return answer;
  };
  return { at, asked, remembered, ask };
}

test('within a second it is asked for once, after it again', async () => {
  const { at, asked, remembered, ask } = memory();
  for (at.now of [0, 400, 999]) expect(await remembered.of('c', ask('an'))).toBe('an');
  expect(asked).toEqual(['an']);
  at.now = 1000;
  expect(await remembered.of('c', ask(null))).toBeNull();
  expect(await remembered.of('c', ask('an'))).toBe('an');
  expect(asked).toEqual(['an', null, 'an']);
});

test('who asks while the answer is on its way waits for the same one; another key is another question', async () => {
  const { asked, remembered, ask } = memory();
  const all = await Promise.all([
    remembered.of('c', ask('an')),
    remembered.of('c', ask('binh')),
    remembered.of('d', ask('chi')),
  ]);
  expect(all).toEqual(['an', 'an', 'chi']);
  expect(asked).toEqual(['an', 'chi']);
});

test('what is not worth it and what failed is asked for again', async () => {
  const { asked, remembered, ask } = memory();
  await remembered.of('c', ask(null));
  await remembered.of('c', ask(null));
  await expect(remembered.of('c', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await remembered.of('c', ask('an'))).toBe('an');
  expect(asked).toEqual([null, null, 'an']);
});

test('what is forgotten is asked anew, also when it was still on its way', async () => {
  const { asked, remembered, ask } = memory();
  await remembered.of('c', ask('an'));
  await remembered.of('d', ask('binh'));
  const late = remembered.of('e', ask('chi'));
  remembered.forgetWhere((value) => value === 'an');
  expect(await late).toBe('chi');
  for (const key of ['c', 'd', 'e']) await remembered.of(key, ask('dung'));
  expect(asked).toEqual(['an', 'binh', 'chi', 'dung', 'dung']);
  remembered.forget('d');
  await remembered.of('d', ask('em'));
  expect(asked.at(-1)).toBe('em');
});
