import { expect, test } from 'vitest';
import { formatIn } from './format.ts';

const now = new Date('2020-10-15T10:00:00Z');
const zone = 'Asia/Ho_Chi_Minh';

test('a moment is told by the clock of the place, not by that of Greenwich', () => {
  expect(formatIn('vi').time('2020-10-15T01:05:00.000Z', zone, now)).toBe('08:05');
  expect(formatIn('en').time('2020-10-15T01:05:00.000Z', zone, now)).toBe('08:05');
});

test('the day is told too where it is another one there', () => {
  // 23:30 on the 14th in Greenwich is already the 15th in Vietnam, 16:30 on the 14th not yet.
  expect(formatIn('vi').time('2020-10-14T23:30:00Z', zone, now)).toBe('06:30');
  expect(formatIn('vi').time('2020-10-14T16:30:00Z', zone, now)).toBe('23:30 14/10');
  expect(formatIn('vi').time('2019-10-14T16:30:00Z', zone, now)).toBe('23:30 14/10/2019');
  expect(formatIn('vi').dayTime('2020-10-14T23:30:00Z', zone)).toBe('06:30 15/10/2020');
  expect(formatIn('vi').dayTime('sai', zone)).toBe('sai');
});

test('what is no moment is shown as it is', () => {
  expect(formatIn('vi').time('?', zone, now)).toBe('?');
});
