/**
 * Every position of the plan on one canvas. Positions stay in the typed arrays in which they were laid, one batch a
 * placement; a batch out of view is passed over by its box, so an edit replaces one batch and nothing is indexed
 * anew. Marks that would cover each other share a cell, which shows its most urgent state and, for symbols, a count.
 */
import type { Positions } from '../../domain/layout/layOut.ts';
import type { Id, PlacementState } from '../../domain/model/rows.ts';
import { CanvasLayer, type View, worldX, worldY } from '../../ui/map/canvasLayer.ts';
import type { ShapeName } from '../../ui/symbols/shapes.ts';
import { DOT, SpriteSheet, SYMBOL, URGENCY } from './sprites.ts';

export interface Batch {
  readonly id: Id;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly box: readonly [west: number, north: number, east: number, south: number];
  readonly shape: ShapeName;
  readonly state: PlacementState;
  /** A single thing is drawn as its symbol at every zoom; positions of a stretch as dots until there is room. */
  readonly single: boolean;
}

export function batchOf(
  id: Id,
  positions: Positions,
  look: Pick<Batch, 'shape' | 'state' | 'single'>,
): Batch {
  const { count } = positions;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  let [w, n, e, s] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    const px = worldX(positions.lng[i] as number);
    const py = worldY(positions.lat[i] as number);
    x[i] = px;
    y[i] = py;
    if (px < w) w = px;
    if (px > e) e = px;
    if (py < n) n = py;
    if (py > s) s = py;
  }
  return { id, x, y, box: [w, n, e, s], ...look };
}

/** From this zoom on there is room for a symbol at each position of a usual spacing. */
const SYMBOLS_FROM_ZOOM = 17;
const DOT_CELL = 7;
const SYMBOL_CELL = 22;
const HIT_RADIUS = 13;

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

export class SymbolLayer extends CanvasLayer {
  #batches: readonly Batch[] = [];
  #emphasised: ReadonlySet<Id> = new Set();
  #sheet = new SpriteSheet(1);

  constructor() {
    super('cohoa-symbols');
  }

  setBatches(batches: readonly Batch[]): void {
    this.#batches = batches;
    this.redraw();
  }

  /** Placements drawn larger, with a halo: selected or under the pointer. */
  emphasise(ids: ReadonlySet<Id>): void {
    this.#emphasised = ids;
    this.redraw();
  }

  /** The placement under a point of the map's container, or null. */
  hit(point: { readonly x: number; readonly y: number }): Id | null {
    const size = this._map.getSize();
    const view = this.view();
    const px = point.x + (view.width - size.x) / 2;
    const py = point.y + (view.height - size.y) / 2;
    let best = HIT_RADIUS ** 2;
    let found: Id | null = null;
    for (const batch of this.#batches) {
      if (!nearView(batch, view, HIT_RADIUS)) continue;
      const reach = batch.single ? 1 : 0.6;
      for (let i = 0; i < batch.x.length; i++) {
        const dx = (batch.x[i] as number) * view.scale - view.left - px;
        const dy = (batch.y[i] as number) * view.scale - view.top - py;
        const d = (dx * dx + dy * dy) / (reach * reach);
        if (d <= best) {
          best = d;
          found = batch.id;
        }
      }
    }
    return found;
  }

