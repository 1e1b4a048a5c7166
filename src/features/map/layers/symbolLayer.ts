/**
 * What stands at one place, as symbols above everything else, and the halo of what is selected. Positions stay in the
 * typed arrays in which they were laid, one batch a placement; a batch out of view is passed over by its box, so an
 * edit replaces one batch and nothing is indexed anew.
 */
import type { Id } from '../../../domain/model/rows.ts';
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import type { View } from '../../../ui/map/world.ts';
import { type Batch, nearView, pushOf, screenX, screenY } from './batch.ts';
import { fillCells } from './cells.ts';
import { COUNT_BOX, DOT, DOTS_FROM_ZOOM, SpriteSheet, SYMBOLS_FROM_ZOOM, symbolSize } from './sprites.ts';
import { traceBeside } from './traceBeside.ts';

const HIT_RADIUS = 13;
/** Symbols closer than this, in pixels, are shown as one with a count. */
const CELL = 20;

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
      const push = pushOf(batch, view);
      const reach = batch.single ? 1 : 0.8;
      for (let i = 0; i < batch.x.length; i++) {
        const dx = screenX(batch, i, view, push) - px;
        const dy = screenY(batch, i, view, push) - py;
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
    const size = symbolSize(view.zoom);
    this.#drawEmphasised(context, view, roomy);
    this.#drawSymbols(context, view, size, (b) => b.single || roomy);
  }

  #drawSymbols(
    context: CanvasRenderingContext2D,
    view: View,
    size: number,
    wanted: (b: Batch) => boolean,
  ): void {
    const cells = fillCells(this.#batches, view, Math.max(CELL, size * 0.9), wanted);
    const box = size * 1.25;
    for (const cell of cells.used) {
      const batch = this.#batches[cells.batch[cell] as number] as Batch;
      const i = cells.index[cell] as number;
      const x = screenX(batch, i, view, pushOf(batch, view));
      const y = screenY(batch, i, view, pushOf(batch, view));
      context.drawImage(
        this.#sheet.symbol(batch.shape, batch.state, size),
        x - box / 2,
        y - box / 2,
        box,
        box,
      );
      const n = cells.count[cell] as number;
      if (n === 1) continue;
      const count = this.#sheet.count(n);
      context.drawImage(
        count,
        x - size / 2 - COUNT_BOX / 2,
        y - size / 2 - COUNT_BOX / 2,
        COUNT_BOX,
        COUNT_BOX,
      );
    }
  }

  #drawEmphasised(context: CanvasRenderingContext2D, view: View, roomy: boolean): void {
    for (const batch of this.#batches) {
      if (!this.#emphasised.has(batch.id) || !nearView(batch, view, 40)) continue;
      if (!batch.single && view.zoom < DOTS_FROM_ZOOM) {
        context.beginPath();
        traceBeside(context, batch, view);
        context.strokeStyle = HALO;
        context.lineWidth = 10;
        context.stroke();
        continue;
      }
      context.fillStyle = HALO;
      context.beginPath();
      const radius = batch.single || roomy ? symbolSize(view.zoom) * 0.8 : DOT;
      for (let i = 0; i < batch.x.length; i++) {
        const x = screenX(batch, i, view, pushOf(batch, view));
        const y = screenY(batch, i, view, pushOf(batch, view));
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
      }
      context.fill();
    }
  }
}

const HALO = 'rgb(36 89 168 / 28%)';
