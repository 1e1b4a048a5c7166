/** A stretch as a bar with a box for every half kilometre, or for more where it is long. */
import { bareChainage } from '../../domain/road/chainageText.ts';
import type { Standing } from '../../domain/sheet/sheetLines.ts';
import type { Bar } from './sheet.ts';

/** Lengths of a cell in metres, and how many cells there is room for. */
const STEPS = [500, 1000, 2000, 5000, 10_000, 50_000, 100_000, 500_000];
const MOST_CELLS = 9;
/** A cell at an end that is shorter than this share of a step has no room for its box, and joins its neighbour. */
const LEAST = 0.45;

/** Null where there is nothing to divide: one position, or all at one place. */
export function barOf(positions: Standing): Bar | null {
  const { count, chainage, side, done } = positions;
  let [from, to] = [Infinity, -Infinity];
  for (const c of chainage) [from, to] = [Math.min(from, c), Math.max(to, c)];
  if (count < 2 || !(to > from)) return null;
  const borders = bordersBetween(from, to);
  const last = borders.length - 2;
  const cells = Array.from({ length: last + 1 }, () => ({ quantity: 0, done: 0 }));
  for (let i = 0; i < count; i++) {
    const c = chainage[i] as number;
    const at = borders.findLastIndex((border) => border <= c);
    const cell = cells[Math.max(0, Math.min(last, at))] as (typeof cells)[number];
    cell.quantity++;
    cell.done += done[i] as number;
  }
  const share = (c: number) => (c - from) / (to - from);
  const sides = ([-1, 0, 1] as const).filter((s) => side.includes(s));
  return {
    borders: borders.map((c) => ({ at: share(c), label: bareChainage(Math.round(c)) })),
    cells,
    lanes: sides.map((s) => ({
      side: s,
      done: doneRanges(positions, s, from, to).map(([a, b]) => [share(a), share(b)] as const),
    })),
  };
}

function bordersBetween(from: number, to: number): number[] {
  const step = STEPS.find((s) => (to - from) / s <= MOST_CELLS) ?? (to - from) / MOST_CELLS;
  const inner: number[] = [];
  for (let c = Math.ceil(from / step) * step; c < to; c += step)
    if (c - from >= step * LEAST && to - c >= step * LEAST) inner.push(c);
  return [from, ...inner, to];
}

/** Each position stands for the road up to half-way to its neighbours on that side. */
function doneRanges({ chainage, side, done }: Standing, of: number, from: number, to: number) {
  const lane = Array.from(chainage.keys())
    .filter((i) => side[i] === of)
    .sort((a, b) => (chainage[a] as number) - (chainage[b] as number));
  const ranges: [number, number][] = [];
  lane.forEach((i, k) => {
    if (done[i] !== 1) return;
    const here = chainage[i] as number;
    const [before, after] = [lane[k - 1], lane[k + 1]];
    const a = before === undefined ? from : ((chainage[before] as number) + here) / 2;
    const b = after === undefined ? to : ((chainage[after] as number) + here) / 2;
    const open = ranges.at(-1);
    if (open !== undefined && open[1] >= a) open[1] = b;
    else ranges.push([a, b]);
  });
  return ranges;
}
