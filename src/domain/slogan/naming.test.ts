import { describe, expect, test } from 'vitest';
import { anOccasion } from '../testing.ts';
import { correctedSlogan, type Guarded, guardSlogan, isHint } from './guard.ts';
import { guardedIn } from './guarded.ts';
import { saidInName } from './occasionName.ts';

/** A campaign before the occasions of these names; their terms stand in the names. */
const campaignBefore = (...names: string[]): Guarded => ({
  occasions: names.map((name) => ({ ...saidInName(name), name })),
  approved: new Map(),
});
const seen = (text: string, guarded: Guarded) =>
  guardSlogan(text, guarded).map(({ code, word, expected }) => [code, word, expected]);

const PROVINCE = 'Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII, nhiệm kỳ 2020 - 2025';
const NATIONAL = 'Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, nhiệm kỳ 2021 - 2026';
const ASSEMBLY =
  'Bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031';

describe('a right number of one occasion excuses no wrong one of another', () => {
  const both = campaignBefore(PROVINCE, NATIONAL);
  test.each([
    [
      'Chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII, tiến tới Đại hội đại biểu toàn quốc lần thứ XII của Đảng!',
      both,
      [['number', 'XII', 'XIII']],
    ],
    [
      'Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn nhiệm kỳ 2020 - 2025, tiến tới Đại hội đại biểu toàn quốc của Đảng nhiệm kỳ 2015 - 2020!',
      both,
      [['term', '2015 - 2020', '2021 - 2026']],
    ],
    [
      'Chào mừng Đại hội XIV của Đảng và bầu cử đại biểu Quốc hội khóa XV!',
      campaignBefore('Đại hội đại biểu toàn quốc lần thứ XIV của Đảng', ASSEMBLY),
      [['number', 'XV', 'XVI']],
    ],
    // A right term is no right number, nor the other way round.
    [
      'Bầu cử đại biểu Quốc hội khóa XIV và đại biểu HĐND các cấp nhiệm kỳ 2026 - 2031!',
      campaignBefore(ASSEMBLY),
      [['number', 'XIV', 'XVI']],
    ],
    [
      'Bầu cử đại biểu Quốc hội khóa XVI và đại biểu HĐND các cấp nhiệm kỳ 2021 - 2026!',
      campaignBefore(ASSEMBLY),
      [['term', '2021 - 2026', '2026 - 2031']],
    ],
    // What stands beside the right number in one naming has to be right.
    [
      'Bầu cử đại biểu Quốc hội khóa XVI nhiệm kỳ 2021 - 2026 và đại biểu HĐND nhiệm kỳ 2026 - 2031!',
      campaignBefore(ASSEMBLY),
      [['term', '2021 - 2026', '2026 - 2031']],
    ],
    [
      'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII, nhiệm kỳ 2015 - 2020!',
      both,
      [['term', '2015 - 2020', '2020 - 2025']],
    ],
  ])('%s', (text, guarded, expected) => {
    expect(seen(text, guarded)).toEqual(expected);
  });
});

describe('an earlier congress is one where the text says so', () => {
  const province = campaignBefore(PROVINCE);
  test.each([
    'Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI!',
    'Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI, chào mừng Đại hội Đảng bộ tỉnh lần thứ XII!',
    'Sau 5 năm thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XI!',
    'Hoàn thành các chỉ tiêu Đại hội Đảng bộ tỉnh lần thứ XI đề ra!',
    'Hoàn thành mục tiêu, nhiệm vụ Đại hội Đảng bộ tỉnh lần thứ XI!',
  ])('and is told: %s', (text) => {
    expect(seen(text, province)).toEqual([['no-occasion', 'XI', '']]);
    expect(correctedSlogan(text, province)).toBe(text);
  });
  test.each([
    // What looks back stands in another clause, or what looks ahead is nearer.
    'Phát huy tinh thần đoàn kết, tổ chức thành công Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI!',
    'Phát huy những thành tựu đạt được, quyết tâm tổ chức thành công Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI!',
    'Phát huy thành tựu tổ chức thành công Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI!',
    'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI!',
  ])('else it is a wrong number: %s', (text) => {
    expect(seen(text, province)).toEqual([['number', 'XI', 'XII']]);
  });
  test('one that is later than the one to come was never held', () => {
    expect(seen('Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XL!', province)).toEqual([
      ['number', 'XL', 'XII'],
    ]);
  });
  test('a term of the wrong one is wrong as well', () => {
    const text =
      'Phát huy tinh thần đoàn kết, tổ chức thành công Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI, nhiệm kỳ 2015 - 2020!';
    expect(seen(text, province).map(([code]) => code)).toEqual(['number', 'term']);
  });
});

