import { expect, test } from 'vitest';
import { changedFields, isTheirsOf, letGo, seenOf, shownOf, touch } from './rowForm.ts';

const ROW = { id: 'a', version: 3, name: 'Cờ', price: 10, items: [{ id: 'x' }] };
type Row = typeof ROW;

test('what is typed stays and is what is written; what nobody typed follows the row', () => {
  const touched = touch<Row>({}, ROW, { name: 'Cờ mới' });
  const live = { ...ROW, version: 4, price: 12 };
  expect(shownOf(touched, live)).toEqual({ ...live, name: 'Cờ mới' });
  expect(changedFields(seenOf(touched, live), shownOf(touched, live))).toEqual({ name: 'Cờ mới' });
});

test('another person’s value of the same field is told, and the row as it was seen is kept', () => {
  let touched = touch<Row>({}, ROW, { name: 'Cờ mới' });
  const live = { ...ROW, version: 4, name: 'Cờ của người khác' };
  expect(isTheirsOf(touched, live, 'name')).toBe(true);
  expect(isTheirsOf(touched, live, 'price')).toBe(false);
  touched = touch(touched, live, { name: 'Cờ mới hơn' });
  expect(seenOf(touched, live).name).toBe('Cờ');
  expect(shownOf(letGo(touched, 'name'), live).name).toBe('Cờ của người khác');
});

test('who types the same as the other person has no conflict', () => {
  const touched = touch<Row>({}, ROW, { items: [{ id: 'y' }] });
  expect(isTheirsOf(touched, { ...ROW, items: [{ id: 'y' }] }, 'items')).toBe(false);
});

test('the order in which a value lists its parts is no change', () => {
  expect(changedFields({ name: { en: 'Flag', vi: 'Cờ' } }, { name: { vi: 'Cờ', en: 'Flag' } })).toEqual({});
});

test('what is vouched for stays as it was read, and taking another’s text gives the word up that it was read', () => {
  const slogan = { id: 'a', version: 3, text: 'Đã đọc', approved: false, note: '' };
  const vouches = { approved: ['text'] } as const;
  const ticked = touch(
    touch<typeof slogan>({}, slogan, { note: 'x' }, vouches),
    slogan,
    { approved: true },
    vouches,
  );
  const live = { ...slogan, version: 4, text: 'Đã đổi' };
  expect(shownOf(ticked, live)).toMatchObject({ text: 'Đã đọc', approved: true });
  expect(seenOf(ticked, live).text).toBe('Đã đọc');
  expect(isTheirsOf(ticked, live, 'text')).toBe(true);
  expect(shownOf(letGo(ticked, 'text', vouches), live)).toMatchObject({
    text: 'Đã đổi',
    approved: false,
    note: 'x',
  });
  // Who unticks it follows the row again.
  const unticked = touch(ticked, slogan, { approved: false }, vouches);
  expect(shownOf(unticked, live).text).toBe('Đã đổi');
  // Taking an approval away vouches for nothing.
  const withdrawn = touch<typeof slogan>({}, { ...slogan, approved: true }, { approved: false }, vouches);
  expect(shownOf(withdrawn, live).text).toBe('Đã đổi');
});
