import { expect, test } from 'vitest';
import type { OfferedRoad } from './planImport.ts';
import { searchOffers } from './searching.ts';

const offers = [
  ['QL.30', 'Quốc lộ 30'],
  ['QL.3', 'Quốc lộ 3'],
  ['', 'Quốc lộ 3 cũ'],
  ['QL.53', 'Quốc lộ 53'],
  ['', 'Đường Nà Khon'],
].map(([code = '', name = '']) => ({ key: `${code}|${name}`, code, name }) as OfferedRoad);
const found = (typed: string) => searchOffers(offers, typed).map((o) => o.name);

test('what is meant exactly stands first, however a number is written', () => {
  for (const typed of ['QL.3', 'ql3', 'QL 3']) expect(found(typed)[0], typed).toBe('Quốc lộ 3');
  expect(found('quoc lo 3')).toEqual(['Quốc lộ 3', 'Quốc lộ 3 cũ', 'Quốc lộ 30', 'Quốc lộ 53']);
  expect(found('lo 3')).toEqual(['Quốc lộ 3', 'Quốc lộ 3 cũ', 'Quốc lộ 30', 'Quốc lộ 53']);
});

test('words are found in any order and without marks; nothing typed finds all', () => {
  expect(found('khon na')).toEqual(['Đường Nà Khon']);
  expect(found('  ')).toHaveLength(offers.length);
  expect(found('không có')).toEqual([]);
});
