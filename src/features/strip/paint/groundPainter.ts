/** The ground of an unrolled road: names of the lanes, units, ruler, bridges and junctions. */
import type { Id } from '../../../domain/model/rows.ts';
import { DARK_LINES, LINES } from '../../../ui/symbols/sprites.ts';
import {
  CENTRE,
  chainageAt,
  GUTTER,
  HEIGHTS,
  LANE,
  RULER,
  type StripView,
  TOPS,
  UNITS,
  xOf,
} from '../stripLayout.ts';
import type { StripRoad } from '../stripModel.ts';

export const LIGHT = {
  lines: LINES,
  accent: '#B9121B',
  onAccent: '#FFFFFF',
  ink: '#1D1B19',
  soft: '#5F5A53',
  line: '#D6D0C5',
  faint: '#EDE9E0',
  band: '#F5F2EA',
  road: '#FCEBD3',
  mark: '#C79C6B',
  panel: '#FFFFFF',
};
export type Paint = typeof LIGHT;
export const DARK: Paint = {
  lines: DARK_LINES,
  accent: '#F0646B',
  onAccent: '#1D0C0C',
  ink: '#F3EFE8',
  soft: '#B9B2A7',
  line: '#4A443D',
  faint: '#2C2824',
  band: '#2A2622',
  road: '#4A3A26',
  mark: '#A5815A',
  panel: '#211E1B',
};

export function paintGutter(
  c: CanvasRenderingContext2D,
  road: StripRoad,
  words: { readonly left: string; readonly median: string; readonly right: string },
  paint: Paint,
): void {
  c.textAlign = 'right';
  c.textBaseline = 'middle';
  c.fillStyle = paint.soft;
  c.font = "500 11px 'Be Vietnam Pro', sans-serif";
  for (const [lane, word] of [
    [-1, words.left],
    [0, words.median],
    [1, words.right],
  ] as const)
    c.fillText(word, GUTTER - 10, TOPS[lane] + HEIGHTS[lane] / 2);
  c.fillStyle = paint.ink;
  c.font = "700 12px 'Be Vietnam Pro', sans-serif";
  c.fillText(road.label, GUTTER - 10, RULER / 2 + 2, GUTTER - 14);
}

export function paintGround(c: CanvasRenderingContext2D, road: StripRoad, v: StripView, paint: Paint): void {
  const [x0, x1] = [xOf(road, road.min, v), xOf(road, road.max, v)];
  c.fillStyle = paint.road;
  c.fillRect(x0, TOPS[0], x1 - x0, CENTRE);
  c.strokeStyle = paint.mark;
  c.lineWidth = 1.5;
  c.setLineDash([14, 8]);
  c.beginPath();
  c.moveTo(Math.max(GUTTER, x0), TOPS[0] + CENTRE / 2);
  c.lineTo(Math.min(v.width, x1), TOPS[0] + CENTRE / 2);
  c.stroke();
  c.setLineDash([]);
  c.font = "600 11px 'Be Vietnam Pro', sans-serif";
  c.textAlign = 'left';
  c.textBaseline = 'middle';
  road.units.forEach((unit, i) => {
    const [a, b] = [Math.max(GUTTER, xOf(road, unit.from, v)), Math.min(v.width, xOf(road, unit.to, v))];
    if (b <= a) return;
    c.fillStyle = i % 2 === 0 ? paint.band : paint.faint;
    c.fillRect(a, RULER, b - a, UNITS);
    c.fillStyle = paint.soft;
    if (b - a > 40) c.fillText(shortened(c, unit.name, b - a - 14), a + 7, RULER + UNITS / 2 + 0.5);
    if (i === 0) return;
    c.strokeStyle = paint.line;
    c.lineWidth = 1;
    c.setLineDash([4, 3]);
    c.beginPath();
    c.moveTo(a, RULER);
    c.lineTo(a, TOPS[1] + LANE);
    c.stroke();
    c.setLineDash([]);
  });
}

