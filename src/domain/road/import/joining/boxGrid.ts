/** Which lines lie near a line, by their boxes: found without holding each against each. */
import type { Line } from '../../line.ts';

/** Degrees: some five hundred metres. */
const CELL = 0.005;
/** A line over more cells than this is kept in a list of its own, which is short. */
const MOST_CELLS = 100;

type Box = readonly [west: number, south: number, east: number, north: number];

export class BoxGrid {
  readonly #cells = new Map<number, number[]>();
  readonly #wide: number[] = [];
  readonly #boxes: Box[] = [];

  /** Adds a line; lines are numbered from 0 as they come. */
  add(line: Line): void {
    const box = boxOf(line);
    const id = this.#boxes.push(box) - 1;
    const cells = cellsOf(box);
    if (cells === null) this.#wide.push(id);
    else
      for (const cell of cells) {
        const here = this.#cells.get(cell);
        if (here === undefined) this.#cells.set(cell, [id]);
        else here.push(id);
      }
  }

  /** The numbers of the lines whose box meets that of `line`, in the order in which they came. */
  near(line: Line): number[] {
    const box = boxOf(line);
    const cells = cellsOf(box);
    if (cells === null) return [...this.#boxes.keys()].filter((id) => meet(this.#boxes[id] as Box, box));
    const may = new Set(this.#wide);
    for (const cell of cells) for (const id of this.#cells.get(cell) ?? []) may.add(id);
    return [...may].filter((id) => meet(this.#boxes[id] as Box, box)).sort((a, b) => a - b);
  }
}

function boxOf({ boxes }: Line): Box {
  let [w, s, e, n] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < boxes.length; i += 4) {
    w = Math.min(w, boxes[i] as number);
    s = Math.min(s, boxes[i + 1] as number);
    e = Math.max(e, boxes[i + 2] as number);
    n = Math.max(n, boxes[i + 3] as number);
  }
  return [w, s, e, n];
}

/** Boxes that only nearly touch meet too: a line straight to the east has none of any height. */
const MARGIN = 0.0001;

function meet(a: Box, b: Box): boolean {
  return a[0] <= b[2] + MARGIN && b[0] <= a[2] + MARGIN && a[1] <= b[3] + MARGIN && b[1] <= a[3] + MARGIN;
}

/** Cells of the whole earth are numbered row by row: fewer than an exact number holds. */
const ROW = 1e6;

function cellsOf([w, s, e, n]: Box): readonly number[] | null {
  const x0 = Math.floor((w - MARGIN) / CELL);
  const y0 = Math.floor((s - MARGIN) / CELL);
  const x1 = Math.floor((e + MARGIN) / CELL);
  const y1 = Math.floor((n + MARGIN) / CELL);
  if ((x1 - x0 + 1) * (y1 - y0 + 1) > MOST_CELLS) return null;
  const cells: number[] = [];
  for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) cells.push(y * ROW + x);
  return cells;
}
