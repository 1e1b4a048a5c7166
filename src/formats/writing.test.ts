/** What leaves comes back: every format that is written, read again by the same code as any file. */
import { expect, test } from 'vitest';
import type { WrittenFeature } from '../domain/geo/geoFeature.ts';
import { groundIn } from '../domain/ground/groundFile.ts';
import { planGround } from '../domain/ground/planGround.ts';
import { planFeatures } from '../domain/plan/planFeatures.ts';
import { aPlacement, aPlan, aPoint, aRoad, idOf, RULE } from '../domain/testing.ts';
import { readGeoFile, WRITTEN } from './formats.ts';
import { readFile } from './reading.ts';

const WORDS = {
  nameOf: ({ vi }: { readonly vi: string }) => vi,
  state: (state: string) => state,
  side: (side: string) => side,
  kind: (_: string, kind: string) => kind,
  offRoad: 'ngoài tuyến',
};

const FEATURES: readonly WrittenFeature[] = [
  {
    properties: { name: 'Chợ "Mới" <b>&</b>, một\nhai', quantity: 12 },
    geometry: { type: 'Point', coordinates: [105.776, 21.886] },
  },
  {
    properties: { name: '=1+1', quantity: 3 },
    geometry: {
      type: 'MultiPoint',
      coordinates: [
        [105.1, 21.1],
        [105.2, 21.2],
      ],
    },
  },
  {
    properties: { name: 'Quốc lộ 3', quantity: 0 },
    geometry: {
      type: 'LineString',
      coordinates: [
        [105.1, 21.1],
        [105.2, 21.25],
        [105.3, 21.2],
      ],
    },
  },
  {
    properties: { name: 'Xã', quantity: 1 },
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [105, 21],
            [105.5, 21],
            [105.5, 21.5],
            [105, 21],
          ],
          [
            [105.2, 21.1],
            [105.3, 21.1],
            [105.3, 21.2],
            [105.2, 21.1],
          ],
        ],
      ],
    },
  },
];

async function roundTrip(id: string, features: readonly WrittenFeature[]) {
  const format = WRITTEN.find((f) => f.id === id);
  if (format === undefined) throw new Error(id);
  const text = format.write(features, 'Đợt «Đại hội»');
  const read = await readGeoFile(`plan.${format.extensions[0]}`, new TextEncoder().encode(text));
  if (!read.ok) throw new Error(JSON.stringify(read.reason));
  return read.value.features;
}

/** A single area comes back as one where a format has no other word for it. */
function whole(geometry: unknown): unknown {
  const { type, coordinates } = geometry as { readonly type: string; readonly coordinates: unknown };
  return type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [coordinates] } : geometry;
}

test.each(WRITTEN.map((f) => f.id))('%s gives shapes and words back', async (id) => {
  const back = await roundTrip(id, FEATURES);
  expect(back.map((f) => whole(f.geometry))).toEqual(FEATURES.map((f) => f.geometry));
  const names = back.map((f) => String(f.properties.name).replace(/^'(?==)/, ''));
  expect(names).toEqual(FEATURES.map((f) => f.properties.name));
  expect(back.map((f) => Number(f.properties.quantity))).toEqual([12, 3, 0, 1]);
});

test('a spreadsheet never calculates a name', () => {
  const csv = WRITTEN.find((f) => f.id === 'csv')?.write(FEATURES, '') ?? '';
  expect(csv).toContain("'=1+1");
});

test.each(WRITTEN.map((f) => f.id))(
  'the roads of a plan leave as %s and are the same roads again',
  async (id) => {
    const tables = aPlan({
      road: [aRoad(), aRoad({ id: idOf('R', 2), code: 'ĐT.256', name: 'Đường tỉnh 256' })],
      placement: [
        aPlacement({ id: idOf('P', 1), from: 0, to: 100, rule: RULE }),
        aPoint({ id: idOf('P', 2), from: 50 }),
      ],
    });
    const back = await roundTrip(id, planFeatures(tables, 'roads', WORDS));
    const roads = [...tables.road.values()];
    expect(back.map((f) => f.geometry?.coordinates)).toEqual(roads.map((r) => r.line));
    expect(back.map((f) => f.properties.code)).toEqual(roads.map((r) => r.code));
    const placed = await roundTrip(id, planFeatures(tables, 'placements', WORDS));
    expect(placed.map((f) => f.geometry?.type)).toEqual(['MultiPoint', 'Point']);
    expect(placed[0]?.geometry?.coordinates).toHaveLength(10);
  },
);

test('a table of roads and chainages, with marks and without, becomes bridges on their roads', async () => {
  const tables = aPlan({ road: [aRoad()] });
  const text =
    'Tên;Loại;Tuyến đường;Từ Km;Đến Km\nCầu Chợ;Cầu;QL.3;Km 1+200;1+240\nNgã ba;nut giao;Quốc lộ 3;2,5;\nCầu lạ;Cầu;QL.9;1;\n';
  const read = await readFile('cau.csv', new TextEncoder().encode(text), null);
  if (!read.ok) throw new Error(read.reason.code);
  const ground = groundIn(read.value.features);
  if (!ground.ok) throw new Error(ground.reason.code);
  let made = 0;
  const planned = planGround(ground.value, { kind: 'features', noGo: 'relic', mark: 'signal' }, tables, () =>
    idOf('N', made++),
  );
  expect(planned.map((p) => p.problem?.code ?? (p.op as { fields: object }).fields)).toEqual([
    { roadId: aRoad().id, kind: 'bridge', name: 'Cầu Chợ', from: 1200, to: 1240 },
    { roadId: aRoad().id, kind: 'junction', name: 'Ngã ba', from: 2500, to: 2500 },
    'ground.unknown-road',
  ]);
});

test('bridges of a plan leave as a table and come back with both their ends', async () => {
  const bridge = {
    id: idOf('F', 1),
    version: 1,
    roadId: aRoad().id,
    kind: 'bridge',
    name: 'Cầu',
    from: 300,
    to: 380,
  } as const;
  const tables = aPlan({ road: [aRoad()], roadFeature: [bridge] });
  const back = groundIn(await roundTrip('csv', planFeatures(tables, 'features', WORDS)));
  if (!back.ok) throw new Error(back.reason.code);
  const [planned] = planGround(back.value, { kind: 'features', noGo: 'relic', mark: 'signal' }, tables, () =>
    idOf('N', 1),
  );
  expect(planned?.op).toMatchObject({ fields: { kind: 'bridge', name: 'Cầu', from: 300, to: 380 } });
});
