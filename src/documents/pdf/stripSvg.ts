/** Draws a strip as SVG for the page: black on white, nothing told by colour. */
import type { Strip } from '../checklist/sheet.ts';
import { spotLabel } from '../checklist/spread.ts';
import { Labels } from './labels.ts';
import { doneSvg, markSvg, n, onDrawing, spotSvg, text } from './svg.ts';

const ROAD = 3;
/** Points in the corner that the scale takes with its length in words. */
const SCALE_ROOM = 130;

export function stripSvg(strip: Strip): string {
  const { width, height, line } = strip;
  const labels = new Labels(width, height);
  labels.take(width - 18, 20, 26, 28);
  labels.take(SCALE_ROOM / 2, height - 14, SCALE_ROOM, 18);
  for (const p of strip.places) labels.take(p.x, p.y, 18, 16);
  for (const { points, done } of strip.positions)
    for (const [x, y] of [...points, ...done]) labels.spare(x, y, 4);
  const posts = strip.posts.map((p) => post(p, labels));
  const features = strip.features.map((f) => feature(f, labels));
  const left = offsetPath(line, -ROAD);
  const right = offsetPath(line, ROAD);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="white" stroke="black" stroke-width="0.7"/>`,
    `<clipPath id="paper"><rect x="1" y="1" width="${width - 2}" height="${height - 2}"/></clipPath>`,
    `<g clip-path="url(#paper)">${strip.others.map(otherRoad).join('')}</g>`,
    ...(line.length === 0
      ? []
      : [left, right].map((path) => `<path d="${path}" fill="none" stroke="black" stroke-width="0.8"/>`)),
    ...[...posts, ...features].map(({ lines }) => lines),
    ...strip.positions.flatMap(({ mark, points, done }) => [
      ...done.map(([x, y]) => doneSvg(x, y)),
      ...points.map(([x, y]) => markSvg(mark, x, y, 1.6)),
    ]),
    ...[...posts, ...features].map(({ words }) => words),
    ...strip.places.map((p) => spotSvg(p.x, p.y, spotLabel(p.numbers))),
    northArrow(width - 18, 20, strip.north),
    scaleBar(strip, height),
    '</svg>',
  ].join('');
}

/** Left of the road, else right of it, near before far. */
const POST_DISTANCES = [-22, 22, -34, 34, -46, 46] as const;

/** What leads to words, and the words, which nothing that is drawn later may cover. */
interface Sign {
  readonly lines: string;
  readonly words: string;
}

function post(p: Strip['posts'][number], labels: Labels): Sign {
  const ends = POST_DISTANCES.map((d) => ({ x: p.x + p.nx * d, y: p.y + p.ny * d }));
  const w = p.label.length * 4.9;
  const places = ends.map((e) => ({ x: labels.onPaper(e.x, w), y: e.y + (e.y < p.y ? -5 : 5) }));
  const i = labels.choose(places, w, 10);
  const end = ends[i] as { x: number; y: number };
  const at = places[i] as { x: number; y: number };
  return {
    lines: `<path d="M${n(p.x)} ${n(p.y)}L${n(end.x)} ${n(end.y)}" stroke="black" stroke-width="0.5"/>`,
    words: onDrawing(at.x, at.y + 3, p.label, { size: 9, bold: true }),
  };
}

const FEATURE_DISTANCES = [22, -22, 32, -32, 42, -42, 52, -52] as const;

const SHAPES: Readonly<Record<Strip['features'][number]['shape'], (x: number, y: number) => string>> = {
  bridge: (x, y) =>
    `<path d="M${n(x - 7)} ${n(y - 6)}l2 2h10l2-2M${n(x - 7)} ${n(y + 6)}l2-2h10l2 2" fill="none" stroke="black" stroke-width="0.9"/>`,
  cross: (x, y) =>
    `<path d="M${n(x - 4)} ${n(y)}h8M${n(x)} ${n(y - 4)}v8" stroke="black" stroke-width="1.4"/>`,
  none: () => '',
};

/** A road by which one finds one's way. */
function otherRoad(line: readonly (readonly [number, number])[]): string {
  const path = line.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
  return `<path d="${path}" fill="none" stroke="#666666" stroke-width="1.6"/>`;
}

function feature(f: Strip['features'][number], labels: Labels): Sign {
  const shape = SHAPES[f.shape](f.x, f.y);
  const w = f.label.length * 4.3;
  // Near above or below its place, else beside it.
  const places = [0, w / 2, -w / 2, w, -w].flatMap((dx) =>
    FEATURE_DISTANCES.map((d) => ({ x: labels.onPaper(f.x + dx, w), y: f.y + d })),
  );
  const at = places[labels.choose(places, w, 10)] as { x: number; y: number };
  const leader =
    Math.abs(at.y - f.y) > 24 || Math.abs(at.x - f.x) > w / 2
      ? `<path d="M${n(f.x)} ${n(f.y)}L${n(at.x)} ${n(at.y + (at.y < f.y ? 5 : -5))}" stroke="black" stroke-width="0.3"/>`
      : '';
  return { lines: shape + leader, words: onDrawing(at.x, at.y + 3, f.label, { size: 9 }) };
}

function northArrow(x: number, y: number, degrees: number): string {
  return `<g transform="rotate(${n(degrees)} ${n(x)} ${n(y)})"><path d="M${n(x)} ${n(y - 11)}l4 13l-4-3l-4 3z" fill="black"/>${text(x, y + 12, 'B', { size: 9, bold: true })}</g>`;
}

/** A length that reads well: 1, 2 or 5 × 10ⁿ metres, some 100 points long. */
function scaleBar(strip: Strip, height: number): string {
  const wanted = (100 / strip.kilometre) * 1000;
  const metres = [2000, 1000, 500, 200, 100, 50, 20, 10].find((m) => m <= wanted) ?? 10;
  const length = (metres / 1000) * strip.kilometre;
  const [x, y] = [12, height - 10];
  const label = metres >= 1000 ? `${metres / 1000} km` : `${metres} m`;
  return `<path d="M${x} ${n(y - 3)}v6M${x} ${n(y)}h${n(length)}M${n(x + length)} ${n(y - 3)}v6M${n(x + length / 2)} ${n(y - 2)}v4" stroke="black" stroke-width="0.8"/>${text(x + length + 4, y + 3, label, { size: 9, anchor: 'start' })}`;
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
