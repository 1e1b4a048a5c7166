/** Ground below the roads: borders of units, no-go areas, and what is being drawn with a free hand. */

import type { Id } from '../../../domain/model/rows.ts';
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import { type PaintedLine, trace } from '../../../ui/map/roadPainter.ts';
import type { View } from '../../../ui/map/world.ts';
import { TINTS } from './tints.ts';

export interface PaintedArea {
  readonly id: Id;
  readonly rings: readonly PaintedLine[];
  readonly emphasised: boolean;
}

/** The ground of a unit, with how much of what is planned there stands; null where nothing is planned. */
export interface PaintedUnit {
  readonly rings: readonly PaintedLine[];
  readonly share: number | null;
}

export interface AreaDrawing {
  readonly units: readonly PaintedUnit[];
  readonly areas: readonly PaintedArea[];
}

/** A line or ring in the hand: measuring, drawing an area, choosing with the lasso. */
export interface Sketch {
  readonly line: PaintedLine;
  readonly closed: boolean;
  readonly colour: string;
}

/** A hue that no state has, and crossed lines: nothing that is planned looks like it. */
const NO_GO = { light: '#7B4A86', dark: '#CBA6D6' } as const;

/** Nearer than this all that is in view would be one tint. */
const TINTS_BELOW_ZOOM = 13;
function stepOf(share: number | null): number {
  if (share === null || share <= 0) return 0;
  return share >= 1 ? 5 : 1 + Math.floor(share * 4);
}

/** Pixels between the lines of the hatching. */
const HATCH = 8;
/** Pixels from a border that still are on it. */
const BORDER_REACH = 7;

export class AreaLayer extends CanvasLayer {
  #drawing: AreaDrawing = { units: [], areas: [] };
  #sketch: Sketch | null = null;
  #dark = false;

  constructor(pane: string) {
    super(pane);
  }

  set(drawing: AreaDrawing, dark: boolean): void {
    this.#drawing = drawing;
    this.#dark = dark;
    this.redraw();
  }

  sketch(sketch: Sketch | null): void {
    if (this.#sketch === null && sketch === null) return;
    this.#sketch = sketch;
    this.redraw();
  }

  /** The no-go area whose border is under a point of the map, so that its inside stays free for what is planned. */
  hit(point: { readonly x: number; readonly y: number }): Id | null {
    const size = this._map.getSize();
    const view = this.view();
    const px = point.x + (view.width - size.x) / 2;
    const py = point.y + (view.height - size.y) / 2;
    const touched = this.#drawing.areas.find((a) =>
      a.rings.some((ring) => distanceTo(ring, px, py, view) <= BORDER_REACH),
    );
    return touched?.id ?? null;
  }

  protected override draw(c: CanvasRenderingContext2D, v: View): void {
    if (v.zoom < TINTS_BELOW_ZOOM) this.#tints(c, v);
    this.#borders(c, v);
    for (const area of this.#drawing.areas) if (area.rings.some((r) => near(r, v))) this.#area(c, v, area);
    if (this.#sketch !== null) this.#drawSketch(c, v, this.#sketch);
  }

  /** From afar one sees how far each unit is: quiet steps, the figure stands with its name. */
  #tints(c: CanvasRenderingContext2D, v: View): void {
    for (const { rings, share } of this.#drawing.units) {
      if (!rings.some((r) => near(r, v))) continue;
      c.beginPath();
      for (const ring of rings) trace(c, ring, v);
      c.fillStyle = (this.#dark ? TINTS.dark : TINTS.light)[stepOf(share)] as string;
      c.fill('evenodd');
    }
  }

  #borders(c: CanvasRenderingContext2D, v: View): void {
    c.beginPath();
    for (const { rings } of this.#drawing.units)
      for (const line of rings) if (near(line, v)) trace(c, line, v);
    c.strokeStyle = this.#dark ? 'rgb(255 255 255 / 26%)' : 'rgb(90 80 60 / 38%)';
    c.lineWidth = 1.2;
    c.setLineDash([9, 4, 1.5, 4]);
    c.stroke();
    c.setLineDash([]);
  }

  /** Crosshatched, so that it is told from the rest without colour. */
  #area(c: CanvasRenderingContext2D, v: View, area: PaintedArea): void {
    c.save();
    c.beginPath();
    for (const ring of area.rings) trace(c, ring, v);
    c.strokeStyle = this.#dark ? NO_GO.dark : NO_GO.light;
    c.lineWidth = area.emphasised ? 2.6 : 1.1;
    c.stroke();
    c.clip('evenodd');
    const box = boundsOf(area.rings, v);
    c.globalAlpha = 0.5;
    c.lineWidth = 0.9;
    c.beginPath();
    const height = box.bottom - box.top;
    for (let x = box.left - height; x < box.right; x += HATCH) {
      c.moveTo(x, box.bottom);
      c.lineTo(x + height, box.top);
      c.moveTo(x, box.top);
      c.lineTo(x + height, box.bottom);
    }
    c.stroke();
    c.restore();
  }

  #drawSketch(c: CanvasRenderingContext2D, v: View, { line, closed, colour }: Sketch): void {
    c.beginPath();
    trace(c, line, v);
    if (closed) c.closePath();
    c.strokeStyle = colour;
    c.lineWidth = 2;
    c.setLineDash([5, 4]);
    c.stroke();
    c.setLineDash([]);
    c.fillStyle = colour;
    if (closed) {
      c.globalAlpha = 0.1;
      c.fill();
      c.globalAlpha = 1;
    }
    for (let i = 0; i < line.x.length; i++) {
      if (line.x.length > 60) break;
      c.beginPath();
      c.arc(
        (line.x[i] as number) * v.scale - v.left,
        (line.y[i] as number) * v.scale - v.top,
        3.5,
        0,
        2 * Math.PI,
      );
      c.fill();
    }
  }
}

/** Pixels from a point to the nearest segment of a line. */
function distanceTo(line: PaintedLine, px: number, py: number, v: View): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.x.length; i++) {
    const [ax, ay] = [
      (line.x[i - 1] as number) * v.scale - v.left,
      (line.y[i - 1] as number) * v.scale - v.top,
    ];
    const [bx, by] = [(line.x[i] as number) * v.scale - v.left, (line.y[i] as number) * v.scale - v.top];
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = square === 0 ? 0 : ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / square;
    const along = Math.max(0, Math.min(1, t));
    nearest = Math.min(nearest, Math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay)));
  }
  return nearest;
}

function near(line: PaintedLine, v: View): boolean {
  const [w, n, e, s] = line.box;
  return (
    e * v.scale > v.left &&
    w * v.scale < v.left + v.width &&
    s * v.scale > v.top &&
    n * v.scale < v.top + v.height
  );
}

/** The part of an area that can be seen, in pixels. */
function boundsOf(rings: readonly PaintedLine[], v: View) {
  const left = Math.min(...rings.map((r) => r.box[0])) * v.scale - v.left;
  const right = Math.max(...rings.map((r) => r.box[2])) * v.scale - v.left;
  const top = Math.min(...rings.map((r) => r.box[1])) * v.scale - v.top;
  const bottom = Math.max(...rings.map((r) => r.box[3])) * v.scale - v.top;
  return {
    left: Math.max(-20, left),
    right: Math.min(v.width + 20, right),
    top: Math.max(-20, top),
    bottom: Math.min(v.height + 20, bottom),
  };
}
