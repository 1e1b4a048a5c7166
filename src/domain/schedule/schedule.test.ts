import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayIn, daysBetween, formatCountdown, isDay, parseDay } from './days.ts';
import { dueDay, timelineOf } from './timeline.ts';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

test('adding days and counting them are inverse, across months and leap years', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -3000, max: 3000 }), (day, n) => {
      expect(daysBetween(day, addDays(day, n))).toBe(n);
      expect(isDay(addDays(day, n))).toBe(true);
    }),
  );
  expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
});

test.each([
  ['27/10/2020', '2020-10-27'],
  ['7-1-2020', '2020-01-07'],
  ['2020-10-27', '2020-10-27'],
])('«%s» is read as %s', (text, day) => {
  expect(parseDay(text)).toEqual({ ok: true, value: day });
});

test.each(['30/2/2020', '2020-13-01', 'D-3', '', '31/12/9999', '9999-12-31', '1/1/0202', '0202-01-01'])(
  '«%s» is no day',
  (text) => {
    expect(parseDay(text).ok).toBe(false);
  },
);

test('the countdown is written as offices write it', () => {
  expect(['2020-10-15', '2020-10-27', '2020-11-01'].map((d) => formatCountdown('2020-10-27', d))).toEqual([
    'D−12',
    'D',
    'D+5',
  ]);
});

test('late evening in UTC is already the next day in Vietnam', () => {
  expect(dayIn('Asia/Ho_Chi_Minh', new Date('2020-10-26T18:00:00Z'))).toBe('2020-10-27');
});

test('what hangs on the opening moves with it; a milestone with a day of its own stays', () => {
  const milestones = [
    { id: 'a', day: null, offsetDays: -3 },
    { id: 'b', day: '2020-10-26', offsetDays: null },
  ];
  const before = timelineOf({ openingDay: '2020-10-27', closingDay: '2020-10-28' }, milestones);
  const after = timelineOf({ openingDay: '2020-11-03', closingDay: '2020-11-04' }, milestones);
  const due = (milestone: string, days: number) => [before, after].map((t) => dueDay({ milestone, days }, t));
  expect(due('opening', -1)).toEqual([
    { ok: true, value: '2020-10-26' },
    { ok: true, value: '2020-11-02' },
  ]);
  expect(due('a', 0)).toEqual([
    { ok: true, value: '2020-10-24' },
    { ok: true, value: '2020-10-31' },
  ]);
  expect(due('b', 1)).toEqual([
    { ok: true, value: '2020-10-27' },
    { ok: true, value: '2020-10-27' },
  ]);
  expect(due('gone', 0)[0]?.ok).toBe(false);
});
