/** What a placement amounts to on the ground: its quantity, its positions, whether its road can carry it. */

import type { Placement } from '../model/entities/placement.ts';
import type { RoadFeature } from '../model/entities/roadFeature.ts';
import { type MeasuredRoad, placeAt } from '../road/measuredRoad.ts';
import type { GapWidths } from './gapWidths.ts';
import { gapsOf, layOut, type Positions, quantityOf, stretchOf } from './layOut.ts';

/** Pieces in a placement: derived for a stretch, as written for a point. */
export function placementQuantity(
  placement: Placement,
  features: Iterable<RoadFeature>,
  widths: GapWidths,
): number {
  const stretch = stretchOf(placement);
  return stretch === null
    ? placement.pointQuantity
    : quantityOf(stretch, gapsOf(stretch.rule, features, widths));
}

const NOWHERE: Positions = {
  count: 0,
  chainage: new Float64Array(0),
  lng: new Float64Array(0),
  lat: new Float64Array(0),
  side: new Int8Array(0),
  ordinal: new Int32Array(0),
};

/** Distance of a point asset from the edge of its road, in metres. */
const POINT_EDGE_OFFSET = 2;

/**
 * The positions of any placement; none when its road is gone. What lies beyond its road (which was cut shorter) stands
 * at the road's end: it is found and drawn there until somebody decides.
 */
export function placementPositions(
  placement: Placement,
  road: MeasuredRoad | undefined,
  features: Iterable<RoadFeature>,
  widths: GapWidths,
): Positions {
  const stretch = stretchOf(placement);
  if (stretch !== null)
    return road === undefined ? NOWHERE : layOut(stretch, road, gapsOf(stretch.rule, features, widths));
  if (placement.roadId === null || road === undefined || placement.from === null) {
    return placement.coordinate === null
      ? NOWHERE
      : single(placement.coordinate[0], placement.coordinate[1], 0, 0);
  }
  const side = placement.side ?? 'right';
  const at = Math.max(road.minChainage, Math.min(road.maxChainage, placement.from));
  const place = placeAt(road, at, side, road.halfWidth + POINT_EDGE_OFFSET);
  if (!place.ok) return NOWHERE;
  return single(
    place.value.lng,
    place.value.lat,
    placement.from,
    side === 'left' ? -1 : side === 'right' ? 1 : 0,
  );
}

function single(lng: number, lat: number, chainage: number, side: number): Positions {
  return {
    count: 1,
    chainage: Float64Array.of(chainage),
    lng: Float64Array.of(lng),
    lat: Float64Array.of(lat),
    side: Int8Array.of(side),
    ordinal: Int32Array.of(0),
  };
}
