/** Marks that would cover each other share a cell, which shows the most urgent of them and knows how many there are. */
import type { View } from '../../../ui/map/world.ts';
import { URGENCY } from '../../../ui/symbols/sprites.ts';
import { type Batch, nearView, pushOf, screenX, screenY } from './batch.ts';

/** A grid over the canvas: per cell how many marks, and which one is shown. */
class Cells {
  readonly columns: number;
  readonly count: Uint32Array;
  readonly batch: Int32Array;
  readonly index: Int32Array;
  readonly used: number[] = [];

  constructor(width: number, height: number, size: number) {
    this.columns = Math.ceil(width / size) + 1;
    const n = this.columns * (Math.ceil(height / size) + 1);
    this.count = new Uint32Array(n);
    this.batch = new Int32Array(n);
    this.index = new Int32Array(n);
  }
}

export function fillCells(
  batches: readonly Batch[],
  view: View,
  size: number,
  wanted: (b: Batch) => boolean,
): Cells {
  const cells = new Cells(view.width, view.height, size);
  const { width, height } = view;
  batches.forEach((batch, at) => {
    if (!wanted(batch) || !nearView(batch, view, size)) return;
    const urgency = URGENCY[batch.state];
    const push = pushOf(batch, view);
    for (let i = 0; i < batch.x.length; i++) {
      const px = screenX(batch, i, view, push);
      const py = screenY(batch, i, view, push);
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const cell = Math.floor(py / size) * cells.columns + Math.floor(px / size);
      const before = cells.count[cell] as number;
      cells.count[cell] = before + 1;
      if (before === 0) cells.used.push(cell);
      else if (urgency <= URGENCY[(batches[cells.batch[cell] as number] as Batch).state]) continue;
      cells.batch[cell] = at;
      cells.index[cell] = i;
    }
  });
  return cells;
}
