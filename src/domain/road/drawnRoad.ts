/** A road as it is drawn by hand: corners, and what the kilometre posts at some of them read. */
import { lineLength } from '../geo/geodesic.ts';
import type { CalibrationPoint, Road } from '../model/entities/road.ts';
import type { FieldsOf, LngLatPair } from '../model/rows.ts';
import { HALF_WIDTH } from './halfWidth.ts';

interface Drawn {
  readonly code: string;
  readonly name: string;
  readonly class: Road['class'];
  /** `says` in metres of chainage. */
  readonly corners: readonly { readonly at: LngLatPair; readonly says: number | null }[];
}

/** Metres along the line to each corner. */
export function alongCorners(corners: readonly { readonly at: LngLatPair }[]): number[] {
  let along = 0;
  return corners.map(({ at }, i) => {
    const before = corners[i - 1];
    if (before !== undefined) along += lineLength([before.at, at]);
    return along;
  });
}

/**
 * The fields of a new road. A post at its beginning alone says from where it is counted; with others the road is measured
 * by all of them. Whether posts increase along it is asked by `measureRoad`.
 */
export function drawnRoad(
  { code, name, class: roadClass, corners }: Drawn,
  source: string,
): FieldsOf<'road'> {
  const along = alongCorners(corners);
  const posts = corners.flatMap(({ says }, i): CalibrationPoint[] =>
    says === null ? [] : [{ along: along[i] ?? 0, chainage: says }],
  );
  const [first, ...others] = posts;
  const zero = first !== undefined && first.along === 0 ? first.chainage : 0;
  return {
    code: code.trim(),
    name: name.trim(),
    class: roadClass,
    line: corners.map((c) => c.at),
    gaps: [],
    zeroChainage: zero,
    calibration: others.length === 0 && (first === undefined || first.along === 0) ? [] : posts,
    halfWidth: HALF_WIDTH[roadClass],
    source,
    hidden: false,
  };
}
