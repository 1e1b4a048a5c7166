import { expect, test } from 'vitest';
import type { Unit } from '../model/entities/unit.ts';
import { aPlacement, aPlan, idOf } from '../testing.ts';
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
