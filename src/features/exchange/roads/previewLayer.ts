/** The roads of a file on a map: what will be imported dark, the rest pale, over the ground that the campaign has. */
import { CanvasLayer } from '../../../ui/map/canvasLayer.ts';
import { type PaintedLine, trace } from '../../../ui/map/roadPainter.ts';
import type { View } from '../../../ui/map/world.ts';

export interface PreviewDrawing {
  /** Borders of units. */
  readonly borders: readonly PaintedLine[];
  /** Roads that are there already. */
  readonly present: readonly PaintedLine[];
  readonly offered: readonly PaintedLine[];
  readonly taken: ReadonlySet<string>;
  readonly hovered: string | null;
  readonly dark: boolean;
}

const PASSES = ['borders', 'present', 'rest', 'taken', 'hovered'] as const;
const LOOK = {
  borders: { width: 1.2, light: '#b9b3a4', dark: '#4d463f', dash: [6, 4] },
  present: { width: 3, light: '#e3d9c3', dark: '#3d362e', dash: [] },
  rest: { width: 1.2, light: '#b7ad9b', dark: '#6d655b', dash: [] },
  taken: { width: 2.2, light: '#96642b', dark: '#e0a56b', dash: [] },
  hovered: { width: 5, light: '#2459a8', dark: '#8fb4ee', dash: [] },
} as const;

/** Pixels from a line that still mean it. */
const REACH = 10;

export class PreviewLayer extends CanvasLayer {
  #drawing: PreviewDrawing | null = null;

  set(drawing: PreviewDrawing): void {
    this.#drawing = drawing;
    this.redraw();
  }

  protected override draw(c: CanvasRenderingContext2D, v: View): void {
    const drawing = this.#drawing;
    if (drawing === null) return;
    c.lineJoin = 'round';
    for (const pass of PASSES) {
      const look = LOOK[pass];
      c.setLineDash(look.dash as unknown as number[]);
      c.lineWidth = look.width;
      c.strokeStyle = look[drawing.dark ? 'dark' : 'light'];
      c.beginPath();
      for (const line of linesOf(drawing, pass)) if (isSeen(line, v)) trace(c, line, v);
      c.stroke();
    }
    c.setLineDash([]);
  }

  /** The road under a point of the map, in pixels; the nearest. */
  roadAt(point: { readonly x: number; readonly y: number }): string | null {
    const drawing = this.#drawing;
    if (drawing === null) return null;
    const [px, py] = this.inCanvas(point);
    const v = this.view();
    let best: { readonly id: string; readonly distance: number } | null = null;
    for (const line of drawing.offered) {
      if (!isSeen(line, v)) continue;
      const distance = distanceTo(line, px, py, v);
      if (distance <= (best?.distance ?? REACH)) best = { id: line.id, distance };
    }
    return best?.id ?? null;
  }
}

function linesOf(
  { borders, present, offered, taken, hovered }: PreviewDrawing,
  pass: (typeof PASSES)[number],
): readonly PaintedLine[] {
  if (pass === 'borders') return borders;
  if (pass === 'present') return present;
  return offered.filter(({ id }) => (id === hovered ? 'hovered' : taken.has(id) ? 'taken' : 'rest') === pass);
}

function isSeen({ box: [w, n, e, s] }: PaintedLine, v: View): boolean {
  return (
    e * v.scale > v.left - REACH &&
    w * v.scale < v.left + v.width + REACH &&
    s * v.scale > v.top - REACH &&
    n * v.scale < v.top + v.height + REACH
  );
}

function distanceTo(line: PaintedLine, px: number, py: number, v: View): number {
  let best = Infinity;
  for (let i = 1; i < line.x.length; i++) {
    const [ax, ay] = [
      (line.x[i - 1] as number) * v.scale - v.left,
      (line.y[i - 1] as number) * v.scale - v.top,
    ];
    const [dx, dy] = [
      (line.x[i] as number) * v.scale - v.left - ax,
      (line.y[i] as number) * v.scale - v.top - ay,
    ];
    const share = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.max(0, Math.min(1, share));
    best = Math.min(best, Math.hypot(px - ax - t * dx, py - ay - t * dy));
  }
  return best;
}
