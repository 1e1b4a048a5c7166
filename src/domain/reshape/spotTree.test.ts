import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart, type Spot } from './spots.ts';
import { SpotTree } from './spotTree.ts';

const spot = fc
  .tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }))
  .map(([x, y]): Spot => ({ lng: 105 + x / 100_000, lat: 21 + y / 100_000, side: 1, chainage: 0 }));

test('finds what looking at every spot finds, with reach and without', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(spot, fc.integer({ min: 0, max: 900 })), { minLength: 1, maxLength: 300 }),
      fc.array(spot, { minLength: 1, maxLength: 20 }),
      (known, asked) => {
        const spots = known.map(([s]) => s);
        const reach = known.map(([, metres]) => metres);
        const [plain, reaching] = [new SpotTree(spots), new SpotTree(spots, reach)];
        for (const from of asked) {
          expect(plain.nearest(from)).toBe(Math.min(...spots.map((s) => apart(from, s))));
          const all = spots.map((s, i) => apart(from, s) - (reach[i] as number));
          expect(reaching.nearest(from)).toBe(Math.min(...all));
          expect(reaching.nearest(from, 0) <= 0).toBe(all.some((metres) => metres <= 0));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('spots that lie equally far from each other are not all held against each other', () => {
  const around = (radius: number, i: number): Spot => {
    const angle = (i / 4000) * 2 * Math.PI;
    return { lng: 105 + radius * Math.cos(angle), lat: 21 + radius * Math.sin(angle), side: 1, chainage: i };
  };
  const circle = Array.from({ length: 4000 }, (_, i) => around(0.01, i));
  let looked = 0;
  const counted = circle.map((spot) => ({
    ...spot,
    get lat() {
      looked++;
      return spot.lat;
    },
  }));
  const tree = new SpotTree(counted);
  for (let i = 0; i < 4000; i++) expect(tree.nearest(around(1e-7, i))).toBeGreaterThan(900);
  expect(looked).toBeLessThan(4000 * 1000);
});
