/**
 * What stands at one place, as symbols above everything else, and the halo of what is selected. Positions stay in the
 * typed arrays in which they were laid, one batch a placement; a batch out of view is passed over by its box, so an
 * edit replaces one batch and nothing is indexed anew.
 */
import type { Mark } from '../../../domain/checks/finding.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import type { View } from '../../../ui/map/world.ts';
import {
  DOT,
  DOTS_FROM_ZOOM,
  SpriteSheet,
  SYMBOLS_FROM_ZOOM,
  symbolSize,
} from '../../../ui/symbols/sprites.ts';
import { type Batch, DRAFT, nearView, pushOf, screenX, screenY } from './batch.ts';
import { fillCells } from './cells.ts';
import { DIMMED } from './stretchLayer.ts';
import { traceBeside } from './traceBeside.ts';

const HIT_RADIUS = 13;
/** Symbols closer than this, in pixels, are shown as one with a count. */
const CELL = 20;

export class SymbolLayer extends CanvasLayer {
  #batches: readonly Batch[] = [];
  #shown: readonly Batch[] = [];
  #dimmed: readonly Batch[] = [];
  #marks: ReadonlyMap<Id, Mark> = new Map();
  #position: { readonly id: Id; readonly index: number } | null = null;
  #emphasised: ReadonlySet<Id> = new Set();
  #sheet = new SpriteSheet(1);

  constructor() {
    super('cohoa-symbols');
  }

  /** `matching`: what passes the filter, or null for everything; the rest is dimmed and cannot be hit. */
  setBatches(batches: readonly Batch[], matching: ReadonlySet<Id> | null): void {
    this.#batches = batches;
    const passes = (b: Batch) => matching === null || b.id === DRAFT || matching.has(b.id);
    this.#shown = matching === null ? batches : batches.filter(passes);
    this.#dimmed = matching === null ? [] : batches.filter((b) => !passes(b));
    this.redraw();
  }

  /** Placements drawn larger, with a halo: selected or under the pointer. */
  emphasise(ids: ReadonlySet<Id>): void {
    this.#emphasised = ids;
    this.redraw();
  }

  /** Placements with findings: a small sign beside each. */
  setMarks(marks: ReadonlyMap<Id, Mark>): void {
    this.#marks = marks;
    this.redraw();
  }

  /** One position of a stretch, ringed. */
  setPosition(position: { readonly id: Id; readonly index: number } | null): void {
    if (this.#position === null && position === null) return;
    this.#position = position;
    this.redraw();
  }

  /** Placements of which something stands inside a polygon of the map's container. */
  within(polygon: readonly { readonly x: number; readonly y: number }[]): Id[] {
    const view = this.view();
    const size = this._map.getSize();
    const [ox, oy] = [(view.width - size.x) / 2, (view.height - size.y) / 2];
    return this.#shown
      .filter((batch) => {
        if (batch.id === DRAFT || !nearView(batch, view, 0)) return false;
        const push = pushOf(batch, view);
        for (let i = 0; i < batch.x.length; i++)
          if (insidePolygon(polygon, screenX(batch, i, view, push) - ox, screenY(batch, i, view, push) - oy))
            return true;
        return false;
      })
      .map((b) => b.id);
  }

  /** The placement under a point of the map's container, and which of its positions; or null. */
  hit(point: { readonly x: number; readonly y: number }): Hit | null {
    const size = this._map.getSize();
    const view = this.view();
    const px = point.x + (view.width - size.x) / 2;
    const py = point.y + (view.height - size.y) / 2;
    let best = HIT_RADIUS ** 2;
    let found: Hit | null = null;
    for (const batch of this.#shown) {
      if (!nearView(batch, view, HIT_RADIUS)) continue;
      const push = pushOf(batch, view);
      const reach = batch.single ? 1 : 0.8;
      for (let i = 0; i < batch.x.length; i++) {
        const dx = screenX(batch, i, view, push) - px;
        const dy = screenY(batch, i, view, push) - py;
        const d = (dx * dx + dy * dy) / (reach * reach);
        if (d <= best) {
          best = d;
          found = { id: batch.id, index: i };
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
    context.globalAlpha = DIMMED;
    this.#drawSymbols(context, view, size, this.#dimmed, (b) => b.single || roomy);
    context.globalAlpha = 1;
    this.#drawSymbols(context, view, size, this.#shown, (b) => b.single || roomy);
    this.#drawPosition(context, view);
    if (view.zoom >= MARKS_FROM_ZOOM) this.#drawMarks(context, view);
  }

  #drawSymbols(
    context: CanvasRenderingContext2D,
    view: View,
    size: number,
    batches: readonly Batch[],
    wanted: (b: Batch) => boolean,
  ): void {
    if (batches.length === 0) return;
    const cells = fillCells(batches, view, Math.max(CELL, size * 0.9), wanted);
    for (const cell of cells.used) {
      const batch = batches[cells.batch[cell] as number] as Batch;
      const i = cells.index[cell] as number;
      const x = screenX(batch, i, view, pushOf(batch, view));
      const y = screenY(batch, i, view, pushOf(batch, view));
      this.#sheet.stamp(context, this.#sheet.symbol(batch, batch.state, size), x, y);
      const n = cells.count[cell] as number;
      if (n > 1) this.#sheet.stamp(context, this.#sheet.count(n), x - size / 2, y - size / 2);
    }
  }

  #drawPosition(context: CanvasRenderingContext2D, view: View): void {
    const batch = this.#shown.find((b) => b.id === this.#position?.id);
    if (batch === undefined || this.#position === null) return;
    const push = pushOf(batch, view);
    context.beginPath();
    const { index } = this.#position;
    context.arc(screenX(batch, index, view, push), screenY(batch, index, view, push), 11, 0, 2 * Math.PI);
    context.strokeStyle = '#2459A8';
    context.lineWidth = 2.5;
    context.stroke();
  }

  #drawMarks(context: CanvasRenderingContext2D, view: View): void {
    for (const batch of this.#shown) {
      const kind = this.#marks.get(batch.id);
      if (kind === undefined || batch.x.length === 0 || !nearView(batch, view, 10)) continue;
      const push = pushOf(batch, view);
      const i = batch.x.length >> 1;
      const sprite = this.#sheet.mark(kind);
      const [x, y] = [screenX(batch, i, view, push), screenY(batch, i, view, push)];
      this.#sheet.stamp(context, sprite, x + 11, y - 11);
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

export interface Hit {
  readonly id: Id;
  readonly index: number;
}

/** From afar the signs would hide what they are about. */
const MARKS_FROM_ZOOM = 12.5;

function insidePolygon(
  polygon: readonly { readonly x: number; readonly y: number }[],
  x: number,
  y: number,
): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [a, b] = [polygon[i], polygon[j]];
    if (a === undefined || b === undefined) continue;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}

const HALO = 'rgb(36 89 168 / 28%)';
