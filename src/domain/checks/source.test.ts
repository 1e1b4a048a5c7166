import { expect, test } from 'vitest';
import { advertising, citedOn, type Source, severityOn } from './source.ts';

const law: Source = { basis: 'law', cites: advertising(3) };
const shown = (source: Source, day: string) => citedOn(source, day).map((c) => [c.paper, c.force]);

test('a campaign is shown the wording of its own days, the last day of the old one included', () => {
  expect(shown(law, '2020-10-27')).toEqual([['advertising-2012', 'in-force']]);
  expect(shown(law, '2013-01-01')).toEqual([['advertising-2012', 'in-force']]);
  expect(shown(law, '2025-12-31')).toEqual([['advertising-2012', 'in-force']]);
  expect(shown(law, '2026-01-01')).toEqual([['advertising-2025', 'in-force']]);
});

test('where nothing is in force, each paper is there with how it stands', () => {
  const guidance: Source = { basis: 'guidance', cites: [{ paper: 'party-flag-2023' }] };
  expect(shown(guidance, '2020-10-27')).toEqual([['party-flag-2023', 'not-yet']]);
  const gone: Source = { basis: 'law', cites: [{ paper: 'roads-2008', article: 43 }] };
  expect(shown(gone, '2025-01-01')).toEqual([['roads-2008', 'no-longer']]);
});

test('custom without a paper cites none', () => {
  expect(citedOn({ basis: 'custom' }, '2020-10-27')).toEqual([]);
});

test('what no paper demands on the opening day is no error', () => {
  const rule = {
    severity: 'error',
    source: { basis: 'guidance', cites: [{ paper: 'party-flag-2023' }] },
  } as const;
  expect(severityOn(rule, '2020-10-27')).toBe('warning');
  expect(severityOn(rule, '2023-05-29')).toBe('error');
  // A day that nobody has named weighs nothing.
  expect(severityOn(rule, null)).toBe('error');
  expect(severityOn({ severity: 'hint', source: rule.source }, '2020-10-27')).toBe('hint');
  expect(severityOn({ severity: 'error', source: { basis: 'plan' } }, '2020-10-27')).toBe('error');
  // One of two wordings is in force on each day.
  expect(
    severityOn({ severity: 'error', source: { basis: 'law', cites: advertising(3) } }, '2026-01-01'),
  ).toBe('error');
});
