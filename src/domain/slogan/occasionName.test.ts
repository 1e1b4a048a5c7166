import { expect, test } from 'vitest';
import { anOccasion } from '../testing.ts';
import { renamed, saidInName } from './occasionName.ts';

test.each([
  [
    'Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII',
    'congress',
    'province',
    'Đảng bộ tỉnh Bắc Kạn',
    'XII',
  ],
  ['Đại hội đại biểu toàn quốc lần thứ XIV của Đảng', 'congress', 'national', '', 'XIV'],
  [
    'Đại hội Đảng bộ xã Tân Kỳ lần thứ I, nhiệm kỳ 2025 - 2030',
    'congress',
    'commune',
    'Đảng bộ xã Tân Kỳ',
    'I',
  ],
  ['Bầu cử đại biểu Quốc hội khóa XVI', 'election', 'national', '', 'XVI'],
  ['Kỷ niệm 80 năm Quốc khánh 2/9', 'anniversary', 'none', '', ''],
  [
    'Đại hội đại biểu lần thứ XX Đảng bộ tỉnh Thái Nguyên',
    'congress',
    'province',
    'Đảng bộ tỉnh Thái Nguyên',
    'XX',
  ],
  ['Đại hội Đảng bộ xã Tân Kỳ lần thứ nhất', 'congress', 'commune', 'Đảng bộ xã Tân Kỳ', 'I'],
  ['Ngày hội của nước Cộng hòa xã hội chủ nghĩa Việt Nam', 'anniversary', 'none', '', ''],
  ['', 'congress', 'none', '', ''],
])('%s', (name, kind, level, body, number) => {
  expect(saidInName(name)).toMatchObject({ kind, level, body, number });
  expect(saidInName(name).years).toBe(name.includes('2025 - 2030') ? '2025 - 2030' : '');
});

test('another name changes what the name before had said, and nothing that was set by hand', () => {
  const before = anOccasion({ level: 'district' });
  expect(renamed(before, 'Đại hội đại biểu Đảng bộ xã Tân Kỳ lần thứ I')).toEqual({
    name: 'Đại hội đại biểu Đảng bộ xã Tân Kỳ lần thứ I',
    kind: 'congress',
    body: 'Đảng bộ xã Tân Kỳ',
    number: 'I',
  });
});

test('the short form and a number behind it are read as well', () => {
  expect(saidInName('Đại hội XII Đảng bộ tỉnh Bắc Kạn').number).toBe('XII');
  expect(saidInName('Đại hội XIV của Đảng')).toMatchObject({ number: 'XIV', level: 'national' });
});
