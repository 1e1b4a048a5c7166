import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctedSlogan, guardSlogan } from './guard.ts';

const CAMPAIGN = {
  congressName: 'Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII',
  term: '2020 - 2025',
};
const APPROVED =
  'Nhiệt liệt chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII, nhiệm kỳ 2020 - 2025!';

const faults = (text: string) =>
  guardSlogan(text, CAMPAIGN).map(({ code, word, expected }) => [code, word, expected]);

test.each([
  APPROVED,
  'NHIỆT LIỆT CHÀO MỪNG ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH BẮC KẠN LẦN THỨ XII, NHIỆM KỲ 2020 - 2025!',
  'Đảng bộ, nhân dân các dân tộc tỉnh Bắc Kạn thi đua lập thành tích chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ XII!',
  'Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh!',
  'Tất cả vì mục tiêu dân giàu, nước mạnh, dân chủ, công bằng, văn minh!',
  'Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!',
  'Nước Cộng hoà xã hội chủ nghĩa Việt Nam muôn năm!',
  'Chủ tịch Hồ Chí Minh vĩ đại sống mãi trong sự nghiệp của chúng ta!',
  'Nhiệt liệt chào mừng đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng!',
  'Nhiệt liệt chào mừng Đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIV của Đảng!',
  'Chào mừng đại hội chi bộ, đảng bộ cơ sở nhiệm kỳ 2020 - 2025!',
  'Kỷ niệm 90 năm Ngày thành lập Đảng Cộng sản Việt Nam (1930 - 2020)!',
  '75 năm Cách mạng tháng Tám và Quốc khánh 2/9 (1945 - 2020)!',
  'Tổng kết phong trào thi đua yêu nước giai đoạn 2015 - 2020!',
  'Xây dựng nông thôn mới giai đoạn 2021 – 2025!',
  'Đưa Nghị quyết Đại hội XIII của Đảng vào cuộc sống!',
  'Quyết tâm thực hiện thắng lợi Nghị quyết Đại hội Đảng lần thứ XIII, nhiệm kỳ 2021 - 2026!',
  'Nhiệt liệt chào mừng Đại hội đại biểu toàn quốc lần thứ XIII, nhiệm kỳ 2021 - 2026 của Đảng!',
  'Thi đua lập thành tích chào mừng Đại hội XII Đảng bộ tỉnh Bắc Kạn!',
  'Toàn dân tham gia bầu cử đại biểu Quốc hội khóa XV và Hội đồng nhân dân các cấp nhiệm kỳ 2021 - 2026'.replace(
    ' nhiệm kỳ 2021 - 2026',
    '!',
  ),
  'Đảng bộ và nhân dân các dân tộc huyện Chợ Mới quyết tâm thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ huyện lần thứ VI!',
  'Nhiệt liệt chào mừng\nĐại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII',
])('lets the approved text through: %s', (text) => {
  expect(faults(text)).toEqual([]);
});

