/** Pieces of a road that cover the same ground: what two of them cover is counted once, and kept as told. */
import { bearingAt, footOn, type Line, pointAt } from '../../line.ts';
import { BoxGrid } from './boxGrid.ts';
import { type Coordinates, measured, type Piece, SAME, TOUCH } from './runs.ts';

/** Metres within which two lines are the same ground: wider apart they may be two carriageways. */
const SAME_GROUND = 3;
/** Metres from which what lies on another piece is an overlap; pieces that meet share a point, or a little more. */
const SHORTEST = 5;
/** Degrees within which two lines run the same way. */
const PARALLEL = 20;

export interface Apart {
  readonly pieces: readonly Piece[];
  /** What another piece covers already: a part of a piece, or the whole of it. */
  readonly covered: readonly { readonly coordinates: Coordinates; readonly whole: boolean }[];
}

interface Laid {
  readonly piece: Piece;
  readonly line: Line;
}

/** The pieces without what a longer one covers already. Those that only touch, cross or run beside stay whole. */
export function withoutOverlaps(pieces: readonly Piece[]): Apart {
  if (pieces.length < 2) return { pieces, covered: [] };
  const laid: Laid[] = [];
  const covered: { coordinates: Coordinates; whole: boolean }[] = [];
  const changed = new Map<Piece, readonly Piece[]>();
  const lines = pieces.flatMap((piece) => {
    const line = measured(piece.coordinates);
    return line === null ? [] : [{ piece, line }];
  });
  const boxes = new BoxGrid();
  for (const item of [...lines].sort((a, b) => b.line.length - a.line.length)) {
    const spans = boxes.near(item.line).flatMap((other) => spansOn(item.line, (laid[other] as Laid).line));
    const kept = spans.length === 0 ? [item] : cutOut(item, merged(spans, item.line), covered);
    if (spans.length > 0)
      changed.set(
        item.piece,
        kept.map((k) => k.piece),
      );
    for (const k of kept) {
      laid.push(k);
      boxes.add(k.line);
    }
  }
  return { pieces: pieces.flatMap((p) => changed.get(p) ?? [p]), covered };
}

/** Metres along a line, with the place on the other line where the overlap begins or ends. */
interface Edge {
  readonly along: number;
  readonly at: readonly number[];
}

interface Span {
  readonly from: Edge;
  readonly to: Edge;
}

/** Where `line` runs on `other`. */
function spansOn(line: Line, other: Line): Span[] {
  const edges: Edge[] = [];
  for (let i = 0; i < line.count; i++) edges.push(vertexOf(line, i));
  // Where the other one begins and ends between two vertices.
  for (const end of [vertexOf(other, 0), vertexOf(other, other.count - 1)]) {
    const foot = footOn(line, end.at[0] as number, end.at[1] as number, SAME_GROUND);
    if (foot !== null && !foot.beyondEnd) edges.push({ along: foot.along, at: end.at });
  }
  edges.sort((a, b) => a.along - b.along);
  const spans: Span[] = [];
  let open = null as Span | null;
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1] as Edge, edges[i] as Edge];
    if (runsOn(line, from.along, to.along, other)) open = { from: open?.from ?? from, to };
    else if (open !== null) {
      spans.push(open);
      open = null;
    }
  }
  if (open !== null) spans.push(open);
  const long = spans.filter((s) => s.to.along - s.from.along >= SHORTEST);
  // Carriageways that are drawn very near to each other are no overlap: the same ground is, or what ends on it.
  const all = long.reduce((sum, s) => sum + s.to.along - s.from.along, 0);
  return all > 0.9 * line.length && !isOn(line, other) ? [] : long;
}

function vertexOf(line: Line, i: number): Edge {
  return { along: line.along[i] as number, at: [line.lng[i] as number, line.lat[i] as number] };
}

function runsOn(line: Line, from: number, to: number, other: Line): boolean {
  if (to - from < 1e-6) return false;
  for (const along of [from, (from + to) / 2, to]) {
    const p = pointAt(line, along);
    if (footOn(other, p.lng, p.lat, SAME_GROUND) === null) return false;
  }
  const middle = pointAt(line, (from + to) / 2);
  const foot = footOn(other, middle.lng, middle.lat, SAME_GROUND);
  // What lies before an end of the other is near it, and not on it.
  if (foot === null || foot.beyondEnd) return false;
  const turn = Math.abs(
    ((bearingAt(line, (from + to) / 2) - bearingAt(other, foot.along) + 540) % 360) - 180,
  );
  return Math.min(turn, 180 - turn) <= PARALLEL;
}

/** Whether a line lies on another one as near as the same place is written. */
function isOn(line: Line, other: Line): boolean {
  return [0.1, 0.3, 0.5, 0.7, 0.9].every((share) => {
    const p = pointAt(line, share * line.length);
    return footOn(other, p.lng, p.lat, TOUCH) !== null;
  });
}

/** In order, as one where they meet; what would be left before the first or behind the last is no piece. */
function merged(spans: readonly Span[], line: Line): Span[] {
  const sorted = [...spans].sort((a, b) => a.from.along - b.from.along);
  const out: Span[] = [];
  for (const span of sorted) {
    const before = out[out.length - 1];
    if (before === undefined || span.from.along > before.to.along + SHORTEST) out.push(span);
    else if (span.to.along > before.to.along) out[out.length - 1] = { from: before.from, to: span.to };
  }
  return out.map(({ from, to }) => ({
    from: from.along < SHORTEST ? vertexOf(line, 0) : from,
    to: line.length - to.along < SHORTEST ? vertexOf(line, line.count - 1) : to,
  }));
}

function cutOut(
  { piece, line }: Laid,
  spans: readonly Span[],
  covered: { coordinates: Coordinates; whole: boolean }[],
): Laid[] {
  const ends = { from: vertexOf(line, 0), to: vertexOf(line, line.count - 1) };
  const kept: Laid[] = [];
  const keep = (from: Edge, to: Edge) => {
    if (to.along - from.along < SHORTEST) return;
    const rest = between(line, from, to);
    const restLine = measured(rest);
    if (restLine !== null) kept.push({ piece: { coordinates: rest, oneWay: piece.oneWay }, line: restLine });
  };
  let from: Edge = ends.from;
  for (const span of spans) {
    keep(from, span.from);
    from = span.to;
  }
  keep(from, ends.to);
  if (kept.length === 0) covered.push({ coordinates: piece.coordinates, whole: true });
  else
    for (const span of spans) covered.push({ coordinates: between(line, span.from, span.to), whole: false });
  return kept;
}

function between(line: Line, from: Edge, to: Edge): Coordinates {
  const inside: (readonly number[])[] = [];
  for (let i = 0; i < line.count; i++) {
    const along = line.along[i] as number;
    if (along > from.along + SAME && along < to.along - SAME) inside.push(vertexOf(line, i).at);
  }
  return [from.at, ...inside, to.at];
}
