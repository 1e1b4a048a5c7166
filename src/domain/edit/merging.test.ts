import { expect, test } from 'vitest';
import { mergedByKey, mineUpon } from './merging.ts';

test('two who change different things both have their way, whatever is added or taken out', () => {
  const seen = { a: 1, b: { off: false }, c: 3 };
  expect(mergedByKey(seen, { ...seen, a: 2 }, { ...seen, b: { off: true } })).toEqual({
    a: 2,
    b: { off: true },
    c: 3,
  });
  expect(mergedByKey(seen, { a: 1, b: { off: false } }, { ...seen, d: 4 })).toEqual({
    a: 1,
    b: { off: false },
    d: 4,
  });
  expect(mergedByKey({}, { a: 1 }, { b: 2 })).toEqual({ a: 1, b: 2 });
});

test('of one thing there is one value: the same is none’s, another is asked about', () => {
  expect(mergedByKey({ a: 1 }, { a: 2 }, { a: 2 })).toEqual({ a: 2 });
  expect(mergedByKey({ a: 1 }, { a: 2 }, { a: 3 })).toBeNull();
  expect(mergedByKey({ a: 1 }, {}, { a: 3 })).toBeNull();
});

test('whoever wants his own has it in what he changed, and nothing of what others changed besides goes', () => {
  const seen = { days: 15, order: true };
  expect(mineUpon(seen, { days: 21, order: true }, { days: 33, order: false })).toEqual({
    days: 21,
    order: false,
  });
});
