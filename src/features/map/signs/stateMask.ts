/** Where a road's state is drawn, and where roads run: what no sign may cover, and what only few may. */

import { Mask } from '../../../ui/map/mask.ts';
import type { Box } from '../../../ui/map/placing.ts';
import { type PaintedLine, RANK_WIDTHS, roadWidth, trace } from '../../../ui/map/roadPainter.ts';
import type { View } from '../../../ui/map/world.ts';
import { DOT, DOTS_FROM_ZOOM, LINES, SYMBOLS_FROM_ZOOM, symbolSize } from '../../../ui/symbols/sprites.ts';
import { type Batch, DRAFT, nearView, pushOf, screenX, screenY } from '../layers/batch.ts';
import { traceBeside } from '../layers/traceBeside.ts';

/** Pixels about what is drawn: its soft edge, and where it lands on whole pixels. */
const AIR = 2;

/** A piece of the world at a zoom as a canvas that begins there. */
export function viewOf(region: Box, zoom: number): View {
  return {
    zoom,
    scale: 256 * 2 ** zoom,
    left: region.left,
    top: region.top,
    width: region.right - region.left,
    height: region.bottom - region.top,
    ratio: 1,
  };
}

function emptyMask({ width, height }: View): Mask {
  return new Mask({ left: 0, top: 0, right: width, bottom: height });
}

/** All that is drawn of stretches, the way `StretchLayer` draws it. Masks count from the corner of the region. */
export function stateMask(stretches: readonly Batch[], region: Box, zoom: number): Mask {
  const view = viewOf(region, zoom);
  const mask = emptyMask(view);
  for (const batch of stretches) {
    if (!nearView(batch, view, 30)) continue;
    if (zoom < DOTS_FROM_ZOOM && batch.id !== DRAFT) {
      traceBeside(mask.pen(LINES[batch.state].width / 2 + AIR), batch, view);
      continue;
    }
    const radius = zoom < SYMBOLS_FROM_ZOOM ? DOT / 2 + AIR : symbolSize(zoom) * 0.625 + AIR;
    const push = pushOf(batch, view);
    for (let i = 0; i < batch.x.length; i++)
      mask.dot(screenX(batch, i, view, push), screenY(batch, i, view, push), radius);
  }
  return mask;
}

export function roadMask(lines: readonly PaintedLine[], region: Box, zoom: number): Mask {
  const view = viewOf(region, zoom);
  const mask = emptyMask(view);
  for (const line of lines) {
    const [w, n, e, s] = line.box;
    const near =
      e * view.scale > region.left &&
      w * view.scale < region.right &&
      s * view.scale > region.top &&
      n * view.scale < region.bottom;
    if (near) trace(mask.pen((roadWidth(zoom) * (RANK_WIDTHS[line.rank] ?? 1)) / 2 + AIR), line, view);
  }
  return mask;
}