  protected override draw(context: CanvasRenderingContext2D, view: View): void {
    if (this.#sheet.ratio !== view.ratio) this.#sheet = new SpriteSheet(view.ratio);
    const roomy = view.zoom >= SYMBOLS_FROM_ZOOM;
    this.#drawCells(context, view, DOT_CELL, (b) => !b.single && !roomy);
    this.#drawEmphasised(context, view, roomy);
    this.#drawCells(context, view, SYMBOL_CELL, (b) => b.single || roomy);
  }

  #drawCells(
    context: CanvasRenderingContext2D,
    view: View,
    size: number,
    wanted: (b: Batch) => boolean,
  ): void {
    const cells = this.#fill(view, size, wanted);
    const dots = size === DOT_CELL;
    const half = (dots ? DOT : SYMBOL + 8) / 2;
    for (const cell of cells.used) {
      const batch = this.#batches[cells.batch[cell] as number] as Batch;
      const i = cells.index[cell] as number;
      const x = (batch.x[i] as number) * view.scale - view.left;
      const y = (batch.y[i] as number) * view.scale - view.top;
      const sprite = dots ? this.#sheet.dot(batch.state) : this.#sheet.symbol(batch.shape, batch.state);
      context.drawImage(sprite, x - half, y - half, half * 2, half * 2);
      const n = cells.count[cell] as number;
      if (!dots && n > 1) drawCount(context, x, y, n);
    }
  }

  #fill(view: View, size: number, wanted: (b: Batch) => boolean): Cells {
    const cells = new Cells(view.width, view.height, size);
    const { scale, left, top, width, height } = view;
    this.#batches.forEach((batch, at) => {
      if (!wanted(batch) || !nearView(batch, view, size)) return;
      const urgency = URGENCY[batch.state];
      const { x, y } = batch;
      for (let i = 0; i < x.length; i++) {
        const px = (x[i] as number) * scale - left;
        const py = (y[i] as number) * scale - top;
        if (px < 0 || py < 0 || px >= width || py >= height) continue;
        const cell = Math.floor(py / size) * cells.columns + Math.floor(px / size);
        const before = cells.count[cell] as number;
        cells.count[cell] = before + 1;
        if (before === 0) cells.used.push(cell);
        else if (urgency <= URGENCY[(this.#batches[cells.batch[cell] as number] as Batch).state]) continue;
        cells.batch[cell] = at;
        cells.index[cell] = i;
      }
    });
    return cells;
  }

  #drawEmphasised(context: CanvasRenderingContext2D, view: View, roomy: boolean): void {
    if (this.#emphasised.size === 0) return;
    for (const batch of this.#batches) {
      if (!this.#emphasised.has(batch.id) || !nearView(batch, view, SYMBOL)) continue;
      const symbol = batch.single || roomy;
      context.fillStyle = 'rgb(36 89 168 / 22%)';
      context.beginPath();
      for (let i = 0; i < batch.x.length; i++) {
        const x = (batch.x[i] as number) * view.scale - view.left;
        const y = (batch.y[i] as number) * view.scale - view.top;
        context.moveTo(x, y);
        context.arc(x, y, symbol ? 20 : 8, 0, 2 * Math.PI);
      }
      context.fill();
      if (symbol) continue;
      const half = DOT / 2 + 1;
      const sprite = this.#sheet.dot(batch.state);
      for (let i = 0; i < batch.x.length; i++) {
        const x = (batch.x[i] as number) * view.scale - view.left;
        const y = (batch.y[i] as number) * view.scale - view.top;
        context.drawImage(sprite, x - half, y - half, half * 2, half * 2);
      }
    }
  }
}

function nearView({ box: [w, n, e, s] }: Batch, view: View, margin: number): boolean {
  return (
    e * view.scale > view.left - margin &&
    w * view.scale < view.left + view.width + margin &&
    s * view.scale > view.top - margin &&
    n * view.scale < view.top + view.height + margin
  );
}

function drawCount(context: CanvasRenderingContext2D, x: number, y: number, n: number): void {
  const text = n > 999 ? '999+' : String(n);
  context.font = "600 10px 'Be Vietnam Pro', sans-serif";
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const width = context.measureText(text).width + 8;
  const [cx, cy] = [x - SYMBOL / 2 + 2, y - SYMBOL / 2 + 1];
  context.fillStyle = '#1D1B19';
  context.beginPath();
  context.roundRect(cx - width / 2, cy - 7, width, 14, 7);
  context.fill();
  context.fillStyle = '#FFFFFF';
  context.fillText(text, cx, cy + 0.5);
}
