import { describe, expect, test } from 'vitest';
import { codeKey, codesOf, headingsOf, isKind, NAME_HEADINGS, nameKey, nameOf } from './names.ts';

test.each(['Tên tuyến', 'TEN_TUYEN', 'ten tuyen', 'St_Name', 'ROAD NAME', 'Name', 'tên_đường'])(
  '«%s» is the heading of names',
  (heading) => {
    expect(headingsOf(['id', heading, 'geom'], NAME_HEADINGS)).toEqual([heading]);
  },
);

test.each(['(chưa rõ)', 'Không biết', '-', '?', ' ', 'UNKNOWN', 'n/a', '[no name]', null, 7.5 - 7.5 || ''])(
  '«%s» is no name',
  (value) => {
    expect(nameOf(value)).toBe('');
  },
);

describe('a kind is no name', () => {
  test.each([
    'Đường bê tông',
    'đường đất',
    'Đường BT xi măng'.replace('BT', 'bê tông'),
    'track',
    'Đường nội đồng',
    'Hẻm',
    'Đường liên thôn',
    'road',
  ])('%s', (name) => expect(isKind(name)).toBe(true));
  test.each([
    'Đường Trần Hưng Đạo',
    'Đường Đất Mới',
    'Quốc lộ 3',
    'Ngõ 12',
    'Đường thôn Nà Mố',
    'Đường Bản Tết',
    'Phố Huế',
    'Đường huyện 1',
    'Track Road',
  ])('%s is one', (name) => expect(isKind(name)).toBe(false));
});

test('a piece with two numbers is of both, and what stands in brackets is another name of the same', () => {
  expect(codesOf('QL.3;ĐT.256')).toEqual(['QL.3', 'ĐT.256']);
  expect(codesOf('QL3 / AH1')).toEqual(['QL3', 'AH1']);
  expect(codesOf('QL.3 (AH1)')).toEqual(['QL.3']);
  for (const one of ['ĐT.254-1', '12/3', 'H12/3']) expect(codesOf(one)).toEqual([one]);
  expect(codesOf(22)).toEqual(['22']);
  expect(codesOf('')).toEqual([]);
  for (const code of ['QL.3', 'ql 3', 'QL-3']) expect(codeKey(code)).toBe('ql3');
});

test('codes that say nothing join nothing, and a mark between two figures counts', () => {
  expect([Number.NaN, '-', 'N/A', '(chưa rõ)', ' ; '].map(codesOf)).toEqual([[], [], [], [], []]);
  expect(new Set(['1/23', '12/3', '123'].map(codeKey)).size).toBe(3);
  expect(new Set(['QL.3-1', 'QL.31'].map(codeKey)).size).toBe(2);
  expect(new Set(['QL.3', 'QL 3', 'ql3', 'Ql-3'].map(codeKey)).size).toBe(1);
});

test('a name that is written in two ways is one, two names are two', () => {
  for (const [a, b] of [
    ['Đường Hoà Bình', 'đường  Hòa\u00a0Bình'],
    ['Thuý Sơn', 'Thúy Sơn'],
    ['QL2', 'QL.2'],
    ['ĐT 256', 'đt.256'],
  ] as const)
    expect(nameKey(a)).toBe(nameKey(b));
  for (const [a, b] of [
    ['Đường Ba', 'Đường Bà'],
    ['Đường Hòa', 'Đường Hỏa'],
    ['Ngõ 1', 'Ngõ 2'],
    ['Cô', 'Co'],
  ] as const)
    expect(nameKey(a)).not.toBe(nameKey(b));
});
