import { expect, test } from 'vitest';
import { isTranslated, nameIn } from './translated.ts';

test('a name is read in the reader’s language, in Vietnamese where it has none', () => {
  const name = { vi: 'Cờ', en: 'Flag' };
  expect([nameIn('vi', name), nameIn('en', name), nameIn('lo', name)]).toEqual(['Cờ', 'Flag', 'Cờ']);
  expect(nameIn('en', { vi: 'cái', en: ' ' })).toBe('cái');
  expect(nameIn('en', undefined)).toBe('');
});

test('a name is told from other values of a field', () => {
  expect([{ vi: '', en: '' }, 'Cờ', null, { spacing: 5 }, []].map(isTranslated)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
