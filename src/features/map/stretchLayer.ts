/** Stretches below the labels: from afar a line beside the road, nearer a dot a position. */
import type { PlacementState } from '../../domain/model/rows.ts';
import { CanvasLayer, type View } from '../../ui/map/canvasLayer.ts';
import { roadWidth } from '../../ui/map/roadPainter.ts';
import { type Batch, nearView } from './batch.ts';
import { fillCells } from './cells.ts';
import { DOT, DOTS_FROM_ZOOM, LINES, SpriteSheet, SYMBOLS_FROM_ZOOM } from './sprites.ts';

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
    if (view.zoom < DOTS_FROM_ZOOM) this.#drawLines(context, view);
    else if (view.zoom < SYMBOLS_FROM_ZOOM) this.#drawDots(context, view);
  }

  /** Later states above earlier ones. */
  #drawLines(context: CanvasRenderingContext2D, view: View): void {
    context.lineJoin = 'round';
    context.lineCap = 'butt';
    for (const state of Object.keys(LINES) as PlacementState[]) {
      const look = LINES[state];
      context.beginPath();
      for (const batch of this.#batches)
        if (batch.state === state && nearView(batch, view, 10)) traceBeside(context, batch, view);
      context.strokeStyle = look.colour;
      context.lineWidth = look.width;
      context.setLineDash([...look.dash]);
      context.stroke();
    }
    context.setLineDash([]);
  }

  #drawDots(context: CanvasRenderingContext2D, view: View): void {
    if (this.#sheet.ratio !== view.ratio) this.#sheet = new SpriteSheet(view.ratio);
    const cells = fillCells(this.#batches, view, DOT_CELL, () => true);
    const half = DOT / 2;
    for (const cell of cells.used) {
      const batch = this.#batches[cells.batch[cell] as number] as Batch;
      const i = cells.index[cell] as number;
      const x = (batch.x[i] as number) * view.scale - view.left;
      const y = (batch.y[i] as number) * view.scale - view.top;
      context.drawImage(this.#sheet.dot(batch.state), x - half, y - half, DOT, DOT);
    }
  }
}

/**
 * Traces the positions of each side in turn, pushed away from the road by a few pixels so that both sides show. A
 * jump (a bridge, the change of side) breaks the line.
 */
export function traceBeside(context: CanvasRenderingContext2D, batch: Batch, view: View): void {
  const { x, y, side, jump } = batch;
  const offset = roadWidth(view.zoom) / 2 + 2.5;
  let [px, py, ps] = [0, 0, 2];
  let drawing = false;
  for (let i = 0; i < x.length; i++) {
    const cx = (x[i] as number) * view.scale - view.left;
    const cy = (y[i] as number) * view.scale - view.top;
    const s = side[i] as number;
    const dx = cx - px;
    const dy = cy - py;
    const d = Math.hypot(dx, dy);
    if (s !== ps || d > jump * view.scale) {
      [px, py, ps] = [cx, cy, s];
      drawing = false;
      continue;
    }
    // Steps of under two pixels add nothing that can be seen; the last one of a run is close enough to its end.
    if (d < 2 && i < x.length - 1 && side[i + 1] === s) continue;
    const k = d === 0 ? 0 : (s * offset) / d;
    if (!drawing) context.moveTo(px - dy * k, py + dx * k);
    context.lineTo(cx - dy * k, cy + dx * k);
    drawing = true;
    [px, py] = [cx, cy];
  }
}
