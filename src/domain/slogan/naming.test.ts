import { describe, expect, test } from 'vitest';
import { correctedSlogan, type Guarded, guardSlogan } from './guard.ts';
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
  ])('and is told: %s', (text) => {
    expect(seen(text, province)).toEqual([['no-occasion', 'XI', '']]);
    expect(correctedSlogan(text, guardSlogan(text, province))).toBe(text);
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

test('a number that is written on to the word before it is one', () => {
  expect(seen('Bầu cử đại biểu Quốc hội khóaXV!', campaignBefore(ASSEMBLY))).toEqual([
    ['number', 'XV', 'XVI'],
  ]);
});

test('a place that a line breaks is mended once', () => {
  const guarded = campaignBefore('Đại hội đại biểu Đảng bộ xã Tân Kỳ lần thứ I');
  const text = 'Chào mừng Đại hội Đảng bộ xã Tân\nKì lần thứ I!';
  expect(correctedSlogan(text, guardSlogan(text, guarded))).toBe(
    'Chào mừng Đại hội Đảng bộ xã Tân Kỳ lần thứ I!',
  );
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
