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
const SIDES = { left: 'Trái', right: 'Phải' };
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
    feature('Cờ Tổ quốc, cột lẻ', {
      type: 'LineString',
      coordinates: [at(1900, 'left', 6), at(1500, 'left', 6), at(1200, 'left', 6)],
    }),
    feature('Pa nô', { type: 'Point', coordinates: at(700, 'median', 0.5) }),
    feature('Pa nô', { type: 'Point', coordinates: [0, 0] }),
  ];
  const { heading, rows } = await rowsOf(
    'x.geojson',
    JSON.stringify({ type: 'FeatureCollection', features }),
  );
  expect(heading).toEqual(['type', 'road', 'where', 'side']);
  expect(rows).toEqual([
    ['Pa nô', 'QL.3', '0+700', 'Phải'],
    ['Cờ Tổ quốc, cột lẻ', 'QL.3', '1+200 – 1+900', 'Trái'],
    ['Pa nô', 'QL.3', '0+700', ''],
    ['Pa nô', '', '', ''],
  ]);
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
