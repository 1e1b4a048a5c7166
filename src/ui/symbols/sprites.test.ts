import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Sprite, SpriteSheet } from './sprites.ts';

const ratios = fc.constantFrom(1, 1.25, 1.5, 2);
const place = fc.double({ min: -500, max: 3000, noNaN: true });
const side = fc.integer({ min: 1, max: 80 });

test('a sprite lands on whole pixels of the canvas, unscaled, within half a pixel of its place', () => {
  fc.assert(
    fc.property(ratios, place, place, side, side, (ratio, x, y, width, height) => {
      let drawn: readonly number[] = [];
      const context = {
        drawImage: (_: Sprite, ...at: readonly number[]) => {
          drawn = at.map((n) => n * ratio);
        },
      } as unknown as CanvasRenderingContext2D;
      new SpriteSheet(ratio).stamp(context, { width, height } as Sprite, x, y);
      const [left = Number.NaN, top = Number.NaN, w, h] = drawn;
      for (const edge of [left, top]) expect(edge).toBeCloseTo(Math.round(edge), 6);
      expect(w).toBeCloseTo(width, 6);
      expect(h).toBeCloseTo(height, 6);
      expect(Math.abs(left + width / 2 - x * ratio)).toBeLessThanOrEqual(0.5 + 1e-6);
      expect(Math.abs(top + height / 2 - y * ratio)).toBeLessThanOrEqual(0.5 + 1e-6);
    }),
  );
});
