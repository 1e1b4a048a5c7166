import { expect, test } from 'vitest';
import { latest, perObject, perObjectWhile, stableList } from './memo.ts';

test('a value for each object is made once, an undefined or null one too', () => {
  let made = 0;
  const of = perObject((key: { readonly n: number }) => {
    made++;
    return key.n > 1 ? key.n : undefined;
  });
  const [one, two] = [{ n: 1 }, { n: 2 }];
  expect([of(one), of(one), of(two), of(two)]).toEqual([undefined, undefined, 2, 2]);
  expect(made).toBe(2);
});

test('a value is made anew when something that it is made of is another, and only then', () => {
  const value = perObjectWhile<object, number>();
  let made = 0;
  const make = () => ++made;
  const [row, road, other] = [{}, {}, {}];
  expect(value(row, [road, 1], make)).toBe(1);
  expect(value(row, [road, 1], make)).toBe(1);
  expect(value(row, [other, 1], make)).toBe(2);
  expect(value(row, [other, 2], make)).toBe(3);
  expect(value(row, [other], make)).toBe(4);
  expect(value(row, [Number.NaN], make)).toBe(5);
  expect(value({}, [other], make)).toBe(6);
});

test('the latest value is shared while nothing has changed', () => {
  let made = 0;
  const sum = latest((a: number, b: number) => {
    made++;
    return a + b;
  });
  expect([sum(1, 2), sum(1, 2), sum(2, 2), sum(1, 2)]).toEqual([3, 3, 4, 3]);
  expect(made).toBe(3);
});

test('a list stays the same while its items are, each kind by itself', () => {
  const [a, b] = [stableList<readonly number[]>(), stableList<readonly number[]>()];
  const first = a([1, 2]);
  expect(a([1, 2])).toBe(first);
  expect(b([1, 2])).not.toBe(first);
  expect(a([1, 3])).not.toBe(first);
  expect(a([1, 2])).not.toBe(first);
  expect(a([1, 2, 3])).toEqual([1, 2, 3]);
});
