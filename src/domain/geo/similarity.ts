/** Laying a drawing on the map by two points that are known on both: moved, turned and sized, never bent. */
import { fail, ok, type Result } from '../model/result.ts';

/** x′ = a·x − b·y + e; y′ = b·x + a·y + f. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly e: number;
  readonly f: number;
}

export type Pair = readonly [number, number];

/**
 * The similarity that takes two points of a picture (pixels, y downwards) to two places (any plane with y downwards,
 * such as Web Mercator's unit square). Fails with `picture.same-point` when the two are one in either.
 */
export function similarityOf(from: readonly [Pair, Pair], to: readonly [Pair, Pair]): Result<Similarity> {
  const [[x1, y1], [x2, y2]] = from;
  const [[u1, v1], [u2, v2]] = to;
  const [dx, dy, du, dv] = [x2 - x1, y2 - y1, u2 - u1, v2 - v1];
  const length = dx * dx + dy * dy;
  if (length < 1 || du * du + dv * dv === 0) return fail('picture.same-point');
  const a = (dx * du + dy * dv) / length;
  const b = (dx * dv - dy * du) / length;
  return ok({ a, b, e: u1 - a * x1 + b * y1, f: v1 - b * x1 - a * y1 });
}

export function applySimilarity({ a, b, e, f }: Similarity, [x, y]: Pair): Pair {
  return [a * x - b * y + e, b * x + a * y + f];
}
