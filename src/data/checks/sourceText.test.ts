import { expect, test } from 'vitest';
import { en } from '../../words/en.ts';
import { vi } from '../../words/vi.ts';
import { ALL_RULES } from './allRules.ts';
import { sourceText } from './sourceText.ts';

const sayIn =
  (words: Readonly<Record<string, string>>) =>
  (key: string, figures: Readonly<Record<string, string | number>> = {}) =>
    words[key]?.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(figures[name])) ?? null;

function said(id: string, day = '2020-10-27', words: Readonly<Record<string, string>> = vi): string {
  const rule = ALL_RULES.find((r) => r.id === id);
  if (rule === undefined) throw new Error(id);
  return sourceText(rule, day, sayIn(words));
}

test('custom says that it is custom, and what it borrows from', () => {
  expect(said('banner-period')).toBe(
    'Theo thông lệ: Luật Quảng cáo 16/2012/QH13, Điều 27 khoản 4 (hiệu lực từ 01/01/2013 đến 31/12/2025). ' +
      'Văn bản quy định về quảng cáo; tuyên truyền chính trị áp dụng theo thông lệ.',
  );
  expect(said('junction-gap')).toBe('Theo thông lệ.');
});

test('law names article and clause, in either language', () => {
  expect(said('sponsor-area', '2020-10-27', en)).toBe(
    'By law: Law on Advertising 16/2012/QH13, art. 27(3) (in force from 01/01/2013 until 31/12/2025). ' +
      'It speaks of boards and banners with political content.',
  );
});

test('a later campaign is shown the amended law, and that nobody has read it yet', () => {
  expect(said('sponsor-area', '2026-01-20')).toContain(
    'sửa đổi theo Luật 75/2025/QH15, Điều 27 khoản 3 (hiệu lực từ 01/01/2026, chưa đối chiếu với nguyên văn)',
  );
});

test('what does not hold on the opening day says so', () => {
  expect(said('flag-order')).toContain('chưa có hiệu lực vào ngày khai mạc');
  expect(said('flag-order', '2023-05-29')).not.toContain('ngày khai mạc');
  const rule = {
    ...ALL_RULES[0],
    id: 'old',
    source: { basis: 'law', cites: [{ paper: 'roads-2008', article: 43 }] },
  };
  expect(sourceText(rule as never, '2025-06-01', sayIn(vi))).toContain(
    'hiệu lực từ 01/07/2009 đến 31/12/2024, đã hết hiệu lực vào ngày khai mạc',
  );
});

test('every rule has a whole sentence, in either language and at any time', () => {
  for (const { id } of ALL_RULES)
    for (const words of [vi, en])
      for (const day of ['2000-01-01', '2020-10-27', '2026-01-20'])
        expect(said(id, day, words), id).toMatch(/^(?!.*(null|undefined|\{\{|\.\.)).{8,}\.$/);
});
