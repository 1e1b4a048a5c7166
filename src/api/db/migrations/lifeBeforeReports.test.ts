/** What a campaign's log of before meant: the row is afterwards as far as it was, whatever was ticked, and when. */
import { expect, test } from 'vitest';
import type { Report } from '../../../domain/model/entities/report.ts';
import { idFor } from '../../../domain/progress/meantBy.ts';
import { stageOf } from '../../../domain/progress/stage.ts';
import { aPlacement, aPlan } from '../../../domain/testing.ts';
import { Life, type LoggedOp } from './lifeBeforeReports.ts';

const row = aPlacement({ state: 'ready', approvedQuantity: 82 });
const at = (day: string) => Date.parse(`${day}T05:00:00Z`);
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);
const life = (dayOf = dayAt) => new Life(dayOf, () => 'nowhere', '2020-11-30', 'C');
const stageAfter = (of: Life) => stageOf(aPlan({ placement: [row], report: of.rows as never }), row);

const step = (number: number, day: string, from: string, to: string): LoggedOp => ({
  ...{ number, seq: 0, kind: 'set', entity: 'placement', id: row.id, at: at(day), by: 'An' },
  before: { state: from },
  after: { state: to },
});
/** Its id was made on the device, a moment before the server had it. */
const tick = (number: number, day: string, itemId: string, doneDay: string): LoggedOp => ({
  ...{ number, seq: 0, kind: 'create', entity: 'task', at: at(day), by: 'An', before: {} },
  id: idFor(at(day) - 1500, 1, `${itemId} ${number}`),
  after: {
    ...{ placementId: row.id, itemId, whole: true, unitId: null, doneDay },
    ...{ doneBy: 'Tổ 2', quantity: null, note: '' },
  },
});

test('accepted again after damage and installing again', () => {
  const told = life();
  const steps = ['ready', 'installed', 'inspected', 'damaged', 'installed', 'inspected'];
  for (const [i, to] of steps.slice(1).entries())
    told.take(step(i + 1, `2020-10-0${i + 1}`, steps[i] as string, to));
  told.makeSure(row.id, 'inspected', { number: 5, at: at('2020-10-05'), by: 'An' });
  expect(stageAfter(told)).toBe('inspected');
});

test.each([
  ['inspect', 'inspected'],
  ['take-down', 'removed'],
])('a tick of %s alone, by an id of its device: what it saw standing was put up before', (item, stage) => {
  const told = life();
  told.take(tick(1, '2020-10-05', item, '2020-10-05'));
  expect(stageAfter(told)).toBe(stage);
});

test.each(['removed', 'damaged'])('ticked as put up after it was %s, it is that still', (state) => {
  const told = life();
  told.take(step(1, '2020-10-01', 'ready', 'installed'));
  told.take(step(2, '2020-10-10', 'installed', state));
  told.take(tick(3, '2020-10-12', 'install', '2020-10-12'));
  told.makeSure(row.id, state, { number: 3, at: at('2020-10-12'), by: 'An' });
  expect(stageAfter(told)).toBe(state);
});

test('a tick takes its own day where that is the earlier', () => {
  const told = life();
  told.take(step(1, '2020-10-07', 'ready', 'installed'));
  told.take(tick(2, '2020-10-08', 'install', '2020-10-05'));
  expect((told.rows as unknown as Report[]).map(({ day }) => day)).toContain('2020-10-05');
});

test('what was accepted, or came down, by a day before it was put up is so since it was', () => {
  const accepted = life();
  accepted.take(step(1, '2020-10-07', 'ready', 'installed'));
  accepted.take(tick(2, '2020-10-08', 'inspect', '2020-10-05'));
  expect(stageAfter(accepted)).toBe('inspected');
  // In a campaign whose day stands still everything was said on that day.
  const still = life(() => '2020-10-02');
  still.take(step(1, '2020-10-01', 'ready', 'installed'));
  still.take(tick(2, '2020-10-08', 'take-down', '2020-10-01'));
  expect(stageAfter(still)).toBe('removed');
});
