import { expect, test } from 'vitest';
import { LONGEST_SLOGAN, sloganLines } from './sloganLines.ts';

const texts = (pasted: string) => sloganLines(pasted, []).map((l) => l.text);

test('fifty lines of a document are fifty slogans, whatever stands before them', () => {
  const lines = Array.from({ length: 50 }, (_, i) => `${i + 1}. Khẩu hiệu số ${i + 1} muôn năm!`);
  expect(texts(lines.join('\r\n'))).toEqual(lines.map((l) => l.replace(/^\d+\. /, '')));
  expect(
    texts('- Đảng Cộng sản Việt Nam quang vinh muôn năm!\n• «Chủ tịch Hồ Chí Minh vĩ đại!»\n\n  \n22/ Một'),
  ).toEqual(['Đảng Cộng sản Việt Nam quang vinh muôn năm!', 'Chủ tịch Hồ Chí Minh vĩ đại!', 'Một']);
  // A slogan that begins with a number keeps it.
  expect(texts('90 năm truyền thống vẻ vang của Đảng!')).toEqual(['90 năm truyền thống vẻ vang của Đảng!']);
  expect(texts('22-12 ngày hội quốc phòng toàn dân!')).toEqual(['22-12 ngày hội quốc phòng toàn dân!']);
});

test('of a row of a sheet the text is taken, not its number or its type', () => {
  expect(texts('STT\tNội dung\n1\tNước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!\tPa nô\t12')).toEqual([
    'Nội dung',
    'Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!',
  ]);
});

test('what is there already, stands twice, or is too long says so; nothing is cut', () => {
  const long = `Việt Nam ${'muôn năm '.repeat(80)}`.trim();
  const lines = sloganLines(`Việt Nam muôn năm!\nMột câu\nMột  câu.\nmot cau\n${long}`, [
    'Việt Nam muôn năm',
  ]);
  expect(lines.map((l) => [l.number, l.problem])).toEqual([
    [1, 'known'],
    [2, null],
    [3, 'twice'],
    [4, null],
    [5, 'long'],
  ]);
  expect(lines[4]?.text).toBe(long);
  expect(long.length).toBeGreaterThan(LONGEST_SLOGAN);
});
