import { expect, test } from 'vitest';
import { dialled } from './dialled.ts';

test.each([
  ['0912 345 678', '0912345678'],
  ['0912.345.678 (Nam)', '0912345678'],
  ['+84 (209) 3855-123', '+842093855123'],
  ['Văn phòng: 0209 3855 123, di động 0912345678', '02093855123'],
  ['113', null],
  ['chưa có', null],
  ['', null],
])('%s', (text, number) => {
  expect(dialled(text)).toBe(number);
});
