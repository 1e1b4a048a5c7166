import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../text/plainText.ts';
import { checkedIn, correctedSlogan, type Guarded, guardSlogan, isHint } from './guard.ts';
import { saidInName } from './occasionName.ts';
import type { NamedOccasion } from './spoken.ts';

const named = (name: string, years: string): NamedOccasion => ({ ...saidInName(name), name, years });
const by = (occasions: readonly NamedOccasion[], approved: readonly string[] = []): Guarded => ({
  occasions,
  approved: Map.groupBy(approved, plainText),
});
const CAMPAIGN = by([named('Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII', '2020 - 2025')]);
const APPROVED =
  'Nhiệt liệt chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII, nhiệm kỳ 2020 - 2025!';

/** Without what is only told: a number that belongs to no occasion of the campaign. */
const faults = (text: string, guarded = CAMPAIGN) =>
  guardSlogan(text, guarded)
    .filter((fault) => !isHint(fault))
    .map(({ code, word, expected }) => [code, word, expected]);

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
  'Hội thi tuyên truyền lưu động lần thứ 3 chào mừng Đại hội Đảng bộ tỉnh!',
  'Chào mừng Đại hội Thể dục thể thao tỉnh Bắc Kạn lần thứ IX!',
  'Chào mừng Đại hội đại biểu Đoàn TNCS Hồ Chí Minh tỉnh Bắc Kạn lần thứ XIII, nhiệm kỳ 2022 - 2027!',
  '90 năm truyền thống vẻ vang của Đảng!',
  // Words that only sound like an official phrase.
  'Thiếu nhi dâng bó hoa tươi thắm lên Bác Hồ!',
  'Cử tri đang bỏ phiếu bầu đại biểu Quốc hội!',
  'Những bài viết năm 2020 hay nhất!',
  'Chúc mừng đội tuyển toán quốc gia!',
  'Sát cánh bên vùng lũ!',
  'Muốn nắm vững luật phải học luật!',
  'Nhân dân xã Quảng Vinh xây dựng nông thôn mới!',
  'Mỗi đảng bộ xã là một pháo đài!',
  'Các tổ quốc tế vì hòa bình!',
  'Chào mừng các đại hội đại biểu!',
  // What looks back speaks of an earlier one, and so does what stands beside the right one.
  'Thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI, chào mừng Đại hội Đảng bộ tỉnh lần thứ XII!',
  'Hoàn thành các chỉ tiêu Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2015 - 2020, chào mừng Đại hội Đảng bộ tỉnh nhiệm kỳ 2020 - 2025!',
  'Tổng kết thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XI, nhiệm kỳ 2015 - 2020!',
])('lets a right text through, and mends nothing in it: %s', (text) => {
  expect(faults(text)).toEqual([]);
  expect(correctedSlogan(text, CAMPAIGN)).toBe(text);
});

/** A commune of 2026: the national congress is held, an election follows, its own congress is over. */
const COMMUNE = by([
  named('Đại hội đại biểu toàn quốc lần thứ XIV của Đảng', '2026 - 2031'),
  named(
    'Bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031',
    '2026 - 2031',
  ),
  named('Đại hội đại biểu Đảng bộ xã Tân Kỳ lần thứ I', '2025 - 2030'),
]);

describe('each naming is measured by its own occasion', () => {
  test.each([
    'Nhiệt liệt chào mừng Đại hội đại biểu toàn quốc lần thứ XIV của Đảng!',
    'Nhiệt liệt chào mừng Đại hội XIV của Đảng, nhiệm kỳ 2026 - 2031!',
    'Cử tri xã Tân Kỳ tích cực tham gia bầu cử đại biểu Quốc hội khóa XVI!',
    'Cử tri cả nước tích cực tham gia bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031!',
    'Quyết tâm thực hiện thắng lợi Nghị quyết Đại hội Đảng bộ xã Tân Kỳ lần thứ I, nhiệm kỳ 2025 - 2030!',
    'Ngày 15/3/2026 – Ngày hội của toàn dân!',
    'Bầu cử là quyền và nghĩa vụ của mỗi công dân!',
    'Chào mừng thành công Đại hội XIV!',
  ])('right: %s', (text) => {
    expect(guardSlogan(text, COMMUNE)).toEqual([]);
  });

  test.each([
    ['Nhiệt liệt chào mừng Đại hội đại biểu toàn quốc lần thứ VIII của Đảng!', [['number', 'VIII', 'XIV']]],
    ['Nhiệt liệt chào mừng Đại hội XIII của Đảng!', [['number', 'XIII', 'XIV']]],
    ['Bầu cử đại biểu Quốc hội khóa XV!', [['number', 'XV', 'XVI']]],
    ['Bầu cử đại biểu Quốc hội khóa 16!', [['numeral', '16', 'XVI']]],
    [
      'Bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2021 - 2026!',
      [['term', '2021 - 2026', '2026 - 2031']],
    ],
    ['Chào mừng Đại hội Đảng bộ xã Tân Kỳ lần thứ II!', [['number', 'II', 'I']]],
    ['Chào mừng Đại hội Đảng bộ xã Tân Kỳ nhiệm kỳ 2026 - 2031!', [['term', '2026 - 2031', '2025 - 2030']]],
    // Of two congresses nobody can say which was meant.
    ['Chào mừng thành công Đại hội XVII!', [['number-other', 'XVII', '']]],
    ['Chào mừng Đại hội Đảng bộ xã Tân Lập lần thứ I!', [['place', 'Tân Lập', 'Tân Kỳ']]],
  ])('wrong: %s', (text, expected) => {
    expect(faults(text, COMMUNE)).toEqual(expected);
  });
});

