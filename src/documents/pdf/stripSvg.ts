/** Draws a strip as SVG for the page: black on white, nothing told by colour. */
import type { MarkShape, Strip } from '../checklist/sheet.ts';
import { spotLabel } from '../checklist/spread.ts';

const ROAD = 3;

export function stripSvg(strip: Strip): string {
  const { width, height, line } = strip;
  const labels = new Labels(width, height);
  for (const p of strip.places) labels.take(p.x, p.y, 14, 14);
  const left = offsetPath(line, -ROAD);
  const right = offsetPath(line, ROAD);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="white" stroke="black" stroke-width="0.7"/>`,
    `<path d="${left}" fill="none" stroke="black" stroke-width="0.8"/>`,
    `<path d="${right}" fill="none" stroke="black" stroke-width="0.8"/>`,
    ...strip.posts.map((p) => post(p, labels)),
    ...strip.features.map((f) => feature(f, labels)),
    ...strip.positions.flatMap(({ mark, points }) => points.map(([x, y]) => markSvg(mark, x, y, 1.5))),
    ...strip.places.map((p) => spot(p)),
    northArrow(width - 18, 20, strip.north),
    scaleBar(strip, height),
    '</svg>',
  ].join('');
}

function spot(p: Strip['places'][number]): string {
  const label = spotLabel(p.numbers);
  const size = [8, 8, 8, 6.5, 5][label.length] ?? 4;
  return `<circle cx="${n(p.x)}" cy="${n(p.y)}" r="6.5" fill="black"/>${text(p.x, p.y + 0.35 * size, label, size, 'middle', 'white', true)}`;
}

/** A mark by itself, for the table's first column. */
export function markCell(mark: MarkShape): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" viewBox="0 0 12 12">${markSvg(mark, 6, 6, 2.6)}</svg>`;
}

function markSvg(mark: MarkShape, x: number, y: number, r: number): string {
  switch (mark) {
    case 'dot':
      return `<circle cx="${n(x)}" cy="${n(y)}" r="${r}" fill="black"/>`;
    case 'ring':
      return `<circle cx="${n(x)}" cy="${n(y)}" r="${r}" fill="white" stroke="black" stroke-width="0.7"/>`;
    case 'square':
      return `<rect x="${n(x - r)}" y="${n(y - r)}" width="${2 * r}" height="${2 * r}" fill="black"/>`;
    case 'triangle':
      return `<path d="M${n(x)} ${n(y - r * 1.2)}L${n(x + r * 1.1)} ${n(y + r)}L${n(x - r * 1.1)} ${n(y + r)}Z" fill="white" stroke="black" stroke-width="0.7"/>`;
    case 'cross':
      return `<path d="M${n(x - r)} ${n(y - r)}L${n(x + r)} ${n(y + r)}M${n(x + r)} ${n(y - r)}L${n(x - r)} ${n(y + r)}" stroke="black" stroke-width="0.9"/>`;
  }
}

function n(value: number): string {
  return value.toFixed(2);
}

