/** The spots that signs on the map could take, in pixels of the world at a zoom, the best first. */

import { boxAround, type Spot } from '../../../ui/map/placing.ts';
import { roadWidth } from '../../../ui/map/roadPainter.ts';
import type { Foot } from '../layers/batch.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A piece of a spot's ground: the sign itself, with its box. */
export function spotAt(x: number, y: number, { width, height }: Size, more: Partial<Spot> = {}): Spot {
  return { x, y, boxes: [boxAround(x, y, width, height)], ...more };
}

/** Beside a place of a road, on each of these sides in turn (−1 left, 1 right), the nearer ones first. */
export function besideRoad(
  foot: Foot,
  size: Size,
  zoom: number,
  { sides, gaps }: { readonly sides: readonly (-1 | 1)[]; readonly gaps: readonly number[] },
): readonly Spot[] {
  const scale = 256 * 2 ** zoom;
  const [x, y] = [foot.x * scale, foot.y * scale];
  const edge = roadWidth(zoom) / 2;
  const reach = (Math.abs(foot.nx) * size.width + Math.abs(foot.ny) * size.height) / 2;
  return gaps.flatMap((gap) =>
    sides.map((side) => {
      const far = side * (edge + gap + reach);
      // The line begins beside what is drawn of the road's state.
      const from = side * (edge + Math.min(gap, STATE));
      return spotAt(x + foot.nx * far, y + foot.ny * far, size, {
        from: [x + foot.nx * from, y + foot.ny * from],
      });
    }),
  );
}

/** Pixels beside a road that its state takes. */
export const STATE = 7;

/** Round about a place, the nearest first, with a line to it. */
export function roundAbout(x: number, y: number, size: Size, rings: readonly number[]): readonly Spot[] {
  return rings.flatMap((ring) =>
    EIGHTHS.map(([right, down]) =>
      spotAt(x + right * size.width * ring, y + down * size.height * ring, size, { from: [x, y] }),
    ),
  );
}

const EIGHTHS = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0.8, 0.8],
  [-0.8, 0.8],
] as const;
