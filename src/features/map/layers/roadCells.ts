/** Where roads run on the screen, in coarse cells: so that names keep off them and off what stands beside them. */
import type { PaintedLine } from '../../../ui/map/roadPainter.ts';
import type { View } from '../../../ui/map/world.ts';

const CELL = 12;

export class RoadCells {
  readonly #taken = new Set<number>();

  /** The lines that touch the view; the cells are of the world, so that a name stays where it is while one pans. */
  constructor(lines: readonly PaintedLine[], v: View) {
    for (const line of lines) {
      const [w, n, e, s] = line.box;
      if (e * v.scale < v.left || w * v.scale > v.left + v.width) continue;
      if (s * v.scale < v.top || n * v.scale > v.top + v.height) continue;
      this.#add(line, v.scale);
    }
  }

  #add({ x, y }: PaintedLine, scale: number): void {
    let [px, py] = [(x[0] as number) * scale, (y[0] as number) * scale];
    for (let i = 0; i < x.length; i++) {
      const [qx, qy] = [(x[i] as number) * scale, (y[i] as number) * scale];
      const length = Math.hypot(qx - px, qy - py);
      if (length < CELL / 2 && i > 0 && i < x.length - 1) continue;
      // A long straight crosses cells between its ends; one that would take thousands of steps is far larger than a view.
      const steps = Math.min(4000, Math.max(1, Math.ceil(length / (CELL / 2))));
      for (let k = 1; k <= steps; k++)
        this.#taken.add(key(px + ((qx - px) * k) / steps, py + ((qy - py) * k) / steps));
      [px, py] = [qx, qy];
    }
  }

  /** How many cells with a road a box has; x and y in pixels of the world at the view's zoom. */
  under(x: number, y: number, width: number, height: number): number {
    let count = 0;
    for (let cx = x - width / 2; cx <= x + width / 2; cx += CELL)
      for (let cy = y - height / 2; cy <= y + height / 2; cy += CELL)
        if (this.#taken.has(key(cx, cy))) count++;
    return count;
  }
}

function key(x: number, y: number): number {
  return Math.floor(x / CELL) * 0x4000000 + Math.floor(y / CELL);
}