function text(
  x: number,
  y: number,
  words: string,
  size: number,
  anchor: 'start' | 'middle',
  fill = 'black',
  bold = false,
): string {
  const safe = words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<text x="${n(x)}" y="${n(y)}" font-family="Tinos" font-size="${size}" ${bold ? 'font-weight="bold" ' : ''}text-anchor="${anchor}" fill="${fill}">${safe}</text>`;
}

/** Keeps words apart: a label takes the first of its possible places that is free and on the paper. */
class Labels {
  readonly #taken: { x: number; y: number; w: number; h: number }[] = [];
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** The middle of words of a width, moved so that they do not run off the paper's sides. */
  onPaper(x: number, w: number): number {
    return Math.max(w / 2 + 3, Math.min(this.#width - w / 2 - 3, x));
  }

  take(x: number, y: number, w: number, h: number): void {
    this.#taken.push({ x, y, w, h });
  }

  /** The index of the place taken; where none is free, the first: a covered word is better than a lost one. */
  choose(places: readonly { x: number; y: number }[], w: number, h: number): number {
    const free = places.findIndex(
      ({ x, y }) =>
        y > h / 2 &&
        y < this.#height - h / 2 &&
        this.#taken.every((t) => Math.abs(t.x - x) > (t.w + w) / 2 || Math.abs(t.y - y) > (t.h + h) / 2),
    );
    const chosen = Math.max(0, free);
    const { x, y } = places[chosen] as { x: number; y: number };
    this.take(x, y, w, h);
    return chosen;
  }
}

/** Left of the road, else right of it, near before far. */
const POST_DISTANCES = [-21, 21, -33, 33] as const;

function post(p: Strip['posts'][number], labels: Labels): string {
  const ends = POST_DISTANCES.map((d) => ({ x: p.x + p.nx * d, y: p.y + p.ny * d }));
  const w = p.label.length * 4.4;
  const places = ends.map((e) => ({ x: labels.onPaper(e.x, w), y: e.y + (e.y < p.y ? -5 : 5) }));
  const i = labels.choose(places, w, 9);
  const end = ends[i] as { x: number; y: number };
  const at = places[i] as { x: number; y: number };
  return `<path d="M${n(p.x)} ${n(p.y)}L${n(end.x)} ${n(end.y)}" stroke="black" stroke-width="0.5"/>${text(at.x, at.y + 3, p.label, 8, 'middle', 'black', true)}`;
}

const FEATURE_DISTANCES = [20, -20, 30, -30, 40, -40] as const;

function feature(f: Strip['features'][number], labels: Labels): string {
  const shape = f.bridge
    ? `<path d="M${n(f.x - 7)} ${n(f.y - 6)}l2 2h10l2-2M${n(f.x - 7)} ${n(f.y + 6)}l2-2h10l2 2" fill="none" stroke="black" stroke-width="0.9"/>`
    : `<path d="M${n(f.x - 4)} ${n(f.y)}h8M${n(f.x)} ${n(f.y - 4)}v8" stroke="black" stroke-width="1.4"/>`;
  const w = f.label.length * 3.4;
  const places = FEATURE_DISTANCES.map((d) => ({ x: labels.onPaper(f.x, w), y: f.y + d }));
  const at = places[labels.choose(places, w, 8)] as { x: number; y: number };
  const leader =
    Math.abs(at.y - f.y) > 24
      ? `<path d="M${n(f.x)} ${n(f.y)}L${n(at.x)} ${n(at.y + (at.y < f.y ? 5 : -5))}" stroke="black" stroke-width="0.3"/>`
      : '';
  return shape + leader + text(at.x, at.y + 2.5, f.label, 7, 'middle');
}

function northArrow(x: number, y: number, degrees: number): string {
  return `<g transform="rotate(${n(degrees)} ${n(x)} ${n(y)})"><path d="M${n(x)} ${n(y - 11)}l4 13l-4-3l-4 3z" fill="black"/>${text(x, y + 11, 'B', 8, 'middle', 'black', true)}</g>`;
}

/** A length that reads well: 1, 2 or 5 × 10ⁿ metres, some 100 points long. */
function scaleBar(strip: Strip, height: number): string {
  const wanted = (100 / strip.kilometre) * 1000;
  const metres = [2000, 1000, 500, 200, 100, 50, 20, 10].find((m) => m <= wanted) ?? 10;
  const length = (metres / 1000) * strip.kilometre;
  const [x, y] = [12, height - 10];
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return `<path d="M${x} ${n(y - 3)}v6M${x} ${n(y)}h${n(length)}M${n(x + length)} ${n(y - 3)}v6M${n(x + length / 2)} ${n(y - 2)}v4" stroke="black" stroke-width="0.8"/>${text(x + length + 4, y + 3, label, 8, 'start')}`;
}

/** The line pushed aside by `by` points; corners are cut, which at this size nobody sees. */
function offsetPath(line: readonly (readonly [number, number])[], by: number): string {
  let path = '';
  for (let i = 1; i < line.length; i++) {
    const [x1, y1] = line[i - 1] as readonly [number, number];
    const [x2, y2] = line[i] as readonly [number, number];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length < 0.01) continue;
    const [ox, oy] = [(-(y2 - y1) / length) * by, ((x2 - x1) / length) * by];
    path += `${path === '' ? 'M' : 'L'}${n(x1 + ox)} ${n(y1 + oy)}L${n(x2 + ox)} ${n(y2 + oy)}`;
  }
  return path;
}
