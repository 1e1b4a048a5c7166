/** What is to be done of a placement, whose it is, and what is said of it. */
import { describe, expect, test } from 'vitest';
import type { Op } from '../edit/edit.ts';
import { withRows } from '../edit/tables.ts';
import { BLANK_ITEM, type ChecklistItem } from '../model/entities/assetType.ts';
import type { Report } from '../model/entities/report.ts';
import type { Round } from '../model/entities/round.ts';
import { task as TASK, type Task } from '../model/entities/task.ts';
import type { Unit } from '../model/entities/unit.ts';
import type { Tables } from '../model/rows.ts';
import { timelineIn } from '../schedule/timeline.ts';
import { aPlacement, aPlan, aReport, aRoad, aType, idOf, idsOf } from '../testing.ts';
import { isMine } from './mine.ts';
import { isEarly, reportedBack } from './reporting.ts';
import { reopened, saying } from './saying.ts';
import { type PlacementTask, standingOf } from './task.ts';
import { tasksIn } from './work.ts';

const item = (id: string, days: number, more: Partial<ChecklistItem> = {}): ChecklistItem => ({
  ...BLANK_ITEM,
  id,
  name: { vi: id, en: id },
  due: { milestone: 'opening', days },
  ...more,
});
const LIST = [
  item('survey', -20, { role: 'planner' }),
  item('power', -13, { supports: ['power-pole'] }),
  item('install', -4, { does: 'installed' }),
  item('inspect', -1, { does: 'accepted' }),
  item('take-down', 0, { does: 'taken-down', due: { milestone: 'closing', days: 5 } }),
];
const row = aPlacement({ state: 'ready', approvedQuantity: 82, removeBy: null });
const unit = (n: number, parent: number | null): Unit => ({
  id: idOf('V', n),
  version: 1,
  code: '',
  name: `Xã ${n}`,
  kind: 'xã',
  centre: null,
  parentId: parent === null ? null : idOf('V', parent),
  boundary: null,
  contact: '',
  phone: '',
});

function plan(rows: { report?: Report[]; task?: Task[]; round?: Round[] } = {}): Tables {
  return aPlan({
    assetType: [aType({ checklist: LIST })],
    placement: [row],
    road: [aRoad()],
    unit: [unit(1, null), unit(2, 1), unit(3, null)],
    ...rows,
  });
}

function tasks(tables: Tables, today = '2020-10-15', of = row): readonly PlacementTask[] {
  return tasksIn(tables, of, { timeline: timelineIn(tables), today });
}

function named(all: readonly PlacementTask[], id: string): PlacementTask {
  const found = all.find((x) => x.item.id.startsWith(id));
  if (found === undefined) throw new Error(`no ${id} among ${all.map((x) => x.item.id)}`);
  return found;
}

const done = (ops: readonly Op[], tables: Tables): Tables =>
  ops.reduce(
    (now, op) =>
      withRows(now, [
        {
          entity: op.entity,
          id: op.id,
          row:
            op.kind === 'delete'
              ? undefined
              : ({ ...now.task.get(op.id), ...op.fields, id: op.id, version: 1 } as never),
        },
      ]),
    tables,
  );

test('an item on a condition is there only where it holds', () => {
  expect(tasks(plan()).map((x) => x.item.id)).toEqual(['survey', 'install', 'inspect', 'take-down']);
  const onPoles = { ...row, support: 'power-pole' as const };
  const tables = withRows(plan(), [{ entity: 'placement', id: row.id, row: onPoles }]);
  expect(tasks(tables, '2020-10-15', onPoles).map((x) => x.item.id)).toContain('power');
});

test('before approval there is nothing to carry out, unless one asks what there would be', () => {
  const draft = { ...row, state: 'submitted' as const };
  const tables = withRows(plan(), [{ entity: 'placement', id: row.id, row: draft }]);
  const when = { timeline: timelineIn(tables), today: '2020-10-15' };
  expect(tasksIn(tables, draft, when)).toEqual([]);
  expect(tasksIn(tables, draft, when, true)).toHaveLength(4);
});

