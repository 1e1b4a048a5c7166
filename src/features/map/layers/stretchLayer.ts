/**
 * Stretches below everything that has a spot of its own: from afar a line beside the road, nearer a dot a position, where
 * there is room its symbol. Positions stay in the typed arrays in which they were laid, one batch a placement; a batch
 * out of view is passed over by its box, so an edit replaces one batch and nothing is indexed anew.
 */
import type { Id } from '../../../domain/model/rows.ts';
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import type { View } from '../../../ui/map/world.ts';
import {
  DARK_LINES,
  DOT,
  DOTS_FROM_ZOOM,
  LINES,
  type LineLook,
  SpriteSheet,
  type StateName,
  SYMBOLS_FROM_ZOOM,
  symbolSize,
} from '../../../ui/symbols/sprites.ts';
import { type Batch, DRAFT, HALO, nearView, pushOf, screenX, screenY, stateAt } from './batch.ts';
import { fillCells } from './cells.ts';
import { insidePolygon } from './insidePolygon.ts';
import { traceBeside } from './traceBeside.ts';

const DOT_CELL = 7;
/** Symbols of positions nearer than this, in pixels, are thinned. */
const SYMBOL_CELL = 20;
const HIT_RADIUS = 11;
const CORE = '#FFFFFF';
/** Corners of the lines that are drawn as one path. */
const CORNERS = 24;
/** How much is left of what does not pass the filter. */
export const DIMMED = 0.16;

export interface Hit {
  readonly id: Id;
  readonly index: number;
}

export class StretchLayer extends CanvasLayer {
  #batches: readonly Batch[] = [];
  #dimmed: readonly Batch[] = [];
  #emphasised: ReadonlySet<Id> = new Set();
  #position: Hit | null = null;
  #sheet = new SpriteSheet(1);
  #looks = LINES;

  constructor() {
    super('cohoa-stretches');
  }

  /** `matching`: what passes the filter, or null for everything; the rest is dimmed and cannot be hit. */
  setBatches(batches: readonly Batch[], matching: ReadonlySet<Id> | null): void {
    const passes = (b: Batch) => matching === null || b.id === DRAFT || matching.has(b.id);
    this.#batches = batches.filter((b) => !b.single && passes(b));
    this.#dimmed = matching === null ? [] : batches.filter((b) => !b.single && !passes(b));
    this.redraw();
  }

  setDark(dark: boolean): void {
    this.#looks = dark ? DARK_LINES : LINES;
    this.redraw();
  }

  /** Placements with a halo: selected or under the pointer. */
  emphasise(ids: ReadonlySet<Id>): void {
    this.#emphasised = ids;
    this.redraw();
  }

