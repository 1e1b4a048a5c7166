import { expect, test } from 'vitest';
import { numberText, typedNumber } from './typedNumber.ts';

test.each([
  ['1.000', 1000],
  ['1,000', 1000],
  ['12.500', 12_500],
  ['-1.250', -1250],
  ['1.5', 1.5],
  ['1,5', 1.5],
  ['1,25', 1.25],
  ['0.125', 0.125],
  ['0,500', 0.5],
  ['1000', 1000],
  ['007', 7],
  [' 40 ', 40],
  ['-0,5', -0.5],
  ['−0.5', -0.5],
  ['-0', 0],
  ['45.000 đ', 45_000],
  ['45.000đ', 45_000],
  ['₫45,000', 45_000],
  ['45 000 VNĐ', 45_000],
  ['45\u00a0000', 45_000],
  ['12\u202f500,5', 12_500.5],
  ['25 m', 25],
  ['1.000.000', 1_000_000],
  ['1,000,000', 1_000_000],
  ['1.000.000,5', 1_000_000.5],
  ['1,000,000.25', 1_000_000.25],
  ['1.292,125', 1292.125],
  ['1.2345', 1.2345],
  ['.5', 0.5],
  [',5', 0.5],
  ['-,5', -0.5],
  ['12.', 12],
  ['45.000.', 45_000],
  ['+5', 5],
  ['0.0625', 0.0625],
])('«%s» is %d', (typed, value) => {
  expect(typedNumber(typed)).toBe(value);
});

test.each([
  '',
  '-',
  'abc',
  '1.2.3',
  '1.00.000',
  '1,5,5',
  '45M',
  '1,5M',
  '.',
  '..5',
  '12..',
  '1 5',
  '1 000 00',
  '1.000,500.000',
  '1e3',
  '0x10',
  'Infinity',
  '5 km',
  '--1',
  '1.000.00,5',
  '1000.000.000,5',
])('«%s» is no number', (typed) => {
  expect(typedNumber(typed)).toBeNaN();
});

test('whatever a field shows is read as the same number, in both languages', () => {
  const numbers = [
    0, -0, 1, -1, 0.5, -0.5, 1.125, -12.125, 999.999, 0.125, 1000, 1000.125, 45_000, 1e15, 0.0001,
  ];
  for (let i = 0; i < 3000; i++) {
    const n = ((i * 7919) % 200_000) - 100_000;
    numbers.push(n, n / 10, n / 100, n / 1000, n / 10_000);
  }
  for (const n of numbers)
    for (const language of ['vi', 'en'])
      for (const thousands of [true, false]) {
        const text = numberText(n, language, thousands);
        expect(typedNumber(text), text).toBe(n === 0 ? 0 : n);
      }
  expect(numberText(45_000, 'vi', true)).toBe('45.000');
  expect(numberText(1292.5, 'vi', false)).toBe('1292,5');
  expect(numberText(1292.5, 'en', false)).toBe('1292.5');
  expect(numberText(1.125, 'vi', false)).toBe('1,1250');
});
