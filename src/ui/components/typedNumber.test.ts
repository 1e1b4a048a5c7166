import { expect, test } from 'vitest';
import { typedNumber } from './typedNumber.ts';

test.each([
  ['1.000', 1000],
  ['1,000', 1000],
  ['12.500', 12_500],
  ['-1.250', -1250],
  [1.234, 1234],
  ['1.5', 1.5],
  ['1,5', 1.5],
  [12.25, 12.25],
  ['0.125', 0.125],
  ['0,500', 0.5],
  ['1000', 1000],
  [5000, 5000],
  [' 40 ', 40],
])('«%s» is %d', (draft, value) => {
  expect(typedNumber(draft)).toBe(value);
});

test.each(['', '-', 'abc', '1.2.3'])('«%s» is no number', (draft) => {
  expect(typedNumber(draft)).toBeNaN();
});
