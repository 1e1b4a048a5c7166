/** Files with names that no database holds, and lines that are no roads. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readGeoFile } from '../../../../formats/formats.ts';
import { groupFeatures } from '../grouping.ts';
import { guessColumns, roadsIn } from '../reading/roadFile.ts';
import { assembleRoad } from './assemble.ts';

async function roadsOf(bytes: Uint8Array) {
  const read = await readGeoFile('duong.geojson', bytes);
  if (!read.ok) throw new Error(read.reason.code);
  const file = roadsIn(read.value.features);
  return groupFeatures(file, guessColumns(file), { pieces: 'each', otherwise: [] }).map((group) => {
    const road = assembleRoad(group, 'tệp\u0000.geojson', 500);
    if (!road.ok) throw new Error(road.reason.code);
    return road.value;
  });
}

function aRoad(name: string, coordinates: readonly (readonly [number, number])[]): Uint8Array {
  const feature = { type: 'Feature', properties: { name }, geometry: { type: 'LineString', coordinates } };
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
}
const HERE = [
  [105.8, 21.9],
  [105.81, 21.91],
] as const;

test('a name padded with U+0000, or cut inside an emoji, becomes storable, and a cut is said', async () => {
  const [padded] = await roadsOf(aRoad('Đường liên xã\u0000\u0000', HERE));
  expect([padded?.fields.name, padded?.fields.source]).toEqual(['Đường liên xã', 'tệp.geojson']);
  expect(padded?.warnings).toEqual([]);
  const [long] = await roadsOf(aRoad(`${'x'.repeat(199)}🎌 và nữa`, HERE));
  expect(long?.fields.name).toBe('x'.repeat(199));
  expect(long?.warnings).toContainEqual({ code: 'offer.name-cut', params: { length: 200 } });
});

test('a stray vertex and a line over the date line are said with their figure, and not taken by default', async () => {
  const [stray] = await roadsOf(aRoad('Đường lạc', [HERE[0], [0, 0], HERE[1]]));
  expect(stray?.jumps).toBe(true);
  expect(stray?.warnings[0]).toMatchObject({ code: 'offer.jump', params: { km: expect.any(Number) } });
  expect(stray?.warnings[0]?.params?.km).toBeGreaterThan(10_000);
  expect(stray?.warnings[1]).toMatchObject({ code: 'offer.very-long' });
  const [date] = await roadsOf(
    aRoad('Quanh trái đất', [
      [179.99, 10],
      [-179.99, 10.01],
    ]),
  );
  expect(date?.jumps).toBe(true);
});

test('a line around half of the earth is no road, however many vertices it has', async () => {
  const [long] = await roadsOf(
    aRoad(
      'Quá dài',
      Array.from({ length: 1200 }, (_, i) => [-120 + i / 5, 21.9] as const),
    ),
  );
  expect(long?.jumps).toBe(true);
  expect(long?.warnings[0]).toMatchObject({ code: 'offer.very-long' });
  expect(long?.warnings.some((w) => w.code === 'offer.jump')).toBe(false);
});

test('each cut is said with the limit of its field', async () => {
  const file = { type: 'Feature', properties: { ref: 'y'.repeat(41), name: 'x'.repeat(201) } };
  const geometry = { type: 'LineString', coordinates: HERE };
  const [road] = await roadsOf(new TextEncoder().encode(JSON.stringify({ ...file, geometry })));
  expect(road?.warnings.map((w) => w.params?.length)).toEqual([200, 40]);
});

const DATA = resolve(import.meta.dirname, '../../../../../../shared/data');
test.skipIf(!existsSync(DATA))('no real road leaps (needs ../shared/data beside the project)', async () => {
  for (const name of ['roads-south-vietnam.geojson', 'osm-ways-nairobi.geojson']) {
    const roads = await roadsOf(readFileSync(resolve(DATA, name)));
    expect(roads.length).toBeGreaterThan(100);
    expect(roads.filter((r) => r.jumps)).toEqual([]);
  }
});

test('corners that come together when they are rounded are no road, one line of 125,000 is one, more than is stored is told', async () => {
  const near = [105.8, 21.9] as const;
  const of = (line: readonly (readonly [number, number])[]) => roadsOf(aRoad('Đường', line));
  await expect(of([near, [near[0] + 1e-11, near[1]]])).rejects.toThrow('road.too-short');
  const long = (count: number) =>
    Array.from({ length: count }, (_, i) => [105.8 + i * 1e-6, 21.9 + (i % 2) * 1e-6] as const);
  const [road] = await of(long(125_000));
  expect(road?.fields.line).toHaveLength(125_000);
  await expect(of(long(200_001))).rejects.toThrow('road.too-many-corners');
});
