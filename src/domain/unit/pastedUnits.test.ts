import { expect, test } from 'vitest';
import { sameNames, unitsIn } from './pastedUnits.ts';

test.each([
  ['Xã Nông Hạ\r\n\n  Xã Cao Kỳ \n', ['Xã Nông Hạ', 'Xã Cao Kỳ']],
  ['1. Xã Nông Hạ\n2) Xã Cao Kỳ', ['Xã Nông Hạ', 'Xã Cao Kỳ']],
  ['1\tXã Nông Hạ\t3200\n2\tXã Cao Kỳ\t', ['Xã Nông Hạ', 'Xã Cao Kỳ']],
  ['Tổ dân phố 5', ['Tổ dân phố 5']],
  ['Đơn vị\nXã Nông Hạ', ['Xã Nông Hạ']],
  ['   \n', []],
])('%j', (text, names) => {
  expect(unitsIn(text).map(({ name }) => name)).toEqual(names);
});

test('of a sheet with headings each column that a unit has is taken', () => {
  const sheet = [
    'TT\tĐơn vị\tNgười phụ trách\tĐiện thoại\tMã',
    '1\tXã Nông Hạ\tHà Thị Mai\t0912 345 678\t02107',
    '2\tXã Cao Kỳ\t\t\t',
    '\t\tkhông tên\t\t',
  ].join('\r\n');
  expect(unitsIn(sheet)).toEqual([
    { name: 'Xã Nông Hạ', code: '02107', kind: '', contact: 'Hà Thị Mai', phone: '0912 345 678' },
    { name: 'Xã Cao Kỳ', code: '', kind: '', contact: '', phone: '' },
  ]);
});

test('a name that is there, or twice in the list, is told once, with marks or without', () => {
  const named = (...names: string[]) => names.map((name) => ({ name }));
  expect(sameNames(named('Thôn 1', 'xa nong ha', 'Thôn 1', 'Thôn 1'), named('Xã Nông Hạ'))).toEqual([
    'xa nong ha',
    'Thôn 1',
  ]);
  expect(sameNames(named('Thôn 1'), [])).toEqual([]);
});
