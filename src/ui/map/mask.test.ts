import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Mask } from './mask.ts';
import { boxAround } from './placing.ts';

const ground = { left: 100, top: -50, right: 500, bottom: 250 };
const inside = fc.tuple(fc.integer({ min: 110, max: 490 }), fc.integer({ min: -40, max: 240 }));
const anywhere = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }));

test('an empty mask is free everywhere, and so is what lies beyond it', () => {
  const mask = new Mask(ground);
  expect(mask.touches(boxAround(300, 100, 9000, 9000))).toBe(false);
  mask.dot(300, 100, 3);
  expect(mask.touches(boxAround(3000, 100, 50, 50))).toBe(false);
  expect(mask.touches(boxAround(300, 100, 2, 2))).toBe(true);
});

test('every point of a line is on it, from wherever it comes, and nothing is that is farther than its width and a cell', () => {
  fc.assert(
    fc.property(
      anywhere,
      anywhere,
      fc.double({ min: 0, max: 1, noNaN: true }),
      ([ax, ay], [bx, by], part) => {
        const mask = new Mask(ground);
        const pen = mask.pen(3);
        pen.moveTo(ax, ay);
        pen.lineTo(bx, by);
        const [x, y] = [ax + (bx - ax) * part, ay + (by - ay) * part];
        if (x > 100 && x < 500 && y > -50 && y < 250) expect(mask.touches(boxAround(x, y, 1, 1))).toBe(true);
        const [nx, ny] = [-(by - ay), bx - ax];
        const length = Math.hypot(nx, ny);
        if (length === 0) return;
        const away = 14;
        const [ox, oy] = [x + (nx / length) * away, y + (ny / length) * away];
        expect(mask.touches(boxAround(ox, oy, 1, 1))).toBe(false);
      },
    ),
    { numRuns: 400 },
  );
});

test('a box is touched exactly where one of its points is', () => {
  fc.assert(
    fc.property(inside, inside, fc.integer({ min: 1, max: 60 }), ([dx, dy], [x, y], side) => {
      const mask = new Mask(ground);
      mask.dot(dx, dy, 4);
      const near = Math.max(Math.abs(dx - x), Math.abs(dy - y)) - 4 - side / 2;
      if (near < 0) expect(mask.touches(boxAround(x, y, side, side))).toBe(true);
      if (near > 8) expect(mask.touches(boxAround(x, y, side, side))).toBe(false);
    }),
  );
});
