/** A line that runs out and back beside itself is both carriageways of one road: it is taken apart where it turns. */
import { bearingAt, footOn, type Line, pointAt, segmentAt } from '../../line.ts';
import { CARRIAGEWAY, first, gapBetween, last, measured, type Piece } from './runs.ts';

/** Places at which the way out is held against the way back. */
const SAMPLES = 24;
/** So large a share of them lies beside the other way. */
const SHARE = 0.9;
/**
 * Metres from which two ways beside each other are carriageways: of one-way traffic soon, of any other only where they
 * are many times as long as they are apart. Shorter they are the arms of a lane round a market, or of a hairpin.
 */
const ONE_WAY_M = 120;
const ANY_M = 800;
const LONGER_THAN_APART = 20;
/** As the crow flies the turn is so large a share of the way there from the beginning. */
const GOES_SOMEWHERE = 0.7;
/** The turn lies about the middle: one way may be so much longer than the other. */
const ABOUT_MIDDLE = 0.1;
/** Metres before and behind a place between which a line has turned there, and from one place to the next. */
const TURN = 30;
const STEP = 10;

/** The piece as it is, or its two carriageways, each as its traffic runs. */
export function unfold(piece: Piece): Piece[] {
  const line = measured(piece.coordinates);
  if (line === null || line.length < 2 * (piece.oneWay ? ONE_WAY_M : ANY_M)) return [piece];
  // Most lines end elsewhere than they begin, and need no closer look.
  if (gapBetween(first(piece.coordinates), last(piece.coordinates)) > 2 * CARRIAGEWAY) return [piece];
  const turn = turnOf(line);
  const at = (i: number) => [line.lng[i] as number, line.lat[i] as number];
  const segment = segmentAt(line, turn);
  const middle = pointAt(line, turn);
  const turned = [middle.lng, middle.lat];
  const out = [...Array.from({ length: segment + 1 }, (_, i) => at(i)), turned];
  const back = [turned, ...Array.from({ length: line.count - segment - 1 }, (_, i) => at(segment + 1 + i))];
  const [ahead, returning] = [measured(out), measured(back)];
  if (ahead === null || returning === null) return [piece];
  const apart = distances(ahead, returning);
  const near = apart.filter((m) => m <= CARRIAGEWAY);
  const usual = apart.sort((a, b) => a - b)[SAMPLES >> 1] as number;
  // A way that winds to and fro lies beside itself everywhere: the carriageways of a road go somewhere.
  const reach = gapBetween(first(piece.coordinates), turned);
  const isLong =
    piece.oneWay ||
    (line.length / 2 >= LONGER_THAN_APART * usual && reach >= GOES_SOMEWHERE * (line.length / 2));
  if (near.length < SHARE * SAMPLES || !isLong) return [piece];
  return [
    { coordinates: out, oneWay: true },
    { coordinates: back, oneWay: true },
  ];
}

/** Metres along at which the line turns round the most, about its middle. */
function turnOf(line: Line): number {
  const [from, to] = [line.length * (0.5 - ABOUT_MIDDLE), line.length * (0.5 + ABOUT_MIDDLE)];
  let best = { along: line.length / 2, turned: 0 };
  for (let along = from; along <= to; along += STEP) {
    const turned = Math.abs(
      ((bearingAt(line, along + TURN) - bearingAt(line, along - TURN) + 540) % 360) - 180,
    );
    // Of equal turns the one nearest to the middle.
    const nearer = Math.abs(along - line.length / 2) < Math.abs(best.along - line.length / 2);
    if (turned > best.turned + 1 || (turned > best.turned - 1 && nearer)) best = { along, turned };
  }
  return best.along;
}

function distances(of: Line, to: Line): number[] {
  return Array.from({ length: SAMPLES }, (_, i) => {
    const p = pointAt(of, ((i + 0.5) / SAMPLES) * of.length);
    return footOn(to, p.lng, p.lat)?.distance ?? Number.POSITIVE_INFINITY;
  });
}
