import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GAP_WIDTHS } from '../layout/gapWidths.ts';
import { gapsOf, layOut, quantityOf } from '../layout/layOut.ts';
import type { Unit } from '../model/entities/unit.ts';
import type { Area } from '../model/rows.ts';
import { idOf, measured, RULE } from '../testing.ts';
import { isInside } from './area.ts';
import { positionsByUnit, unitAt, unitIndex, unitRanges } from './units.ts';

function unit(n: number, boundary: Area, change: Partial<Unit> = {}): Unit {
  return {
    id: idOf('V', n),
    version: 1,
    code: '',
    name: `Xã ${n}`,
    kind: 'xã',
    centre: null,
    parentId: null,
    contact: '',
    phone: '',
    boundary,
    ...change,
  };
}
const box = (w: number, s: number, e: number, n: number): Area => [
  [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ],
];
const index = (units: readonly Unit[]) => unitIndex(new Map(units.map((u) => [u.id, u])));

test('a hole is outside, and an island in it is inside', () => {
  const ring = (w: number, n: number) => (box(w, w, n, n)[0] as Area[number])[0] as Area[number][number];
  const area: Area = [[ring(0, 10), ring(2, 8)], [ring(4, 6)]];
  expect([1, 3, 5].map((x) => isInside(area, x, x))).toEqual([true, false, true]);
});

test('a commune is asked before the district that it lies in', () => {
  const district = unit(1, box(105, 21, 107, 23));
  const commune = unit(2, box(105.7, 21.8, 105.8, 22), { parentId: district.id });
  expect(unitAt(index([district, commune]), 105.75, 21.9)?.id).toBe(commune.id);
  expect(unitAt(index([district, commune]), 106, 22)?.id).toBe(district.id);
  expect(unitAt(index([district, commune]), 100, 22)).toBeNull();
});

test('parents that run in a circle hang nothing', () => {
  const a = unit(1, box(105, 21, 106, 22), { parentId: idOf('V', 2) });
  const b = unit(2, box(105, 21, 106, 22), { parentId: idOf('V', 1) });
  expect(unitAt(index([a, b]), 105.5, 21.5)).not.toBeNull();
});

test('a road’s ranges follow one another, and change where the border is', () => {
  const road = measured();
  const border = 21.93;
  const units = index([unit(1, box(105, 21, 107, border)), unit(2, box(105, border, 107, 22))]);
  const ranges = unitRanges(units, road, 0, 20_000);
  expect(ranges.map((r) => r.unitId)).toEqual([idOf('V', 1), idOf('V', 2), null]);
  expect(ranges[0]?.from).toBe(0);
  expect(ranges[2]?.to).toBe(20_000);
  expect(ranges[1]?.from).toBe(ranges[0]?.to);
  const laid = layOut(
    { from: ranges[0]?.to ?? 0, to: (ranges[0]?.to ?? 0) + 1, rule: { ...RULE, spacing: 1 } },
    road,
    [],
  );
  expect(Math.abs((laid.lat[0] ?? 0) - border)).toBeLessThan(0.00005);
});

const FILE = resolve(import.meta.dirname, '../../../../shared/data/bac-kan-districts.geojson');

describe.skipIf(!existsSync(FILE))('the districts of Bắc Kạn (needs the shared data file)', () => {
  const districts = existsSync(FILE)
    ? (
        JSON.parse(readFileSync(FILE, 'utf8')) as {
          features: { properties: { name: string }; geometry: { coordinates: Area } }[];
        }
      ).features.map((f, i) => unit(i + 1, f.geometry.coordinates, { name: f.properties.name }))
    : [];
  const units = index(districts);

  test('quantities by district add up to the whole, for any road through the province and any rule', () => {
    const vertex = fc.tuple(
      fc.double({ min: 105.4, max: 106.3, noNaN: true }),
      fc.double({ min: 21.8, max: 22.8, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(vertex, { minLength: 2, maxLength: 6 }),
        fc.constantFrom(50, 120, 333),
        fc.constantFrom('left' as const, 'right' as const, 'both' as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (line, spacing, sides, part) => {
          const distinct = line.filter(
            (v, i) => i === 0 || v[0] !== line[i - 1]?.[0] || v[1] !== line[i - 1]?.[1],
          );
          fc.pre(distinct.length > 1);
          const road = measured({ line: distinct });
          const rule = { ...RULE, spacing, sides, except: ['bridge'] as const };
          const gaps = gapsOf(rule, [{ kind: 'bridge', from: 1000, to: 1700 }], GAP_WIDTHS);
          const stretch = { from: 0, to: Math.max(100, road.maxChainage * part), rule };
          const parts = positionsByUnit(units, layOut(stretch, road, gaps));
          const sum = [...parts.values()].reduce((a, b) => a + b, 0);
          expect(sum).toBe(quantityOf(stretch, gaps));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('Chợ Mới is found where Chợ Mới is', () => {
    expect(unitAt(units, 105.78, 21.9)?.name).toBe('Huyện Chợ Mới');
  });
});