test('a number that belongs to no occasion is told, and neither an error nor mended', () => {
  const text = 'Đưa Nghị quyết Đại hội XIII của Đảng vào cuộc sống!';
  expect(guardSlogan(text, CAMPAIGN)).toMatchObject([{ code: 'no-occasion', word: 'XIII', expected: '' }]);
});

test('a small «đại hội» is one congress’s name where it has one, and right where it means many', () => {
  expect(faults('Chào mừng đại hội XII!')).toEqual([['capital', 'đại', 'Đại']]);
  expect(faults('Chào mừng đại hội Đảng bộ tỉnh Bắc Kạn!')).toEqual([['capital', 'đại', 'Đại']]);
  expect(faults('Chào mừng đại hội Đảng toàn quốc!')).toEqual([['capital', 'đại', 'Đại']]);
  for (const text of [
    'Chào mừng đại hội đảng bộ các cấp!',
    'Chào mừng đại hội cơ sở!',
    'Thi đua chào mừng đại hội!',
  ])
    expect(faults(text), text).toEqual([]);
});

describe('with the days of what is held', () => {
  const held = by([
    {
      ...named('Đại hội đại biểu toàn quốc lần thứ XIV của Đảng', '2026 - 2031'),
      firstDay: '2026-01-19',
      openingDay: '2026-01-20',
      lastDay: '2026-01-25',
    },
    { ...named('Bầu cử đại biểu Quốc hội khóa XVI', '2026 - 2031'), openingDay: '2026-03-15' },
  ]);
  const seen = (text: string) => guardSlogan(text, held).map(({ code, word }) => [code, word]);

  test.each([
    'Ngày 15/3/2026 – Ngày hội của toàn dân!',
    'Chào mừng Đại hội XIV của Đảng (19/01/2026 - 25/01/2026)!',
    'Kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2/1930)!',
    'Ngày hội toàn dân 1/1/2000!',
  ])('a day on which something is held, or of another year, is nobody’s business: %s', (text) => {
    expect(seen(text)).toEqual([]);
  });

  test('another day of that year is told, and is no error', () => {
    const faults = guardSlogan('Ngày 23/5/2026 – Ngày hội của toàn dân!', held);
    expect(faults.map(({ code, word }) => [code, word])).toEqual([['date-other', '23/5/2026']]);
    expect(faults.every(isHint)).toBe(true);
  });

  test('an earlier congress whose resolution is spoken of is no wrong number', () => {
    const text = 'Tiếp tục thực hiện Nghị quyết Đại hội XIII của Đảng!';
    expect(seen(text)).toEqual([['no-occasion', 'XIII']]);
    expect(correctedSlogan(text, held)).toBe(text);
    expect(seen('Chào mừng Đại hội XIII của Đảng!')).toEqual([['number', 'XIII']]);
  });
});

test('councils count their own terms, and what was is no election to come', () => {
  const guarded = by([
    named(
      'Bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031',
      '2026 - 2031',
    ),
  ]);
  for (const text of [
    'Chào mừng bầu cử đại biểu Hội đồng nhân dân tỉnh khóa XX!',
    'Toàn dân tham gia bầu cử đại biểu HĐND xã Tân Kỳ khóa II!',
    'Tổng kết nhiệm kỳ Quốc hội khóa XV, tích cực chuẩn bị bầu cử đại biểu Quốc hội khóa XVI!',
    'Phát huy thành tựu Quốc hội khóa XV nhiệm kỳ 2021 - 2026, toàn dân đi bầu cử đại biểu Quốc hội khóa XVI nhiệm kỳ 2026 - 2031!',
  ]) {
    expect(faults(text, guarded), text).toEqual([]);
    expect(correctedSlogan(text, guarded)).toBe(text);
  }
  expect(faults('Toàn dân đi bầu đại biểu Quốc hội khóa XV!', guarded)).toEqual([['number', 'XV', 'XVI']]);
  expect(faults('Bầu cử đại biểu Quốc hội khóa XVI, nhiệm kì 2021 đến 2026!', guarded)).toEqual([
    ['term', '2021 đến 2026', '2026 - 2031'],
  ]);
});

