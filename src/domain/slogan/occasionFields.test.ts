import { expect, test } from 'vitest';
import { parseOccasionNumber, parseOccasionYears } from './occasionFields.ts';

test.each([
  ['XII', 'XII'],
  [' xii ', 'XII'],
  ['12', 'XII'],
  ['lần thứ XII', 'XII'],
  ['khóa XVI', 'XVI'],
  ['nhất', 'I'],
  ['', ''],
])('«%s» is read as %s', (text, number) => {
  expect(parseOccasionNumber(text)).toEqual({ ok: true, value: number });
});

test.each(['XIIII', 'IIX', 'abc', 'XII <b>', '100', '0'])('«%s» is no number', (text) => {
  expect(parseOccasionNumber(text)).toMatchObject({ ok: false, reason: { code: 'occasion.number' } });
});

test.each(['2020 - 2025', '2020-2025', '2020 đến 2025', ' 2026 – 2031 ', ''])('«%s» is a term', (text) => {
  expect(parseOccasionYears(text)).toEqual({ ok: true, value: text.trim() });
});

test.each(['20 - 25', '2025 - 2020', '2020 - 2020', 'từ 2020 đến 2025 <b>', '2020', '0000-0001'])(
  '«%s» is none',
  (text) => {
    expect(parseOccasionYears(text)).toMatchObject({ ok: false, reason: { code: 'occasion.years' } });
  },
);
