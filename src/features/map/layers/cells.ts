/** Marks that would cover each other share a cell, which shows the most urgent of them. */
import type { View } from '../../../ui/map/world.ts';
import { URGENCY } from '../../../ui/symbols/sprites.ts';
import { type Batch, nearView, pushOf, screenX, screenY, stateAt } from './batch.ts';

/** A grid over the canvas: which mark each cell shows. */
class Cells {
  readonly columns: number;
  readonly batch: Int32Array;
  readonly index: Int32Array;
  readonly used: number[] = [];

  constructor(width: number, height: number, size: number) {
    this.columns = Math.ceil(width / size) + 2;
    const n = this.columns * (Math.ceil(height / size) + 2);
    this.batch = new Int32Array(n).fill(-1);
    this.index = new Int32Array(n);
  }
}

export function fillCells(batches: readonly Batch[], view: View, size: number): Cells {
  const cells = new Cells(view.width, view.height, size);
  const { width, height } = view;
  // The grid is the world's, not the canvas's: what it shows stays the same while one pans.
  const shiftX = view.left - Math.floor(view.left / size) * size;
  const shiftY = view.top - Math.floor(view.top / size) * size;
  batches.forEach((batch, at) => {
    if (!nearView(batch, view, size)) return;
    const { states } = batch;
    const whole = URGENCY[batch.state];
    const push = pushOf(batch, view);
    for (let i = 0; i < batch.x.length; i++) {
      const px = screenX(batch, i, view, push);
      const py = screenY(batch, i, view, push);
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const cell = Math.floor((py + shiftY) / size) * cells.columns + Math.floor((px + shiftX) / size);
      const before = cells.batch[cell] as number;
      if (before < 0) cells.used.push(cell);
      else {
        const urgency = states == null ? whole : URGENCY[stateAt(batch, i)];
        if (urgency <= URGENCY[stateAt(batches[before] as Batch, cells.index[cell] as number)]) continue;
      }
      cells.batch[cell] = at;
      cells.index[cell] = i;
    }
  });
  return cells;
}
