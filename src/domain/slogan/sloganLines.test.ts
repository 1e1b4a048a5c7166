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
  ['1. 5 là ngày Quốc tế Lao động!'],
  ['1/5 là ngày Quốc tế Lao động!'],
  ['1-6 ngày hội của thiếu nhi!'],
  ['3 - 2 ngày thành lập Đảng!'],
  ['1.000 lá cờ Tổ quốc tung bay!'],
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

test('a list from which lines were left out, or with a day among its lines, is a list all the same', () => {
  expect(texts('1. Một!\n2. Hai!\n4. Bốn!')).toEqual(['Một!', 'Hai!', 'Bốn!']);
  expect(texts('1. Một!\n3/2 ngày thành lập Đảng!\n2. Hai!\n3. 90 năm vẻ vang!\n1/5 ngày hội!')).toEqual([
    'Một!',
    '3/2 ngày thành lập Đảng!',
    'Hai!',
    '90 năm vẻ vang!',
    '1/5 ngày hội!',
  ]);
  expect(texts('A) Một!\nB) Hai!')).toEqual(['Một!', 'Hai!']);
});

test('days with a dash are no numbers of lines, and a sign that nobody sees hides none', () => {
  for (const lines of [
    ['3 - Tháng hai lịch sử!', '7 - Tháng năm chiến thắng!'],
    ['30 - 4 ngày giải phóng!', '1 - 5 ngày Quốc tế Lao động!'],
  ])
    expect(texts(lines.join('\n'))).toEqual(lines);
  expect(texts('\u200b\ufeff1. Một!\n2.\u200bHai!\n- \u200bBa!')).toEqual(['Một!', 'Hai!', 'Ba!']);
});

test('a sentence that a tab divides stays one; a place beside it is no slogan', () => {
  expect(texts('Nhiệt liệt chào mừng\tcác đại biểu về dự Đại hội!')).toEqual([
    'Nhiệt liệt chào mừng các đại biểu về dự Đại hội!',
  ]);
  expect(texts('Chào mừng\tcác đại biểu\tvề dự Đại hội!\tbăng rôn')).toEqual([
    'Chào mừng các đại biểu về dự Đại hội!',
  ]);
  expect(texts('1\tMừng Đảng!\tBăng rôn ngang đường tại ngã tư trung tâm thị trấn')).toEqual(['Mừng Đảng!']);
});

test('of a row of a sheet the text is taken, not its number or its type', () => {
  expect(texts('STT\tNội dung\n1\tNước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!\tPa nô\t12')).toEqual([
    'Nội dung',
    'Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!',
  ]);
});

test('a sentence that tabs divide loses no half of it, with or without a mark at its end', () => {
  for (const [pasted, sentence] of [
    ['Nhiệt liệt chào mừng\tcác đại biểu về dự Đại hội', 'Nhiệt liệt chào mừng các đại biểu về dự Đại hội'],
    ['Nhiệt liệt chào mừng\tcác đại biểu về dự Đại hội.', 'Nhiệt liệt chào mừng các đại biểu về dự Đại hội.'],
    ['Nhiệt liệt chào mừng\tĐại hội Đảng bộ xã!', 'Nhiệt liệt chào mừng Đại hội Đảng bộ xã!'],
    [
      'Mừng Đảng quang vinh, mừng Xuân mới\tTreo tại trung tâm huyện và cổng trụ sở các xã',
      'Mừng Đảng quang vinh, mừng Xuân mới',
    ],
    ['Pa nô\tMừng Đảng!', 'Mừng Đảng!'],
  ] as const)
    expect(texts(pasted), pasted).toEqual([sentence]);
});

test('a quotation mark that nobody closes takes no other lines, and a long list costs no second', () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `Khẩu hiệu thứ ${i} muôn năm!`);
  const pasted = `"Mở mà không đóng\n${lines.join('\n')}\nCuối cùng" rồi thôi`;
  const begun = performance.now();
  expect(sloganLines(pasted, [])).toHaveLength(3002);
  const open = performance.now() - begun;
  const again = performance.now();
  expect(sloganLines(lines.join('\n'), [])).toHaveLength(3000);
  // Against the same list without the mark, so that the machine does not matter.
  expect(open).toBeLessThan(20 * (performance.now() - again) + 50);
});

test('units and types in small letters are no part of it, and of two slogans in a row none is lost', () => {
  for (const rest of ['cái\t12', 'băng rôn\tm2', 'Băng rôn ngang đường, khổ lớn nhất\tm2'])
    expect(texts(`1\tViệt Nam muôn năm!\t${rest}`)).toEqual(['Việt Nam muôn năm!']);
  expect(texts('Mừng Đảng quang vinh\tbăng rôn\tcái')).toEqual(['Mừng Đảng quang vinh']);
  expect(texts('1\tMừng Đảng!\tMừng Xuân!')).toEqual(['Mừng Đảng!', 'Mừng Xuân!']);
});

test('a cell with lines of its own is one slogan, and counts its lines', () => {
  const pasted =
    '1\t"Nhiệt liệt chào mừng\nĐại hội ""lần thứ XII""!"\tcái\n2\tMừng Đảng!\n"Ba sẵn sàng" và "Ba đảm đang"';
  expect(sloganLines(pasted, []).map(({ number, text }) => [number, text])).toEqual([
    [1, 'Nhiệt liệt chào mừng\nĐại hội "lần thứ XII"!'],
    [3, 'Mừng Đảng!'],
    [4, '"Ba sẵn sàng" và "Ba đảm đang"'],
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
