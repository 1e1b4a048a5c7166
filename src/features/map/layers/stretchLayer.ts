/** Stretches below the labels: from afar a line beside the road, nearer a dot a position. */
import type { PlacementState } from '../../../domain/model/rows.ts';
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import type { View } from '../../../ui/map/world.ts';
import { type Batch, DRAFT, nearView, pushOf, screenX, screenY } from './batch.ts';
import { fillCells } from './cells.ts';
import { DOT, DOTS_FROM_ZOOM, LINES, SpriteSheet, SYMBOLS_FROM_ZOOM } from './sprites.ts';
import { traceBeside } from './traceBeside.ts';

const DOT_CELL = 7;

export class StretchLayer extends CanvasLayer {
  #batches: readonly Batch[] = [];
  #sheet = new SpriteSheet(1);

  constructor() {
    super('cohoa-stretches');
  }

  setBatches(batches: readonly Batch[]): void {
    this.#batches = batches.filter((b) => !b.single);
    this.redraw();
  }

  protected override draw(context: CanvasRenderingContext2D, view: View): void {
    if (this.#sheet.ratio !== view.ratio) this.#sheet = new SpriteSheet(view.ratio);
    if (view.zoom < DOTS_FROM_ZOOM) this.#drawLines(context, view);
    // What is being drawn shows its positions at every zoom.
    if (view.zoom < SYMBOLS_FROM_ZOOM)
      this.#drawDots(context, view, (b) => view.zoom >= DOTS_FROM_ZOOM || b.id === DRAFT);
  }

  /** Later states above earlier ones. */
  #drawLines(context: CanvasRenderingContext2D, view: View): void {
    context.lineJoin = 'round';
    context.lineCap = 'butt';
    for (const state of Object.keys(LINES) as PlacementState[]) {
      const look = LINES[state];
      context.beginPath();
      for (const batch of this.#batches)
        if (batch.state === state && batch.id !== DRAFT && nearView(batch, view, 10))
          traceBeside(context, batch, view);
      context.strokeStyle = look.colour;
      context.lineWidth = look.width;
      context.setLineDash([...look.dash]);
      context.stroke();
    }
    context.setLineDash([]);
  }

  #drawDots(context: CanvasRenderingContext2D, view: View, wanted: (b: Batch) => boolean): void {
    const cells = fillCells(this.#batches, view, DOT_CELL, wanted);
    const half = DOT / 2;
    for (const cell of cells.used) {
      const batch = this.#batches[cells.batch[cell] as number] as Batch;
      const i = cells.index[cell] as number;
      const x = screenX(batch, i, view, pushOf(batch, view));
      const y = screenY(batch, i, view, pushOf(batch, view));
      context.drawImage(this.#sheet.dot(batch.state), x - half, y - half, DOT, DOT);
    }
  }
}
