import type { Box } from './placing.ts';

/** Web Mercator with the world as the unit square: what every drawing on the map is prepared in. */
export function worldX(lng: number): number {
  return lng / 360 + 0.5;
}

export function worldY(lat: number): number {
  const s = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI);
}

export function lngOf(x: number): number {
  return (x - 0.5) * 360;
}

export function latOf(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** How a drawing's world coordinates become pixels of its canvas: `x * scale - left`. */
export interface View {
  readonly zoom: number;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** A canvas is larger than the map by so much of its size on each side, so that dragging shows what lies there. */
export const MARGIN = 0.25;

/** What of a canvas's view is seen while the map rests, in pixels of the world. */
export function seenIn({ left, top, width, height }: View): Box {
  const [beside, above] = [width, height].map((side) => (side * MARGIN) / (1 + 2 * MARGIN)) as [
    number,
    number,
  ];
  return {
    left: left + beside,
    top: top + above,
    right: left + width - beside,
    bottom: top + height - above,
  };
}
