import { expect, test } from 'vitest';
import { aPlacement, aPoint, idOf, RULE } from '../testing.ts';
import { BULK_FIELDS, type BulkField, type BulkValues, bulkChanges } from './bulk.ts';

const stretch = aPlacement({ id: idOf('P', 1) });
const point = aPoint({ id: idOf('P', 2), side: 'right' });
const offRoad = aPoint({ id: idOf('P', 3), roadId: null, from: null, side: null });
const values: BulkValues = {
  unit: idOf('V', 2),
  spacing: 40,
  sides: 'left',
  slogan: idOf('S', 1),
  installBy: { milestone: 'opening', days: -10 },
  removeBy: null,
  support: 'wall',
  type: idOf('A', 2),
};
const rows = [stretch, point, offRoad];
const made = (field: BulkField, change: Partial<BulkValues> = {}) =>
  bulkChanges(rows, { field, values: { ...values, ...change } }).map(({ row, fields }) => [row.id, fields]);

test('a stretch keeps the rest of its rule; a point has no spacing', () => {
  expect(made('spacing')).toEqual([[stretch.id, { rule: { ...RULE, spacing: 40 } }]]);
});

test('a point stands on one side, and only of a road', () => {
  expect(made('sides')).toEqual([
    [stretch.id, { rule: { ...RULE, sides: 'left' } }],
    [point.id, { side: 'left' }],
  ]);
  expect(made('sides', { sides: 'both' })).toEqual([]);
});

test('what is as it is to be is left alone', () => {
  expect(made('spacing', { spacing: RULE.spacing })).toEqual([]);
  expect(made('installBy', { installBy: { days: -3, milestone: 'opening' } })).toEqual([]);
  expect(made('type', { type: null })).toEqual([]);
});

test('every field changes every kind of row that has it', () => {
  const changed = BULK_FIELDS.map((field) => [field, made(field).length]);
  expect(Object.fromEntries(changed)).toEqual({
    unit: 3,
    spacing: 1,
    sides: 2,
    slogan: 3,
    installBy: 3,
    removeBy: 3,
    support: 3,
    type: 3,
  });
});
