import { describe, expect, test } from 'vitest';
import { SUPPORTS } from '../model/entities/placement.ts';
import { aCellContext, aPlacement, aPoint, aRoad, idOf, RULE, TABLE_WORDS } from '../testing.ts';
import { COLUMN_IDS, columnOf, readCell } from './columns.ts';

const context = aCellContext();
const { id: _i, version: _v, ...stretch } = aPlacement();
const { id: _i2, version: _v2, ...point } = aPoint();

describe('cells are read forgivingly', () => {
  test.each([
    ['type', 'co to quoc cam cot', stretch, { assetTypeId: idOf('A', 1) }],
    ['road', 'quốc lộ 3', stretch, { roadId: aRoad().id, coordinate: null }],
    ['where', '1+000 – 2+500', stretch, { from: 1000, to: 2500 }],
    ['where', 'Km 1+000 đến 2,5', stretch, { from: 1000, to: 2500 }],
    ['where', '3+250', point, { from: 3250 }],
    ['side', 'so le', stretch, { rule: { ...RULE, sides: 'both', staggered: true } }],
    ['side', 'Trái', point, { side: 'left' }],
    ['spacing', '33,5', stretch, { rule: { ...RULE, spacing: 33.5 } }],
    ['quantity', '1.200', point, { pointQuantity: 1200 }],
    ['unit', 'thi tran dong tam', stretch, { unitId: idOf('V', 1) }],
    ['unit', '', stretch, { unitId: null }],
    ['slogan', 'Việt Nam muôn năm!', stretch, { sloganId: idOf('S', 1) }],
    ['installBy', '24/10/2020', stretch, { installBy: { milestone: 'opening', days: -3 } }],
    ['removeBy', '2020-11-02', stretch, { removeBy: { milestone: 'closing', days: 5 } }],
    ['support', 'Cột điện', stretch, { support: 'power-pole' }],
    ['support', 'lamp post', point, { support: 'lamp-post' }],
    ['support', '', stretch, { support: 'unknown' }],
    ['note', ' dài ', stretch, { note: 'dài' }],
  ] as const)('%s «%s»', (column, text, row, expected) => {
    expect(readCell(column, text, row, context)).toEqual({ ok: true, value: expected });
  });
});

describe('and refused with what was expected', () => {
  test.each([
    ['type', 'đèn lồng', stretch, 'cell.type'],
    ['road', 'QL.99', stretch, 'cell.road'],
    ['where', '1+000', stretch, 'cell.stretch-where'],
    ['where', '2+000 – 1+000', stretch, 'row.stretch-ends-order'],
    ['where', '1+000 – 99+000', stretch, 'chainage.outside-road'],
    ['where', 'gần chợ', stretch, 'chainage.unreadable'],
    ['side', 'đâu đó', stretch, 'cell.side'],
    ['side', 'hai bên', point, 'cell.point-side'],
    ['spacing', 'thưa', stretch, 'cell.spacing'],
    ['spacing', '0,25', stretch, 'cell.spacing'],
    ['spacing', '1 5', stretch, 'cell.spacing'],
    ['quantity', '3', stretch, 'cell.derived-quantity'],
    ['quantity', '0', point, 'cell.quantity'],
    ['unit', 'Nơi khác', stretch, 'cell.unit'],
    ['slogan', 'viet nam muon nam!', stretch, 'cell.slogan'],
    ['installBy', '31/02/2020', stretch, 'day.unreadable'],
    ['support', 'trên trời', stretch, 'cell.support'],
    ['cost', '1', stretch, 'cell.derived'],
  ] as const)('%s «%s»', (column, text, row, code) => {
    expect(readCell(column, text, row, context)).toMatchObject({ ok: false, reason: { code } });
  });
});

test('what a column must have read before it, is a column', () => {
  for (const id of COLUMN_IDS) {
    const { after = [], read, required } = columnOf(id);
    for (const before of after) expect(COLUMN_IDS, id).toContain(before);
    if (after.length > 0 || required) expect(read, id).toBeDefined();
    // What comes first hangs on nothing itself: one look at a row is enough.
    for (const before of after) expect(columnOf(before as 'type').after, before).toBeUndefined();
  }
});

test('whatever the words of a choice are, the cell that shows one of them is read as it', () => {
  for (const support of SUPPORTS)
    expect(readCell('support', TABLE_WORDS.supports[support], stretch, context)).toEqual({
      ok: true,
      value: { support },
    });
});

test.each([
  '1+000 – 2+000',
  '1+000-2+000',
  'Km1+000 -Km2+000',
  'từ Km 1+000 đến Km 2+000',
  '1+000÷2+000',
  '1+000 -> 2+000',
  '1+000‑2+000',
  'từ 1+000 đến 2+000'.normalize('NFD'),
])('a range as offices write it: %s', (text) => {
  const read = readCell('where', text, stretch, context);
  expect(read).toMatchObject({ ok: true, value: { from: 1000, to: 2000 } });
});
