import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText, cleanValue, cutText, isCleanText } from './cleanText.ts';

test('a cut never leaves half of a character', () => {
  const name = `${'a'.repeat(199)}🎌`;
  expect(cutText(name, 200)).toBe('a'.repeat(199));
  expect(cutText(name, 201)).toBe(name);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, max) => {
      const cut = cutText(text, max);
      expect(cut.isWellFormed()).toBe(true);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(max);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(max, text.length) - 1);
    }),
  );
});

test('a padded name and half of a pair become storable, and nothing else changes', () => {
  expect(cleanText('Đường 1\u0000\u0000')).toBe('Đường 1');
  expect(isCleanText('a\ud800b')).toBe(false);
  expect(isCleanText(cleanText('a\ud800b\u0000'))).toBe(true);
  expect(cleanText('Quốc lộ 3 🎌')).toBe('Quốc lộ 3 🎌');
});

test('what turns or hides letters goes; line ends, tabs and the joiners of pictures stay', () => {
  const turned = '\u202eKm 138+100\u2067\u0007\u001b[2J\u0085\ufffe';
  expect(isCleanText(turned)).toBe(false);
  expect(cleanText(turned)).toBe('Km 138+100[2J');
  const fine = 'Dòng 1\r\n\tDòng 2 👩\u200d🌾 \u00a0\u202f–';
  expect(isCleanText(fine)).toBe(true);
  expect(cleanText(fine)).toBe(fine);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => isCleanText(cleanText(text))));
});

test('all texts in a value become storable, wherever they lie; what is clean already is the same object', () => {
  const dirty = { note: 'a\u0000', items: [{ name: 'b\ud800', n: 1 }], 'k\u0000': null, line: [[1, 2]] };
  expect(cleanValue(dirty)).toEqual({
    note: 'a',
    items: [{ name: 'b\ufffd', n: 1 }],
    k: null,
    line: [[1, 2]],
  });
  const clean = { note: 'Quốc lộ 3', items: [{ name: 'b' }], line: [[1, 2]], day: null };
  expect(cleanValue(clean)).toBe(clean);
});