test('letters that only look right are told', () => {
  expect(faults('Chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ Х\u0406\u0406!')).toEqual([
    ['strange-letter', 'Х\u0406\u0406', ''],
  ]);
  expect(faults('Chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ \u216b!')).toEqual([
    ['strange-letter', '\u216b', ''],
  ]);
  expect(faults('Chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XlI!')).toEqual([
    ['number', 'XlI', 'XII'],
  ]);
});

test('an occasion whose fields are filled in as people speak is read all the same', () => {
  const spoken = by([
    {
      ...named('Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII', '2020 đến 2025'),
      number: 'lần thứ XII',
    },
  ]);
  expect(
    faults('Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI, nhiệm kỳ 2015 - 2020!', spoken).map(
      ([code]) => code,
    ),
  ).toEqual(['number', 'term']);
});

test('in capitals another province is told', () => {
  const seen = (text: string) => guardSlogan(text, CAMPAIGN).map(({ code, word }) => [code, word]);
  expect(seen('CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ TỈNH BẮC GIANG LẦN THỨ XII!')).toEqual([
    ['place-other', 'BẮC GIANG'],
  ]);
  expect(seen('CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ TỈNH BẮC KẠN LẦN THỨ XII!')).toEqual([]);
  expect(seen('CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XII!')).toEqual([]);
});

test('of a text without marks nothing is half mended; a few words without are asked about', () => {
  const bare = 'Dang bo va nhan dan cac dan toc tinh Bac Kan doan ket, sang tao!';
  expect(correctedSlogan(bare, CAMPAIGN)).toBe(bare);
  const half = 'Đảng bộ và nhân dân doan ket, sang tao!';
  expect(guardSlogan(half, CAMPAIGN)).toMatchObject([{ code: 'few-marks', word: 'doan ket, sang tao' }]);
  expect(guardSlogan(half, CAMPAIGN).every(isHint)).toBe(true);
  for (const text of [
    'Đảng Cộng sản Việt Nam quang vinh muôn năm!',
    'Thanh niên tham gia giao thông an toàn!',
  ])
    expect(guardSlogan(text, CAMPAIGN), text).toEqual([]);
});

test('a text without one mark is one that somebody typed without Vietnamese keys', () => {
  const codes = (text: string) => guardSlogan(text, CAMPAIGN).map(({ code }) => code);
  expect(codes('Toan dan ket mot long')).toEqual(['no-marks']);
  expect(codes('Toàn dan ket mot long')).toEqual(['few-marks']);
  expect(codes('QL.3 Km 120')).toEqual([]);
});

test('a name that sounds the same is written as the occasion writes it', () => {
  const guarded = by([named('Đại hội đại biểu Đảng bộ xã Tân Kỳ lần thứ I', '2025 - 2030')]);
  const text = 'Chào mừng Đại hội đại biểu Đảng bộ xã Tân Kì lần thứ I!';
  expect(faults(text, guarded)).toEqual([['place', 'Tân Kì', 'Tân Kỳ']]);
  expect(correctedSlogan(text, guarded)).toContain('xã Tân Kỳ lần thứ I!');
});

test('what is small in the name of a body is written small', () => {
  expect(faults('Đảng Cộng Sản Việt Nam quang vinh muôn năm!')).toEqual([['capital', 'Sản', 'sản']]);
  expect(faults('ĐẢNG CỘNG SẢN VIỆT NAM QUANG VINH MUÔN NĂM!')).toEqual([]);
  expect(faults('Đại biểu quốc hội')).toEqual([['capital', 'quốc', 'Quốc']]);
});

describe('approved texts come first, letter by letter', () => {
  const odd = 'Chào mừng Đại hội lần thứ XI – theo văn bản của Tỉnh ủy !';
  const guarded = by(
    [named('Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII', '2020 - 2025')],
    [odd, APPROVED],
  );

  test('what is letter by letter an approved one is right, whatever the guard would say', () => {
    expect(faults(odd).length).toBeGreaterThan(1);
    expect(guardSlogan(odd, guarded)).toEqual([]);
    expect(checkedIn(odd, guarded).approved).toBe(true);
  });

  test('what differs from one by a mark says where', () => {
    const text = APPROVED.replace('chào', 'chao');
    expect(guardSlogan(text, guarded)).toMatchObject([{ code: 'diacritic', word: 'chao' }]);
    const unknown = odd.replace('văn bản', 'văn bàn');
    expect(guardSlogan(unknown, guarded)).toContainEqual(
      expect.objectContaining({ code: 'approved-differs', word: 'bàn', expected: 'bản' }),
    );
  });
});