export function paintRuler(c: CanvasRenderingContext2D, road: StripRoad, v: StripView, paint: Paint): void {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000].find(
    // «Km 144+500» is wider than «Km 144».
    (s) => s * v.scale >= (s < 1000 ? 92 : 64),
  );
  if (step === undefined) return;
  const minor = step / (step >= 1000 || [2, 20, 200].includes(step) ? 10 : 5);
  const [from, to] = [
    Math.max(road.min, chainageAt(road, GUTTER, v)),
    Math.min(road.max, chainageAt(road, v.width, v)),
  ];
  c.strokeStyle = paint.line;
  c.lineWidth = 1;
  c.beginPath();
  for (let at = Math.ceil(from / minor) * minor; at <= to; at += minor) {
    const x = xOf(road, at, v);
    c.moveTo(x, RULER - 4);
    c.lineTo(x, RULER);
  }
  c.stroke();
  c.strokeStyle = paint.soft;
  c.fillStyle = paint.ink;
  c.font = "600 11px 'Be Vietnam Pro', sans-serif";
  c.textAlign = 'left';
  c.textBaseline = 'middle';
  c.beginPath();
  let written = Number.NEGATIVE_INFINITY;
  for (let at = Math.ceil(from / step) * step; at <= to + 0.01; at += step) {
    const x = xOf(road, at, v);
    c.moveTo(x, 4);
    c.lineTo(x, RULER);
    const text = kmText(at, step);
    const { width } = c.measureText(text);
    // The last one stands before its line where it would be cut behind it, if there is room.
    const left = x + 4 + width > v.width ? x - 4 - width : x + 4;
    if (left < written + 6) continue;
    c.fillText(text, left, 10);
    written = left + width;
  }
  c.stroke();
}

export function paintFeatures(
  c: CanvasRenderingContext2D,
  road: StripRoad,
  v: StripView,
  chosen: Id | null,
  paint: Paint,
): void {
  const y = TOPS[0];
  c.font = "500 10.5px 'Be Vietnam Pro', sans-serif";
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  let taken = Number.NEGATIVE_INFINITY;
  for (const f of [...road.features].sort((a, b) => a.from - b.from)) {
    const [a, b] = [xOf(road, f.from, v), xOf(road, f.to, v)];
    if (b < GUTTER - 40 || a > v.width + 40) continue;
    const middle = (a + b) / 2;
    c.strokeStyle = f.id === chosen ? paint.accent : paint.mark;
    c.fillStyle = paint.panel;
    c.lineWidth = f.id === chosen ? 2.4 : 1.4;
    if (f.kind === 'bridge') {
      const width = Math.max(8, b - a);
      c.fillRect(middle - width / 2, y, width, CENTRE);
      c.strokeRect(middle - width / 2, y, width, CENTRE);
      // Over a bridge the lanes are barred: nothing stands there by the usual rule.
      c.fillStyle = paint.faint;
      for (const lane of [-1, 1] as const) c.fillRect(middle - width / 2, TOPS[lane], width, LANE);
    } else if (f.kind === 'junction') {
      c.fillStyle = paint.mark;
      c.fillRect(middle - 4, y - 2, 8, CENTRE + 4);
      c.fillRect(middle - 13, y + CENTRE / 2 - 4, 26, 8);
    } else {
      c.beginPath();
      c.arc(middle, y + CENTRE / 2, 7, 0, 2 * Math.PI);
      c.fill();
      c.stroke();
      c.fillStyle = paint.ink;
      c.fillText(
        f.kind === 'signal' ? '!' : f.kind === 'level-crossing' ? '×' : 'K',
        middle,
        y + CENTRE / 2 + 0.5,
      );
    }
    if (f.name === '') continue;
    const width = c.measureText(f.name).width;
    // Of what stands at the edge the name is moved inwards rather than cut; of what is beyond it there is none.
    if (b < GUTTER || a > v.width) continue;
    const at = Math.max(GUTTER + width / 2 + 2, Math.min(middle, v.width - width / 2 - 2));
    if (at - width / 2 < taken + 8 || v.scale < 0.02) continue;
    taken = at + width / 2;
    c.fillStyle = paint.soft;
    c.fillText(f.name, at, y + CENTRE + 9);
  }
}

export function kmText(chainage: number, step: number): string {
  const metres = Math.round(chainage);
  const km = Math.floor(metres / 1000);
  return step >= 1000 ? `Km ${km}` : `Km ${km}+${String(metres - km * 1000).padStart(3, '0')}`;
}

function shortened(c: CanvasRenderingContext2D, text: string, width: number): string {
  if (c.measureText(text).width <= width) return text;
  let end = text.length - 1;
  while (end > 1 && c.measureText(`${text.slice(0, end)}…`).width > width) end--;
  return `${text.slice(0, end)}…`;
}
