import { expect, test } from 'vitest';
import { BLANK_ITEM, type ChecklistItem } from '../model/entities/assetType.ts';
import type { Task } from '../model/entities/task.ts';
import { NO_PROGRESS } from '../progress/progress.ts';
import { timelineIn } from '../schedule/timeline.ts';
import { aPlacement, aPlan, aType, DONE_TASK, idOf } from '../testing.ts';
import { reopened } from './saying.ts';
import type { PlacementTask } from './task.ts';
import { tasksOf } from './templateTasks.ts';

const item = (id: string, milestone: string, days: number, does: ChecklistItem['does'] = null) => ({
  id,
  name: { vi: id, en: id },
  due: { milestone, days },
  ...BLANK_ITEM,
  does,
});
const checklist = [
  item('survey', 'opening', -20),
  item('install', 'opening', -4),
  item('take-down', 'closing', 5),
];
/** The hamlet stands below A. */
const around = (ground: ReadonlyMap<string | null, number>) => ({
  timeline: timelineIn(aPlan()),
  ground: () => ground,
  unitsAbove: (id: string) => (id === idOf('V', 3) ? [idOf('V', 1)] : []),
  reported: { all: () => NO_PROGRESS, byUnit: () => new Map(), last: () => undefined },
});
const dated = [
  item('survey', 'opening', -20),
  item('install', 'opening', -4, 'installed'),
  item('take-down', 'closing', 5, 'taken-down'),
];
const dues = (placement: ReturnType<typeof aPlacement>, until: ReturnType<typeof aType>['until'] = null) =>
  tasksOf(placement, aType({ checklist: dated, until }), [], around(new Map())).map((x) => x.due);

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

const [A, B] = [idOf('V', 1), idOf('V', 2)];
const done = (unitId: string | null, whole: boolean, doneDay = '2020-10-20'): Task => ({
  id: idOf('T', 1),
  version: 1,
  placementId: idOf('P', 1),
  itemId: 'install',
  whole,
  unitId,
  ...DONE_TASK,
  day: doneDay,
});
/** Of whom each installing is, how many pieces, and whether it is done. */
const installing = (
  unitId: string | null,
  ground: readonly (readonly [string | null, number])[],
  ...tasks: readonly Task[]
) =>
  tasksOf(aPlacement({ unitId }), aType({ checklist }), tasks, around(new Map(ground)))
    .filter((x) => x.item.id === 'install')
    .map((x) => [x.part?.unitId, x.part?.quantity, x.done?.day]);

test('a placement without a unit is the work of those on whose ground it stands, each of their part', () => {
  const ground = [
    [A, 20],
    [B, 12],
    [null, 3],
  ] as const;
  expect(installing(null, ground, done(A, false), done(null, false, '2020-10-22'))).toEqual([
    [A, 20, '2020-10-20'],
    [B, 12, undefined],
    [null, 3, '2020-10-22'],
  ]);
  // What was done of all of it was done of each part.
  expect(installing(null, ground, done(null, true)).map(([, , day]) => day)).toEqual(
    Array(3).fill('2020-10-20'),
  );
  // On nobody's ground it is one piece of work, as it is where a unit is named.
  expect(installing(null, [[null, 3]])).toEqual([[undefined, undefined, undefined]]);
  expect(installing(B, ground)).toEqual([[undefined, undefined, undefined]]);
});

test('given to one unit later, it is done where all of its parts were', () => {
  const ground = [
    [A, 20],
    [B, 12],
  ] as const;
  expect(installing(A, ground, done(A, false))).toEqual([[undefined, undefined, undefined]]);
  expect(installing(A, ground, done(A, false), done(B, false, '2020-10-22'))).toEqual([
    [undefined, undefined, '2020-10-22'],
  ]);
});

test('what a unit did before the ground of one below it was drawn was done of that too, and not the other way', () => {
  const hamlet = idOf('V', 3);
  const drawn = [
    [A, 5],
    [hamlet, 15],
  ] as const;
  expect(installing(null, drawn, done(A, false)).map(([, , day]) => day)).toEqual([
    '2020-10-20',
    '2020-10-20',
  ]);
  expect(installing(null, drawn, done(hamlet, false)).map(([, , day]) => day)).toEqual([
    undefined,
    '2020-10-20',
  ]);
});

test('taken back of one part, what was done of the whole stays done of the others', () => {
  const ground = new Map([
    [A, 20],
    [B, 12],
    [null, 3],
  ]);
  const placement = aPlacement({ unitId: null });
  const tasks = (...known: readonly Task[]) =>
    tasksOf(placement, aType({ checklist: [item('install', 'opening', -4)] }), known, around(ground));
  const [ofA, ...others] = tasks(done(null, true));
  const ops = reopened(ofA as PlacementTask, [ofA as PlacementTask, ...others], () => idOf('T', 9));
  expect(ops).toMatchObject([
    { kind: 'delete', id: idOf('T', 1) },
    { kind: 'create', fields: { whole: false, unitId: B, day: '2020-10-20', itemId: 'install' } },
    { kind: 'create', fields: { whole: false, unitId: null } },
  ]);
  // What A did before the hamlet below it was drawn stays done of A's own ground.
  const drawn = {
    ...around(ground),
    ground: () =>
      new Map([
        [A, 5],
        [idOf('V', 3), 15],
      ]),
  };
  const own = tasksOf(
    placement,
    aType({ checklist: [item('install', 'opening', -4)] }),
    [done(A, false)],
    drawn,
  );
  expect(reopened(own[1] as PlacementTask, own, () => idOf('T', 9))).toMatchObject([
    { kind: 'delete' },
    { kind: 'create', fields: { whole: false, unitId: A } },
  ]);
  const [part] = tasks(done(A, false));
  expect(reopened(part as PlacementTask, tasks(done(A, false)), () => idOf('T', 9))).toHaveLength(1);
});
