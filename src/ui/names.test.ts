import { expect, test } from 'vitest';
import { namesIn } from './names.ts';

const TYPE = { name: 'Cờ', nameEn: 'Flag', unitName: 'cái', unitNameEn: '' };

test('an English reader gets the English name, and the Vietnamese where there is none', () => {
  expect(namesIn('en').nameOf(TYPE)).toBe('Flag');
  expect(namesIn('en').unitOf(TYPE)).toBe('cái');
  expect(namesIn('en').nameOf({ ...TYPE, nameEn: ' ' })).toBe('Cờ');
  expect(namesIn('vi').nameOf(TYPE)).toBe('Cờ');
  expect(namesIn('vi').nameOf(undefined)).toBe('');
});
