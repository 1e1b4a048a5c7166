import { expect, test } from 'vitest';
import type { GeoFeature } from '../../../geo/geoFeature.ts';
import { withPointRoads } from './pointRoads.ts';
import { roadsIn } from './roadFile.ts';

const point = (number: number, ten: string, east: number): GeoFeature => ({
  number,
  properties: { 'Tên tuyến': ten },
  geometry: { type: 'Point', coordinates: [105.8 + east, 21.9] },
});

test('the points of a road in their order are its line; two points of a name are places', () => {
  const file = [
    point(1, 'QL.3', 0),
    point(2, 'ĐT.256', 0.1),
    point(3, 'QL.3', 0.01),
    point(4, 'ql.3', 0.02),
    point(5, 'ĐT.256', 0.2),
  ];
  const { features, problems } = roadsIn(file);
  expect(features.map((f) => [f.number, f.lines])).toEqual([
    [
      1,
      [
        [
          [105.8, 21.9],
          [105.81, 21.9],
          [105.82, 21.9],
        ],
      ],
    ],
  ]);
  expect(problems.map((p) => [p.where, p.reason.code])).toEqual([
    [2, 'feature.not-a-line'],
    [5, 'feature.not-a-line'],
  ]);
});

test('a file with lines, or with a name for each point, stays as it is', () => {
  const line: GeoFeature = {
    number: 4,
    properties: {},
    geometry: {
      type: 'LineString',
      coordinates: [
        [105, 21],
        [106, 21],
      ],
    },
  };
  const points = [point(1, 'QL.3', 0), point(2, 'QL.3', 1), point(3, 'QL.3', 2)];
  const mixed = [...points, line];
  expect(withPointRoads(mixed)).toBe(mixed);
  const places = [point(1, 'Cầu A', 0), point(2, 'Cầu B', 1), point(3, 'Cầu C', 2)];
  expect(withPointRoads(places)).toBe(places);
});
