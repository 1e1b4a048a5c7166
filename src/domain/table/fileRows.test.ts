import { expect, test } from 'vitest';
import { readGeoFile, WRITTEN } from '../../formats/formats.ts';
import { table as en } from '../../words/en/table.ts';
import { table as vi } from '../../words/vi/table.ts';
import { planFeatures } from '../plan/planFeatures.ts';
import { measuredOf } from '../road/measuredOf.ts';
import { placeAt } from '../road/measuredRoad.ts';
import { aCellContext, aPlacement, aPoint, aRoad, idOf, RULE } from '../testing.ts';
import { COLUMN_IDS, type ColumnId, readCell } from './columns.ts';
import { blockOf, fileRows } from './fileRows.ts';
import { pasteNew } from './paste.ts';

const context = aCellContext();
const SIDES = { left: 'Trái', right: 'Phải', offRoad: 'ngoài tuyến' };
const NAMES = Object.fromEntries(
  COLUMN_IDS.map((id) => [id, [vi[`table.${id}`], en[`table.${id}`]]]),
) as unknown as Readonly<Record<ColumnId, readonly string[]>>;
const { id: _i, version: _v, ...stretch } = aPlacement();
const { id: _i2, version: _v2, ...point } = aPoint();
const blank = (type: string) =>
  type.startsWith('Pa')
    ? { ...point, from: null }
    : { ...stretch, rule: { ...RULE, sides: 'both' as const } };

async function rowsOf(file: string, text: string) {
  const read = await readGeoFile(file, new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.reason.code);
  const rows = fileRows(read.value.features);
  if (!rows.ok) throw new Error(rows.reason.code);
  return blockOf(rows.value, NAMES, SIDES, context.tables);
}

const planned = async (file: string, text: string) => {
  const { heading, rows } = await rowsOf(file, text);
  return pasteNew(rows, heading, blank, context);
};

test('an office table, with a title above its heading and columns of its own, says where each row stands', async () => {
  const text = [
    'Phụ lục I;;;;;;',
    '(Kèm theo Kế hoạch số 12);;;;;;',
    'STT;Loại;Tuyến đường;Từ Km;Đến Km;Vị trí;Khoảng cách (m);Số lượng;Ghi chú',
    '1;Cờ Tổ quốc;QL.3;1+000;2+000;2 bên;40;;trước chợ',
    '2;Pa n;ql3;Km 2+500;;phải;;1;',
    '3;Pa nô;QL.9;Km 2+500;;phải;;1;',
    ';Tổng cộng:;;;;;;3;',
    '',
  ].join('\n');
  const plan = await planned('phu luc.csv', text);
  expect(plan.rows.map((r) => [r.fields.from, r.fields.to, r.fields.rule?.spacing ?? r.fields.side])).toEqual(
    [
      [1000, 2000, 40],
      [2500, null, 'right'],
      [null, null, 'right'],
    ],
  );
  expect(plan.bad.map((b) => [b.row, b.column, b.reason.code])).toEqual([[3, 'road', 'cell.road']]);
});

test('what a map file does not say in words follows from where it lies: road, chainage and side', async () => {
  const road = measuredOf(aRoad());
  const at = (chainage: number, side: 'left' | 'right' | 'median', offset: number) => {
    const place = road === null ? null : placeAt(road, chainage, side, offset);
    if (place?.ok !== true) throw new Error('no place');
    return [place.value.lng, place.value.lat];
  };
  const feature = (name: string, geometry: object) => ({ type: 'Feature', properties: { name }, geometry });
  const features = [
    feature('Pa nô', { type: 'Point', coordinates: at(700, 'right', 8) }),
    feature('Cờ Tổ quốc cắm cột', {
      type: 'LineString',
      coordinates: [at(1900, 'left', 6), at(1500, 'left', 6), at(1200, 'left', 6)],
    }),
    feature('Pa nô', { type: 'Point', coordinates: at(700, 'median', 0.5) }),
    feature('Pa nô', { type: 'Point', coordinates: [0, 0] }),
    feature('Pa nô', { type: 'Point', coordinates: at(12_000, 'left', 400) }),
  ];
  const { heading, rows, found } = await rowsOf(
    'x.geojson',
    JSON.stringify({ type: 'FeatureCollection', features }),
  );
  expect(heading).toEqual(['type', 'road', 'where', 'side']);
  expect(rows).toEqual([
    ['Pa nô', 'QL.3', '0+700', 'Phải'],
    ['Cờ Tổ quốc cắm cột', 'QL.3', '1+200 – 1+900', 'Trái'],
    ['Pa nô', 'QL.3', '0+700', ''],
    ['Pa nô', '', '', ''],
    ['Pa nô', 'ngoài tuyến', '', ''],
  ]);
  // Far from every road, on the ground of the campaign: it stands beside them; anywhere on earth it does not.
  expect(found.map((f) => f.coordinate !== null)).toEqual([false, false, false, false, true]);
  const { rows: read } = pasteNew(rows, heading, blank, context, found);
  expect(read.map((r) => r.bad.length)).toEqual([0, 0, 0, 1, 0]);
  expect(read[4]?.fields).toMatchObject({ roadId: null, from: null, coordinate: at(12_000, 'left', 400) });
});

