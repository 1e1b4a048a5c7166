/** What a gap costs that is bridged: little where the road goes on as it went. */
import { metresPerDegree } from '../../../geo/geodesic.ts';
import { pointAt } from '../../line.ts';
import { first, last, type Run, TOUCH } from './runs.ts';

/** What a gap takes from what lies behind it: little where the road goes on as it went, else three times its length. */
export function gapCost(
  from: readonly number[],
  tip: Run,
  tipTurned: boolean,
  run: Run,
  turned: boolean,
  gap: number,
): number {
  if (gap <= TOUCH) return 0;
  const to = turned ? last(run.coordinates) : first(run.coordinates);
  const across = headingBetween(from, to);
  const before = headingOf(tip, tipTurned, true);
  const after = headingOf(run, turned, false);
  const straight = [before, after].every((h) => turnBetween(h, across) <= STRAIGHT);
  return (straight ? 1 : 3) * gap;
}

/** Degrees by which a road may bend where a gap is still its own. */
const STRAIGHT = 30;
/** Metres at an end of a run that say where it goes. */
const REACH = 60;

/** Degrees in which a run is walked at its end, or at its beginning. */
function headingOf({ line }: Run, turned: boolean, atExit: boolean): number {
  const reach = Math.min(REACH, line.length / 2);
  const isStart = atExit === turned;
  const [a, b] = isStart
    ? [pointAt(line, 0), pointAt(line, reach)]
    : [pointAt(line, line.length - reach), pointAt(line, line.length)];
  const heading = headingBetween([a.lng, a.lat], [b.lng, b.lat]);
  return turned ? (heading + 180) % 360 : heading;
}

function headingBetween(a: readonly number[], b: readonly number[]): number {
  const scale = metresPerDegree(a[1] as number);
  const east = ((b[0] as number) - (a[0] as number)) * scale.lng;
  const north = ((b[1] as number) - (a[1] as number)) * scale.lat;
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

function turnBetween(a: number, b: number): number {
  return Math.abs(((a - b + 540) % 360) - 180);
}
