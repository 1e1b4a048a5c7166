/** Areas from the lines of their borders, as OpenStreetMap keeps them: each line a piece of a ring, in any order and direction. */
import { isInside } from '../domain/unit/area.ts';

type Place = readonly [lng: number, lat: number];
type Line = readonly Place[];

/** Polygons of rings, the outer first; null where a piece of a border is missing, since nothing is bridged. */
export function areaOf(outer: readonly Line[], inner: readonly Line[]): Place[][][] | null {
  const outlines = ringsOf(outer);
  const holes = ringsOf(inner);
  if (outlines === null || holes === null || outlines.length === 0) return null;
  const polygons = outlines.map((ring) => [ring]);
  for (const hole of holes) {
    // A hole may touch its outline, so that not each of its corners tells where it is.
    const around = polygons.find(([ring = []]) => hole.some(([x, y]) => isInside([[ring]], x, y)));
    around?.push(hole);
  }
  return polygons;
}

const key = (place: Place): string => `${place[0]} ${place[1]}`;

/** Closed rings of lines that meet end to end; null when an end meets no other. Each line is used once. */
function ringsOf(lines: readonly Line[]): Place[][] | null {
  const ends = new Map<string, Line[]>();
  for (const line of lines)
    for (const end of [line[0], line.at(-1)])
      if (end !== undefined) ends.set(key(end), [...(ends.get(key(end)) ?? []), line]);
  const used = new Set<Line>();
  const rings: Place[][] = [];
  for (const line of lines) if (!used.has(line) && !walk(line, ends, used, rings)) return null;
  return rings;
}

/** Follows lines from one on; false when the way ends. Rings that touch in a corner come apart there. */
function walk(
  from: Line,
  ends: ReadonlyMap<string, readonly Line[]>,
  used: Set<Line>,
  rings: Place[][],
): boolean {
  const path: Line[] = [];
  const begun = new Map<string, number>();
  let next: Line | undefined = from;
  while (next !== undefined) {
    used.add(next);
    begun.set(key(next[0] as Place), path.length);
    path.push(next);
    const end = key(next.at(-1) as Place);
    const at = begun.get(end);
    if (at !== undefined) {
      const loop = path.splice(at);
      for (const line of loop) begun.delete(key(line[0] as Place));
      rings.push([...loop.flatMap((line) => line.slice(0, -1)), loop[0]?.[0] as Place]);
      if (path.length === 0) return true;
    }
    const line = ends.get(end)?.find((l) => !used.has(l));
    if (line !== undefined) used.add(line);
    next = line !== undefined && key(line[0] as Place) !== end ? line.toReversed() : line;
  }
  return false;
}
