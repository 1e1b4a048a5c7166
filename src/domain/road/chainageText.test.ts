import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareChainage, formatChainage, parseChainage } from './chainageText.ts';

test.each([
  ['Km 146+250', 146_250],
  ['146+250', 146_250],
  ['km146 + 250', 146_250],
  ['146.25', 146_250],
  ['146,25', 146_250],
  ['146+5', 146_005],
  ['146', 146_000],
  ['146250 m', 146_250],
  ['  KM  0+000 ', 0],
])('«%s» is %i m', (text, metres) => {
  expect(parseChainage(text)).toEqual({ ok: true, value: metres });
});

test.each([
  ['', 'chainage.empty'],
  ['abc', 'chainage.unreadable'],
  ['146+', 'chainage.unreadable'],
  ['1e3', 'chainage.unreadable'],
  ['146+1020', 'chainage.over-999'],
  ['-1+200', 'chainage.negative'],
])('«%s» is refused as %s', (text, code) => {
  const result = parseChainage(text);
  expect(result.ok ? null : result.reason.code).toBe(code);
});

test('where posts were surveyed, long kilometres and negative chainage are real', () => {
  expect(parseChainage('146+1020', true)).toEqual({ ok: true, value: 147_020 });
  expect(parseChainage('−0+120', true)).toEqual({ ok: true, value: -120 });
});

test('what is printed is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 3_000_000 }), (metres) => {
      expect(parseChainage(formatChainage(metres), true)).toEqual({ ok: true, value: metres });
    }),
  );
});

test('rounding never prints a kilometre of 1,000 m', () => {
  expect(bareChainage(146_999.7)).toBe('147+000');
});
