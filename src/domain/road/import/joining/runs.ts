/** The pieces of a road, joined where nothing argues against it: what remains is small enough to search. */
import { metresPerDegree } from '../../../geo/geodesic.ts';
import { perObject } from '../../../memo.ts';
import { footOn, type Line, measureLine, pointAt } from '../../line.ts';

export type Coordinates = readonly (readonly number[])[];

export interface Piece {
  readonly coordinates: Coordinates;
  /** Traffic runs only along the order of the coordinates. */
  readonly oneWay: boolean;
}

/** A line of a file, measured once however often it is looked at. */
export const measured = perObject((coordinates: Coordinates) => measureLine(coordinates));

/** Ends closer than this are one point: sources round coordinates to some decimetres. */
export const TOUCH = 1.5;
/** Ends closer than this (metres) were written as the same place. */
export const SAME = 0.001;
/** Two carriageways of one road run closer than this; measured on divided urban roads. */
export const CARRIAGEWAY = 45;
/** A run that is beside another for more than this share of its length may not follow it. */
export const BESIDE_LIMIT = 0.35;
/** Points at which a run is held against a line. */
export const SAMPLES = 32;

/** A run of pieces already joined end to end. */
export interface Run {
  readonly coordinates: Coordinates;
  readonly line: Line;
  readonly oneWay: boolean;
  readonly parts: number;
  readonly closed: boolean;
  /** Length of pieces turned round less length of those kept: decides the direction of the whole. */
  readonly turned: number;
}

export function toRun(piece: Piece): Run[] {
  const line = measured(piece.coordinates);
  if (line === null) return [];
  const closed =
    gapBetween(first(piece.coordinates), last(piece.coordinates)) <= TOUCH && line.length > 3 * TOUCH;
  return [
    { coordinates: piece.coordinates, line, oneWay: piece.oneWay, parts: 1, closed, turned: -line.length },
  ];
}

export function first(c: Coordinates): readonly number[] {
  return c[0] as readonly number[];
}

export function last(c: Coordinates): readonly number[] {
  return c[c.length - 1] as readonly number[];
}

export function gapBetween(a: readonly number[], b: readonly number[]): number {
  const scale = metresPerDegree(a[1] as number);
  return Math.hypot(
    ((b[0] as number) - (a[0] as number)) * scale.lng,
    ((b[1] as number) - (a[1] as number)) * scale.lat,
  );
}

function turnRound(run: Run): Run {
  const coordinates = [...run.coordinates].reverse();
  return { ...run, coordinates, line: measured(coordinates) as Line, turned: -run.turned };
}

/**
 * Joins runs at points where exactly two ends meet and nothing argues against it; what remains is small enough
 * to search. Ends are found through a grid of TOUCH-sized cells.
 */
export function joinTouching(runs: readonly Run[]): Run[] {
  const open = new Set(runs.filter((r) => !r.closed));
  let joined = true;
  while (joined) {
    joined = false;
    for (const [a, b] of meetingPairs(open)) {
      if (!open.has(a.run) || !open.has(b.run)) continue;
      const merged = merge(a, b);
      if (merged === null) continue;
      open.delete(a.run);
      open.delete(b.run);
      open.add(merged);
      joined = true;
    }
  }
  return [...open, ...runs.filter((r) => r.closed)];
}

interface End {
  readonly run: Run;
  readonly atStart: boolean;
}

function pointOf(end: End): readonly number[] {
  return end.atStart ? first(end.run.coordinates) : last(end.run.coordinates);
}

function meetingPairs(runs: ReadonlySet<Run>): [End, End][] {
  const cell = TOUCH / 111_000;
  const grid = new Map<number, End[]>();
  // Cells of the whole earth, numbered: fewer than an exact number holds.
  const keyOf = (x: number, y: number) => x * 1e8 + y;
  const ends = [...runs].flatMap((run): End[] => [
    { run, atStart: true },
    { run, atStart: false },
  ]);
  for (const end of ends) {
    const [x, y] = pointOf(end) as [number, number];
    const key = keyOf(Math.floor(x / cell), Math.floor(y / cell));
    const here = grid.get(key);
    if (here) here.push(end);
    else grid.set(key, [end]);
  }
  const pairs: [End, End][] = [];
  for (const end of ends) {
    const [x, y] = pointOf(end) as [number, number];
    const near: End[] = [];
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (const other of grid.get(keyOf(Math.floor(x / cell) + i, Math.floor(y / cell) + j)) ?? [])
          if (other !== end && gapBetween(pointOf(end), pointOf(other)) <= TOUCH) near.push(other);
    // Beside a piece shorter than that, more ends are near than meet: then those count that are at the very place.
    const same = near.filter((other) => gapBetween(pointOf(end), pointOf(other)) <= SAME);
    const [only, ...others] = same.length > 0 ? same : near;
    if (others.length === 0 && only !== undefined && only.run !== end.run) pairs.push([end, only]);
  }
  return pairs;
}

function merge(a: End, b: End): Run | null {
  const head = a.atStart ? turnRound(a.run) : a.run;
  const tail = b.atStart ? b.run : turnRound(b.run);
  const flowsAgree = a.atStart !== b.atStart;
  if (a.run.oneWay && b.run.oneWay && !flowsAgree) return null;
  // Two pieces that follow one another are one way, however near it comes to itself: a pass, a lane round a market. Of
  // one-way traffic they are two carriageways that meet.
  if (
    a.run.oneWay &&
    b.run.oneWay &&
    Math.max(besideShare(a.run, b.run), besideShare(b.run, a.run)) > BESIDE_LIMIT
  )
    return null;
  const coordinates = [...head.coordinates, ...tail.coordinates.slice(1)];
  const line = measured(coordinates);
  if (line === null) return null;
  const whole = {
    coordinates,
    line,
    oneWay: head.oneWay && tail.oneWay,
    parts: head.parts + tail.parts,
    closed: gapBetween(first(coordinates), last(coordinates)) <= TOUCH,
    turned: head.turned + tail.turned,
  };
  // A one-way run keeps the order in which its traffic flows.
  return whole.oneWay && a.atStart ? turnRound(whole) : whole;
}

/** The share of `run` that runs beside `base`: near its inside, not just near one of its ends. */
export function besideShare(run: Run, base: Run): number {
  let beside = 0;
  for (let i = 0; i < SAMPLES; i++) {
    const p = pointAt(run.line, ((i + 0.5) / SAMPLES) * run.line.length);
    const foot = footOn(base.line, p.lng, p.lat, CARRIAGEWAY);
    if (foot !== null && !foot.beyondEnd) beside++;
  }
  return beside / SAMPLES;
}

/** A run on a path, as it is walked. */
export interface Step {
  readonly run: number;
  readonly turned: boolean;
  readonly gap: number;
}

/** Where a run is left. */
export function exitOf(run: Run, turned: boolean): readonly number[] {
  return turned ? first(run.coordinates) : last(run.coordinates);
}
