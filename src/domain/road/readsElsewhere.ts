/** Whether a chainage is another place since a road got another shape. */
import type { Op, RowLookup } from '../edit/edit.ts';
import { lineLength } from '../geo/geodesic.ts';
import type { Road } from '../model/entities/road.ts';
import type { AnyRow, Id } from '../model/rows.ts';
import { measuredOf } from './measuredOf.ts';
import { placeAt } from './measuredRoad.ts';

/** The fields of a road by which a chainage is a place. */
export const MEASURED = ['line', 'zeroChainage', 'calibration'] as const;

/** A chainage that reads a place nearer than this to where it was read before is the same place, in metres. */
const SAME_M = 1;

/**
 * What an op puts on a road by its chainages (metres); null where it says no place. `row`: as it was before the op.
 * `rows` finds the placement of a report: what was done is said by the chainages that its teller saw.
 */
export function addressIn(
  op: Op,
  row: AnyRow | undefined,
  rows: RowLookup,
): { readonly roadId: Id; readonly chainages: readonly number[] } | null {
  if (op.entity === 'report' && op.kind === 'create') {
    const { placementId, spots } = op.fields;
    const roadId = rows('placement', placementId)?.roadId;
    if (roadId == null || spots === null) return null;
    return { roadId, chainages: spots.flatMap(({ from, to }) => [from, to]) };
  }
  if ((op.entity !== 'placement' && op.entity !== 'roadFeature') || op.kind === 'delete') return null;
  // Sides too are those of the road as it runs.
  if (!['roadId', 'from', 'to', 'side', 'rule'].some((field) => field in op.fields)) return null;
  const { roadId, from, to } = { ...row, ...op.fields } as {
    readonly roadId?: Id | null;
    readonly from?: number | null;
    readonly to?: number | null;
  };
  return roadId == null ? null : { roadId, chainages: [from, to].filter((at) => at != null) };
}

interface Place {
  readonly lng: number;
  readonly lat: number;
}

/** Where chainages are on a road; null for one that is not on it. */
export function placesOf(road: Road | undefined, chainages: readonly number[]): readonly (Place | null)[] {
  const measured = road === undefined ? null : measuredOf(road);
  return chainages.map((chainage) => {
    const place = measured === null ? null : placeAt(measured, chainage);
    return place?.ok === true ? place.value : null;
  });
}

/** Whether a chainage of a road is the place that it was. */
export function standsAt(road: Road | undefined, chainage: number, was: Place): boolean {
  const [is = null] = placesOf(road, [chainage]);
  return (
    is !== null &&
    lineLength([
      [was.lng, was.lat],
      [is.lng, is.lat],
    ]) <= SAME_M
  );
}

/** Whether one of these chainages lies elsewhere on the road as it is than on the road as it was, or nowhere now. */
export function readsElsewhere(
  chainages: readonly number[],
  was: Road | undefined,
  is: Road | undefined,
): boolean {
  const places = placesOf(was, chainages);
  return chainages.some((chainage, i) => {
    const before = places[i];
    return before != null && !standsAt(is, chainage, before);
  });
}
