/** Pieces of SVG in the way of paper: black on white, numbers short, text safe. */
import type { LegendEntry, MarkShape } from '../checklist/sheet.ts';

export function n(value: number): string {
  return value.toFixed(2);
}

interface Words {
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly bold?: boolean;
}

export function text(
  x: number,
  y: number,
  words: string,
  { size, anchor = 'middle', fill = 'black', bold = false }: Words,
): string {
  const safe = words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<text x="${n(x)}" y="${n(y)}" font-family="Tinos" font-size="${size}" ${bold ? 'font-weight="bold" ' : ''}text-anchor="${anchor}" fill="${fill}">${safe}</text>`;
}

/** Words over what is drawn, on a ground of their own. */
export function onDrawing(x: number, y: number, words: string, how: Words): string {
  const ground = text(x, y, words, { ...how, fill: 'white' }).replace(
    '<text ',
    '<text stroke="white" stroke-width="2.4" ',
  );
  return ground + text(x, y, words, how);
}

export function markSvg(mark: MarkShape, x: number, y: number, r: number): string {
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

/** What is done is a short dash: it says that something stands, and leaves the eye to what does not. */
export function doneSvg(x: number, y: number): string {
  return `<path d="M${n(x - 1.3)} ${n(y)}h2.6" stroke="black" stroke-width="0.5"/>`;
}

/** A black spot with a number in it, as wide as its number. */
export function spotSvg(x: number, y: number, label: string): string {
  const half = Math.max(7.5, label.length * 2.4 + 3);
  return `<rect x="${n(x - half)}" y="${n(y - 7.5)}" width="${n(2 * half)}" height="15" rx="7.5" fill="black"/>${text(x, y + 3.2, label, { size: 9, fill: 'white', bold: true })}`;
}

/** A mark by itself: in the table's first column, and in a legend. */
export function markCell(mark: LegendEntry['mark']): string {
  const shape =
    mark === 'place'
      ? '<circle cx="6" cy="6" r="4.6" fill="black"/>'
      : mark === 'done'
        ? doneSvg(6, 6)
        : markSvg(mark, 6, 6, 2.8);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="12" height="12" viewBox="0 0 12 12">${shape}</svg>`;
}
