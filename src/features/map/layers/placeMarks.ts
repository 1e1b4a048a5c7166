/** Signs of named places: a small white plate with what kind of place it is, told apart by outline alone. */
import type { PlaceKind } from '../../../domain/model/entities/place.ts';

/** Half the side of a plate, in pixels. */
export const PLATE = 7;

type Draw = (c: CanvasRenderingContext2D, x: number, y: number) => void;

const STAR: Draw = (c, x, y) => {
  for (let i = 0; i < 10; i++) {
    const r = i % 2 === 0 ? 4.6 : 1.9;
    const a = (Math.PI * i) / 5 - Math.PI / 2;
    c[i === 0 ? 'moveTo' : 'lineTo'](x + r * Math.cos(a), y + r * Math.sin(a));
  }
  c.closePath();
};

const SIGNS: Readonly<Record<Exclude<PlaceKind, 'neighbour'>, Draw>> = {
  'party-office': STAR,
  // A front with columns.
  office: (c, x, y) => {
    c.moveTo(x - 4.5, y - 1.5);
    c.lineTo(x, y - 4.5);
    c.lineTo(x + 4.5, y - 1.5);
    c.closePath();
    for (const dx of [-3, 0, 3]) {
      c.moveTo(x + dx, y - 0.5);
      c.lineTo(x + dx, y + 3.5);
    }
    c.moveTo(x - 4.5, y + 4.5);
    c.lineTo(x + 4.5, y + 4.5);
  },
  'culture-house': (c, x, y) => {
    c.moveTo(x - 4.5, y);
    c.lineTo(x, y - 4);
    c.lineTo(x + 4.5, y);
    c.moveTo(x - 3.2, y - 0.8);
    c.lineTo(x - 3.2, y + 4.2);
    c.lineTo(x + 3.2, y + 4.2);
    c.lineTo(x + 3.2, y - 0.8);
  },
  market: (c, x, y) => {
    c.moveTo(x - 4.5, y - 1);
    c.lineTo(x + 4.5, y - 1);
    c.lineTo(x + 3.2, y + 4.2);
    c.lineTo(x - 3.2, y + 4.2);
    c.closePath();
    c.moveTo(x - 2.4, y - 1);
    c.lineTo(x, y - 4.4);
    c.lineTo(x + 2.4, y - 1);
  },
  school: (c, x, y) => {
    c.moveTo(x, y - 3.4);
    c.lineTo(x, y + 4);
    c.moveTo(x, y - 3.4);
    c.quadraticCurveTo(x - 2.5, y - 4.6, x - 4.6, y - 3.4);
    c.lineTo(x - 4.6, y + 3);
    c.quadraticCurveTo(x - 2.5, y + 2, x, y + 4);
    c.quadraticCurveTo(x + 2.5, y + 2, x + 4.6, y + 3);
    c.lineTo(x + 4.6, y - 3.4);
    c.quadraticCurveTo(x + 2.5, y - 4.6, x, y - 3.4);
  },
  garage: (c, x, y) => {
    c.moveTo(x - 2, y + 4);
    c.lineTo(x - 2, y - 4);
    c.lineTo(x + 1, y - 4);
    c.quadraticCurveTo(x + 3.4, y - 4, x + 3.4, y - 1.6);
    c.quadraticCurveTo(x + 3.4, y + 0.8, x + 1, y + 0.8);
    c.lineTo(x - 2, y + 0.8);
  },
  other: (c, x, y) => {
    c.moveTo(x + 2.4, y);
    c.arc(x, y, 2.4, 0, 2 * Math.PI);
  },
};

/** Draws the plate of a place with its middle at a point of the canvas; `chosen`: it is selected. */
export function drawPlate(
  c: CanvasRenderingContext2D,
  kind: Exclude<PlaceKind, 'neighbour'>,
  [x, y]: readonly [number, number],
  { dark, chosen }: { readonly dark: boolean; readonly chosen: boolean },
): void {
  const size = chosen ? PLATE + 2 : PLATE;
  c.fillStyle = dark ? '#211E1B' : '#FFFFFF';
  c.strokeStyle = chosen ? '#B9121B' : dark ? '#B9B1A6' : '#6B5B45';
  c.lineWidth = chosen ? 2.2 : 1;
  c.beginPath();
  c.roundRect(x - size, y - size, 2 * size, 2 * size, 3);
  c.fill();
  c.stroke();
  c.strokeStyle = dark ? '#E4DCD0' : '#4A443D';
  c.lineWidth = 1.2;
  c.beginPath();
  SIGNS[kind](c, x, y);
  c.stroke();
}
