/** Which parts of a piece of the map are drawn on, in coarse cells: whether a box is free takes four look-ups. */
import type { Box } from './placing.ts';
import type { Pen } from './roadPainter.ts';

const CELL = 4;
/** Pixels between the places of a line that are looked at: less than a cell, so that none is stepped over. */
const STEP = 3;

export class Mask {
  readonly #left: number;
  readonly #top: number;
  readonly #columns: number;
  readonly #rows: number;
  /** While it is drawn on: 1 a cell. Then how many there are above and to the left, one row and column more. */
  #cells: Uint8Array;
  #sums: Uint32Array | null = null;
  #pen: readonly [number, number] = [0, 0];

  /** In the pixels in which everything else is given. */
  constructor({ left, top, right, bottom }: Box) {
    this.#left = left;
    this.#top = top;
    this.#columns = Math.max(1, Math.ceil((right - left) / CELL));
    this.#rows = Math.max(1, Math.ceil((bottom - top) / CELL));
    this.#cells = new Uint8Array(this.#columns * this.#rows);
  }

  /** A square round a point is drawn on. */
  dot(x: number, y: number, radius: number): void {
    this.#sums = null;
    const [l, t] = [x - this.#left, y - this.#top];
    const first = Math.max(0, Math.floor((l - radius) / CELL));
    const last = Math.min(this.#columns - 1, Math.floor((l + radius) / CELL));
    const end = Math.min(this.#rows - 1, Math.floor((t + radius) / CELL));
    for (let row = Math.max(0, Math.floor((t - radius) / CELL)); row <= end; row++)
      if (last >= first) this.#cells.fill(1, row * this.#columns + first, row * this.#columns + last + 1);
  }

  /** A pen of a width, moved the way a canvas's is. */
  pen(radius: number): Pen {
    return {
      moveTo: (x, y) => {
        this.#pen = [x, y];
        this.dot(x, y, radius);
      },
      lineTo: (x, y) => this.#line(x, y, radius),
    };
  }

  #line(x: number, y: number, radius: number): void {
    const [px, py] = this.#pen;
    this.#pen = [x, y];
    const [dx, dy] = [x - px, y - py];
    const length = Math.hypot(dx, dy);
    const [from, to] = this.#part(px, py, dx, dy, length === 0 ? 0 : (radius + CELL) / length);
    // Counted from where the line begins, so that a piece of it looks the same in every mask.
    for (let at = Math.ceil((from * length) / STEP) * STEP; at < to * length; at += STEP)
      this.dot(px + (dx * at) / length, py + (dy * at) / length, radius);
    this.dot(x, y, radius);
  }

  /** The part of a line that can touch the mask, from 0 to 1: of a road that runs through the view most lies outside. */
  #part(px: number, py: number, dx: number, dy: number, slack: number): readonly [number, number] {
    let [from, to] = [0, 1];
    const within = (p: number, d: number, least: number, most: number) => {
      if (d === 0) {
        if (p < least - CELL * 8 || p > most + CELL * 8) to = -1;
        return;
      }
      const [a, b] = [(least - p) / d, (most - p) / d];
      from = Math.max(from, Math.min(a, b) - slack);
      to = Math.min(to, Math.max(a, b) + slack);
    };
    within(px, dx, this.#left, this.#left + this.#columns * CELL);
    within(py, dy, this.#top, this.#top + this.#rows * CELL);
    return [from, to];
  }

  /** Whether anything is drawn in a box; what lies beyond the mask is free. */
  touches({ left, top, right, bottom }: Box): boolean {
    const sums = this.#summed();
    const wide = this.#columns + 1;
    const clamp = (n: number, most: number) => Math.max(0, Math.min(most, n));
    const l = clamp(Math.floor((left - this.#left) / CELL), this.#columns);
    const r = clamp(Math.ceil((right - this.#left) / CELL), this.#columns);
    const t = clamp(Math.floor((top - this.#top) / CELL), this.#rows);
    const b = clamp(Math.ceil((bottom - this.#top) / CELL), this.#rows);
    const sum = (column: number, row: number) => sums[row * wide + column] as number;
    return sum(r, b) - sum(l, b) - sum(r, t) + sum(l, t) > 0;
  }

  #summed(): Uint32Array {
    if (this.#sums !== null) return this.#sums;
    const wide = this.#columns + 1;
    const sums = new Uint32Array(wide * (this.#rows + 1));
    for (let row = 0; row < this.#rows; row++) {
      let inRow = 0;
      for (let column = 0; column < this.#columns; column++) {
        inRow += this.#cells[row * this.#columns + column] as number;
        sums[(row + 1) * wide + column + 1] = (sums[row * wide + column + 1] as number) + inRow;
      }
    }
    this.#sums = sums;
    return sums;
  }
}