test('the same rows give the same list, another day gives another only where a round hangs on it', () => {
  const tables = plan();
  const when = { timeline: timelineIn(tables), today: '2020-10-15' };
  expect(tasksIn(tables, row, { ...when, today: '2020-10-16' })).toBe(tasksIn(tables, row, when));
});

describe('taking down', () => {
  test('begins on the closing day, or earlier where the placement says so', () => {
    const tables = plan();
    expect(named(tasks(tables), 'take-down').notBefore).toBe('2020-10-28');
    const own = { ...row, removeBy: { milestone: 'opening', days: -2 } };
    expect(named(tasks(tables, '2020-10-15', own), 'take-down').notBefore).toBe('2020-10-25');
  });
  test('told earlier it wants a reason', () => {
    const [down, up] = ['take-down', 'install'].map((id) => named(tasks(plan()), id));
    expect(isEarly(down as PlacementTask, '2020-10-27')).toBe(true);
    expect(isEarly(down as PlacementTask, '2020-10-28')).toBe(false);
    expect(isEarly(up as PlacementTask, '2020-10-01')).toBe(false);
  });
});

describe('damage', () => {
  const up = aReport({ id: idOf('R', 1), day: '2020-10-10' });
  const damaged = aReport({ id: idOf('R', 2), kind: 'damaged', quantity: 6, day: '2020-10-14' });
  const repaired = aReport({ id: idOf('R', 3), kind: 'repaired', day: '2020-10-15' });
  test('is a repair, due two days later, of what is damaged', () => {
    expect(tasks(plan({ report: [up] })).some((x) => x.item.id === 'repair')).toBe(false);
    expect(named(tasks(plan({ report: [up, damaged] })), 'repair')).toMatchObject({
      due: '2020-10-16',
      counted: { done: 0, of: 6 },
      done: undefined,
    });
  });
  test('a repair that is done stays to be taken back, and taking it back leaves earlier ones', () => {
    const earlier = [
      aReport({ id: idOf('R', 4), kind: 'damaged', quantity: 1, day: '2020-10-11' }),
      aReport({ id: idOf('R', 5), kind: 'repaired', day: '2020-10-12' }),
    ];
    const tables = plan({ report: [up, ...earlier, damaged, repaired] });
    const task = named(tasks(tables), 'repair');
    expect(task.done).toMatchObject({ day: '2020-10-15' });
    expect(reportedBack(tables, task, idsOf('N')).map((op) => op.fields.corrects)).toEqual([repaired.id]);
  });
});

describe('rounds', () => {
  const up = aReport({ id: idOf('R', 1), day: '2020-10-10', quantity: 40 });
  const every: Round = {
    id: idOf('W', 1),
    version: 1,
    name: 'Hằng tuần',
    firstDay: '2020-10-05',
    everyDays: 7,
    lastDay: null,
    withinDays: 2,
    roadIds: [],
  };
  const checked = aReport({ id: idOf('R', 2), kind: 'checked', day: '2020-10-11' });
  const rounds = (today: string, round: Partial<Round> = {}, report = [up, checked]) =>
    tasks(plan({ report, round: [{ ...every, ...round }] }), today).filter((x) => x.item.from === 'round');

  test('the last that has begun is to be done, of what stands; earlier checks are of an earlier one', () => {
    expect(rounds('2020-10-12')).toMatchObject([
      { due: '2020-10-14', counted: { done: 0, of: 40 }, done: undefined },
    ]);
    expect(rounds('2020-10-11')).toMatchObject([
      { due: '2020-10-07', counted: { done: 40, of: 40 }, done: { day: '2020-10-11' } },
    ]);
  });
  test('none before the first day, none after the last, none where nothing stands', () => {
    expect(rounds('2020-10-04')).toEqual([]);
    expect(rounds('2020-10-30', { lastDay: '2020-10-13' })).toMatchObject([{ due: '2020-10-14' }]);
    expect(rounds('2020-10-12', {}, [])).toEqual([]);
  });
  test('once, on chosen roads', () => {
    const once = { everyDays: null, firstDay: '2020-10-12' };
    expect(rounds('2020-10-20', { ...once, roadIds: [row.roadId ?? ''] })).toMatchObject([
      { due: '2020-10-14' },
    ]);
    expect(rounds('2020-10-20', { ...once, roadIds: [idOf('D', 9)] })).toEqual([]);
  });
  test('taking the tick of a round back leaves the checks before it', () => {
    const later = aReport({ id: idOf('R', 3), kind: 'checked', day: '2020-10-13' });
    const tables = plan({ report: [up, checked, later], round: [every] });
    const task = named(tasks(tables), 'round');
    expect(reportedBack(tables, task, idsOf('N')).map((op) => op.fields.corrects)).toEqual([later.id]);
  });
});

