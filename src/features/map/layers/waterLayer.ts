/** Rivers and streams, below the roads. */
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import { type PaintedLine, trace } from '../../../ui/map/roadPainter.ts';
import type { View } from '../../../ui/map/world.ts';

const LIGHT = '#B9D3E3';
const DARK = '#35495A';

export class WaterLayer extends CanvasLayer {
  #lines: readonly PaintedLine[] = [];
  #dark = false;

  constructor() {
    super('cohoa-water');
  }

  set(lines: readonly PaintedLine[], dark: boolean): void {
    this.#lines = lines;
    this.#dark = dark;
    this.redraw();
  }

  protected override draw(c: CanvasRenderingContext2D, v: View): void {
    c.beginPath();
    for (const line of this.#lines) trace(c, line, v);
    c.strokeStyle = this.#dark ? DARK : LIGHT;
    c.lineWidth = Math.max(1.6, Math.min(12, 1.6 + (v.zoom - 9) * 1.1));
    c.lineJoin = 'round';
    c.lineCap = 'round';
    c.stroke();
  }
}
