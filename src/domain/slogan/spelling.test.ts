import { expect, test } from 'vitest';
import { correctedSlogan, guardSlogan } from './guard.ts';
import { saidInName } from './occasionName.ts';

const guardedBy = (name: string) => ({
  occasions: [{ ...saidInName(name), name }],
  approved: new Map(),
});
const BAC_KAN = guardedBy('Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII');
const seen = (text: string, guarded = BAC_KAN) =>
  guardSlogan(text, guarded).map(({ code, word, expected }) => [code, word, expected]);
const mended = (text: string, guarded = BAC_KAN) => correctedSlogan(text, guarded);

test.each([
  ['Chào mừng Đại hội Đảng bộ tỉnh Bắc Kàn!', 'Kàn', 'Kạn'],
  ['CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ TỈNH BẮC KÁN!', 'KÁN', 'KẠN'],
  ['Đãng Cộng sản Việt Nam quang vinh!', 'Đãng', 'Đảng'],
  ['Đãng bộ tỉnh Bắc Kạn!', 'Đãng', 'Đảng'],
  ['Chủ tịch Hồ Chí Mình vĩ đại!', 'Mình', 'Minh'],
  ['Chào mừng Đại hội đại biễu Đảng bộ tỉnh!', 'biễu', 'biểu'],
  ['Nâng cao năng lực lảnh đạo của Đảng!', 'lảnh', 'lãnh'],
  ['NHÂN DÂN CÁC DÂN TỘC TỈNH NHIỆT LIÊT CHÀO MỪNG ĐẠI HỘI!', 'LIÊT', 'LIỆT'],
])('a wrong mark is told and mended, in a name whichever it is: %s', (text, word, expected) => {
  expect(seen(text)).toEqual([['diacritic', word, expected]]);
  expect(mended(text)).toBe(text.replace(word, expected));
});

test('the place of a commune as well', () => {
  const guarded = guardedBy('Đại hội đại biểu Đảng bộ xã Yên Hân lần thứ I');
  expect(seen('Chào mừng Đại hội Đảng bộ xã Yên Hận lần thứ I!', guarded)).toEqual([
    ['diacritic', 'Hận', 'Hân'],
  ]);
});

test.each([
  'Sát cánh bên vững tay súng!',
  'Quân dân đang bộ hành tới lễ đài!',
  'Áo lam theo chân đoàn rước!',
  'Quê hương nơi đây mạnh giàu!',
])('what is right as well is asked about, and never mended: %s', (text) => {
  expect(seen(text).map(([code]) => code)).toEqual(['diacritic-maybe']);
  expect(mended(text)).toBe(text);
});

test.each([
  'ĐẢNG CỘNG SẢN VIỆT NAM quang vinh muôn năm!',
  'Nước CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM muôn năm!',
  'Toàn Đảng, toàn dân, toàn quân đang bỏ nhiều công sức!',
  'Vì các tổ quốc tế và mỗi đảng bộ xã!',
])('does no harm: %s', (text) => {
  expect(seen(text)).toEqual([]);
});

test('a name is large behind «một» and «các» too', () => {
  expect(mended('Vì một việt nam hùng cường!')).toBe('Vì một Việt Nam hùng cường!');
});

test('a hint hides no error that lies over it', () => {
  const text = 'Chào mừng Đại hội đại biểu toàn quốc lần thứ XlII!';
  expect(seen(text)).toEqual([['numeral', 'XlII', 'XIII']]);
});

test('capitals too many in «Đảng bộ», «Tổ quốc», «Quốc hội» are told, and «lần thứ» before a number whatever its marks', () => {
  expect(mended('Đảng Bộ tỉnh Bắc Kạn')).toBe('Đảng bộ tỉnh Bắc Kạn');
  expect(mended('Vì Tổ Quốc!')).toBe('Vì Tổ quốc!');
  expect(seen('Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lấn thứ XI!')).toEqual([
    ['diacritic', 'lấn', 'lần'],
    ['number', 'XI', 'XII'],
  ]);
});

test('in a phrase of four words and more a letter may be wrong as well', () => {
  expect(mended('Nhiệt liệc chào mừng Đại hội!')).toBe('Nhiệt liệt chào mừng Đại hội!');
  expect(mended('Nước Cộng hào xã hội chủ nghĩa Việt Nam muôn năm!')).toBe(
    'Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!',
  );
  for (const text of ['Nhiệt liệt chào đón các đại biểu!', 'Đảng Cộng sản Liên Xô!', 'Đại hội đại diện!'])
    expect(seen(text), text).toEqual([]);
});

test('signs that nobody sees are told and go; a space that does not break is a space', () => {
  expect(seen('Việt\u00a0Nam muôn năm!')).toEqual([]);
  expect(seen('Viêt\u00a0Nam muôn năm!')).toEqual([['diacritic', 'Viêt', 'Việt']]);
  const text = 'Vi\u200bêt Nam\ufeff muôn năm!';
  expect(mended(text)).toBe('Việt Nam muôn năm!');
  expect(seen('Việt Nam\u200b muôn năm!')).toEqual([['hidden-letter', '\u200b', '']]);
});

test('behind a mark stands a space, and none before it', () => {
  expect(mended('Đại hội lần thứ XII,nhiệm kỳ mới ,thắng lợi mới!')).toBe(
    'Đại hội lần thứ XII, nhiệm kỳ mới, thắng lợi mới!',
  );
  expect(mended('Giá 1.000 đồng, 3,5 m!')).toBe('Giá 1.000 đồng, 3,5 m!');
});

test('another place that is a letter from ours is another place', () => {
  const guarded = guardedBy('Đại hội đại biểu Đảng bộ thị trấn Yên Lập lần thứ I');
  const text = 'Đảng bộ thị trấn Yên Lạc chúc mừng Đại hội Đảng bộ thị trấn Yên Lập!';
  expect(seen(text, guarded)).toEqual([['place-other', 'Yên Lạc', '']]);
  expect(mended(text, guarded)).toBe(text);
});

test('a capital at the beginning of a sentence or a line stays', () => {
  for (const between of ['! ', '. ', '!\n'])
    expect(mended(`Đảng quang vinh muôn năm${between}Nhiêt liệt chào mừng Đại hội!`)).toBe(
      `Đảng quang vinh muôn năm${between}Nhiệt liệt chào mừng Đại hội!`,
    );
});
