/** Where a ring begins: its chainage is counted from a junction, not from where the file happened to begin. */
import { footOn, type Line, pointAt } from '../../line.ts';
import { BoxGrid } from './boxGrid.ts';
import { type Coordinates, first, gapBetween, last, measured, TOUCH } from './runs.ts';

export function isRing(coordinates: Coordinates): boolean {
  return coordinates.length > 3 && gapBetween(first(coordinates), last(coordinates)) <= TOUCH;
}

/** The ring from `along` metres on, round to there; a vertex is set where there is none. */
export function beginningAt(ring: Coordinates, along: number): Coordinates {
  const line = measured(ring);
  if (line === null || along <= 0 || along >= line.length) return ring;
  const { lng, lat, segment } = pointAt(line, along);
  const start = [lng, lat];
  const vertex = (i: number): readonly number[] => [line.lng[i] as number, line.lat[i] as number];
  const ahead = Array.from({ length: line.count - 1 - segment }, (_, i) => vertex(segment + 1 + i));
  // The last vertex of a ring is its first one.
  const behind = Array.from({ length: segment }, (_, i) => vertex(i + 1));
  return [start, ...ahead, ...behind, start].filter(
    (c, i, all) => i === 0 || i === all.length - 1 || gapBetween(c, all[i - 1] as readonly number[]) > 0.01,
  );
}

/** Lines that may meet a ring, found by their boxes. */
export interface Neighbours {
  readonly lines: readonly Line[];
  readonly grid: BoxGrid;
}

export function neighboursOf(all: readonly Coordinates[]): Neighbours {
  const grid = new BoxGrid();
  const lines = all.flatMap((coordinates) => measured(coordinates) ?? []);
  for (const line of lines) grid.add(line);
  return { lines, grid };
}

/**
 * Metres along a ring at which another line leads to it: the longest that ends there, else the longest that crosses it.
 * Null where none does.
 */
export function junctionOf(ring: Coordinates, { lines, grid }: Neighbours): number | null {
  const line = measured(ring);
  if (line === null) return null;
  let best: { readonly along: number; readonly ends: boolean; readonly length: number } | null = null;
  for (const i of grid.near(line)) {
    const other = lines[i] as Line;
    // A piece of the ring itself meets it everywhere.
    const inside = pointAt(other, other.length / 2);
    if (footOn(line, inside.lng, inside.lat, TOUCH) !== null) continue;
    const found = meetingOf(line, other);
    if (found === null) continue;
    const better = best === null || (found.ends !== best.ends ? found.ends : other.length > best.length);
    if (better) best = { ...found, length: other.length };
  }
  return best?.along ?? null;
}

function meetingOf(ring: Line, other: Line): { readonly along: number; readonly ends: boolean } | null {
  for (let i = 0, last = other.count - 1; i <= last; i++) {
    // Its ends first.
    const vertex = i === 0 ? 0 : i === 1 ? last : i - 1;
    const foot = footOn(ring, other.lng[vertex] as number, other.lat[vertex] as number, TOUCH);
    if (foot !== null) return { along: foot.along, ends: vertex === 0 || vertex === last };
  }
  return null;
}
