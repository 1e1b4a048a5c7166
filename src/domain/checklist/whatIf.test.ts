import { expect, test } from 'vitest';
import { withRows } from '../edit/tables.ts';
import { BLANK_ITEM, type ChecklistItem } from '../model/entities/assetType.ts';
import { timelineIn } from '../schedule/timeline.ts';
import { aPlacement, aPlan, aType, DONE_TASK, idOf } from '../testing.ts';
import { lateAtBirth, templateEffect } from './whatIf.ts';
import { tasksIn } from './work.ts';

const item = (id: string, days: number): ChecklistItem => ({
  ...BLANK_ITEM,
  id,
  name: { vi: id, en: id },
  due: { milestone: 'opening', days },
});
const row = aPlacement({ state: 'approved' });
const [survey, print, check] = [item('survey', -20), item('print', -8), item('check', -1)];
const done = { ...DONE_TASK, ...{ id: idOf('T', 1), version: 1, placementId: row.id, itemId: 'survey' } };
const tables = aPlan({
  assetType: [aType({ checklist: [survey, print] })],
  placement: [row, aPlacement({ id: idOf('P', 2), state: 'draft' })],
  task: [{ ...done, whole: true, unitId: null }],
});
/** D is 27/10. */
const when = { timeline: timelineIn(tables), today: '2020-10-15' };
const effect = (...checklist: ChecklistItem[]) => templateEffect(tables, aType({ checklist }), when);

test('what is approved now may be late at once, and only what is not approved yet', () => {
  const draft = tables.placement.get(idOf('P', 2));
  const late = lateAtBirth(tables, draft === undefined ? [] : [draft, row], when);
  expect(late.map((task) => [task.placement.id, task.item.id, task.due])).toEqual([
    [idOf('P', 2), 'survey', '2020-10-07'],
  ]);
});

test('another checklist adds, moves and takes away open tasks, and says what was said', () => {
  expect(effect(survey, print)).toBeNull();
  expect(effect({ ...survey, name: { vi: 'Xem', en: 'Look' } }, print)).toBeNull();
  expect(effect(survey, print, check)).toEqual({ added: 1, gone: 0, moved: 0, late: 0, said: 0 });
  expect(effect(survey, { ...print, due: { milestone: 'opening', days: -14 } })).toEqual({
    ...{ added: 0, gone: 0, moved: 1, late: 1, said: 0 },
  });
  expect(effect(print)).toEqual({ added: 0, gone: 0, moved: 0, late: 0, said: 1 });
  expect(effect(survey)).toEqual({ added: 0, gone: 1, moved: 0, late: 0, said: 0 });
  // Of a day that is moved of what is done nothing is said.
  expect(effect({ ...survey, due: { milestone: 'opening', days: -30 } }, print)).toBeNull();
});

test('asking what would be changes nothing of what is', () => {
  const before = tasksIn(tables, row, when);
  effect(check);
  expect(tasksIn(tables, row, when)).toBe(before);
  expect(withRows(tables, []).task.size).toBe(1);
});
