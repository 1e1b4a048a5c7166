import { expect, test } from 'vitest';
import { namesOf, sameNames } from './pastedUnits.ts';

test.each([
  ['Xã Nông Hạ\r\n\n  Xã Cao Kỳ \n', ['Xã Nông Hạ', 'Xã Cao Kỳ']],
  ['1. Xã Nông Hạ\n2) Xã Cao Kỳ', ['Xã Nông Hạ', 'Xã Cao Kỳ']],
  ['1\tXã Nông Hạ\t3200\n2\tXã Cao Kỳ\t', ['Xã Nông Hạ', 'Xã Cao Kỳ']],
  ['Tổ dân phố 5', ['Tổ dân phố 5']],
  ['   \n', []],
])('%j', (text, names) => {
  expect(namesOf(text)).toEqual(names);
});

test('a name that is there, or twice in the list, is told once, with marks or without', () => {
  expect(sameNames(['Thôn 1', 'xa nong ha', 'Thôn 1', 'Thôn 1'], [{ name: 'Xã Nông Hạ' }])).toEqual([
    'xa nong ha',
    'Thôn 1',
  ]);
  expect(sameNames(['Thôn 1'], [])).toEqual([]);
});
