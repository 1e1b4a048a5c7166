/** The demonstration's ground beside the real one, which lies outside the project and is only read. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../src/api/contract/newId.ts';
import type { Unit } from '../../../src/domain/model/entities/unit.ts';
import type { Area, LngLatPair } from '../../../src/domain/model/rows.ts';
import { measureRoad } from '../../../src/domain/road/measuredRoad.ts';
import { isInside, prepareArea } from '../../../src/domain/unit/area.ts';
import { unitIndex, unitRanges } from '../../../src/domain/unit/units.ts';
import { demoEdit } from './campaign.ts';
import { outlineOf } from './outlines.ts';
import { COMMUNES, PLACES } from './places.ts';
import { QL3 } from './roads.ts';

const FOLDER = resolve(import.meta.dirname, '../../../../shared/data/geo-cho-moi');
const hasData = existsSync(FOLDER);

interface Feature {
  readonly properties: { readonly code: string; readonly name: string };
  readonly geometry: { readonly coordinates: never };
}
const featuresOf = (name: string) =>
  (JSON.parse(readFileSync(resolve(FOLDER, name), 'utf8')) as { features: Feature[] }).features;

/** Intersection over union, from a grid of points over both. */
function overlap(a: Area, b: Area): number {
  const [one, two] = [prepareArea(a).box, prepareArea(b).box];
  const [w, s] = [Math.min(one[0], two[0]), Math.min(one[1], two[1])];
  const [e, n] = [Math.max(one[2], two[2]), Math.max(one[3], two[3])];
  const STEPS = 150;
  let [both, either] = [0, 0];
  for (let i = 0; i < STEPS; i++)
    for (let j = 0; j < STEPS; j++) {
      const at = [w + ((i + 0.5) / STEPS) * (e - w), s + ((j + 0.5) / STEPS) * (n - s)] as const;
      const [inA, inB] = [isInside(a, ...at), isInside(b, ...at)];
      if (inA && inB) both++;
      if (inA || inB) either++;
    }
  return both / either;
}

const units = COMMUNES.map(
  ({ code, name, kind, centre }): Unit => ({
    id: code,
    version: 1,
    code,
    name,
    kind,
    centre,
    parentId: null,
    contact: '',
    phone: '',
    boundary: outlineOf(code),
  }),
);
const index = unitIndex(new Map(units.map((u) => [u.id, u])));
const nameAt = (at: LngLatPair) => index.find((u) => isInside(u.boundary as Area, ...at))?.name;

describe.skipIf(!hasData)('beside the real ground (needs the shared data)', () => {
  test.each(COMMUNES.map((c) => [c.name, c.code]))('%s overlaps the real one', (_, code) => {
    const real = featuresOf('communes-2020.geojson').find((f) => f.properties.code === code);
    if (real === undefined) throw new Error(`no ${code}`);
    expect(overlap(outlineOf(code), [real.geometry.coordinates])).toBeGreaterThan(0.75);
  });

  test('no vertex is one of the real outlines', () => {
    const real = new Set(
      featuresOf('communes-2020.geojson').flatMap((f) =>
        (f.geometry.coordinates as LngLatPair[][]).flat().map(([x, y]) => `${x.toFixed(4)} ${y.toFixed(4)}`),
      ),
    );
    const own = COMMUNES.flatMap(({ code }) => outlineOf(code).flat(2));
    const shared = own.filter(([x, y]) => real.has(`${x.toFixed(4)} ${y.toFixed(4)}`));
    // Of some thousand, a few may fall on the same eleven metres by chance.
    expect(shared.length / own.length).toBeLessThan(0.01);
  });
});

test('neighbours share their border to the vertex: every place of the district is one commune’s', () => {
  const edges = new Map<string, number>();
  for (const { code } of COMMUNES)
    for (const ring of outlineOf(code).flat())
      for (let i = 1; i < ring.length; i++) {
        const ends = [ring[i - 1], ring[i]].map(String).sort().join(' ');
        edges.set(ends, (edges.get(ends) ?? 0) + 1);
      }
  expect(new Set(edges.values())).toEqual(new Set([1, 2]));
  for (const { centre, name, office, house } of COMMUNES)
    expect([centre, office, house].map(nameAt), name).toEqual([name, name, name]);
  for (const place of PLACES)
    if (place.kind === 'neighbour') expect(nameAt(place.coordinate), place.name).toBeUndefined();
    else expect(nameAt(place.coordinate), place.name).toBeDefined();
});

test('QL.3 passes Đồng Tâm, Thanh Thịnh, Nông Hạ, Cao Kỳ and Hòa Mục, from Km 120 to Km 147, and not Quảng Chu', () => {
  const road = demoEdit(newId(), newId()).ops.find((op) => op.kind === 'create' && op.entity === 'road');
  if (road?.kind !== 'create') throw new Error('no road');
  const measured = measureRoad(road.fields as never);
  if (!measured.ok) throw new Error(measured.reason.code);
  const { minChainage, maxChainage, line } = measured.value;
  expect(unitRanges(index, measured.value, minChainage, maxChainage).map((r) => r.unitId)).toEqual([
    '02086',
    '02113',
    '02107',
    '02104',
    '02098',
  ]);
  expect([Math.ceil(minChainage / 1000), Math.floor(maxChainage / 1000)]).toEqual([120, 147]);
  expect(line.length).toBeGreaterThan(22_500);
  expect(line.length).toBeLessThan(27_000);
  expect(QL3.every((at) => nameAt(at) !== 'Quảng Chu')).toBe(true);
});
