/** Where the name of a unit can stand: on its own ground if it may, and off the roads and what is planned beside them. */
import { isInside } from '../../../domain/unit/area.ts';
import { latOf, lngOf, type View } from '../../../ui/map/world.ts';
import type { UnitName } from './baseDrawing.ts';
import type { RoadCells } from './roadCells.ts';

/** From the middle of a unit, in half widths of the name and in its lines: above it, then round about, then farther. */
const SPOTS: readonly (readonly [right: number, down: number])[] = [
  [0, -1],
  [0, 1.4],
  [1.25, 0],
  [-1.25, 0],
  [0.9, -2],
  [-0.9, -2],
  [0.9, 2.4],
  [-0.9, 2.4],
  [1.9, 0],
  [-1.9, 0],
];
const LINE = 14;
/** What stands beside a road reaches about so far from it, in pixels. */
const BESIDE = 20;
/** How bad it is that one end or the middle of a name lies on a neighbour's ground, in cells of road under the name. */
const OUTSIDE = 2;

/** Pixels of the canvas, the best spot first. `width`: of the name, in pixels. */
export function nameSpots(
  name: UnitName,
  width: number,
  v: View,
  roads: RoadCells,
): readonly (readonly [number, number])[] {
  const [x, y] = [name.x * v.scale, name.y * v.scale];
  const spots = SPOTS.map(([right, down]) => {
    const at = [x + (right * width) / 2, y + down * LINE] as const;
    const outside = [-0.45, 0, 0.45].filter(
      (part) =>
        name.area !== null &&
        !isInside(name.area, lngOf((at[0] + part * width) / v.scale), latOf(at[1] / v.scale)),
    );
    return {
      at: [at[0] - v.left, at[1] - v.top] as const,
      cost: roads.under(...at, width + BESIDE, 16 + BESIDE) + OUTSIDE * outside.length,
    };
  });
  return spots.sort((a, b) => a.cost - b.cost).map((s) => s.at);
}