  /** One position of a stretch, ringed. */
  setPosition(position: Hit | null): void {
    if (this.#position === null && position === null) return;
    this.#position = position;
    this.redraw();
  }

  /** Stretches of which something stands inside a polygon of the map's container. */
  within(polygon: readonly { readonly x: number; readonly y: number }[]): Id[] {
    const view = this.view();
    const [ox, oy] = this.inCanvas({ x: 0, y: 0 });
    return this.#batches
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

  /** The stretch under a point of the map's container, and which of its positions; or null. */
  hit(point: { readonly x: number; readonly y: number }): Hit | null {
    const view = this.view();
    const [px, py] = this.inCanvas(point);
    let best = HIT_RADIUS ** 2;
    let found: Hit | null = null;
    for (const batch of this.#batches) {
      if (!nearView(batch, view, HIT_RADIUS)) continue;
      const push = pushOf(batch, view);
      for (let i = 0; i < batch.x.length; i++) {
        const dx = screenX(batch, i, view, push) - px;
        const dy = screenY(batch, i, view, push) - py;
        const d = dx * dx + dy * dy;
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
    this.#drawEmphasised(context, view);
    context.globalAlpha = DIMMED;
    this.#drawBatches(context, view, this.#dimmed);
    context.globalAlpha = 1;
    this.#drawBatches(context, view, this.#batches);
    this.#drawPosition(context, view);
  }

  #drawBatches(context: CanvasRenderingContext2D, view: View, batches: readonly Batch[]): void {
    if (batches.length === 0) return;
    if (view.zoom >= SYMBOLS_FROM_ZOOM) {
      const size = symbolSize(view.zoom);
      this.#drawMarks(context, view, batches, SYMBOL_CELL, (b, i) =>
        this.#sheet.symbol(b, stateAt(b, i), size),
      );
      return;
    }
    if (view.zoom < DOTS_FROM_ZOOM) this.#drawLines(context, view, batches, context.globalAlpha < 1);
    // What is being drawn shows its positions at every zoom.
    const dotted = batches.filter((b) => view.zoom >= DOTS_FROM_ZOOM || b.id === DRAFT);
    this.#drawMarks(context, view, dotted, DOT_CELL, (b, i) => this.#sheet.dot(stateAt(b, i)));
  }

  /**
   * Later states above earlier ones. Without a GPU, one path of all lines takes longer than several of theirs, and a path
   * a line longer too where they are many; but what is `pale` must stay as pale where several lie on one another, so
   * there a state is one path.
   */
  #drawLines(context: CanvasRenderingContext2D, view: View, batches: readonly Batch[], pale: boolean): void {
    context.lineJoin = 'round';
    context.lineCap = 'butt';
    for (const state of Object.keys(LINES) as StateName[]) {
      const look = this.#looks[state];
      context.setLineDash([...look.dash]);
      context.beginPath();
      let corners = 0;
      for (const batch of batches) {
        const { states } = batch;
        if (batch.id === DRAFT || !(states == null ? batch.state === state : states.includes(state)))
          continue;
        if (!nearView(batch, view, 10)) continue;
        corners += traceBeside(context, batch, view, states == null ? undefined : state);
        if (pale || corners < CORNERS) continue;
        strokeLook(context, look);
        context.beginPath();
        corners = 0;
      }
      strokeLook(context, look);
    }
    context.setLineDash([]);
  }

  #drawMarks(
    context: CanvasRenderingContext2D,
    view: View,
    batches: readonly Batch[],
    size: number,
    spriteOf: (b: Batch, i: number) => ReturnType<SpriteSheet['dot']>,
  ): void {
    if (batches.length === 0) return;
    const cells = fillCells(batches, view, size);
    for (const cell of cells.used) {
      const batch = batches[cells.batch[cell] as number] as Batch;
      const i = cells.index[cell] as number;
      const push = pushOf(batch, view);
      const [x, y] = [screenX(batch, i, view, push), screenY(batch, i, view, push)];
      this.#sheet.stamp(context, spriteOf(batch, i), x, y);
    }
  }

  #drawPosition(context: CanvasRenderingContext2D, view: View): void {
    const batch = this.#batches.find((b) => b.id === this.#position?.id);
    if (batch === undefined || this.#position === null) return;
    const push = pushOf(batch, view);
    context.beginPath();
    const { index } = this.#position;
    context.arc(screenX(batch, index, view, push), screenY(batch, index, view, push), 11, 0, 2 * Math.PI);
    context.strokeStyle = '#2459A8';
    context.lineWidth = 2.5;
    context.stroke();
  }

  #drawEmphasised(context: CanvasRenderingContext2D, view: View): void {
    for (const batch of [...this.#dimmed, ...this.#batches]) {
      if (!this.#emphasised.has(batch.id) || !nearView(batch, view, 40)) continue;
      if (view.zoom < DOTS_FROM_ZOOM) {
        context.beginPath();
        traceBeside(context, batch, view);
        context.strokeStyle = HALO;
        context.lineWidth = 10;
        context.stroke();
        continue;
      }
      context.fillStyle = HALO;
      context.beginPath();
      const radius = view.zoom >= SYMBOLS_FROM_ZOOM ? symbolSize(view.zoom) * 0.8 : DOT;
      const push = pushOf(batch, view);
      for (let i = 0; i < batch.x.length; i++) {
        const [x, y] = [screenX(batch, i, view, push), screenY(batch, i, view, push)];
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
      }
      context.fill();
    }
  }
}

function strokeLook(context: CanvasRenderingContext2D, { colour, width, core }: LineLook): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  if (core === undefined) return;
  context.strokeStyle = CORE;
  context.lineWidth = core;
  context.stroke();
}
