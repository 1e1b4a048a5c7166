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
