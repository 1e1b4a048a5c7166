/** Where things lie on the unrolled road: pixels of the lanes, metres of the chainage. */
import type { Lane, StripRoad, Tracked } from './stripModel.ts';

export interface StripView {
  /** Pixels a metre. */
  readonly scale: number;
  /** Metres from each road's beginning at the left edge of the lanes. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room for the names of the lanes. */
export const GUTTER = 84;
export const ROW = 214;
export const RULER = 24;
export const UNITS = 18;
export const LANE = 50;
/** The part of a lane beside the road that bars take; single things stand on its outer side. */
export const BARS = 29;
export const CENTRE = 34;
/** Top of each lane within a road's row. */
export const TOPS: Readonly<Record<Lane, number>> = {
  [-1]: RULER + UNITS + 6,
  0: RULER + UNITS + 6 + LANE + 5,
  1: RULER + UNITS + 6 + LANE + 5 + CENTRE + 17,
};
export const HEIGHTS: Readonly<Record<Lane, number>> = { [-1]: LANE, 0: CENTRE, 1: LANE };
/** Where road features lie within a road's row. */
export const CENTRE_BOX = { top: TOPS[0], height: CENTRE };

/** The middle of where single things stand: outside the bars, away from the road. */
export function singlesY(lane: Lane): number {
  if (lane === 0) return TOPS[0] + CENTRE / 2;
  return lane === -1 ? TOPS[-1] + (LANE - BARS) / 2 - 1 : TOPS[1] + BARS + (LANE - BARS) / 2 + 1;
}

export function laneAt(y: number): Lane {
  if (y < TOPS[0] - 3) return -1;
  return y < TOPS[1] - 3 ? 0 : 1;
}

export function xOf(road: StripRoad, chainage: number, v: StripView): number {
  return GUTTER + (chainage - road.min - v.left) * v.scale;
}

export function chainageAt(road: StripRoad, x: number, v: StripView): number {
  return road.min + v.left + (x - GUTTER) / v.scale;
}

/** Top and height of an entry's bar within its row. */
export function boxOf(entry: Tracked, lane: Lane): { y: number; h: number } {
  const room = lane === 0 ? CENTRE : BARS;
  const top = TOPS[lane] + (lane === -1 ? LANE - BARS : 0);
  const h = room / entry.tracks;
  return { y: top + entry.track * h + 1, h: Math.max(6, h - 2) };
}
