import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Unit } from '../model/entities/unit.ts';
import type { Area, LngLatPair } from '../model/rows.ts';
import { idOf } from '../testing.ts';
import { isInside } from './area.ts';
import { UnitGrid } from './grid.ts';

/** A star about a place: its corners lie in the order of their bearing, at distances of their own. */
function star([lng, lat]: LngLatPair, distances: readonly number[]): Area {
  const corners = distances.map((d, i): LngLatPair => {
    const bearing = (2 * Math.PI * i) / distances.length;
    return [lng + d * Math.cos(bearing), lat + d * Math.sin(bearing)];
  });
  return [[[...corners, corners[0] as LngLatPair]]];
}

const place = fc.tuple(
  fc.double({ min: 105, max: 106, noNaN: true }),
  fc.double({ min: 21, max: 22, noNaN: true }),
);
const outline = fc
  .tuple(place, fc.array(fc.double({ min: 0.001, max: 0.5, noNaN: true }), { minLength: 3, maxLength: 30 }))
  .map(([at, distances]) => star(at, distances));

const unitsOf = (areas: readonly Area[]): Unit[] =>
  areas.map((boundary, i) => ({
    id: idOf('V', i),
    version: 1,
    code: '',
    name: '',
    kind: 'xã',
    centre: null,
    parentId: null,
    contact: '',
    phone: '',
    boundary,
  }));

test('a grid knows of every place what asking all boundaries says, also on their corners', () => {
  fc.assert(
    fc.property(
      fc.array(outline, { minLength: 1, maxLength: 6 }),
      fc.array(place, { minLength: 100, maxLength: 300 }),
      (areas, places) => {
        const units = unitsOf(areas);
        const grid = new UnitGrid(units);
        const corners = areas.flatMap((a) => a[0]?.[0] ?? []);
        // Twice: what is known of a cell is known after the first.
        const wrong = [...places, ...corners, ...places].filter(
          ([lng, lat]) =>
            grid.unitAt(lng, lat) !==
            (units.find((u) => u.boundary !== null && isInside(u.boundary, lng, lat)) ?? null),
        );
        expect(wrong).toEqual([]);
      },
    ),
    // Smaller outlines tell no more, and take long to find.
    { numRuns: 60, endOnFailure: true },
  );
});

test('a place that is no number, and a campaign without boundaries, are nobody’s', () => {
  expect(new UnitGrid([]).unitAt(105.5, 21.5)).toBeNull();
  const [unit] = unitsOf([star([105.5, 21.5], [0.2, 0.2, 0.2, 0.2])]);
  const grid = new UnitGrid(unit === undefined ? [] : [unit]);
  expect(grid.unitAt(105.5, 21.5)).toBe(unit);
  expect(grid.unitAt(Number.NaN, 21.5)).toBeNull();
});
