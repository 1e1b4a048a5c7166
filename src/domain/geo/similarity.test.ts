import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applySimilarity, type Pair, similarityOf } from './similarity.ts';

const pixel = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 3000 }));

test('the two points come to lie where they were said to, and lengths keep their proportion', () => {
  fc.assert(
    fc.property(pixel, pixel, pixel, pixel, pixel, (p, q, u, v, other) => {
      fc.pre(Math.hypot(p[0] - q[0], p[1] - q[1]) > 2 && Math.hypot(u[0] - v[0], u[1] - v[1]) > 2);
      const s = similarityOf([p, q], [u, v]);
      if (!s.ok) throw new Error(s.reason.code);
      const [pu, pv] = applySimilarity(s.value, p);
      const [qu, qv] = applySimilarity(s.value, q);
      expect(Math.hypot(pu - u[0], pv - u[1])).toBeLessThan(1e-6);
      expect(Math.hypot(qu - v[0], qv - v[1])).toBeLessThan(1e-6);
      const size = Math.hypot(s.value.a, s.value.b);
      const o = applySimilarity(s.value, other);
      const before = Math.hypot(other[0] - p[0], other[1] - p[1]);
      expect(Math.hypot(o[0] - pu, o[1] - pv)).toBeCloseTo(before * size, 4);
    }),
  );
});

test('two points that are one say nothing', () => {
  const p: Pair = [3, 4];
  expect(
    similarityOf(
      [p, p],
      [
        [0, 0],
        [1, 1],
      ],
    ),
  ).toMatchObject({ ok: false });
  expect(
    similarityOf(
      [
        [0, 0],
        [9, 9],
      ],
      [p, p],
    ),
  ).toMatchObject({ ok: false });
});
