import { expect, test, vi } from 'vitest';
import { isTheirs, settle, type Typing, typeInto } from './typing.ts';

function field(seen: string, store: (value: string) => unknown = () => true) {
  return { of: 'row', seen, store, read: (text: string) => ({ value: text.trim() }) };
}

function typed(seen: string, ...texts: string[]): Typing<string, string> | null {
  let typing: Typing<string, string> | null = null;
  for (const text of texts) typing = typeInto(typing, text, field(seen));
  return typing;
}

test('a field that is only passed through has nothing to store', () => {
  expect(typed('Km 5', 'Km 5')).toBeNull();
});

test('what is typed and taken back letter by letter is not stored', () => {
  const store = vi.fn();
  const typing = typeInto(typeInto(null, 'ab', field('a', store)), 'a', field('a', store));
  expect(typing && settle(typing, 'a')).toBeNull();
  expect(store).not.toHaveBeenCalled();
});

test('what the field saw is what it showed at the first letter, and its row is the one that is stored into', () => {
  const first = vi.fn();
  const later = vi.fn();
  let typing = typeInto(null, 'mới', field('cũ', first));
  typing = typeInto(typing, 'mới hơn', field('của người khác', later));
  expect(typing?.seen).toBe('cũ');
  expect(typing && isTheirs(typing, 'của người khác')).toBe(true);
  expect(typing && isTheirs(typing, 'cũ')).toBe(false);
  expect(typing && settle(typing, 'của người khác')).toBeNull();
  expect(first).toHaveBeenCalledExactlyOnceWith('mới hơn');
  expect(later).not.toHaveBeenCalled();
});

test('who types what somebody else has just made of it has nothing to store', () => {
  const store = vi.fn();
  const typing = typeInto(null, 'hai', field('một', store));
  expect(typing && isTheirs(typing, 'hai')).toBe(false);
  expect(typing && settle(typing, 'hai')).toBeNull();
  expect(store).not.toHaveBeenCalled();
});

test('what cannot be read, and what is refused, stays to be mended', () => {
  const unreadable = { ...field('a'), read: () => ({ problem: 'không đọc được' }) };
  const typing = typeInto(null, 'x', unreadable);
  expect(typing && settle(typing, 'a')).toMatchObject({ draft: 'x', problem: 'không đọc được' });
  const refused = typeInto(
    null,
    'x',
    field('a', () => false),
  );
  expect(refused && settle(refused, 'a')).toMatchObject({ draft: 'x', seen: 'a', refused: true });
  expect(refused && typeInto(settle(refused, 'a'), 'xy', refused)).toMatchObject({ refused: false });
});