test.each(WRITTEN.map((f) => f.id))('placements that left as %s come back the same', async (id) => {
  const { tables } = context;
  const before = [
    { ...stretch, from: 1000, to: 2000, note: 'trước chợ' },
    { ...stretch, from: 3000, to: 4000, rule: { ...RULE, sides: 'left', spacing: 37.5 } as const },
    { ...point, assetTypeId: idOf('A', 2), from: 2600, side: 'left' as const, pointQuantity: 3 },
  ];
  const format = WRITTEN.find((f) => f.id === id);
  const placement = new Map(
    before.map((row, i) => [idOf('P', i + 1), { ...row, id: idOf('P', i + 1), version: 1 }]),
  );
  const words = {
    nameOf: (name: { readonly vi: string }) => name.vi,
    state: (state: string) => state,
    side: (side: string) => side,
    kind: (_: string, kind: string) => kind,
    offRoad: 'ngoài tuyến',
  };
  const features = planFeatures({ ...tables, placement }, 'placements', words);
  const types = new Map(before.map((row) => [tables.assetType.get(row.assetTypeId)?.name.vi, row]));
  const text = format?.write(features, 'Đợt') ?? '';
  const { heading, rows } = await rowsOf(`x.${format?.extensions[0]}`, text);
  const plan = pasteNew(rows, heading, (type) => ({ ...(types.get(type) ?? stretch) }), context);
  expect(plan.bad).toEqual([]);
  const told = (r: Partial<typeof stretch>) => [
    r.assetTypeId,
    r.roadId,
    r.from,
    r.to,
    r.rule?.sides ?? r.side,
    r.rule?.spacing,
    r.rule === null ? r.pointQuantity : null,
    r.note,
  ];
  expect(plan.rows.map((r) => told(r.fields))).toEqual(before.map(told));
});

test('too many rows are told, not half read', () => {
  const feature = { number: 1, properties: {}, geometry: null };
  expect(fileRows(Array.from({ length: 5_001 }, () => feature))).toMatchObject({
    ok: false,
    reason: { code: 'ground.too-many', params: { count: 5_001, limit: 5_000 } },
  });
});

test('of roads of one number the whole name is asked for, and what lies beside one is written so; hidden ones are not meant', () => {
  const [road] = context.tables.road.values();
  if (road === undefined) throw new Error('no road');
  const twin = {
    ...road,
    id: idOf('R', 8),
    name: 'Quốc lộ 3 cũ',
    line: road.line.map(([x, y]) => [x + 0.05, y] as const),
  };
  const read = (text: string, hidden: boolean) => {
    const tables = {
      ...context.tables,
      road: new Map([...context.tables.road, [twin.id, { ...twin, hidden }]]),
    };
    const result = readCell('road', text, stretch, { ...context, tables });
    return result.ok ? result.value.roadId : result.reason.code;
  };
  expect([read('ql 3', false), read('QL3', true)]).toEqual(['cell.road-many', road.id]);
  expect([read('Quốc lộ 3 cũ', false), read('QL.3 · Quốc lộ 3', false)]).toEqual([twin.id, road.id]);
  expect([read('', false), read('QL.9', false)]).toEqual(['cell.road-empty', 'cell.road']);
  const tables = { ...context.tables, road: new Map([...context.tables.road, [twin.id, twin]]) };
  const at = twin.line[20] ?? [0, 0];
  const { rows } = blockOf([{ words: { name: 'Pa nô' }, ends: [at, at] }], NAMES, SIDES, tables);
  expect(rows[0]?.[1]).toBe('Quốc lộ 3 cũ');
});

