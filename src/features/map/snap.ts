/** From the pointer to a place on a road. */
import type L from 'leaflet';
import { useCampaign } from '../../data/campaign.ts';
import { measuredOf } from '../../data/derived/roads.ts';
import type { Id, LngLatPair } from '../../domain/model/rows.ts';
import { placeAt, stationOf } from '../../domain/road/measuredRoad.ts';

export interface Snapped {
  readonly roadId: Id;
  readonly chainage: number;
  readonly side: 'left' | 'right';
  readonly at: LngLatPair;
}

const REACH_PX = 28;

/** Metres on the ground that one pixel covers. */
function metresPerPixel(map: L.Map, lat: number): number {
  return (156_543.034 * Math.cos((lat * Math.PI) / 180)) / 2 ** map.getZoom();
}

/** A step that reads well at this scale: 1, 2, 5 × 10ⁿ metres, about six pixels. */
function roundStep(metres: number): number {
  const wanted = metres * 6;
  for (const step of [1, 5, 10, 25, 50, 100, 250, 500]) if (step >= wanted) return step;
  return 1000;
}

/**
 * The nearest road within reach of a point, its chainage rounded to what the zoom can show, or null. With `only`,
 * that road alone and at any distance: for an end that is being dragged.
 */
export function snapToRoad(map: L.Map, point: L.LatLng, only?: Id): Snapped | null {
  const { road: roads } = useCampaign.getState().tables;
  const metres = metresPerPixel(map, point.lat);
  const reach = only === undefined ? REACH_PX * metres : Number.POSITIVE_INFINITY;
  let best: Snapped | null = null;
  let nearest = reach;
  for (const road of roads.values()) {
    if (only !== undefined && road.id !== only) continue;
    const measured = measuredOf(road);
    const station = measured === null ? null : stationOf(measured, point.lng, point.lat, nearest);
    if (measured === null || station === null) continue;
    nearest = station.distance;
    const step = roundStep(metres);
    const rounded = Math.round(station.chainage / step) * step;
    const chainage = Math.max(measured.minChainage, Math.min(measured.maxChainage, rounded));
    const place = placeAt(measured, chainage);
    if (!place.ok) continue;
    best = { roadId: road.id, chainage, side: station.side, at: [place.value.lng, place.value.lat] };
  }
  return best;
}
