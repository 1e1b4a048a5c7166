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
  for (at.now of [0, 400, 699]) expect(await remembered.of('c', ask('an'))).toBe('an');
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

test('whoever is asked ahead is told so', async () => {
  const { at, remembered } = memory();
  const ahead: boolean[] = [];
  const ask = async (is: boolean) => {
    ahead.push(is);
    return 'an';
  };
  for (at.now of [0, 800, 1700]) await remembered.of('c', ask);
  expect(ahead).toEqual([false, true, true]);
});

test('an answer near its end is asked anew while it still serves; forgotten meanwhile, it does not come back', async () => {
  const { at, asked, remembered, ask } = memory();
  await remembered.of('c', ask('an'));
  at.now = 800;
  expect(await remembered.of('c', ask('binh'))).toBe('an');
  expect(await remembered.of('c', ask('chi'))).toBe('binh');
  expect(asked).toEqual(['an', 'binh']);
  // A second old at most, counted from when it was asked.
  at.now = 1799;
  let late = (_: string | null) => {};
  const slow = () =>
    new Promise<string | null>((done) => {
      late = done;
    });
  expect(await remembered.of('c', slow)).toBe('binh');
  remembered.forget('c');
  late('dung');
  expect(await remembered.of('c', ask('em'))).toBe('em');
  at.now = 2600;
  // One that fails ahead of time is nobody's trouble; one that takes the answer away takes it at once.
  expect(await remembered.of('c', () => Promise.reject(new Error('away')))).toBe('em');
  at.now = 2798;
  await Promise.resolve();
  expect(await remembered.of('c', ask('never'))).toBe('em');
  at.now = 2799;
  expect(await remembered.of('c', ask('giang'))).toBe('giang');
  at.now = 3600;
  expect(await remembered.of('c', ask(null))).toBe('giang');
  expect(await remembered.of('c', ask('hoa'))).toBe('hoa');
});