/** A table with a point 9 m beside QL.3 at Km 0+700, and other roads about. */
async function beside(row: Readonly<Record<string, string>>) {
  const road = measuredOf(aRoad());
  const place = road === null ? null : placeAt(road, 700, 'right', 9);
  if (place?.ok !== true) throw new Error('no place');
  const [ql3] = context.tables.road.values();
  const other = { ...(ql3 as typeof ql3 & object), id: idOf('R', 7), code: 'ĐT.256', name: 'Đường tỉnh 256' };
  const line = other.line.map(([x, y]) => [x + 0.0002, y] as const);
  const tables = {
    ...context.tables,
    road: new Map([...context.tables.road, [other.id, { ...other, line }]]),
  };
  const feature = {
    type: 'Feature',
    properties: { 'Loại hình': 'Pa nô', ...row },
    geometry: { type: 'Point', coordinates: [place.value.lng, place.value.lat] },
  };
  const read = await readGeoFile(
    'x.geojson',
    new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: [feature] })),
  );
  const rows = read.ok ? fileRows(read.value.features) : read;
  if (!rows.ok) throw new Error(rows.reason.code);
  const { heading, rows: block, found } = blockOf(rows.value, NAMES, SIDES, tables);
  const cell = (column: ColumnId) => block[0]?.[heading.indexOf(column)];
  return [cell('road'), cell('where'), found[0]?.note?.code ?? null];
}

test.each([
  ['a road that is named, though another is nearer', { 'Tuyến đường': 'ĐT.256' }, ['ĐT.256', '0+696', null]],
  ['a road that nobody knows', { 'Tuyến đường': 'QL.99' }, ['QL.99', '', null]],
  ['a chainage elsewhere', { 'Lý trình': 'Km 5+000' }, ['', 'Km 5+000', null]],
  ['a chainage about here', { 'Lý trình': 'Km 0+750' }, ['QL.3', 'Km 0+750', null]],
  [
    'both, far from where it lies',
    { 'Tuyến đường': 'QL.3', 'Lý trình': 'Km 20+000' },
    ['QL.3', 'Km 20+000', 'cell.elsewhere'],
  ],
  ['both, about there', { 'Tuyến đường': 'QL.3', 'Lý trình': 'Km 0+600' }, ['QL.3', 'Km 0+600', null]],
])('where a file says a place and words too, the words stay: %s', async (_, row, cells) => {
  expect(await beside(row)).toEqual(cells);
});

test('a gate («Cổng») is no total («Cộng»), and what stands after a total keeps its number', async () => {
  const text = [
    'Loại;Tuyến đường;Từ Km;Đến Km;Vị trí;Ghi chú',
    'Cổng;QL.3;Km 1+000;;phải;',
    'Pa nô;QL.3;Km 2+500;;phải;Cộng',
    'Cộng;;;;;',
    'Pa nô;QL.99;Km 2+500;;phải;cổng',
  ].join('\n');
  const { rows } = await planned('x.csv', text);
  expect(rows.map((r) => [r.row, r.cells[0]])).toEqual([
    [1, 'Cổng'],
    [2, 'Pa nô'],
    [4, 'Pa nô'],
  ]);
});

test('words that every object knows are words', async () => {
  const text = ['Loại;Tuyến đường;Từ Km;Vị trí', 'Pa nô;QL.3;Km 1+000;constructor'].join('\n');
  const { bad } = await planned('x.csv', text);
  expect(bad).toMatchObject([{ column: 'side', reason: { code: 'cell.side' } }]);
  const sparse = fileRows([
    { number: 1, properties: { constructor: 'x' }, geometry: null },
    { number: 2, properties: {}, geometry: null },
  ]);
  if (!sparse.ok) throw new Error(sparse.reason.code);
  expect(() =>
    blockOf(sparse.value, { ...NAMES, note: ['constructor'] }, SIDES, context.tables),
  ).not.toThrow();
});
