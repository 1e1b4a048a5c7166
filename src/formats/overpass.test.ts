/** What Overpass answers, written anew and read back. */
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { GeoFeature } from '../domain/geo/geoFeature.ts';
import { groundIn } from '../domain/ground/groundFile.ts';
import { isInside } from '../domain/unit/area.ts';
import { readFile } from './reading.ts';

const LINE = {
  type: 'LineString',
  coordinates: [
    [105.771234, 21.881234],
    [105.781234, 21.891234],
  ],
};

async function reading(answer: object) {
  const read = await readFile('export.json', strToU8(JSON.stringify(answer)), null);
  if (!read.ok) throw new Error(read.reason.code);
  return read.value;
}
const plain = (features: readonly GeoFeature[]) => features.map((f) => [f.properties.name, f.geometry]);

test('with places in the ways or in nodes', async () => {
  const [a, b] = LINE.coordinates.map(([lon, lat]) => ({ lon, lat }));
  const tags = { highway: 'primary', name: 'Quốc lộ 3' };
  const geom = { elements: [{ type: 'way', id: 1, tags, geometry: [a, b] }] };
  expect(plain((await reading(geom)).features)).toEqual([['Quốc lộ 3', LINE]]);
  const skeleton = {
    elements: [
      { type: 'way', id: 1, nodes: [7, 8], tags },
      { type: 'node', id: 7, ...a },
      { type: 'node', id: 8, ...b },
    ],
  };
  expect(plain((await reading(skeleton)).features)).toEqual([['Quốc lộ 3', LINE]]);
});

test('members named by their numbers are found, and nothing is bridged where the answer was cut', async () => {
  const way = (id: number, nodes: number[]) => ({ type: 'way', id, nodes });
  const node = (id: number) => ({ type: 'node', id, lon: 105.8 + id / 100, lat: 21.9 });
  const relation = {
    type: 'relation',
    id: 9,
    tags: { name: 'QL.3' },
    members: [
      { type: 'way', ref: 1, role: '' },
      { type: 'way', ref: 2, role: '' },
    ],
  };
  const elements = [
    relation,
    way(1, [1, 2, 99, 3, 4]),
    node(1),
    node(2),
    node(3),
    node(4),
    { ...relation, id: 10, members: [] },
  ];
  const { features } = await reading({ elements });
  expect(features.map((f) => f.geometry?.type ?? null)).toEqual(['MultiLineString', null]);
  expect(features[0]?.geometry?.coordinates).toHaveLength(2);
});

test('a border of several ways is an area with its holes, whatever their order; one that lacks a piece says so', async () => {
  const at = (x: number, y: number) => ({ lon: 105 + x / 100, lat: 21 + y / 100 });
  const member = (ref: number, role: string, ...geometry: object[]) => ({ type: 'way', ref, role, geometry });
  const [a, b, c, d] = [at(0, 0), at(9, 0), at(9, 9), at(0, 9)];
  const hole = [at(2, 2), at(4, 2), at(4, 4), at(2, 2)];
  // Two parts that touch in one corner, and a piece that is named twice.
  const far = [c, at(12, 9), at(12, 12), c];
  const members = [
    member(1, 'outer', a, b, c),
    member(5, 'inner', ...hole),
    member(2, 'outer', a, d),
    member(4, 'outer', ...far.slice(0, 3)),
    member(3, 'outer', c, d),
    member(3, 'outer', c, d),
    member(6, 'outer', ...far.slice(2)),
  ];
  const tags = { type: 'boundary', boundary: 'administrative', name: 'Xã Tân Kỳ' };
  const read = async (of: object[]) => {
    const ground = groundIn(
      (await reading({ elements: [{ type: 'relation', id: 1, tags, members: of }] })).features,
    );
    return ground.ok ? ground.value[0] : undefined;
  };
  for (const order of [members, members.toReversed(), [...members.slice(3), ...members.slice(0, 3)]]) {
    const found = await read(order);
    expect(found?.name).toBe('Xã Tân Kỳ');
    const sizes = found?.area?.map((rings) => rings.map((ring) => new Set(ring.map(String)).size));
    expect(sizes?.toSorted((x, y) => y.length - x.length)).toEqual([[4, 3], [3]]);
    const inside = (x: number, y: number) => isInside(found?.area ?? [], 105 + x / 100, 21 + y / 100);
    expect([inside(1, 5), inside(3.5, 2.5), inside(11.9, 9.5), inside(9.5, 11)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  }
  for (const lost of [0, 1, 2, 3, 4]) {
    // The second naming of the same way is no second piece.
    const left = members.filter((m) => m.ref !== members[lost]?.ref);
    const found = await read(left);
    expect([lost, found?.area === null]).toEqual([lost, lost !== 1]);
    if (lost !== 1) expect(found?.problem).toEqual({ code: 'ground.open-border' });
  }
});
