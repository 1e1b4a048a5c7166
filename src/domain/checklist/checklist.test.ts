import { expect, test } from 'vitest';
import { timelineIn } from '../schedule/timeline.ts';
import { aPlacement, aPlan, aType } from '../testing.ts';
import { tasksOf } from './checklist.ts';

const item = (id: string, milestone: string, days: number) => ({
  id,
  name: { vi: id, en: id },
  due: { milestone, days },
  counts: false,
});
const checklist = [
  item('survey', 'opening', -20),
  item('install', 'opening', -4),
  item('take-down', 'closing', 5),
];
const dues = (placement: ReturnType<typeof aPlacement>, until: ReturnType<typeof aType>['until'] = null) =>
  tasksOf(placement, aType({ checklist, until }), undefined, timelineIn(aPlan())).map((x) => x.due);

test('installing and taking down are due on the placement’s own days, else on the checklist’s', () => {
  const own = aPlacement({
    installBy: { milestone: 'opening', days: -7 },
    removeBy: { milestone: 'closing', days: 1 },
  });
  expect(dues(own)).toEqual(['2020-10-07', '2020-10-20', '2020-10-29']);
  expect(dues({ ...own, installBy: null, removeBy: null })).toEqual([
    '2020-10-07',
    '2020-10-23',
    '2020-11-02',
  ]);
});

test('a placement without a day of its own comes down when the window of its type ends', () => {
  const until = { milestone: 'closing', days: 2 };
  expect(dues(aPlacement({ removeBy: null }), until).at(-1)).toBe('2020-10-30');
  expect(dues(aPlacement({ removeBy: { milestone: 'closing', days: 1 } }), until).at(-1)).toBe('2020-10-29');
});
