import { expect, test } from 'vitest';
import { dropForm, keepForm, keepFormsFor, keptForm } from './keptForms.ts';

const TYPED = { name: { value: 'mới', seen: 'cũ' } };

test('a form is kept for its person, until they say what becomes of it', () => {
  keepFormsFor('hoa');
  expect(keptForm('type:1')).toEqual({});
  expect(keepForm('type:1', TYPED)).toBe(true);
  // Asked twice, as a page under development does.
  expect([keptForm('type:1'), keptForm('type:1')]).toEqual([TYPED, TYPED]);
  keepFormsFor('hoa');
  expect(keptForm('type:1')).toEqual(TYPED);
  dropForm('type:1');
  expect(keptForm('type:1')).toEqual({});
});

test('a form that was emptied again is not kept, and not said to be', () => {
  keepFormsFor('hoa');
  keepForm('type:1', TYPED);
  expect(keepForm('type:1', {})).toBe(false);
  expect(keptForm('type:1')).toEqual({});
});

test('another person sees nothing of it, nor does anybody after its person has left', () => {
  for (const next of ['mai', null]) {
    keepFormsFor('hoa');
    keepForm('type:1', TYPED);
    keepFormsFor(next);
    expect(keptForm('type:1')).toEqual({});
    keepFormsFor('hoa');
    expect(keptForm('type:1')).toEqual({});
  }
  keepFormsFor(null);
  expect(keepForm('type:1', TYPED)).toBe(false);
});
