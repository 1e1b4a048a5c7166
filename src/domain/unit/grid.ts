/** A grid over the boundaries of units: within a cell that no boundary passes, every place lies in the same unit. */
import type { Unit } from '../model/entities/unit.ts';
import { isInside, prepareArea } from './area.ts';

/** Cells a side. A district's are then some 300 m, of which its boundaries pass one in fifteen. */
const CELLS = 128;
/** A cell that a boundary passes, and one in which nobody has looked yet; below them: in no unit. */
const MIXED = -2;
const UNKNOWN = -3;
const NOBODY = -1;

export class UnitGrid {
  /** With a boundary, the smallest first. */
  readonly #units: readonly Unit[];
  readonly #west: number = Infinity;
  readonly #south: number = Infinity;
  readonly #width: number;
  readonly #height: number;
  readonly #cells = new Int32Array(CELLS * CELLS).fill(UNKNOWN);

  constructor(units: readonly Unit[]) {
    this.#units = units;
    let [east, north] = [-Infinity, -Infinity];
    const areas = units.flatMap((u) => (u.boundary === null ? [] : [prepareArea(u.boundary)]));
    for (const { box } of areas) {
      this.#west = Math.min(this.#west, box[0]);
      this.#south = Math.min(this.#south, box[1]);
      east = Math.max(east, box[2]);
      north = Math.max(north, box[3]);
    }
    // A hair larger, so that the eastern and northern edge fall into the last cells.
    this.#width = ((east - this.#west) / CELLS) * (1 + 1e-9) || 1;
    this.#height = ((north - this.#south) / CELLS) * (1 + 1e-9) || 1;
    for (const { rings } of areas)
      for (const ring of rings)
        for (let i = 0, j = ring.length / 2 - 1; i < ring.length / 2; j = i++)
          this.#cross(
            ((ring[2 * j] as number) - this.#west) / this.#width,
            ((ring[2 * j + 1] as number) - this.#south) / this.#height,
            ((ring[2 * i] as number) - this.#west) / this.#width,
            ((ring[2 * i + 1] as number) - this.#south) / this.#height,
          );
  }

  /** The smallest unit that a place lies in, or null. */
  unitAt(lng: number, lat: number): Unit | null {
    const column = Math.floor((lng - this.#west) / this.#width);
    const row = Math.floor((lat - this.#south) / this.#height);
    // Also where a coordinate is no number.
    if (!(column >= 0 && column < CELLS && row >= 0 && row < CELLS)) return null;
    const cell = row * CELLS + column;
    if (this.#cells[cell] === UNKNOWN) this.#cells[cell] = this.#look(lng, lat);
    const known = this.#cells[cell] as number;
    const at = known === MIXED ? this.#look(lng, lat) : known;
    return at === NOBODY ? null : (this.#units[at] as Unit);
  }

  #look(lng: number, lat: number): number {
    return this.#units.findIndex((u) => u.boundary !== null && isInside(u.boundary, lng, lat));
  }

  /** Marks the cells that a line passes or touches; its ends in cells. */
  #cross(x0: number, y0: number, x1: number, y1: number): void {
    const [bottom, top] = [Math.min(y0, y1), Math.max(y0, y1)];
    for (let row = within(bottom - SLACK); row <= within(top + SLACK); row++) {
      // The part of the line within the row, a little more at both ends.
      const from = atHeight(Math.max(bottom, row - SLACK), x0, y0, x1, y1);
      const to = atHeight(Math.min(top, row + 1 + SLACK), x0, y0, x1, y1);
      const [left, right] = y0 === y1 ? [x0, x1] : [from, to];
      for (
        let column = within(Math.min(left, right) - SLACK);
        column <= within(Math.max(left, right) + SLACK);
        column++
      )
        this.#cells[row * CELLS + column] = MIXED;
    }
  }
}

/** What rounding may cost, in cells. */
const SLACK = 1e-6;

const within = (at: number): number => Math.max(0, Math.min(CELLS - 1, Math.floor(at)));

function atHeight(y: number, x0: number, y0: number, x1: number, y1: number): number {
  return y0 === y1 ? x0 : x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
}