describe('says exactly which word', () => {
  test.each([
    ['another number', APPROVED.replace('XII', 'XI'), [['number', 'XI', 'XII']]],
    ['a number in figures', APPROVED.replace('XII', '12'), [['numeral', '12', 'XII']]],
    ['a number in small letters', APPROVED.replace('XII', 'xii'), [['numeral', 'xii', 'XII']]],
    ['another term', APPROVED.replace('2025', '2026'), [['term', '2020 - 2026', '2020 - 2025']]],
    ['another province', APPROVED.replace('Bắc Kạn', 'Thái Nguyên'), [['place', 'Thái Nguyên', 'Bắc Kạn']]],
    ['a missing diacritic', APPROVED.replace('Nhiệt', 'Nhiêt'), [['diacritic', 'Nhiêt', 'Nhiệt']]],
    ['no diacritics on a word', APPROVED.replace('Đảng', 'Dang'), [['diacritic', 'Dang', 'Đảng']]],
    [
      'a diacritic in the name of the province',
      APPROVED.replace('Kạn', 'Kan'),
      [['diacritic', 'Kan', 'Kạn']],
    ],
    ['a doubled space', APPROVED.replace('chào mừng', 'chào  mừng'), [['double-space', '  ', ' ']]],
    ['a tab', APPROVED.replace(' Đại', '\tĐại'), [['double-space', '\t', ' ']]],
    ['a space at the end', `${APPROVED} `, [['edge-space', ' ', '']]],
    ['a line that breaks a name', APPROVED.replace('Bắc Kạn', 'Bắc\nKạn'), [['line-break', '\n', ' ']]],
    ['a line that breaks before the number', APPROVED.replace(' XII', '\nXII'), [['line-break', '\n', ' ']]],
    ['a space before the mark', APPROVED.replace('2025!', '2025 !'), [['mark-space', ' ', '']]],
    ['two spaces before the mark', APPROVED.replace('2025!', '2025  !'), [['mark-space', '  ', '']]],
    [
      'another term in brackets',
      APPROVED.replace(', nhiệm kỳ 2020 - 2025', ' (2015 - 2020)'),
      [['term', '2015 - 2020', '2020 - 2025']],
      APPROVED.replace(', nhiệm kỳ 2020 - 2025', ' (2020 - 2025)'),
    ],
    ['a small letter in a name', APPROVED.replace('Đảng bộ', 'đảng bộ'), [['capital', 'đảng', 'Đảng']]],
    ['a small letter at the beginning', APPROVED.replace('Nhiệt', 'nhiệt'), [['capital', 'nhiệt', 'Nhiệt']]],
  ] as const satisfies readonly (readonly [string, string, unknown, string?])[])(
    '%s',
    (_, text, expected, mended = APPROVED) => {
      expect(faults(text)).toEqual(expected);
      expect(correctedSlogan(text, guardSlogan(text, CAMPAIGN))).toBe(mended);
    },
  );

  test('letters put together of a letter and a mark', () => {
    const text = APPROVED.normalize('NFD');
    expect(faults(text)[0]?.[0]).toBe('composed');
    expect(correctedSlogan(text, guardSlogan(text, CAMPAIGN))).toBe(APPROVED);
  });

  test('the national congress has a number of its own', () => {
    expect(faults('Chào mừng Đại hội đại biểu toàn quốc lần thứ XIII của Đảng!')).toEqual([]);
    expect(faults('Chào mừng Đại hội đại biểu toàn quốc lần thứ 13!')).toEqual([['numeral', '13', 'XIII']]);
  });

  test('a congress of another level has a number of its own', () => {
    expect(faults('Chào mừng thành công Đại hội Đảng bộ huyện Chợ Mới lần thứ VI!')).toEqual([]);
    expect(faults('Chào mừng thành công Đại hội Đảng bộ tỉnh lần thứ VI!')).toEqual([
      ['number', 'VI', 'XII'],
    ]);
  });

  test('the short form counts, the Party’s own excepted', () => {
    expect(faults('Nhiệt liệt chào mừng Đại hội Đảng bộ tỉnh XI!')).toEqual([['number', 'XI', 'XII']]);
    expect(faults('Chào mừng thành công Đại hội XVII!')).toEqual([['number', 'XVII', 'XII']]);
    expect(faults('Chào mừng thành công Đại hội XII!')).toEqual([]);
  });

  test('a campaign that names no congress guards spelling alone', () => {
    const open = { congressName: '', term: '' };
    expect(guardSlogan(APPROVED.replace('XII', 'XIV'), open)).toEqual([]);
    expect(guardSlogan('Viêt Nam muôn năm!', open)).toHaveLength(1);
  });
});

test('what was mended needs no mending, whatever was typed', () => {
  const pieces = fc.constantFrom(
    'Đảng',
    'dang',
    ' ',
    '  ',
    '\n',
    'bộ',
    'lần thứ',
    'XI',
    'XII',
    'tỉnh',
    'Bắc',
    'Kạn',
    'kan',
    '2020-2026',
    '!',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      const once = correctedSlogan(text, guardSlogan(text, CAMPAIGN));
      const twice = correctedSlogan(once, guardSlogan(once, CAMPAIGN));
      expect(correctedSlogan(twice, guardSlogan(twice, CAMPAIGN))).toBe(twice);
    }),
  );
});