describe('councils count their own terms', () => {
  const council = campaignBefore('Bầu cử đại biểu Hội đồng nhân dân tỉnh Thái Nguyên khóa XIV');
  test('against a council’s election they are compared', () => {
    expect(seen('Bầu cử đại biểu Hội đồng nhân dân tỉnh Thái Nguyên khóa XV!', council)).toEqual([
      ['number', 'XV', 'XIV'],
    ]);
    expect(seen('Bầu cử đại biểu Hội đồng nhân dân tỉnh Thái Nguyên khóa XIV!', council)).toEqual([]);
  });
  test.each([
    ['Bầu cử đại biểu Hội đồng nhân dân xã Tân Kỳ khóa II!', council, 'II'],
    ['Bầu cử đại biểu Quốc hội và đại biểu HĐND khóa XV!', campaignBefore(ASSEMBLY), 'XV'],
    ['Bầu cử đại biểu Hội đồng nhân dân tỉnh khóa XX!', campaignBefore(ASSEMBLY), 'XX'],
  ])('of another nobody knows, and it is told: %s', (text, guarded, word) => {
    expect(seen(text, guarded)).toEqual([['no-occasion', word, '']]);
  });
  test('said of both it is the National Assembly’s', () => {
    expect(seen('Bầu cử đại biểu Quốc hội và đại biểu HĐND khóa XVI!', campaignBefore(ASSEMBLY))).toEqual([]);
  });
});

test.each([
  'Ngày hội bầu cử, quê hương khoác áo mới!',
  'Ngày bầu cử, bà con khoái chí đi bỏ phiếu!',
  'Toàn dân đi bầu cử, khai giảng khóa vi tính!',
])('a word that begins like a number is none: %s', (text) => {
  expect(seen(text, campaignBefore(ASSEMBLY))).toEqual([]);
});

test('a number that is written on to the word before it is one, and is written apart', () => {
  const guarded = campaignBefore(ASSEMBLY);
  for (const written of ['khóaXV', 'khóaXVI'])
    expect(correctedSlogan(`Bầu cử đại biểu Quốc hội ${written}!`, guarded)).toBe(
      'Bầu cử đại biểu Quốc hội khóa XVI!',
    );
});

test('a place that a line breaks is mended once', () => {
  const guarded = campaignBefore('Đại hội đại biểu Đảng bộ xã Tân Kỳ lần thứ I');
  const text = 'Chào mừng Đại hội Đảng bộ xã Tân\nKì lần thứ I!';
  expect(correctedSlogan(text, guarded)).toBe('Chào mừng Đại hội Đảng bộ xã Tân Kỳ lần thứ I!');
});

test('of a day that every year has nobody asks whether it is the occasion’s', () => {
  const guarded = {
    ...campaignBefore(),
    occasions: [{ ...saidInName(PROVINCE), name: PROVINCE, openingDay: '2020-10-27' }],
  };
  for (const day of ['19/5/2020', '2/9/2020', '22/12/2020'])
    expect(seen(`Chào mừng ngày ${day}!`, guarded)).toEqual([]);
  expect(seen('Chào mừng ngày 28/10/2020!', guarded)).toEqual([['date-other', '28/10/2020', '']]);
});

describe('a term is compared however the lines and marks stand', () => {
  const province = campaignBefore(PROVINCE);
  test.each([
    'Chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XII nhiệm kỳ 2015 - 2020!',
    'Chào mừng Đại hội đại biểu\nĐảng bộ tỉnh Bắc Kạn\nlần thứ XII\nnhiệm kỳ 2015 - 2020!',
    'CHÀO MỪNG ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH BẮC KẠN LẦN THỨ XII NHIỆM KỲ 2015 - 2020!',
    'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII; nhiệm kỳ 2015 - 2020!',
    'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII, nhiệm kỳ: 2015 - 2020!',
    'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII nhiệm kỳ (2015 - 2020)!',
    'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII nhiệm kì 2015 - 2020!',
    'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII, 2015 - 2020!',
    'Chào mừng Đại hội Đảng bộ tỉnh Bắc\u00a0Kạn lần thứ XII, nhiệm kỳ\u00a02015 - 2020!',
  ])('%s', (text) => {
    expect(seen(text, province).filter(([code]) => code === 'term')).toEqual([
      ['term', '2015 - 2020', '2020 - 2025'],
    ]);
  });
  test('figures that are missing or too many are no term at all', () => {
    for (const years of [
      '2020 2026',
      '2020 − 2026',
      '2020 ~ 2026',
      '2020 - 20205',
      '2020 - 205',
      '20200 - 2025',
    ]) {
      const text = `Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII, nhiệm kỳ ${years}!`;
      expect(seen(text, province)).toEqual([['term', years, '2020 - 2025']]);
      expect(correctedSlogan(text, province)).toContain('nhiệm kỳ 2020 - 2025!');
    }
  });
});

