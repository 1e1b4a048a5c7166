import { beforeEach, expect, test, vi } from 'vitest';
import { dropForm, keepForm, keepFormsFor, keptForm } from './keptForms.ts';

const guards = { addEventListener: vi.fn(), removeEventListener: vi.fn() };
beforeEach(() => {
  keepFormsFor(null);
  vi.stubGlobal('window', guards);
});

const TYPED = { name: { value: 'mới', seen: 'cũ' } };

test('a form is kept for its person, until they say what becomes of it', () => {
  keepFormsFor('hoa');
  expect(keptForm('type:1')).toEqual({});
  expect(keepForm('hoa', 'type:1', TYPED)).toBe(true);
  // Asked twice, as a page under development does.
  expect([keptForm('type:1'), keptForm('type:1')]).toEqual([TYPED, TYPED]);
  keepFormsFor('hoa');
  expect(keptForm('type:1')).toEqual(TYPED);
  dropForm('type:1');
  expect(keptForm('type:1')).toEqual({});
});

test('a form that was emptied again is not kept, and not said to be', () => {
  keepFormsFor('hoa');
  keepForm('hoa', 'type:1', TYPED);
  expect(keepForm('hoa', 'type:1', {})).toBe(false);
  expect(keptForm('type:1')).toEqual({});
});

test('another person sees nothing of it, nor does anybody after its person has left', () => {
  for (const next of ['mai', null]) {
    keepFormsFor('hoa');
    keepForm('hoa', 'type:1', TYPED);
    keepFormsFor(next);
    expect(keptForm('type:1')).toEqual({});
    keepFormsFor('hoa');
    expect(keptForm('type:1')).toEqual({});
  }
  keepFormsFor(null);
  expect(keepForm('hoa', 'type:1', TYPED)).toBe(false);
});

test('what a form of the one before still says while it goes is not kept for the next', () => {
  keepFormsFor('mai');
  expect(keepForm('hoa', 'type:1', TYPED)).toBe(false);
  expect(keptForm('type:1')).toEqual({});
});

test('while something is kept, the page asks before it is left', () => {
  keepFormsFor('hoa');
  guards.addEventListener.mockClear();
  guards.removeEventListener.mockClear();
  keepForm('hoa', 'type:1', TYPED);
  keepForm('hoa', 'type:2', TYPED);
  expect(guards.addEventListener.mock.calls.map(([type]) => type)).toEqual(['beforeunload', 'pagehide']);
  dropForm('type:1');
  expect(guards.removeEventListener).not.toHaveBeenCalled();
  dropForm('type:2');
  expect(guards.removeEventListener.mock.calls.map(([type]) => type)).toEqual(['beforeunload', 'pagehide']);
});
