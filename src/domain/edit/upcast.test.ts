import { expect, test } from 'vitest';
import { PROTOCOL } from '../../api/contract/protocol.ts';
import { aPlacement, aRoad } from '../testing.ts';
import type { Op } from './edit.ts';
import { upcastOps, upcastRow, upcastWritten } from './upcast.ts';

const { approvedQuantity: _, id, version, ...old } = aPlacement({ state: 'installed' });

test('a placement of the first protocol has no approved quantity yet', () => {
  expect(upcastRow(1, 'placement', { ...old, id, version })).toEqual(aPlacement({ state: 'installed' }));
  const create = { kind: 'create', entity: 'placement', id, fields: old } as unknown as Op;
  expect(upcastOps(1, [create])).toEqual([{ ...create, fields: { ...old, approvedQuantity: null } }]);
});

test('a step back to before approval drops the quantity, others leave it alone', () => {
  const step = (state: string) =>
    ({ kind: 'set', entity: 'placement', id, version, fields: { state } }) as Op;
  expect(upcastOps(1, [step('draft'), step('approved'), step('installed')])).toEqual([
    { ...step('draft'), fields: { state: 'draft', approvedQuantity: null } },
    step('approved'),
    step('installed'),
  ]);
});

test('what the log kept is upcast on both sides', () => {
  const gone = { kind: 'delete' as const, entity: 'placement' as const, before: old, fields: {} };
  expect(upcastWritten(1, gone)).toEqual({ ...gone, before: { ...old, approvedQuantity: null } });
  const stepped = {
    kind: 'set' as const,
    entity: 'placement' as const,
    before: { state: 'submitted' },
    fields: { state: 'approved' },
  };
  expect(upcastWritten(1, stepped)).toEqual({
    ...stepped,
    before: { state: 'submitted', approvedQuantity: null },
  });
});

test('a copy that a page of the first protocol makes of an approved row is a draft without a quantity', () => {
  const copy = {
    kind: 'create',
    entity: 'placement',
    id,
    fields: { ...old, state: 'draft', approvedQuantity: 82 },
  };
  expect(upcastOps(1, [copy as unknown as Op])).toMatchObject([{ fields: { approvedQuantity: null } }]);
});

test('today’s stays as it is, and so does what a step does not speak of', () => {
  const row = aPlacement({ state: 'approved', approvedQuantity: 12 });
  expect(upcastRow(PROTOCOL, 'placement', row)).toBe(row);
  expect(upcastRow(1, 'placement', row)).toEqual(row);
  expect(upcastRow(1, 'road', aRoad())).toEqual(aRoad());
  const ops: Op[] = [{ kind: 'delete', entity: 'placement', id, version }];
  expect(upcastOps(1, ops)).toEqual(ops);
});
