/** What is not on the measured line: why, how long, how far away. Nothing is dropped in silence. */
import { type Foot, footOn, type Line, pointAt } from '../../line.ts';
import { BoxGrid } from './boxGrid.ts';
import { type Coordinates, first, gapBetween, last, measured, type Run, SAMPLES, TOUCH } from './runs.ts';

type AsideReason =
  | 'second-carriageway'
  | 'duplicate'
  /** A part of it lies on another piece, and is counted there. */
  | 'overlap'
  | 'branch'
  /** It comes back to where it left: a turning place, a lane round a block. */
  | 'loop'
  /** It begins at an end of the line, and something else went on from there. */
  | 'past-end'
  /** It would go on from an end of the line, if the gap before it were bridged. */
  | 'beyond-gap'
  | 'island';

export interface Aside {
  readonly reason: AsideReason;
  readonly lengthM: number;
  /** Metres from the line, at the nearest. */
  readonly distanceM: number;
  readonly coordinates: Coordinates;
}

/** Up to this far from the line, something beside it is its second carriageway. */
const BESIDE = 60;
/** What runs beside goes along: by so much of its length at least. One that leaves the road goes nowhere along it. */
const ALONG = 0.5;
/** Metres up to which a gap is still one: farther away it is another place. */
const FARTHEST_GAP = 5000;

export function classify(rest: readonly Run[], coordinates: Coordinates, maxGap: number): Aside[] {
  const line = measured(coordinates) as Line;
  const known: { run: Run; reason: AsideReason | null; distanceM: number }[] = rest.map((run) => {
    const near = closeness(run, line);
    return { run, reason: reasonOf(run, near, line, coordinates, maxGap), distanceM: near.nearest };
  });
  // What touches a branch is part of that branch, however far from the line.
  const boxes = new BoxGrid();
  for (const { run } of known) boxes.add(run.line);
  const branches = known.filter((k) => k.reason === 'branch');
  for (let branch = branches.pop(); branch !== undefined; branch = branches.pop())
    for (const i of boxes.near(branch.run.line)) {
      const item = known[i];
      if (item?.reason !== null || closeness(item.run, branch.run.line).nearest > TOUCH) continue;
      item.reason = 'branch';
      branches.push(item);
    }
  return known.map(({ run, reason, distanceM }) => ({
    reason: reason ?? 'island',
    lengthM: run.line.length,
    distanceM,
    coordinates: run.coordinates,
  }));
}

function reasonOf(
  run: Run,
  near: Closeness,
  line: Line,
  coordinates: Coordinates,
  maxGap: number,
): AsideReason | null {
  const runsBeside = near.share > 0.6 && near.along > ALONG * run.line.length;
  if (runsBeside) return near.farthest < TOUCH ? 'duplicate' : 'second-carriageway';
  const feet = [first(run.coordinates), last(run.coordinates)].map(
    ([lng = 0, lat = 0]) => footOn(line, lng, lat) as Foot,
  );
  const touching = feet.filter((foot) => foot.distance <= TOUCH);
  if (run.closed && near.nearest <= TOUCH) return 'loop';
  const [one, other] = touching;
  if (one !== undefined && other !== undefined && Math.abs(one.along - other.along) < ALONG * run.line.length)
    return 'loop';
  // A ring has no end.
  const isRing = gapBetween(first(coordinates), last(coordinates)) <= TOUCH;
  const isEnd = (foot: Foot) => !isRing && (foot.along < TOUCH || foot.along > line.length - TOUCH);
  if (touching.length === 1 && touching.some(isEnd)) return 'past-end';
  const nearestEnd = feet.reduce((a, b) => (b.distance < a.distance ? b : a));
  const beyond =
    nearestEnd.distance > TOUCH && nearestEnd.distance <= near.nearest + TOUCH && isEnd(nearestEnd);
  if (beyond && nearestEnd.distance <= FARTHEST_GAP) return 'beyond-gap';
  return near.nearest <= maxGap ? 'branch' : null;
}

interface Closeness {
  readonly share: number;
  readonly farthest: number;
  readonly nearest: number;
  /** Metres of the line beside which it runs. */
  readonly along: number;
}

function closeness(run: Run, line: Line): Closeness {
  let beside = 0;
  let farthest = 0;
  let nearest = Infinity;
  let [least, most] = [Infinity, -Infinity];
  for (let i = 0; i <= SAMPLES; i++) {
    const p = pointAt(run.line, (i / SAMPLES) * run.line.length);
    const foot = footOn(line, p.lng, p.lat);
    if (foot === null) continue;
    if (foot.distance <= BESIDE) {
      beside++;
      [least, most] = [Math.min(least, foot.along), Math.max(most, foot.along)];
    }
    farthest = Math.max(farthest, foot.distance);
    nearest = Math.min(nearest, foot.distance);
  }
  return { share: beside / (SAMPLES + 1), farthest, nearest, along: Math.max(0, most - least) };
}
