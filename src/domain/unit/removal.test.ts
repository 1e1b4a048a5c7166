import { expect, test } from 'vitest';
import type { Task } from '../model/entities/task.ts';
import type { Unit } from '../model/entities/unit.ts';
import { aPlacement, aPlan, DONE_TASK, idOf } from '../testing.ts';
import { unitRemoval } from './removal.ts';

const unit = (n: number, parentId: string | null): Unit => ({
  id: idOf('V', n),
  version: n,
  code: '',
  name: `Xã ${n}`,
  kind: 'xã',
  centre: null,
  parentId,
  boundary: null,
  contact: '',
  phone: '',
});

test('what is planned of it is left without a unit, those below it come below the one above', () => {
  const units = [unit(1, null), unit(2, idOf('V', 1)), unit(3, idOf('V', 2))];
  const placement = [
    aPlacement({ id: idOf('P', 1), unitId: idOf('V', 2), state: 'draft' }),
    aPlacement({ id: idOf('P', 2), unitId: idOf('V', 2), state: 'approved' }),
    aPlacement({ id: idOf('P', 3), unitId: idOf('V', 1) }),
  ];
  const removal = unitRemoval(aPlan({ unit: units, placement }), idOf('V', 2));
  expect(removal?.placements.map((p) => p.id)).toEqual([idOf('P', 1), idOf('P', 2)]);
  expect(removal?.fixed.map((p) => p.id)).toEqual([idOf('P', 2)]);
  expect(removal?.ops).toMatchObject([
    { entity: 'placement', id: idOf('P', 1), fields: { unitId: null } },
    { entity: 'placement', id: idOf('P', 2), fields: { unitId: null } },
    { entity: 'unit', id: idOf('V', 3), fields: { parentId: idOf('V', 1) } },
    { kind: 'delete', entity: 'unit', id: idOf('V', 2), version: 2 },
  ]);
  expect(unitRemoval(aPlan({}), idOf('V', 9))).toBeNull();
});

test('what was done of its parts goes with it, and of no other', () => {
  const of = (n: number, placement: number, unitId: string | null): Task => ({
    id: idOf('T', n),
    version: n,
    placementId: idOf('P', placement),
    itemId: 'install',
    whole: false,
    unitId,
    ...DONE_TASK,
    day: '2020-10-20',
    who: '',
    quantity: null,
    note: '',
  });
  const task = [of(1, 1, idOf('V', 1)), of(2, 2, idOf('V', 1)), of(3, 2, null), of(4, 2, idOf('V', 2))];
  const removal = unitRemoval(aPlan({ unit: [unit(1, null), unit(2, null)], task }), idOf('V', 1));
  expect(removal?.tasks.map((t) => t.id)).toEqual([idOf('T', 1), idOf('T', 2)]);
  expect(removal?.ops).toMatchObject([
    { kind: 'delete', entity: 'task', id: idOf('T', 1), version: 1 },
    { kind: 'delete', entity: 'task', id: idOf('T', 2), version: 2 },
    { kind: 'delete', entity: 'unit' },
  ]);
});

test('work that was given to it is given to nobody', () => {
  const given: Task = {
    ...DONE_TASK,
    ...{
      id: idOf('T', 1),
      version: 1,
      placementId: idOf('P', 1),
      itemId: 'survey',
      whole: true,
      unitId: null,
    },
    assignedUnitId: idOf('V', 1),
  };
  const removal = unitRemoval(aPlan({ unit: [unit(1, null)], placement: [], task: [given] }), idOf('V', 1));
  expect(removal?.ops).toMatchObject([
    { kind: 'set', entity: 'task', id: given.id, fields: { assignedUnitId: null } },
    { kind: 'delete', entity: 'unit' },
  ]);
});