describe('a number is found however it is written', () => {
  const province = campaignBefore(PROVINCE, NATIONAL);
  test.each([
    ['Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ X I!', 'X I', 'number', 'XII'],
    ['Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ X II!', 'X II', 'numeral', 'XII'],
    ['Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần XI!', 'XI', 'number', 'XII'],
    ['Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn khóa XI!', 'XI', 'number', 'XII'],
    ['Chào mừng Đại hội tỉnh Đảng bộ lần thứ XI!', 'XI', 'number', 'XII'],
    ['Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ: XI!', 'XI', 'number', 'XII'],
    ['Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ "XI"!', 'XI', 'number', 'XII'],
    ['Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn thứ XI!', 'XI', 'number', 'XII'],
    [
      'Chào mừng 90 năm Ngày thành lập Đảng và Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI!',
      'XI',
      'number',
      'XII',
    ],
    ['Phấn khởi với thành công của Đại hội Đảng bộ tỉnh lần thứ XI!', 'XI', 'number', 'XII'],
    ['Chào mừng Đại hội 12 của Đảng!', '12', 'number', 'XIII'],
    ['Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ\u200b XI!', 'XI', 'number', 'XII'],
  ])('%s', (text, word, code, expected) => {
    expect(seen(text, province).filter(([c]) => c !== 'hidden-letter')).toEqual([[code, word, expected]]);
  });
  test('and of the Assembly', () => {
    for (const text of [
      'Sáng suốt bầu đại biểu Quốc hội khóa XV!',
      'Toàn dân đi bầu cử đại biểu Quốc hội XV!',
      'Bầu cử đại biểu Quốc hội khóa thứ XV!',
    ])
      expect(seen(text, campaignBefore(ASSEMBLY)), text).toEqual([['number', 'XV', 'XVI']]);
  });
});

describe('what is right is not mended away', () => {
  const days = [
    '(26 - 28/10/2020)',
    ', 26 - 28/10/2020',
    '(26-28/10/2020)',
    '(27/10/2020)',
    ', 27/10/2020',
    '(10/2020)',
  ];
  const dated = [...days, '(1930 - 2020: 90 năm)'].map((words): [string, Guarded] => [
    `Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII ${words}!`.replace(' ,', ','),
    campaignBefore(PROVINCE),
  ]);
  const both = campaignBefore(
    'Đại hội đại biểu Đảng bộ tỉnh Thái Nguyên lần thứ I, nhiệm kỳ 2025 - 2030',
    'Đại hội đại biểu toàn quốc lần thứ XIV của Đảng, nhiệm kỳ 2026 - 2031',
    ASSEMBLY,
  );
  test.each<[string, Guarded]>([
    ['Đại biểu Quốc hội khóa XV tiếp xúc cử tri xã Tân Kỳ trước bầu cử!', both],
    [
      'Chào mừng Đại hội Đảng bộ tỉnh Thái Nguyên lần thứ I, Đại hội toàn quốc lần thứ XIV của Đảng, nhiệm kỳ 2025 - 2030!',
      both,
    ],
    [
      'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XII, Đảng bộ tỉnh Thái Nguyên!',
      campaignBefore(PROVINCE),
    ],
    ['Chào mừng Đại hội đại biểu tỉnh Đảng bộ Bắc Kạn lần thứ XII!', campaignBefore(PROVINCE)],
    ['Chúc mừng Đại hội Đảng bộ tỉnh Thái Nguyên lần thứ XX!', campaignBefore(PROVINCE)],
    ...dated,
    ['Đại hội lần thứ V Đoàn TNCS Hồ Chí Minh tỉnh Bắc Kạn!', campaignBefore(PROVINCE)],
    ['Đại hội đại biểu toàn quốc lần thứ VIII Hội Nông dân Việt Nam!', campaignBefore(NATIONAL)],
  ])('%s', (text, guarded) => {
    expect(guardSlogan(text, guarded).every(isHint), 'nothing is an error').toBe(true);
    expect(correctedSlogan(text, guarded)).toBe(text);
  });
});

test('the place of a level that is written large is compared', () => {
  expect(seen('Chào mừng Đại hội Đảng bộ Tỉnh Thái Nguyên lần thứ XII!', campaignBefore(PROVINCE))).toEqual([
    ['place', 'Thái Nguyên', 'Bắc Kạn'],
  ]);
});

test('an occasion named with spaces that nobody sees is read as it looks', () => {
  const text = 'Chào mừng Đại hội Đảng bộ tỉnh Bắc Kạn lần thứ XI, nhiệm kỳ 2015 - 2020!';
  for (const space of ['\u00a0', '  ', ' \u200b']) {
    const name = PROVINCE.replaceAll(' ', space);
    const tables = {
      occasion: new Map([['a', { ...anOccasion(), ...saidInName(name), name }]]),
      slogan: new Map(),
    };
    expect(seen(text, guardedIn(tables)).map(([code]) => code)).toEqual(['number', 'term']);
  }
});
