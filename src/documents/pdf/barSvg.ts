/** A stretch's bar: what is done is hatched, the rest is left to be hatched; under each cell a box, and how many stand there. */
import type { Bar } from '../checklist/sheet.ts';
import { n, text } from './svg.ts';

const EDGE = 16;
const TOP = 12;
const LANE = 11;
const BOX = 9;
/** Letters by which lanes are told apart: left and right in the direction of the road. */
const LANE_NAMES = { [-1]: 'T', 0: '', 1: 'P' } as const;
/** Points between neighbouring labels of borders. */
const LABEL = 38;

export function barSvg(bar: Bar, width: number): string {
  const at = (share: number) => EDGE + share * (width - 2 * EDGE);
  const bottom = TOP + LANE * bar.lanes.length;
  const height = bottom + BOX + 6;
  const lanes = bar.lanes.flatMap(({ side, done }, i) => {
    const y = TOP + i * LANE;
    return [
      text(6, y + LANE - 2.5, LANE_NAMES[side], { size: 9, bold: true }),
      ...done.map(([from, to]) => hatched(at(from), y, at(to) - at(from), LANE)),
      `<rect x="${n(EDGE)}" y="${n(y)}" width="${n(width - 2 * EDGE)}" height="${LANE}" fill="none" stroke="black" stroke-width="0.7"/>`,
    ];
  });
  const borders = bar.borders.map(
    (b) => `<path d="M${n(at(b.at))} ${TOP - 2}V${n(bottom)}" stroke="black" stroke-width="0.7"/>`,
  );
  const cells = bar.cells.map(({ quantity, done }, i) => {
    const [a, b] = [bar.borders[i]?.at ?? 0, bar.borders[i + 1]?.at ?? 1];
    const middle = (at(a) + at(b)) / 2;
    const label = String(quantity);
    const x = middle - (BOX + 3 + label.length * 4.5) / 2;
    return quantity === 0
      ? text(middle, bottom + BOX + 2, '–', { size: 9 })
      : `${box(x, bottom + 3, done >= quantity)}${text(x + BOX + 3, bottom + BOX + 2, label, { size: 9, anchor: 'start' })}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}">`,
    ...labelsOf(bar, at, width),
    ...lanes,
    ...borders,
    ...cells,
    '</svg>',
  ].join('');
}

/** Both ends are always named, and of those between as many as there is room for. */
function labelsOf(bar: Bar, at: (share: number) => number, width: number): string[] {
  const last = bar.borders.length - 1;
  let free = at(0) + LABEL;
  return bar.borders.flatMap((b, i) => {
    const x = at(b.at);
    if (i === 0) return [text(0, TOP - 4, b.label, { size: 9, anchor: 'start' })];
    if (i === last) return [text(width, TOP - 4, b.label, { size: 9, anchor: 'end' })];
    if (x < free + LABEL / 2 || x > width - LABEL * 1.5) return [];
    free = x + LABEL / 2;
    return [text(x, TOP - 4, b.label, { size: 9 })];
  });
}

function box(x: number, y: number, ticked: boolean): string {
  const tick = ticked
    ? `<path d="M${n(x + 1.8)} ${n(y + 4.6)}L${n(x + 3.8)} ${n(y + 7)}L${n(x + 7.4)} ${n(y + 1.8)}" fill="none" stroke="black" stroke-width="1.2"/>`
    : '';
  return `<rect x="${n(x)}" y="${n(y)}" width="${BOX}" height="${BOX}" fill="white" stroke="black" stroke-width="0.8"/>${tick}`;
}

/** Strokes from bottom left to top right, within a box. */
function hatched(x: number, y: number, w: number, h: number): string {
  let path = '';
  for (let s = -h; s < w; s += 3) {
    const [a, b] = [Math.max(0, s), Math.min(w, s + h)];
    if (b > a) path += `M${n(x + a)} ${n(y + h - (a - s))}L${n(x + b)} ${n(y + h - (b - s))}`;
  }
  return `<path d="${path}" stroke="black" stroke-width="0.6"/>`;
}
