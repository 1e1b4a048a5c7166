import { expect, test } from 'vitest';
import { kindsOf, usualKind } from './unitKinds.ts';

const units = ['xã', 'thị trấn', 'xã', '', 'cơ quan'].map((kind) => ({ kind }));

test('a new unit is what most of the others are', () => {
  expect(usualKind(units)).toBe('xã');
  expect(usualKind([{ kind: 'thôn' }])).toBe('thôn');
  expect(usualKind([])).toBe('');
});

test('the kinds to choose from are those in use, each once, by the alphabet', () => {
  expect(kindsOf(units)).toEqual(['cơ quan', 'thị trấn', 'xã']);
});
