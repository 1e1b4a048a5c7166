/** Roads that come back to where they were: rings with what leads to them, and rings at an end. */
import { exitOf, first, gapBetween, last, type Run, type Step, TOUCH } from './runs.ts';

/** A ring is the road where nothing as long leads to it: what does is a stub. */
export const STUB = 0.2;

/**
 * A path that comes back to a place where it was is a ring with what leads to it: where that is short beside the ring,
 * the ring is the road, and what leads to it is left aside.
 */
export function withoutStubs(runs: readonly Run[], path: readonly Step[]): readonly Step[] {
  const lengthOf = (steps: readonly Step[]) =>
    steps.reduce((sum, s) => sum + (runs[s.run] as Run).line.length, 0);
  const entryOf = ({ run, turned }: Step) =>
    turned ? last((runs[run] as Run).coordinates) : first((runs[run] as Run).coordinates);
  for (let from = 0; from < path.length; from++)
    for (let to = path.length; to > from + 1; to--) {
      const [begins, ends] = [path[from] as Step, path[to - 1] as Step];
      if (gapBetween(entryOf(begins), exitOf(runs[ends.run] as Run, ends.turned)) > TOUCH) continue;
      const loop = path.slice(from, to);
      const rest = [...path.slice(0, from), ...path.slice(to)];
      if (rest.length > 0 && lengthOf(rest) < STUB * lengthOf(loop)) return loop;
    }
  return path;
}

/** Shorter (metres round about) a ring at the end of a road is its turning place. */
const LOOP_M = 150;

/** A ring at an end of the line is run through: the road goes round it. */
export function withLoops(
  line: readonly (readonly number[])[],
  rings: readonly number[],
  runs: readonly Run[],
): { readonly coordinates: readonly (readonly number[])[]; readonly taken: readonly number[] } {
  let coordinates = line;
  const taken: number[] = [];
  if (gapBetween(first(line), last(line)) <= TOUCH) return { coordinates, taken };
  for (const end of ['last', 'first'] as const)
    for (const ring of rings) {
      const { coordinates: round, line: measured } = runs[ring] as Run;
      const tip = end === 'last' ? last(coordinates) : first(coordinates);
      const at = round.findIndex((c) => gapBetween(c, tip) <= TOUCH);
      if (at < 0 || measured.length < LOOP_M || taken.includes(ring)) continue;
      const turnedTo = [...round.slice(at, -1), ...round.slice(0, at + 1)];
      coordinates =
        end === 'last' ? [...coordinates, ...turnedTo.slice(1)] : [...turnedTo, ...coordinates.slice(1)];
      taken.push(ring);
      break;
    }
  return { coordinates, taken };
}
