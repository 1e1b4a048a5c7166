/** The positions of one placement, ready to be drawn: in world coordinates, with the box that tells whether they are in view. */
import type { Positions } from '../../../domain/layout/layOut.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { roadWidth } from '../../../ui/map/roadPainter.ts';
import { type View, worldX, worldY } from '../../../ui/map/world.ts';
import type { ColourName, ShapeName } from '../../../ui/symbols/shapes.ts';
import type { StateName } from '../../../ui/symbols/sprites.ts';

/** The name of the batch that is being drawn and is no placement yet. */
export const DRAFT = 'draft';

/** Below what is selected or under the pointer. */
export const HALO = 'rgb(36 89 168 / 28%)';

export interface Batch {
  readonly id: Id;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly box: readonly [west: number, north: number, east: number, south: number];
  readonly shape: ShapeName;
  readonly colour: ColourName;
  readonly glyph: string;
  readonly state: StateName;
  /** Of each position, where they are not all so far; absent or null: all as `state`. */
  readonly states?: readonly StateName[] | null;
  /** −1 left, 0 median, 1 right. */
  readonly side: Int8Array;
  /** Away from the road, on screen, as unit vectors: on the map a road is wider than it is. */
  readonly nx: Float32Array;
  readonly ny: Float32Array;
  /** World distance between neighbours that tells a gap from a step. */
  readonly jump: number;
  /** A single thing is a sign on the map; positions of a stretch are lines and dots until there is room. */
  readonly single: boolean;
  /** Of a single thing at a road: the place in the middle of it, and the direction to its right on screen. */
  readonly foot: Foot | null;
}

export interface Foot {
  readonly x: number;
  readonly y: number;
  readonly nx: number;
  readonly ny: number;
}

export function batchOf(
  id: Id,
  positions: Positions,
  look: Pick<Batch, 'shape' | 'colour' | 'glyph' | 'state' | 'states' | 'single'>,
  foot: Foot | null = null,
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
  const { nx, ny } = normalsOf(x, y, positions.side);
  return { id, x, y, box: [w, n, e, s], side: positions.side, nx, ny, jump: jumpOf(x, y), foot, ...look };
}

/** The direction of the road at a position is that to its neighbour on the same side; a lone one has none. */
function normalsOf(x: Float64Array, y: Float64Array, side: Int8Array): Pick<Batch, 'nx' | 'ny'> {
  const nx = new Float32Array(x.length);
  const ny = new Float32Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const last = i + 1 === x.length || side[i + 1] !== side[i];
    const [a, b] = last ? [i - 1, i] : [i, i + 1];
    if (a < 0 || side[a] !== side[b]) continue;
    const dx = (x[b] as number) - (x[a] as number);
    const dy = (y[b] as number) - (y[a] as number);
    const d = Math.sqrt(dx * dx + dy * dy);
    if (d === 0) continue;
    nx[i] = (-dy / d) * (side[i] as number);
    ny[i] = (dx / d) * (side[i] as number);
  }
  return { nx, ny };
}

/** Metres that the positions of a usual stretch stand from the middle of their road. */
const USUAL_OFFSET = 7;
const EQUATOR = 40_075_017;

/** How many pixels a batch's positions are pushed away from the road, so that they stand beside its drawn width. */
export function pushOf({ box }: Batch, view: View): number {
  // cos(latitude) from the world coordinate: 1 / cosh of the Mercator ordinate.
  const cos = 1 / Math.cosh(Math.PI * (1 - 2 * box[1]));
  const offset = (USUAL_OFFSET * view.scale) / (EQUATOR * cos);
  return Math.max(0, roadWidth(view.zoom) / 2 + 3 - offset);
}

export function stateAt({ state, states }: Batch, i: number): StateName {
  return states == null ? state : (states[i] as StateName);
}

export function screenX(batch: Batch, i: number, view: View, push: number): number {
  return (batch.x[i] as number) * view.scale - view.left + (batch.nx[i] as number) * push;
}

export function screenY(batch: Batch, i: number, view: View, push: number): number {
  return (batch.y[i] as number) * view.scale - view.top + (batch.ny[i] as number) * push;
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
