/** A ring is measured from its junction. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineLength } from '../../../geo/geodesic.ts';
import type { GeoFeature } from '../../../geo/geoFeature.ts';
import { offersOf, proposeSettings } from '../planImport.ts';
import { roadsIn } from '../reading/roadFile.ts';
import { beginningAt, isRing } from './ringStart.ts';

const at = (east: number, north: number) => [105.8 + east / 103_300, 21.9 + north / 110_700];
const RING = Array.from({ length: 49 }, (_, i) =>
  at(500 * Math.sin((i * Math.PI) / 24), -500 * Math.cos((i * Math.PI) / 24)),
);
const way = (number: number, name: string, coordinates: unknown): GeoFeature => ({
  number,
  properties: { name },
  geometry: { type: 'LineString', coordinates },
});
const startOf = (features: readonly GeoFeature[]) => {
  const file = roadsIn(features);
  const [ring] = offersOf(file, { ...proposeSettings(file), pieces: 'name', otherwise: [] }, '').offers;
  return ring?.road?.fields.line[0]?.map((d) => d.toFixed(5));
};
const rounded = (c: readonly number[] | undefined) => c?.map((d) => d.toFixed(5));

test('by its own stub, else by a road that ends at it, else by one that crosses it; else where the file begins', () => {
  const stub = way(2, 'Vành đai', [RING[12], at(700, 0)]);
  const ending = way(3, 'Đường 1', [at(0, 2000), RING[24]]);
  const crossing = way(4, 'Đường 2', [at(-5000, 0), RING[36], at(5000, 0)]);
  const ring = way(1, 'Vành đai', RING);
  expect(startOf([ring, crossing, ending, stub])).toEqual(rounded(RING[12]));
  expect(startOf([ring, crossing, ending])).toEqual(rounded(RING[24]));
  expect(startOf([ring, crossing])).toEqual(rounded(RING[36]));
  expect(startOf([ring])).toEqual(rounded(RING[0]));
});

/** 1 where a ring runs to the left, -1 where it runs to the right. */
const roundOf = (ring: readonly (readonly number[])[]) =>
  Math.sign(
    ring.slice(1).reduce((sum, [x = 0, y = 0], i) => {
      const [px = 0, py = 0] = ring[i] ?? [];
      return sum + (px - 105.8) * (y - 21.9) - (x - 105.8) * (py - 21.9);
    }, 0),
  );

test('wherever it begins, a ring keeps its length, its way round, and stays closed', () => {
  const length = lineLength(RING);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const turned = beginningAt(RING, share * length);
      expect(isRing(turned)).toBe(true);
      expect(Math.abs(lineLength(turned) - length)).toBeLessThan(0.05);
      expect(roundOf(turned)).toBe(roundOf(RING));
    }),
  );
});
