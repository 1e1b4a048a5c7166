/** The positions of one placement, ready to be drawn: in world coordinates, with the box that tells whether they are in view. */
import type { Positions } from '../../domain/layout/layOut.ts';
import type { Id, PlacementState } from '../../domain/model/rows.ts';
import { type View, worldX, worldY } from '../../ui/map/world.ts';
import type { ShapeName } from '../../ui/symbols/shapes.ts';

/** The name of the batch that is being drawn and is no placement yet. */
export const DRAFT = 'draft';

export interface Batch {
  readonly id: Id;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly box: readonly [west: number, north: number, east: number, south: number];
  readonly shape: ShapeName;
  readonly state: PlacementState;
  /** −1 left, 0 median, 1 right. */
  readonly side: Int8Array;
  /** World distance between neighbours that tells a gap from a step. */
  readonly jump: number;
  /** A single thing is drawn as its symbol at every zoom; positions of a stretch as dots until there is room. */
  readonly single: boolean;
}

export function batchOf(
  id: Id,
  positions: Positions,
  look: Pick<Batch, 'shape' | 'state' | 'single'>,
): Batch {
  const { count } = positions;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let [w, n, e, s] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const px = worldX(positions.lng[i] as number);
    const py = worldY(positions.lat[i] as number);
    x[i] = px;
    y[i] = py;
    if (px < w) w = px;
    if (px > e) e = px;
    if (py < n) n = py;
    if (py > s) s = py;
  }
  return { id, x, y, box: [w, n, e, s], side: positions.side, jump: jumpOf(x, y), ...look };
}

/** Half as much again as the usual step, which is the median of the first few: bridges are rarer than steps. */
function jumpOf(x: Float64Array, y: Float64Array): number {
  const steps: number[] = [];
  for (let i = 1; i < Math.min(x.length, 40); i++)
    steps.push(Math.hypot((x[i] as number) - (x[i - 1] as number), (y[i] as number) - (y[i - 1] as number)));
  steps.sort((a, b) => a - b);
  return (steps[steps.length >> 1] ?? 0) * 1.6;
}

export function nearView({ box: [w, n, e, s] }: Batch, view: View, margin: number): boolean {
  return (
    e * view.scale > view.left - margin &&
    w * view.scale < view.left + view.width + margin &&
    s * view.scale > view.top - margin &&
    n * view.scale < view.top + view.height + margin
  );
}
