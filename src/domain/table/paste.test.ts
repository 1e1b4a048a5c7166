import { expect, test } from 'vitest';
import { aCellContext, aPlacement, aPoint, idOf, RULE } from '../testing.ts';
import { COLUMN_IDS, type ColumnId } from './columns.ts';
import { alreadyThere, headingOf, pasteNew, pasteOver } from './paste.ts';

const context = aCellContext();
const { id: _i, version: _v, ...stretch } = aPlacement();
const { id: _i2, version: _v2, ...point } = aPoint();

const NAMED: Partial<Record<ColumnId, readonly string[]>> = {
  type: ['Loại hình', 'Type'],
  road: ['Tuyến', 'Road'],
  where: ['Lý trình', 'Chainage'],
  side: ['Bên', 'Side'],
  spacing: ['Khoảng cách', 'Spacing'],
  quantity: ['Số lượng', 'Quantity'],
  cost: ['Kinh phí', 'Cost'],
  unit: ['Đơn vị', 'Unit'],
  slogan: ['Khẩu hiệu', 'Slogan'],
  state: ['Trạng thái', 'State'],
  installBy: ['Lắp trước', 'Install by'],
  removeBy: ['Tháo trước', 'Remove by'],
  support: ['Treo, gắn trên', 'Hangs on'],
  phase: ['Giai đoạn', 'Phase'],
  note: ['Ghi chú', 'Note'],
};
const NAMES = Object.fromEntries(COLUMN_IDS.map((id) => [id, NAMED[id] ?? [id]])) as unknown as Readonly<
  Record<ColumnId, readonly string[]>
>;

test('a heading is known by its words, in either language', () => {
  expect(headingOf(['loai hinh', 'Road', 'Lý trình'], NAMES)).toEqual(['type', 'road', 'where']);
  expect(headingOf(['Cờ', 'QL.3', '1+000'], NAMES)).toBeNull();
});

test('empty, unknown and repeated columns are passed over without shifting, empty rows as well', () => {
  const heading = headingOf(['', 'Loại hình', 'Mã', 'Tuyến', 'Lý trình', 'Ghi chú', 'Note'], NAMES);
  expect(heading).toEqual([null, 'type', null, 'road', 'where', 'note', null]);
  const plan = pasteNew(
    [
      ['1', 'Cờ Tổ quốc cắm cột', 'x', 'QL.3', '1+000 – 2+000', 'đúng', 'sai'],
      ['2', '', '', '', '', '', ''],
      [],
      ['3', 'Cờ Tổ quốc cắm cột', 'x', 'QL.3', '3+000 – 4+000'],
    ],
    heading ?? [],
    () => stretch,
    context,
  );
  expect(plan.columns).toEqual(['type', 'road', 'where', 'note']);
  expect(plan.bad).toEqual([]);
  expect(plan.rows.map((r) => [r.row, r.target, r.fields.from, r.fields.note])).toEqual([
    [1, null, 1000, 'đúng'],
    [4, null, 3000, stretch.note],
  ]);
  expect(plan.rows[0]?.cells).toEqual(['Cờ Tổ quốc cắm cột', 'QL.3', '1+000 – 2+000', 'đúng']);
});

test('a block with three bad cells names them by row and column, and the good rows are kept', () => {
  const block = [
    ['Cờ Tổ quốc cắm cột', 'QL.3', '1+000 – 2+000', 'hai bên', '25'],
    ['Cờ Tổ quốc cắm cột', 'QL.99', '1+000 – 2+000', 'hai bên', '25'],
    ['Đèn lồng', 'QL.3', '3+000 – 4+000', 'trái', '25'],
    ['Pa nô', 'QL.3', '5+000', 'phải', ''],
    ['Cờ Tổ quốc cắm cột', 'QL.3', '6+000 – 7+000', 'trái', 'thưa'],
  ];
  const blank = (text: string) => (text === 'Pa nô' ? { ...point, assetTypeId: idOf('A', 2) } : stretch);
  const plan = pasteNew(block, ['type', 'road', 'where', 'side', 'spacing'], blank, context);
  expect(plan.bad.map((b) => [b.row, b.column, b.text])).toEqual([
    [2, 'road', 'QL.99'],
    [3, 'type', 'Đèn lồng'],
    [5, 'spacing', 'thưa'],
  ]);
  expect(plan.rows.filter((r) => r.bad.length === 0).map((r) => r.row)).toEqual([1, 4]);
  expect(plan.rows[3]?.fields).toMatchObject({
    assetTypeId: idOf('A', 2),
    from: 5000,
    side: 'right',
    rule: null,
  });
});

test('a block over rows that are there sets only what it says, and tells what had no row', () => {
  const rows = [aPlacement(), aPlacement({ id: idOf('P', 2), from: 3000, to: 4000 })];
  const plan = pasteOver(
    [
      ['50', 'A'],
      ['x', 'B'],
      ['30', 'C'],
    ],
    rows,
    ['spacing', 'note'],
    context,
  );
  expect(plan.rows.map((r) => r.fields)).toEqual([
    { rule: { ...RULE, spacing: 50 }, note: 'A' },
    { note: 'B' },
  ]);
  expect(plan.bad.map((b) => [b.row, b.column])).toEqual([[2, 'spacing']]);
  expect(plan.beyond).toBe(1);
});

test('new rows that stand in the plan already are told from those that do not', () => {
  const there = aPlacement({ from: 1000, to: 2000 });
  const heading = ['type', 'road', 'where', 'side'] as const;
  const plan = pasteNew(
    [
      ['Cờ Tổ quốc cắm cột', 'QL.3', '1+000 – 2+000', 'hai bên'],
      ['Cờ Tổ quốc cắm cột', 'QL.3', '1+000 – 2+000', 'trái'],
      ['Cờ Tổ quốc cắm cột', 'QL.3', '1+000 – 2+100', 'hai bên'],
    ],
    heading,
    () => stretch,
    context,
  );
  expect(plan.bad).toEqual([]);
  expect([...alreadyThere(plan.rows, [there])].map((r) => r.row)).toEqual([1]);
  expect(alreadyThere(plan.rows, []).size).toBe(0);
});

test('a list that says pieces and no spacing has them: the spacing follows, and is told', () => {
  const heading = ['type', 'road', 'where', 'side', 'spacing', 'quantity'] as const;
  const list = (side: string, spacing: string, quantity: string) => {
    const cells = ['Cờ Tổ quốc cắm cột', 'QL.3', '1+000-2+000', side, spacing, quantity];
    const [row] = pasteNew([cells], heading, () => stretch, context).rows;
    if (row === undefined) throw new Error('no row');
    expect(row.bad).toEqual([]);
    const fields = { ...stretch, ...row.fields };
    return [fields.rule?.spacing, row.notes.map((n) => [n.code, n.params])];
  };
  expect(list('trái', '', '51')).toEqual([20, [['cell.spacing-from-quantity', { wanted: 51, metres: 20 }]]]);
  expect(list('hai bên', '', '40')[0]).toBe(51);
  expect(list('hai bên', '', '41')).toEqual([
    RULE.spacing,
    [['cell.other-quantity', { wanted: 41, count: 82 }]],
  ]);
  // What is said of the spacing stands.
  expect(list('trái', '25', '40')).toEqual([25, [['cell.other-quantity', { wanted: 40, count: 41 }]]]);
  expect(list('trái', '', '41')).toEqual([RULE.spacing, []]);
  expect(list('trái', '', '')).toEqual([RULE.spacing, []]);
});
