/**
 * One pass that gives each sign of the map a spot of its own. A sign names the spots that it could take, the best first;
 * the more important one chooses before the others, and what finds none free is left out.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Spot {
  /** Where the sign stands. */
  readonly x: number;
  readonly y: number;
  /** What it covers there. */
  readonly boxes: readonly Box[];
  /** What it belongs to, where it stands so far from it that a line has to say so. */
  readonly from?: readonly [x: number, y: number];
  /** It may stand on a road, though never on what is drawn of the road's state. */
  readonly onRoad?: true;
}

export interface Sign {
  /** Its name; no other sign has the same. */
  readonly key: string;
  /** The lower, the earlier it chooses; among equals the one that is named first. */
  readonly rank: number;
  readonly spots: readonly Spot[];
  /** Spots that it tries once all of its rank have had their choice: they might be better ones of others. */
  readonly otherwise?: readonly Spot[];
  /**
   * It is there to be read, and goes where it is not hidden: `rather` hidden than away from its ground or left out,
   * `only` there.
   */
  readonly legible?: 'rather' | 'only';
  /** Signs that say the same: two of them never stand nearer than so many pixels. */
  readonly apart?: { readonly of: string; readonly pixels: number };
}

export interface Placed<S extends Sign> {
  readonly sign: S;
  readonly spot: Spot;
}

interface Ground {
  /** Whether the ground allows a box. */
  readonly isFree: (box: Box, onRoad: boolean) => boolean;
  /** Whether a box could not be read: something lies over it, or it is cut off. */
  readonly isHidden?: (box: Box) => boolean;
  /** Spots that are in view already; they go before everything, so that what is seen stays where it is. */
  readonly kept?: ReadonlyMap<string, Spot>;
}

/** Gives the signs that have a spot, in the order in which they chose. */
export function placeSigns<S extends Sign>(
  signs: readonly S[],
  { isFree, isHidden = () => false, kept = new Map() }: Ground,
): Placed<S>[] {
  const taken = new TakenBoxes();
  const alike = new Map<string, Spot[]>();
  const placed: Placed<S>[] = [];
  const take = (sign: S, spots: readonly Spot[], hidden = true): boolean => {
    const same = sign.apart === undefined ? [] : (alike.get(sign.apart.of) ?? []);
    const spot = spots.find(
      (spot) =>
        same.every((s) => Math.hypot(s.x - spot.x, s.y - spot.y) >= (sign.apart?.pixels ?? 0)) &&
        spot.boxes.every((box) => isFree(box, spot.onRoad === true) && taken.isFree(box)) &&
        (hidden || !spot.boxes.some(isHidden)),
    );
    if (spot === undefined) return false;
    for (const box of spot.boxes) taken.add(box);
    if (sign.apart !== undefined) alike.set(sign.apart.of, [...same, spot]);
    placed.push({ sign, spot });
    return true;
  };
  const order = [...signs].sort((a, b) => a.rank - b.rank);
  const rest = order.filter((sign) => {
    const before = kept.get(sign.key);
    return before === undefined || !take(sign, [before]);
  });
  for (const [, equals] of Map.groupBy(rest, (sign) => sign.rank)) {
    let left = equals;
    for (const spots of ['spots', 'otherwise'] as const) {
      left = left.filter((sign) => !take(sign, sign[spots] ?? [], sign.legible === undefined));
      left = left.filter((sign) => sign.legible !== 'rather' || !take(sign, sign[spots] ?? []));
    }
  }
  return placed;
}

export function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, top: y - height / 2, right: x + width / 2, bottom: y + height / 2 };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

const CELL = 64;

/** Boxes by the cells of a grid that they touch. */
class TakenBoxes {
  readonly #cells = new Map<number, Box[]>();

  add(box: Box): void {
    for (const key of cellsOf(box)) {
      const there = this.#cells.get(key);
      if (there === undefined) this.#cells.set(key, [box]);
      else there.push(box);
    }
  }

  isFree(box: Box): boolean {
    return cellsOf(box).every((key) => this.#cells.get(key)?.some((b) => overlap(b, box)) !== true);
  }
}

function cellsOf({ left, top, right, bottom }: Box): number[] {
  const keys: number[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x++)
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y++) keys.push(x * 0x2000000 + y);
  return keys;
}
