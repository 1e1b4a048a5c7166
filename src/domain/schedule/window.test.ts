import { expect, test } from 'vitest';
import type { DueRule } from './days.ts';
import { dueDay, timelineOf } from './timeline.ts';
import { installDue, removeDue } from './window.ts';

const timeline = timelineOf({ openingDay: '2020-10-27', closingDay: '2020-10-28' }, [
  { id: 'eve', day: '2020-10-26', offsetDays: null },
]);
const dayOf = (due: DueRule | null) => {
  const day = due === null ? null : dueDay(due, timeline);
  return day?.ok ? day.value : null;
};
const window = (notBefore: DueRule | null, until: DueRule | null = null) => ({ notBefore, until });
const due = (milestone: string, days: number): DueRule => ({ milestone, days });

test('what has no window is up some days before the opening, and down some days after the closing', () => {
  for (const type of [undefined, window(null)]) {
    expect(installDue(3, type, dayOf)).toEqual(due('opening', -3));
    expect(removeDue(5, type, dayOf)).toEqual(due('closing', 5));
  }
});

test('a window that begins later than that waits for it, whatever it hangs on; one that begins earlier does not', () => {
  expect(installDue(3, window(due('eve', 0)), dayOf)).toEqual(due('eve', 0));
  expect(installDue(3, window(due('opening', -2)), dayOf)).toEqual(due('opening', -2));
  expect(installDue(3, window(due('opening', -9)), dayOf)).toEqual(due('opening', -3));
});

test('the end of the window is the day to be down, earlier or later than usual', () => {
  expect(removeDue(5, window(null, due('opening', 0)), dayOf)).toEqual(due('opening', 0));
  expect(removeDue(5, window(null, due('closing', 60)), dayOf)).toEqual(due('closing', 60));
});

test('a milestone that is gone gives way to the usual days', () => {
  const gone = due('gone', 0);
  expect(installDue(3, window(gone), dayOf)).toEqual(due('opening', -3));
  expect(removeDue(5, window(null, gone), dayOf)).toEqual(due('closing', 5));
});

test('nothing is due up after it is due down, whatever the window', () => {
  const late = window(due('closing', 9));
  expect(dayOf(installDue(3, late, dayOf))).toBe('2020-11-06');
  expect(dayOf(removeDue(5, late, dayOf))).toBe('2020-11-11');
  const early = window(null, due('opening', -10));
  expect(dayOf(installDue(3, early, dayOf))).toBe('2020-10-14');
  expect(dayOf(removeDue(5, early, dayOf))).toBe('2020-10-17');
  const short = window(due('opening', -11), due('opening', -10));
  expect(dayOf(installDue(3, short, dayOf))).toBe('2020-10-16');
});
