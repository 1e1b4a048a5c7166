import { expect, test } from 'vitest';
import { LONGEST_SLOGAN, sloganLines } from './sloganLines.ts';

const texts = (pasted: string) => sloganLines(pasted, []).map((l) => l.text);

test('fifty lines of a document are fifty slogans, whatever stands before them', () => {
  const lines = Array.from({ length: 50 }, (_, i) => `${i + 1}. Khẩu hiệu số ${i + 1} muôn năm!`);
  expect(texts(lines.join('\r\n'))).toEqual(lines.map((l) => l.replace(/^\d+\. /, '')));
  expect(
    texts('- Đảng Cộng sản Việt Nam quang vinh muôn năm!\n• «Chủ tịch Hồ Chí Minh vĩ đại!»\n\n  \n(a) Một'),
  ).toEqual(['Đảng Cộng sản Việt Nam quang vinh muôn năm!', 'Chủ tịch Hồ Chí Minh vĩ đại!', 'Một']);
  // A slogan that begins with a number keeps it.
  expect(texts('90 năm truyền thống vẻ vang của Đảng!')).toEqual(['90 năm truyền thống vẻ vang của Đảng!']);
  expect(texts('22-12 ngày hội quốc phòng toàn dân!')).toEqual(['22-12 ngày hội quốc phòng toàn dân!']);
});

test.each([
  ['"Ba sẵn sàng" và "Ba đảm đang"'],
  ['“Đền ơn đáp nghĩa” – “Uống nước nhớ nguồn”'],
  ['19. 5 là ngày sinh Bác!'],
  ['3. 2. Ngày thành lập Đảng!'],
])('nothing of a line is lost that is no number of a list: %s', (line) => {
  expect(texts(line)).toEqual([line]);
});

test('numbers of a list go, however they are written, also where a new part counts anew', () => {
  expect(texts('1.Mừng Đảng!\n2- Mừng Xuân!\n3: Mừng Đại hội!')).toEqual([
    'Mừng Đảng!',
    'Mừng Xuân!',
    'Mừng Đại hội!',
  ]);
  expect(texts('Phần một\n1. A b!\n2. C d!\nPhần hai\n1. E g!')).toEqual([
    'Phần một',
    'A b!',
    'C d!',
    'Phần hai',
    'E g!',
  ]);
  expect(texts('➢ Mừng Đảng!\n\uf0a7 Mừng Xuân!\n★Mừng Đại hội!')).toEqual([
    'Mừng Đảng!',
    'Mừng Xuân!',
    'Mừng Đại hội!',
  ]);
});

test('a sentence that a tab divides stays one; a place beside it is no slogan', () => {
  expect(texts('Nhiệt liệt chào mừng\tcác đại biểu về dự Đại hội!')).toEqual([
    'Nhiệt liệt chào mừng các đại biểu về dự Đại hội!',
  ]);
  expect(texts('1\tMừng Đảng!\tBăng rôn ngang đường tại ngã tư trung tâm thị trấn')).toEqual(['Mừng Đảng!']);
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
