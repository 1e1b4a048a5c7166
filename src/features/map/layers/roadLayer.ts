/** The ground of the map: roads, and a graticule where there are no tiles. */
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import { DARK_ROADS, LIGHT_ROADS, type PaintedLine, paintRoads } from '../../../ui/map/roadPainter.ts';
import { type View, worldX, worldY } from '../../../ui/map/world.ts';

export class RoadLayer extends CanvasLayer {
  #lines: readonly PaintedLine[] = [];
  #highlighted: string | null = null;
  #dark = false;
  #bare = true;

  constructor() {
    super('cohoa-roads');
  }

  setLines(lines: readonly PaintedLine[]): void {
    this.#lines = lines;
    this.redraw();
  }

  /** `bare`: no tiles below, so the graticule is ours to draw. */
  setMode(mode: { readonly dark: boolean; readonly bare: boolean }): void {
    this.#dark = mode.dark;
    this.#bare = mode.bare;
    this.redraw();
  }

  highlight(roadId: string | null): void {
    if (this.#highlighted === roadId) return;
    this.#highlighted = roadId;
    this.redraw();
  }

  protected override draw(c: CanvasRenderingContext2D, v: View): void {
    if (this.#bare) this.#graticule(c, v);
    paintRoads(c, this.#lines, v, this.#dark ? DARK_ROADS : LIGHT_ROADS, this.#highlighted);
  }

  #graticule(c: CanvasRenderingContext2D, v: View): void {
    const degrees = 360 / (v.scale / 160);
    const step =
      [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005].find((s) => s <= degrees * 1.4) ?? 0.005;
    c.strokeStyle = this.#dark ? 'rgb(255 255 255 / 6%)' : 'rgb(90 80 60 / 9%)';
    c.lineWidth = 1;
    c.beginPath();
    const west = (v.left / v.scale - 0.5) * 360;
    const east = ((v.left + v.width) / v.scale - 0.5) * 360;
    for (let lng = Math.ceil(west / step) * step; lng <= east; lng += step) {
      const x = worldX(lng) * v.scale - v.left;
      c.moveTo(x, 0);
      c.lineTo(x, v.height);
    }
    const north = latOf(v.top / v.scale);
    const south = latOf((v.top + v.height) / v.scale);
    for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step) {
      const y = worldY(lat) * v.scale - v.top;
      c.moveTo(0, y);
      c.lineTo(v.width, y);
    }
    c.stroke();
  }
}

function latOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
