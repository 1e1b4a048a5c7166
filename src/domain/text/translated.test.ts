import { expect, test } from 'vitest';
import { countedIn, isTranslated, nameIn } from './translated.ts';

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

test('one of a thing loses the ending of its plural in English, and nowhere else', () => {
  const one = (en: string) => countedIn('en', { vi: 'lá', en }, 1);
  expect(['flags', 'gates', 'pieces', 'boxes', 'batches', 'entries', 'glass', 'set'].map(one)).toEqual([
    'flag',
    'gate',
    'piece',
    'box',
    'batch',
    'entry',
    'glass',
    'set',
  ]);
  expect(countedIn('en', { vi: 'lá', en: 'flags' }, 2)).toBe('flags');
  expect(countedIn('vi', { vi: 'banners', en: 'flags' }, 1)).toBe('banners');
  // A name without English is Vietnamese, whoever reads it.
  expect(countedIn('en', { vi: 'áp phích s', en: '' }, 1)).toBe('áp phích s');
});
