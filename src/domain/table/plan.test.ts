import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPlacement, aPlan, aPoint, aRoad, aSlogan, aType, idOf, measured, RULE } from '../testing.ts';
import { readBlock, writeBlock, writeCsv } from './block.ts';
import { CELL_COLUMNS, type CellColumn, type CellContext, readCell } from './cells.ts';
import { filterWithout, narrows } from './columnFilter.ts';
import { filterFrom, isFiltering, matcher, NO_FILTER } from './filter.ts';
import { headingOf, pasteNew, pasteOver } from './paste.ts';

const tables = aPlan({
  assetType: [
    aType({ name: { vi: 'Cờ Tổ quốc, cột lẻ', en: 'National flag' } }),
    aType({ id: idOf('A', 2), name: { vi: 'Pa nô', en: '' }, layout: 'point' }),
  ],
  slogan: [aSlogan()],
});
const road = measured();
const context: CellContext = {
  tables,
  opening: '2020-10-27',
  closing: '2020-10-28',
  measured: (id) => (id === aRoad().id ? road : null),
};
const { id: _i, version: _v, ...stretch } = aPlacement();
const { id: _i2, version: _v2, ...point } = aPoint();

describe('cells are read forgivingly', () => {
  test.each([
    ['type', 'co to quoc, cot le', stretch, { assetTypeId: idOf('A', 1) }],
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
    ['where', '1+000 – 99+000', stretch, 'cell.outside-road'],
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
    ['cost', '1', stretch, 'cell.derived'],
  ] as const)('%s «%s»', (column, text, row, code) => {
    expect(readCell(column, text, row, context)).toMatchObject({ ok: false, reason: { code } });
  });
});

test('a block survives the way to a spreadsheet and back', () => {
  // A cell with a tab and a line break at once may look like two rows: see the stray quotes below.
  const cell = fc.oneof(fc.stringMatching(/^[a-z\n" ]{0,6}$/), fc.stringMatching(/^[a-z\t" ]{0,6}$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1, maxLength: 5 }), (rows) => {
      expect(readBlock(writeBlock(rows))).toEqual(rows);
    }),
  );
});

test.each([
  [
    'a\t"mở ngoặc\nb\tc',
    [
      ['a', '"mở ngoặc'],
      ['b', 'c'],
    ],
  ],
  [
    'a\t"mở ngoặc\nb\tdài 3"',
    [
      ['a', '"mở ngoặc'],
      ['b', 'dài 3"'],
    ],
  ],
  [
    'a\t"mở ngoặc\nb\t"kia" nữa',
    [
      ['a', '"mở ngoặc'],
      ['b', '"kia" nữa'],
    ],
  ],
  ['"3" rộng\tb', [['"3" rộng', 'b']]],
  [
    'a\t"hai\ndòng"\nb\tc',
    [
      ['a', 'hai\ndòng'],
      ['b', 'c'],
    ],
  ],
  ['"nói ""có"""\t"', [['nói "có"', '"']]],
  ['', [['']]],
  [
    'a\t\n\t',
    [
      ['a', ''],
      ['', ''],
    ],
  ],
])('a quote that opens no quoted cell is text: %j', (text, rows) => expect(readBlock(text)).toEqual(rows));

test('a file for spreadsheets calculates nothing that came from outside', () => {
  expect(writeCsv([['=1+1', '-5', '@x', 'a,"b"']])).toBe('\uFEFF\'=1+1,-5,\'@x,"a,""b"""\r\n');
});

const NAMES = {
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
  phase: ['Giai đoạn', 'Phase'],
  note: ['Ghi chú', 'Note'],
} as const satisfies Record<CellColumn, readonly string[]>;

test('a heading is known by its words, in either language', () => {
  expect(headingOf(['loai hinh', 'Road', 'Lý trình'], NAMES)).toEqual(['type', 'road', 'where']);
  expect(headingOf(['Cờ', 'QL.3', '1+000'], NAMES)).toBeNull();
});

