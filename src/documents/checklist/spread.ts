/** Room for numbers on a strip: none may cover another, none may leave the paper, none may be lost. */
export interface Spot {
  readonly numbers: readonly number[];
  readonly x: number;
  readonly y: number;
}

/** Points that two numbers stand apart, and that a number steps aside at once. */
const APART = 18;
const STEP = 9;
/** Steps to either side along the road; farther from its place a number would mislead. */
const STEPS = 12;

/**
 * Numbers that would cover each other step aside along the road, as far as the paper goes; where there is no room left
 * near, numbers share the spot of the nearest.
 */
export function spread(places: readonly Spot[], width: number, height: number): Spot[] {
  const done: { numbers: number[]; x: number; y: number }[] = [];
  const cells = new Map<string, (typeof done)[number][]>();
  const near = (x: number, y: number) => {
    const [i, j] = [Math.floor(x / APART), Math.floor(y / APART)];
    return [-1, 0, 1].flatMap((a) => [-1, 0, 1].flatMap((b) => cells.get(`${i + a}:${j + b}`) ?? []));
  };
  for (const { numbers, x, y } of places) {
    const at = Array.from(
      { length: 2 * STEPS + 1 },
      (_, k) => x + STEP * (k % 2 === 0 ? -k / 2 : (k + 1) / 2),
    ).find(
      (to) =>
        to >= APART / 2 &&
        to <= width - APART / 2 &&
        near(to, y).every((d) => Math.hypot(d.x - to, d.y - y) >= APART),
    );
    const neighbour = nearest(done, x, y);
    if (at === undefined && neighbour !== undefined) {
      neighbour.numbers.push(...numbers);
      continue;
    }
    const spot = {
      numbers: [...numbers],
      x: at ?? x,
      y: Math.max(APART / 2, Math.min(height - APART / 2, y)),
    };
    done.push(spot);
    const key = `${Math.floor(spot.x / APART)}:${Math.floor(spot.y / APART)}`;
    cells.set(key, [...(cells.get(key) ?? []), spot]);
  }
  return done;
}

function nearest<S extends { x: number; y: number }>(
  spots: readonly S[],
  x: number,
  y: number,
): S | undefined {
  let [best, distance]: [S | undefined, number] = [undefined, Infinity];
  for (const spot of spots) {
    const d = Math.hypot(spot.x - x, spot.y - y);
    if (d < distance) [best, distance] = [spot, d];
  }
  return best;
}

/** «7», or «7+» for numbers that share a spot: the table says where each stands. */
export function spotLabel(numbers: readonly number[]): string {
  return numbers.length === 1 ? String(numbers[0]) : `${numbers[0]}+`;
}
