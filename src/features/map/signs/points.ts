/**
 * Single things on the map, those that would cover each other gathered behind one of them: a symbol where it stands alone,
 * a circle with their number where they are several. All in pixels of the world at a zoom.
 */
import type { Id } from '../../../domain/model/rows.ts';
import { roadWidth } from '../../../ui/map/roadPainter.ts';
import { symbolSize, URGENCY } from '../../../ui/symbols/sprites.ts';
import type { Batch } from '../layers/batch.ts';

export interface PointGroup {
  /** The most urgent, in whose place they stand. */
  readonly lead: Batch;
  readonly members: readonly Batch[];
}

/** Room for the symbol with the mark of its state, or for a number. */
export function pointBox(zoom: number, marked: boolean): { readonly width: number; readonly height: number } {
  const size = symbolSize(zoom);
  const side = marked ? size * 0.84 + 18 : size * 1.25 + 2;
  return { width: Math.max(28, side), height: side };
}

/** What is drawn of a road's state lies within so many pixels of its casing, as long as it is lines or dots. */
const BESIDE = 13;

/** Where a point would stand if nothing else were there: on its side, and off what is drawn of the road. */
export function naturalPlace(point: Batch, zoom: number, away = 0): readonly [x: number, y: number] {
  const scale = 256 * 2 ** zoom;
  const x = (point.x[0] as number) * scale;
  const y = (point.y[0] as number) * scale;
  const { foot } = point;
  const side = point.side[0] as number;
  if (foot === null || (side === 0 && away === 0)) return [x, y];
  const [fx, fy] = [foot.x * scale, foot.y * scale];
  const { width, height } = pointBox(zoom, false);
  const reach = (Math.abs(foot.nx) * width + Math.abs(foot.ny) * height) / 2;
  const drawn = roadWidth(zoom) / 2 + BESIDE + reach + Math.abs(away);
  const distance = Math.max(Math.hypot(x - fx, y - fy), drawn) * (side === 0 ? Math.sign(away) : side);
  return [fx + foot.nx * distance, fy + foot.ny * distance];
}

/**
 * `first` lead wherever they are: what is in view already. After them the more urgent leads. The order of the points does
 * not change with what is in view, so neither do the groups.
 */
export function groupPoints(
  points: readonly Batch[],
  zoom: number,
  first: ReadonlySet<Id> = new Set(),
): PointGroup[] {
  const { width } = pointBox(zoom, false);
  const ordered = byUrgency(points, first);
  const xs = new Float64Array(ordered.length);
  const ys = new Float64Array(ordered.length);
  for (let i = 0; i < ordered.length; i++) {
    const place = naturalPlace(ordered[i] as Batch, zoom);
    xs[i] = place[0];
    ys[i] = place[1];
  }
  const leads = new Leads(xs, ys, width);
  const groups: Batch[][] = [];
  for (let i = 0; i < ordered.length; i++) {
    const group = leads.groupAt(i);
    if (group < groups.length) groups[group]?.push(ordered[i] as Batch);
    else groups.push([ordered[i] as Batch]);
  }
  return groups.map((members) => ({ lead: members[0] as Batch, members }));
}

/** Who stands for a group, in cells of twice its size: of four cells one knows all that are near. */
class Leads {
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  readonly #size: number;
  readonly #cells = new Map<number, number[]>();
  readonly #leads: number[] = [];
  readonly #left: number;
  readonly #top: number;
  readonly #rows: number;

  constructor(xs: Float64Array, ys: Float64Array, size: number) {
    [this.#xs, this.#ys, this.#size] = [xs, ys, size];
    let [left, top, bottom] = [Infinity, Infinity, -Infinity];
    for (let i = 0; i < xs.length; i++) {
      left = Math.min(left, xs[i] as number);
      top = Math.min(top, ys[i] as number);
      bottom = Math.max(bottom, ys[i] as number);
    }
    // Counted from the first column and row, with one to spare: small numbers are found faster.
    [this.#left, this.#top] = [left - 2 * size, top - 2 * size];
    this.#rows = Math.ceil((bottom - this.#top) / (2 * size)) + 2;
  }

  /** The group of the nearest lead beside which a point has no room; else it leads a new one. */
  groupAt(point: number): number {
    // Written out without lists of two: it is done for each of tens of thousands of points.
    const x = this.#xs[point] as number;
    const y = this.#ys[point] as number;
    const column = (x - this.#left) / (2 * this.#size);
    const row = (y - this.#top) / (2 * this.#size);
    const cell = Math.floor(column) * this.#rows + Math.floor(row);
    const beside = column % 1 < 0.5 ? -this.#rows : this.#rows;
    const above = row % 1 < 0.5 ? -1 : 1;
    let best = this.#size;
    let found = -1;
    for (let k = 0; k < 4; k++) {
      const there = this.#cells.get(cell + (k & 1) * beside + (k >> 1) * above);
      if (there === undefined) continue;
      for (let n = 0; n < there.length; n++) {
        const group = there[n] as number;
        const lead = this.#leads[group] as number;
        const dx = Math.abs((this.#xs[lead] as number) - x);
        const d = Math.max(dx, Math.abs((this.#ys[lead] as number) - y));
        if (d >= best) continue;
        best = d;
        found = group;
      }
    }
    if (found >= 0) return found;
    const group = this.#leads.push(point) - 1;
    const there = this.#cells.get(cell);
    if (there === undefined) this.#cells.set(cell, [group]);
    else there.push(group);
    return group;
  }
}

function byUrgency(points: readonly Batch[], first: ReadonlySet<Id>): readonly Batch[] {
  // Urgencies are few: sorting tens of thousands by comparing would take longer than drawing them.
  const lists: Batch[][] = [];
  for (const point of points) {
    const urgency = first.has(point.id) ? 0 : 20 - URGENCY[point.state];
    lists[urgency] ??= [];
    (lists[urgency] as Batch[]).push(point);
  }
  return lists.flat();
}
