/** How near one has to go that the things behind a number stand apart. */
import type { Batch } from '../layers/batch.ts';
import { groupPoints } from './points.ts';

const STEP = 0.5;
/** A click on a number goes nearer by so much at least: half a step looks like nothing. */
const LEAST = 1;

/** The zoom at which they are more than one sign; null where they are one at the nearest too. */
export function zoomApart(members: readonly Batch[], zoom: number, nearest: number): number | null {
  for (let z = Math.min(nearest, zoom + LEAST); z <= nearest && z > zoom; z += STEP)
    if (groupPoints(members, z).length > 1) return z;
  return null;
}

/** The middle of them, in world coordinates. */
export function middleOf(members: readonly Batch[]): readonly [x: number, y: number] {
  const boxes = members.map((m) => m.box);
  const [w, n] = [Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1]))];
  const [e, s] = [Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3]))];
  return [(w + e) / 2, (n + s) / 2];
}
