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
  const [x, y] = [(point.x[0] as number) * scale, (point.y[0] as number) * scale];
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
  const cells = new Map<number, { readonly x: number; readonly y: number; readonly members: Batch[] }[]>();
  const groups: Batch[][] = [];
  for (const point of byUrgency(points, first)) {
    const [x, y] = naturalPlace(point, zoom);
    const [column, row] = [Math.floor(x / width), Math.floor(y / width)];
    const near = nearest(cells, column, row, x, y, width);
    if (near !== null) {
      near.push(point);
      continue;
    }
    const members = [point];
    groups.push(members);
    const key = keyOf(column, row);
    const there = cells.get(key);
    if (there === undefined) cells.set(key, [{ x, y, members }]);
    else there.push({ x, y, members });
  }
  return groups.map((members) => ({ lead: members[0] as Batch, members }));
}

function keyOf(column: number, row: number): number {
  return column * 0x4000000 + row;
}

/** The group beside which there is no room for another. */
function nearest(
  cells: ReadonlyMap<
    number,
    readonly { readonly x: number; readonly y: number; readonly members: Batch[] }[]
  >,
  column: number,
  row: number,
  x: number,
  y: number,
  width: number,
): Batch[] | null {
  let best = width;
  let found: Batch[] | null = null;
  for (let c = column - 1; c <= column + 1; c++)
    for (let r = row - 1; r <= row + 1; r++)
      for (const lead of cells.get(keyOf(c, r)) ?? []) {
        const d = Math.max(Math.abs(lead.x - x), Math.abs(lead.y - y));
        if (d < best) [best, found] = [d, lead.members];
      }
  return found;
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