test('empty, unknown and repeated columns are passed over without shifting, empty rows as well', () => {
  const heading = headingOf(['', 'Loại hình', 'Mã', 'Tuyến', 'Lý trình', 'Ghi chú', 'Note'], NAMES);
  expect(heading).toEqual([null, 'type', null, 'road', 'where', 'note', null]);
  const plan = pasteNew(
    [
      ['1', 'Cờ Tổ quốc, cột lẻ', 'x', 'QL.3', '1+000 – 2+000', 'đúng', 'sai'],
      ['2', '', '', '', '', '', ''],
      [],
      ['3', 'Cờ Tổ quốc, cột lẻ', 'x', 'QL.3', '3+000 – 4+000'],
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
  expect(plan.rows[0]?.cells).toEqual(['Cờ Tổ quốc, cột lẻ', 'QL.3', '1+000 – 2+000', 'đúng']);
});

test('a block with three bad cells names them by row and column, and the good rows are kept', () => {
  const block = [
    ['Cờ Tổ quốc, cột lẻ', 'QL.3', '1+000 – 2+000', 'hai bên', '25'],
    ['Cờ Tổ quốc, cột lẻ', 'QL.99', '1+000 – 2+000', 'hai bên', '25'],
    ['Đèn lồng', 'QL.3', '3+000 – 4+000', 'trái', '25'],
    ['Pa nô', 'QL.3', '5+000', 'phải', ''],
    ['Cờ Tổ quốc, cột lẻ', 'QL.3', '6+000 – 7+000', 'trái', 'thưa'],
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

describe('the filter', () => {
  const looked = {
    searchText: 'co nong ha ql.3',
    severities: new Set(['error'] as const),
    unitIds: ['u1'],
    quantity: 402,
    cost: 36_180_000,
    installBy: '2020-10-24',
    removeBy: '',
  };
  test('finds without diacritics, by every word', () => {
    expect(matcher({ ...NO_FILTER, text: 'Nông Hạ  QL' })(aPlacement(), looked)).toBe(true);
    expect(matcher({ ...NO_FILTER, text: 'Nông Thôn' })(aPlacement(), looked)).toBe(false);
  });
  test('every list narrows', () => {
    expect(matcher({ ...NO_FILTER, unitIds: ['u2'] })(aPlacement(), looked)).toBe(false);
    expect(matcher({ ...NO_FILTER, unitIds: ['u2', 'u1'], states: ['draft'] })(aPlacement(), looked)).toBe(
      true,
    );
    expect(matcher({ ...NO_FILTER, severities: ['warning'] })(aPlacement(), looked)).toBe(false);
  });
  test('every column narrows: numbers and days by range, ends included, sides, slogans, notes', () => {
    const stretch = aPlacement({ from: 1000, to: 6000, note: 'Gần chợ Nông Hạ' });
    const point = aPlacement({ from: 3000, to: null, rule: null, side: 'left' });
    const passes = (filter: Partial<typeof NO_FILTER>, row = stretch) =>
      matcher({ ...NO_FILTER, ...filter })(row, looked);
    // A stretch is where any part of it is.
    expect(passes({ numbers: { where: { min: 6000, max: null } } })).toBe(true);
    expect(passes({ numbers: { where: { min: 6001, max: null } } })).toBe(false);
    expect(passes({ numbers: { where: { min: null, max: 999 } } })).toBe(false);
    expect(passes({ numbers: { spacing: { min: 20, max: 25 } } })).toBe(true);
    expect(passes({ numbers: { spacing: { min: 20, max: 25 } } }, point)).toBe(false);
    expect(passes({ numbers: { quantity: { min: 403, max: null } } })).toBe(false);
    expect(passes({ numbers: { cost: { min: null, max: 36_180_000 } } })).toBe(true);
    expect(passes({ days: { installBy: { min: '2020-10-24', max: '2020-10-24' } } })).toBe(true);
    expect(passes({ days: { installBy: { min: '2020-10-25', max: null } } })).toBe(false);
    expect(passes({ days: { removeBy: { min: null, max: '2020-12-31' } } })).toBe(false);
    expect(passes({ sides: ['both'] })).toBe(true);
    expect(passes({ sides: ['staggered', 'left'] })).toBe(false);
    expect(passes({ sides: ['staggered', 'left'] }, point)).toBe(true);
    expect(passes({ sloganIds: ['s1'] })).toBe(false);
    expect(passes({ note: 'nong cho' })).toBe(true);
    expect(passes({ note: 'nong truong' })).toBe(false);
    expect(isFiltering({ ...NO_FILTER, numbers: { cost: { min: null, max: null } } })).toBe(false);
    expect(isFiltering({ ...NO_FILTER, numbers: { cost: { min: 0, max: null } } })).toBe(true);
  });
  test('a column knows whether it narrows, and opens again alone', () => {
    const filter = filterFrom({
      states: ['draft'],
      note: 'cau',
      numbers: { cost: { min: 1 }, where: { max: 5000 } },
      days: { installBy: { min: '2020-10-01' } },
    });
    const narrowing = CELL_COLUMNS.filter((c) => narrows(filter, c));
    expect(narrowing).toEqual(['where', 'cost', 'state', 'installBy', 'note']);
    for (const column of narrowing)
      expect(CELL_COLUMNS.filter((c) => narrows(filterWithout(filter, column), c))).toEqual(
        narrowing.filter((c) => c !== column),
      );
    expect(isFiltering(narrowing.reduce(filterWithout, filter))).toBe(false);
  });
  test('is read from a link without trusting it', () => {
    expect(filterFrom({ text: 5, states: ['draft', 'x'], roadIds: 'no', severities: ['error'] })).toEqual({
      ...NO_FILTER,
      states: ['draft'],
      severities: ['error'],
    });
    expect(
      filterFrom({
        numbers: { where: { min: 5, max: 'x' }, cost: { min: '1' }, bad: { min: 1 } },
        days: { installBy: { min: '', max: '2020-10-24' }, removeBy: 7 },
      }),
    ).toEqual({
      ...NO_FILTER,
      numbers: { where: { min: 5, max: null } },
      days: { installBy: { min: null, max: '2020-10-24' } },
    });
    expect(isFiltering(filterFrom(null))).toBe(false);
  });
});
