/** What is not on the measured line: why, how long, how far away. Nothing is dropped in silence. */
import { footOn, type Line, measureLine, pointAt } from '../line.ts';
import { type Coordinates, type Run, SAMPLES, TOUCH } from './runs.ts';

type AsideReason = 'second-carriageway' | 'duplicate' | 'branch' | 'island';

export interface Aside {
  readonly reason: AsideReason;
  readonly lengthM: number;
  /** Metres from the line, at the nearest. */
  readonly distanceM: number;
  readonly coordinates: Coordinates;
}

/** Up to this far from the line, something beside it is its second carriageway. */
const BESIDE = 60;

export function classify(rest: readonly Run[], coordinates: Coordinates, maxGap: number): Aside[] {
  const line = measureLine(coordinates) as Line;
  const known: { run: Run; reason: AsideReason | null; distanceM: number }[] = rest.map((run) => {
    const { share, farthest, nearest } = closeness(run, line);
    let reason: AsideReason | null = null;
    if (share > 0.6) reason = farthest < TOUCH ? 'duplicate' : 'second-carriageway';
    else if (nearest <= maxGap) reason = 'branch';
    return { run, reason, distanceM: nearest };
  });
  // What touches a branch is part of that branch, however far from the line.
  for (let changed = true; changed; ) {
    changed = false;
    for (const item of known) {
      if (item.reason !== null) continue;
      const touches = known.some(
        (k) => k.reason === 'branch' && closeness(item.run, k.run.line).nearest <= TOUCH,
      );
      if (touches) {
        item.reason = 'branch';
        changed = true;
      }
    }
  }
  return known.map(({ run, reason, distanceM }) => ({
    reason: reason ?? 'island',
    lengthM: run.line.length,
    distanceM,
    coordinates: run.coordinates,
  }));
}

function closeness(run: Run, line: Line): { share: number; farthest: number; nearest: number } {
  let beside = 0;
  let farthest = 0;
  let nearest = Infinity;
  for (let i = 0; i <= SAMPLES; i++) {
    const p = pointAt(run.line, (i / SAMPLES) * run.line.length);
    const foot = footOn(line, p.lng, p.lat);
    if (foot === null) continue;
    if (foot.distance <= BESIDE) beside++;
    farthest = Math.max(farthest, foot.distance);
    nearest = Math.min(nearest, foot.distance);
  }
  return { share: beside / (SAMPLES + 1), farthest, nearest };
}
