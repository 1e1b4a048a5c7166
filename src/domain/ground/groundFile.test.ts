import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readGeoFile } from '../../formats/formats.ts';
import type { GeoFeature } from '../geo/geoFeature.ts';
import { groundIn } from './groundFile.ts';

const one = (geometry: unknown, properties: object = {}) => {
  const read = groundIn([{ number: 1, properties, geometry } as GeoFeature]);
  return read.ok ? read.value[0] : undefined;
};

test('a polygon is an area; an open ring is closed', () => {
  const area = one(
    {
      type: 'Polygon',
      coordinates: [
        [
          [105, 21],
          [106, 21],
          [106, 22],
        ],
      ],
    },
    { ten: 'Đình', loai: 'Di tích' },
  );
  expect(area).toMatchObject({ name: 'Đình', noGo: 'relic', problem: null });
  expect(area?.area?.[0]?.[0]).toHaveLength(4);
});

test('names and codes can be stored, and a cut is told', () => {
  const point = { type: 'Point', coordinates: [105, 21] };
  expect(one(point, { name: 'Cầu Đen\u0000\u0000', code: 7 })).toMatchObject({
    name: 'Cầu Đen',
    code: '7',
    cuts: [],
  });
  expect(one(point, { name: `${'x'.repeat(199)}🎌`, code: `${'y'.repeat(39)}🎌` })).toMatchObject({
    name: 'x'.repeat(199),
    code: 'y'.repeat(39),
    cuts: [
      { code: 'ground.name-cut', params: { length: 200 } },
      { code: 'ground.name-cut', params: { length: 40 } },
    ],
  });
});

test('more than can be shown are refused, not cut off', () => {
  const feature = { number: 1, properties: {}, geometry: { type: 'Point', coordinates: [105, 21] } };
  expect(groundIn(Array(20_001).fill(feature))).toEqual({
    ok: false,
    reason: { code: 'ground.too-many', params: { count: 20_001, limit: 20_000 } },
  });
});

test('a bridge comes as a line, a signal as a point', () => {
  expect(
    one(
      {
        type: 'LineString',
        coordinates: [
          [105, 21],
          [105.1, 21],
          [105.2, 21],
        ],
      },
      { bridge: 'yes' },
    ),
  ).toMatchObject({
    feature: 'bridge',
    points: [
      [105, 21],
      [105.2, 21],
    ],
  });
  expect(one({ type: 'Point', coordinates: [105, 21] }, { highway: 'traffic_signals' })?.feature).toBe(
    'signal',
  );
});

test.each([
  [
    'ground.bad-area',
    {
      type: 'Polygon',
      coordinates: [
        [
          [105, 21],
          [400, 21],
          [106, 22],
        ],
      ],
    },
  ],
  ['ground.bad-area', { type: 'MultiPolygon', coordinates: [] }],
  ['ground.bad-point', { type: 'Point', coordinates: ['x', 1] }],
  ['ground.geometry', { type: 'GeometryCollection' }],
  ['ground.geometry', null],
])('%s is said of the feature, and the others are read', (code, geometry) => {
  expect(one(geometry)?.problem?.code).toBe(code);
});

const FILE = resolve(import.meta.dirname, '../../../../shared/data/bac-kan-districts.geojson');

test.skipIf(!existsSync(FILE))(
  'the districts of Bắc Kạn are read whole (needs the shared data file)',
  async () => {
    const features = await readGeoFile(FILE, readFileSync(FILE));
    if (!features.ok) throw new Error(features.reason.code);
    const read = groundIn(features.value.features);
    if (!read.ok) throw new Error(read.reason.code);
    expect(read.value).toHaveLength(8);
    expect(read.value.every((f) => f.area !== null && f.problem === null)).toBe(true);
    expect(read.value.find((f) => f.code === '065')?.name).toBe('Huyện Chợ Mới');
  },
);
