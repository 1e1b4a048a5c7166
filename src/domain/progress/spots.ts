/** Ranges of chainage and the positions of a stretch that lie in them. */
import type { Positions } from '../layout/layOut.ts';
import type { SpotRange } from '../model/entities/report.ts';

type Laid = Pick<Positions, 'count' | 'chainage' | 'side'>;

/** Chainages are told and read in whole metres. */
const ROUNDING_M = 0.5;
const SAME_M = 1e-3;

/**
 * Marks the positions that lie in one of the ranges, ends included. A single position is the nearest on its side within
 * half a spacing of it, so that it is still the same one where the plan was shifted a little.
 */
export function within(laid: Laid, spots: readonly SpotRange[], spacing: number): Uint8Array {
  const inside = new Uint8Array(laid.count);
  for (const spot of spots)
    if (spot.from === spot.to) markNearest(laid, spot, Math.max(spacing / 2, ROUNDING_M), inside);
    else markRange(laid, spot, Math.min(ROUNDING_M, spacing * 0.4), inside);
  return inside;
}

function markRange({ count, chainage, side }: Laid, spot: SpotRange, around: number, inside: Uint8Array) {
  const [from, to] = [Math.min(spot.from, spot.to) - around, Math.max(spot.from, spot.to) + around];
  for (let i = 0; i < count; i++) {
    const at = chainage[i] as number;
    if (at >= from && at <= to && isOn(spot, side[i] as number)) inside[i] = 1;
  }
}

function markNearest({ count, chainage, side }: Laid, spot: SpotRange, reach: number, inside: Uint8Array) {
  // «Both sides at Km 3» is one on each; of two that were moved to one place, which it is cannot be told.
  const best = new Map<number, number>();
  const apartFrom = (i: number) => Math.abs((chainage[i] as number) - spot.from);
  for (let i = 0; i < count; i++) {
    const on = side[i] as number;
    if (isOn(spot, on)) best.set(on, Math.min(best.get(on) ?? Infinity, apartFrom(i)));
  }
  for (let i = 0; i < count; i++) {
    const apart = apartFrom(i);
    if (apart <= reach && apart <= (best.get(side[i] as number) ?? -1) + SAME_M) inside[i] = 1;
  }
}

function isOn({ sides }: SpotRange, side: number): boolean {
  if (sides === 'both') return side !== 0;
  return sides === 'median' ? side === 0 : (sides === 'left') === side < 0 && side !== 0;
}

const SIDE_NAMES = { '-1': 'left', '0': 'median', '1': 'right' } as const;

/** The fewest ranges that hold the positions that are `wanted`, and no others. */
export function spotsOf(laid: Laid, wanted: (i: number) => boolean): SpotRange[] {
  const spots: SpotRange[] = [];
  for (const on of [-1, 0, 1] as const) {
    let open: { from: number; to: number } | null = null;
    const close = () => {
      if (open !== null) spots.push({ ...open, sides: SIDE_NAMES[`${on}`] });
      open = null;
    };
    for (const i of alongSide(laid, on)) {
      const at = laid.chainage[i] as number;
      if (!wanted(i)) close();
      else open = { from: (open as { from: number } | null)?.from ?? at, to: at };
    }
    close();
  }
  return merged(spots);
}

/** The same range on both sides is one. */
function merged(spots: readonly SpotRange[]): SpotRange[] {
  const key = ({ from, to }: SpotRange) => `${from} ${to}`;
  const right = new Set(spots.filter((s) => s.sides === 'right').map(key));
  const both = new Set(spots.filter((s) => s.sides === 'left' && right.has(key(s))).map(key));
  return spots
    .filter((s) => s.sides !== 'right' || !both.has(key(s)))
    .map((s) => (s.sides === 'left' && both.has(key(s)) ? { ...s, sides: 'both' as const } : s));
}

/** Positions of one side by their chainage: moved ones are not in the order in which they were laid. */
function alongSide({ count, chainage, side }: Laid, on: number): number[] {
  const indices: number[] = [];
  for (let i = 0; i < count; i++) if (side[i] === on) indices.push(i);
  return indices.sort((a, b) => (chainage[a] as number) - (chainage[b] as number));
}

/** Positions by their chainage whatever their side, as a crew that works on both sides comes to them. */
export function alongRoad({ count, chainage, side }: Laid, of: (i: number) => boolean): number[] {
  const indices: number[] = [];
  for (let i = 0; i < count; i++) if (of(i)) indices.push(i);
  return indices.sort(
    (a, b) =>
      (chainage[a] as number) - (chainage[b] as number) || (side[a] as number) - (side[b] as number) || a - b,
  );
}
