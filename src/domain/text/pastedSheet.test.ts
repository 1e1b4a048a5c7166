import { expect, test } from 'vitest';
import { pastedSheet } from './pastedSheet.ts';

const HEADINGS = { name: ['ho va ten', 'ten'], role: ['vai tro'] };
const read = (text: string) =>
  pastedSheet(text, HEADINGS).map(({ line, cells }) => [line, cells.name, cells.role]);

test.each<[string, readonly (readonly [number, string, string])[]]>([
  [
    'Lan\tXem\nTú\tDuyệt',
    [
      [1, 'Lan', 'Xem'],
      [2, 'Tú', 'Duyệt'],
    ],
  ],
  ['Họ và tên\tVai trò\r\n\r\nLan\tXem', [[3, 'Lan', 'Xem']]],
  // In another order, with columns that are nobody's.
  ['TT\tVai trò\tSĐT\tHọ và tên\n1\tXem\t09\tLan', [[2, 'Lan', 'Xem']]],
  [
    '1\tLan\tXem\n2\tTú\tDuyệt',
    [
      [1, 'Lan', 'Xem'],
      [2, 'Tú', 'Duyệt'],
    ],
  ],
  ['Lan; Xem', [[1, 'Lan', 'Xem']]],
  ['Lan', [[1, 'Lan', '']]],
  ['Vai trò\nXem', [[2, '', 'Xem']]],
  ['\n \n', []],
])('%j', (text, lines) => {
  expect(read(text)).toEqual(lines);
});