test('it says what it has compared', () => {
  expect(checkedIn(APPROVED, CAMPAIGN)).toEqual({
    approved: false,
    numbers: ['XII'],
    terms: ['2020 - 2025'],
    places: ['Bắc Kạn'],
  });
  expect(checkedIn('Bầu cử là ngày hội!', CAMPAIGN)).toMatchObject({ numbers: [], terms: [], places: [] });
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
      expect(correctedSlogan(text, CAMPAIGN)).toBe(mended);
    },
  );

  test('letters put together of a letter and a mark', () => {
    const text = APPROVED.normalize('NFD');
    expect(faults(text)[0]?.[0]).toBe('composed');
    expect(correctedSlogan(text, CAMPAIGN)).toBe(APPROVED);
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
    const open = by([]);
    expect(guardSlogan(APPROVED.replace('XII', 'XIV'), open)).toEqual([]);
    expect(guardSlogan('Viêt Nam muôn năm!', open)).toHaveLength(1);
  });
});

/** Right texts that look like wrong ones: none may be an error, and nothing in them may be mended. */
test.each([
  'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn XII!',
  'Nhân dân các dân tộc tỉnh Bắc Kạn\nThi đua lập thành tích chào mừng Đại hội!',
  'Nhân dân tỉnh Bắc Kạn và tỉnh Thái Nguyên đoàn kết!',
  'Chào mừng Đại hội Đảng bộ thành phố Bắc Kạn lần thứ III!',
  'Chào mừng Đại hội đại biểu lần thứ VI Đảng bộ huyện Chợ Mới!',
  'Chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ mười hai!',
  'Chào mừng Đại hội Đảng bộ tỉnh lần thứ XII, Hội thi tuyên truyền lưu động lần thứ 3!',
  'Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XII và Nghị quyết Trung ương 8 khóa XIII!',
  'Bầu Trưởng thôn, nhiệm kỳ 2022 - 2025!',
  'UBND huyện Chợ Mới, nhiệm kỳ 2016 - 2021!',
  'Chào mừng Đại hội Đảng bộ Công an tỉnh lần thứ VIII!',
  'Chào mừng đại hội đảng các cấp, nhiệm kỳ 2015 - 2020!',
  'Đoàn kết vì đại đoàn kết dân tộc, thi đua vì Đại hội!',
  'Đồng tâm hiệp lực xây dựng nông thôn mới!',
  'Xây dựng chi bộ, đảng bộ trong sạch, vững mạnh!',
  'Chào mừng đại hội đảng bộ cấp huyện, cấp cơ sở!',
  'Phát huy vai trò của hợp tác xã Thành Công trong phát triển kinh tế xã hội!',
])('does no harm: %s', (text) => {
  expect(faults(text)).toEqual([]);
  expect(correctedSlogan(text, CAMPAIGN)).toBe(text);
});

test.each([
  'Nhiệt liệt chào mừng Đại hội đảng bộ các cấp nhiệm kỳ 2025 - 2030, tiến tới Đại hội đại biểu toàn quốc lần thứ XIV của Đảng!',
  'Kỳ họp thứ mười, Quốc hội khóa XV!',
  'Chào mừng Đại hội đại biểu toàn quốc Mặt trận Tổ quốc Việt Nam lần thứ XI!',
  'Chào mừng Đại hội đại biểu Đảng bộ xã Tân Kỳ lần thứ nhất, nhiệm kỳ 2025 - 2030!',
])('nor in a commune of 2026: %s', (text) => {
  expect(faults(text, COMMUNE)).toEqual([]);
});

test('what is behind the number is read as well', () => {
  expect(faults('Chào mừng Đại hội lần thứ XIV Đảng bộ xã Tân Kỳ!', COMMUNE)).toEqual([
    ['number', 'XIV', 'I'],
  ]);
  expect(faults('Bầu cử đại biểu Hội đồng nhân dân xã nhiệm kỳ 2021 - 2026!', COMMUNE)).toEqual([
    ['term', '2021 - 2026', '2026 - 2031'],
  ]);
});

test('faults that lie in each other are mended once, and no letter outside of them changes', () => {
  const mend = (text: string) => correctedSlogan(text, CAMPAIGN);
  expect(mend('Chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ  \nXII!')).toBe(
    'Chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII!',
  );
  expect(mend('Chào mừng Đại hội Đảng bộ tỉnh Bắc  \nKạn lần thứ XII!')).toBe(
    'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII!',
  );
  expect(mend('Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI!'.normalize('NFD'))).toBe(
    'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII!',
  );
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
    '2020 - 205',
    'nhiệm kỳ',
    'Đại hội',
    'lần',
    'X',
    ',',
    '\u200b',
    '\u00a0',
    '!',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      const once = correctedSlogan(text, CAMPAIGN);
      const twice = correctedSlogan(once, CAMPAIGN);
      expect(twice).toBe(once);
    }),
  );
});