describe('what is said', () => {
  const id = idsOf('N');
  test('given to somebody, by another day: it has a row, and stays so when it is done and taken back', () => {
    const first = plan();
    const due = { milestone: 'opening', days: -10 };
    const given = done([saying(named(tasks(first), 'survey'), { assignedTo: 'An', due }, id)], first);
    expect(named(tasks(given), 'survey')).toMatchObject({ due: '2020-10-17', said: { assignedTo: 'An' } });
    const tick = saying(
      named(tasks(given), 'survey'),
      { standing: 'done', day: '2020-10-15', who: 'An' },
      id,
    );
    expect(tick.kind).toBe('set');
    const ticked = done([tick], given);
    const task = named(tasks(ticked), 'survey');
    expect(task.done).toMatchObject({ day: '2020-10-15', who: 'An' });
    expect(reopened(task, tasks(ticked), id)).toMatchObject([
      { kind: 'set', fields: { standing: 'open', day: null } },
    ]);
  });
  test('a tick alone goes with its row', () => {
    const first = plan();
    const ticked = done(
      [saying(named(tasks(first), 'survey'), { standing: 'done', day: '2020-10-15' }, id)],
      first,
    );
    expect(reopened(named(tasks(ticked), 'survey'), tasks(ticked), id)).toMatchObject([{ kind: 'delete' }]);
  });
  test('what cannot be done is not late', () => {
    const first = plan();
    const survey = named(tasks(first), 'survey');
    expect(standingOf(survey, '2020-10-15')).toBe('late');
    const op = saying(survey, { standing: 'cannot', day: '2020-10-15', note: 'Sạt lở' }, id);
    const told = done([op], first);
    expect(standingOf(named(tasks(told), 'survey'), '2020-10-15')).toBe('cannot');
  });
});

describe('mine', () => {
  const tables = plan();
  const who = {
    planner: { role: 'planner', unitId: null, name: 'Hoa' },
    officer: { role: 'unit-officer', unitId: idOf('V', 1), name: 'Bình' },
    crew: { role: 'unit-officer', unitId: idOf('V', 2), name: 'Tổ 2' },
    other: { role: 'unit-officer', unitId: idOf('V', 3), name: 'An' },
  } as const;
  const owners = (id: string, said: Partial<Task> = {}) =>
    Object.entries(who)
      .filter(([, person]) => {
        const task = named(tasks(tables), id);
        const told = { ...TASK.blank, id: idOf('T', 1), version: 1, ...said };
        return isMine(tables, Object.keys(said).length > 0 ? { ...task, said: told } : task, person);
      })
      .map(([name]) => name);
  test('by the role of its item, else by the unit of its row; acceptance is no commune’s own', () => {
    expect(owners('survey')).toEqual(['planner']);
    expect(owners('install')).toEqual(['officer']);
    expect(owners('inspect')).toEqual(['planner']);
  });
  test('given to a crew it is the crew’s, and stays that of the unit above; given to a person it is theirs', () => {
    expect(owners('install', { assignedUnitId: idOf('V', 2) })).toEqual(['officer', 'crew']);
    expect(owners('install', { assignedTo: 'An' })).toEqual(['officer', 'other']);
    expect(owners('survey', { assignedTo: 'An' })).toEqual(['other']);
  });
});
