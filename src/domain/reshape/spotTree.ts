/** Which of many spots is the nearest: found through boxes about runs of them, since they follow one another along a road. */
import { metresPerDegree, type Scale } from '../geo/geodesic.ts';
import { apart, type Spot } from './spots.ts';

/** Spots in a box, and boxes in a box. */
const RUN = 8;
/**
 * So many boxes and spots are looked at for each spot, all in all; then what was found by then counts. Spots along a road
 * need some thirty; more need only those that were made to lie equally far from each other.
 */
const LOOKS_A_SPOT = 150;
/** Of what a box is away at the scale of one latitude: its own may be a little smaller. */
const SAFE = 0.9;

/** West, south, east and north of every box, and the farthest that a spot in it reaches, one after the other. */
type Boxes = Float64Array;
const OF_BOX = 5;

export class SpotTree {
  readonly #spots: readonly Spot[];
  readonly #reach: readonly number[] | null;
  /** From the boxes about spots to the one about all. */
  readonly #levels: readonly Boxes[];
  #looksLeft: number;
  /** The spot found last: the next one asked for is mostly beside it. */
  #last = 0;

  /** `reach`: so far each spot reaches by itself, in metres. At least one spot. */
  constructor(spots: readonly Spot[], reach: readonly number[] | null = null) {
    this.#spots = spots;
    this.#reach = reach;
    const levels = [boxesAbout(spots, reach)];
    for (let top = levels[0] as Boxes; top.length > OF_BOX; levels.push(top)) top = boxesOf(top);
    this.#levels = levels;
    this.#looksLeft = LOOKS_A_SPOT * (spots.length + 100);
  }

  /** Metres from a spot to what the nearest reaches (below 0: within); looks no further once that is `enough` or less. */
  nearest(spot: Spot, enough = -Infinity): number {
    const search = { spot, enough, scale: metresPerDegree(spot.lat), best: Infinity };
    const { length } = this.#spots;
    for (const i of [this.#last, this.#last + 1, this.#last - 1])
      if (i >= 0 && i < length) this.#look(i, search);
    this.#searchBox(this.#levels.length - 1, 0, search);
    return search.best;
  }

  #look(i: number, search: Search): void {
    this.#looksLeft--;
    const metres = apart(search.spot, this.#spots[i] as Spot) - (this.#reach?.[i] ?? 0);
    if (metres >= search.best) return;
    search.best = metres;
    this.#last = i;
  }

  #searchBox(level: number, box: number, search: Search): void {
    if (level === 0) {
      const end = Math.min((box + 1) * RUN, this.#spots.length);
      for (let i = box * RUN; i < end; i++) this.#look(i, search);
      return;
    }
    const boxes = this.#levels[level - 1] as Boxes;
    const end = Math.min((box + 1) * RUN, boxes.length / OF_BOX);
    const inside: { readonly at: number; readonly metres: number }[] = [];
    this.#looksLeft -= end - box * RUN;
    for (let at = box * RUN; at < end; at++) inside.push({ at, metres: leastTo(boxes, at, search) });
    inside.sort((a, b) => a.metres - b.metres);
    for (const { at, metres } of inside) {
      if (search.best <= search.enough || metres >= search.best || this.#looksLeft < 0) return;
      this.#searchBox(level - 1, at, search);
    }
  }
}

interface Search {
  readonly spot: Spot;
  readonly enough: number;
  readonly scale: Scale;
  best: number;
}

/** No spot of a box is nearer than this, in metres. */
function leastTo(boxes: Boxes, at: number, { spot, scale }: Search): number {
  const [w, s, e, n, reach] = boxes.subarray(at * OF_BOX, (at + 1) * OF_BOX) as unknown as Box;
  const east = Math.max(w - spot.lng, 0, spot.lng - e) * scale.lng;
  const north = Math.max(s - spot.lat, 0, spot.lat - n) * scale.lat;
  return Math.sqrt(east * east + north * north) * SAFE - reach;
}

type Box = readonly [west: number, south: number, east: number, north: number, reach: number];

function boxesAbout(spots: readonly Spot[], reach: readonly number[] | null): Boxes {
  const boxes = emptyBoxes(spots.length);
  for (const [i, { lng, lat }] of spots.entries()) widen(boxes, i, [lng, lat, lng, lat, reach?.[i] ?? 0]);
  return boxes;
}

function boxesOf(inner: Boxes): Boxes {
  const count = inner.length / OF_BOX;
  const boxes = emptyBoxes(count);
  for (let i = 0; i < count; i++)
    widen(boxes, i, inner.subarray(i * OF_BOX, (i + 1) * OF_BOX) as unknown as Box);
  return boxes;
}

function emptyBoxes(things: number): Boxes {
  const boxes = new Float64Array(Math.ceil(things / RUN) * OF_BOX);
  for (let at = 0; at < boxes.length; at += OF_BOX)
    boxes.set([Infinity, Infinity, -Infinity, -Infinity, 0], at);
  return boxes;
}

/** Makes the box of the i-th thing hold it. */
function widen(boxes: Boxes, i: number, [w, s, e, n, reach]: Box): void {
  const at = Math.floor(i / RUN) * OF_BOX;
  boxes[at] = Math.min(boxes[at] as number, w);
  boxes[at + 1] = Math.min(boxes[at + 1] as number, s);
  boxes[at + 2] = Math.max(boxes[at + 2] as number, e);
  boxes[at + 3] = Math.max(boxes[at + 3] as number, n);
  boxes[at + 4] = Math.max(boxes[at + 4] as number, reach);
}
