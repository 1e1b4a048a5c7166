import { type Pen, roadWidth } from '../../../ui/map/roadPainter.ts';
import type { View } from '../../../ui/map/world.ts';
import type { StateName } from '../../../ui/symbols/sprites.ts';
import type { Batch } from './batch.ts';

/**
 * Pixels between the corners of a line: a chord of so few leaves a bend that can be seen as one by less than a pixel, and
 * each corner takes time.
 */
const STEP = 5;

/** By squares: this is asked for every position in every frame. */
function isFarther(dx: number, dy: number, limit: number): boolean {
  return dx * dx + dy * dy > limit * limit;
}

/**
 * Traces the positions of each side in turn, pushed away from the road by a few pixels so that both sides show. A
 * jump (a bridge, the change of side) breaks the line. Gives the number of corners. `only`: the way to each position
 * that is so far, from the one before it.
 */
export function traceBeside(context: Pen, batch: Batch, view: View, only?: StateName): number {
  const { x, y, side, jump, states } = batch;
  const offset = roadWidth(view.zoom) / 2 + 2.5;
  let [px, py, ps] = [0, 0, 2];
  // The place before this one, drawn or not: only from it can a jump be told from many small steps.
  let [bx, by] = [0, 0];
  let drawing = false;
  let corners = 0;
  const corner = (cx: number, cy: number) => {
    const dx = cx - px;
    const dy = cy - py;
    const d = Math.sqrt(dx * dx + dy * dy);
    const k = d === 0 ? 0 : (ps * offset) / d;
    if (!drawing) context.moveTo(px - dy * k, py + dx * k);
    context.lineTo(cx - dy * k, cy + dx * k);
    drawing = true;
    corners++;
    [px, py] = [cx, cy];
  };
  for (let i = 0; i < x.length; i++) {
    const cx = (x[i] as number) * view.scale - view.left;
    const cy = (y[i] as number) * view.scale - view.top;
    const s = side[i] as number;
    if (s !== ps || isFarther(cx - bx, cy - by, jump * view.scale)) {
      // What was passed over at the end of a run.
      if (bx !== px || by !== py) corner(bx, by);
      [px, py, ps] = [cx, cy, s];
      drawing = false;
    } else if (only !== undefined && states?.[i] !== only) {
      // What was passed over before the line ends here.
      if (drawing && (bx !== px || by !== py)) corner(bx, by);
      [px, py] = [cx, cy];
      drawing = false;
    } else if (isFarther(cx - px, cy - py, STEP)) corner(cx, cy);
    [bx, by] = [cx, cy];
  }
  if ((drawing || only === undefined) && (bx !== px || by !== py)) corner(bx, by);
  return corners;
}
