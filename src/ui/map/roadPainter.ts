/** Draws measured lines the way a road map does: casing below, filling above, more important roads on top. */
import { type View, worldX, worldY } from './world.ts';

export interface PaintedLine {
  readonly id: string;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly box: readonly [west: number, north: number, east: number, south: number];
  readonly rank: number;
}

/** A line of [lng, lat] pairs in world coordinates. */
export function paintedLine(id: string, rank: number, line: readonly (readonly number[])[]): PaintedLine {
  const x = Float64Array.from(line, (c) => worldX(c[0] as number));
  const y = Float64Array.from(line, (c) => worldY(c[1] as number));
  let [w, n, e, s] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < x.length; i++) {
    w = Math.min(w, x[i] as number);
    e = Math.max(e, x[i] as number);
    n = Math.min(n, y[i] as number);
    s = Math.max(s, y[i] as number);
  }
  return { id, x, y, box: [w, n, e, s], rank };
}

interface RoadColours {
  readonly fill: string;
  readonly casing: string;
  readonly width: number;
}

/** By rank: 0 national, 1 provincial, 2 other. */
export type RoadPalette = readonly [RoadColours, RoadColours, RoadColours];

/** By rank, as parts of the width of a national road. */
export const RANK_WIDTHS = [1, 0.78, 0.62] as const;

export const LIGHT_ROADS: RoadPalette = [
  { fill: '#FCE7C8', casing: '#C79C6B', width: RANK_WIDTHS[0] },
  { fill: '#FFF8E3', casing: '#CDBF9B', width: RANK_WIDTHS[1] },
  { fill: '#FFFFFF', casing: '#D9D2C4', width: RANK_WIDTHS[2] },
];
export const DARK_ROADS: RoadPalette = [
  { fill: '#6B5234', casing: '#A5815A', width: RANK_WIDTHS[0] },
  { fill: '#4E4633', casing: '#7D724F', width: RANK_WIDTHS[1] },
  { fill: '#3A3530', casing: '#57504A', width: RANK_WIDTHS[2] },
];

/** Below the road that is meant: it stays readable. */
const HALO = 'rgb(36 89 168 / 18%)';

/** Pixels between the casings of a national road; others are narrower by their palette. */
export function roadWidth(zoom: number): number {
  return Math.max(2.2, Math.min(15, 2.2 + (zoom - 8) * 1.45));
}

function inView(line: PaintedLine, v: View): boolean {
  const [w, n, e, s] = line.box;
  return (
    e * v.scale > v.left - 20 &&
    w * v.scale < v.left + v.width + 20 &&
    s * v.scale > v.top - 20 &&
    n * v.scale < v.top + v.height + 20
  );
}

/** What a line is drawn with. */
export type Pen = Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo'>;

/** Adds a line to the path; vertices closer than a pixel to the one before say nothing and are passed over. */
export function trace(context: Pen, line: Pick<PaintedLine, 'x' | 'y'>, v: View): void {
  const last = line.x.length - 1;
  let [px, py] = [0, 0];
  for (let i = 0; i <= last; i++) {
    const x = (line.x[i] as number) * v.scale - v.left;
    const y = (line.y[i] as number) * v.scale - v.top;
    if (i === 0) context.moveTo(x, y);
    else if (i < last && Math.abs(x - px) < 1 && Math.abs(y - py) < 1) continue;
    else context.lineTo(x, y);
    px = x;
    py = y;
  }
}

export function paintRoads(
  context: CanvasRenderingContext2D,
  lines: readonly PaintedLine[],
  v: View,
  palette: RoadPalette,
  highlighted: string | null,
): void {
  const visible = lines.filter((l) => inView(l, v));
  const width = roadWidth(v.zoom);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const chosen = visible.find((l) => l.id === highlighted);
  if (chosen !== undefined) {
    context.beginPath();
    trace(context, chosen, v);
    context.strokeStyle = HALO;
    context.lineWidth = width + 16;
    context.stroke();
  }
  for (let rank = 2; rank >= 0; rank--) {
    const colours = palette[rank as 0 | 1 | 2];
    for (const pass of ['casing', 'fill'] as const) {
      context.beginPath();
      for (const line of visible) if (line.rank === rank) trace(context, line, v);
      context.strokeStyle = colours[pass];
      context.lineWidth = width * colours.width + (pass === 'casing' ? 1.8 : 0);
      context.stroke();
    }
  }
}
