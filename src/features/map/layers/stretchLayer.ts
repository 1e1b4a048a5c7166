/** Stretches below the labels: from afar a line beside the road, nearer a dot a position. */

import type { Id } from '../../../domain/model/rows.ts';
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import type { View } from '../../../ui/map/world.ts';
import {
  DARK_LINES,
  DOTS_FROM_ZOOM,
  LINES,
  type LineLook,
  SpriteSheet,
  type StateName,
  SYMBOLS_FROM_ZOOM,
} from '../../../ui/symbols/sprites.ts';
import { type Batch, DRAFT, nearView, pushOf, screenX, screenY } from './batch.ts';
import { fillCells } from './cells.ts';
import { traceBeside } from './traceBeside.ts';

const DOT_CELL = 7;
const CORE = '#FFFFFF';
/** Corners of the lines that are drawn as one path. */
const CORNERS = 24;
/** How much is left of what does not pass the filter. */
export const DIMMED = 0.16;

export class StretchLayer extends CanvasLayer {
  #batches: readonly Batch[] = [];
  #dimmed: readonly Batch[] = [];
  #sheet = new SpriteSheet(1);
  #looks = LINES;

  constructor() {
    super('cohoa-stretches');
  }

  /** `matching`: what passes the filter, or null for everything; the rest is dimmed. */
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

  protected override draw(context: CanvasRenderingContext2D, view: View): void {
    if (this.#sheet.ratio !== view.ratio) this.#sheet = new SpriteSheet(view.ratio);
    context.globalAlpha = DIMMED;
    this.#drawBatches(context, view, this.#dimmed);
    context.globalAlpha = 1;
    this.#drawBatches(context, view, this.#batches);
  }

  #drawBatches(context: CanvasRenderingContext2D, view: View, batches: readonly Batch[]): void {
    if (batches.length === 0) return;
    if (view.zoom < DOTS_FROM_ZOOM) this.#drawLines(context, view, batches, context.globalAlpha < 1);
    // What is being drawn shows its positions at every zoom.
    if (view.zoom < SYMBOLS_FROM_ZOOM)
      this.#drawDots(context, view, batches, (b) => view.zoom >= DOTS_FROM_ZOOM || b.id === DRAFT);
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
        if (batch.state !== state || batch.id === DRAFT || !nearView(batch, view, 10)) continue;
        corners += traceBeside(context, batch, view);
        if (pale || corners < CORNERS) continue;
        strokeLook(context, look);
        context.beginPath();
        corners = 0;
      }
      strokeLook(context, look);
    }
    context.setLineDash([]);
  }

  #drawDots(
    context: CanvasRenderingContext2D,
    view: View,
    batches: readonly Batch[],
    wanted: (b: Batch) => boolean,
  ): void {
    const cells = fillCells(batches, view, DOT_CELL, wanted);
    for (const cell of cells.used) {
      const batch = batches[cells.batch[cell] as number] as Batch;
      const i = cells.index[cell] as number;
      const x = screenX(batch, i, view, pushOf(batch, view));
      const y = screenY(batch, i, view, pushOf(batch, view));
      this.#sheet.stamp(context, this.#sheet.dot(batch.state), x, y);
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
