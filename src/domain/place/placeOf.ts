/** At which named place something off the roads stands. */
import { segmentLength } from '../geo/geodesic.ts';
import { perObject } from '../memo.ts';
import type { NamedPlace } from '../model/entities/place.ts';
import type { Id, LngLatPair, Tables } from '../model/rows.ts';

/** As far from its middle, in metres, as the yard of an office or a market reaches. */
const YARD_M = 80;
/** Safely more than that in degrees, wherever in the country. */
const NEAR_DEGREES = 0.001;

/** Where things can stand: the names of neighbours are no places of ours. */
const placesToStandAt = perObject((places: ReadonlyMap<Id, NamedPlace>) =>
  [...places.values()].filter((p) => p.kind !== 'neighbour'),
);

/** The nearest place within 80 m (practice: a yard), or null. */
export function placeAround(tables: Pick<Tables, 'place'>, [lng, lat]: LngLatPair): NamedPlace | null {
  let best: { readonly place: NamedPlace; readonly metres: number } | null = null;
  for (const place of placesToStandAt(tables.place)) {
    const [x, y] = place.coordinate;
    if (Math.abs(x - lng) > NEAR_DEGREES || Math.abs(y - lat) > NEAR_DEGREES) continue;
    const metres = segmentLength(x, y, lng, lat);
    if (metres <= YARD_M && (best === null || metres < best.metres)) best = { place, metres };
  }
  return best?.place ?? null;
}
