/** From the pointer to a place on a road. */
import type * as L from 'leaflet';
import { useCampaign } from '../../data/campaign/campaign.ts';
import type { Id, LngLatPair } from '../../domain/model/rows.ts';
import { snapTargets } from '../../domain/plan/snapTargets.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { placeAt, stationOf } from '../../domain/road/measuredRoad.ts';
import { type SnapKind, snap } from '../../domain/road/snapping.ts';

export interface Snapped {
  readonly roadId: Id;
  readonly chainage: number;
  readonly kind: SnapKind;
  readonly side: 'left' | 'right';
  readonly at: LngLatPair;
}

const REACH_PX = 28;

/** Metres on the ground that one pixel covers. */
export function metresPerPixel(map: L.Map, lat: number): number {
  return (156_543.034 * Math.cos((lat * Math.PI) / 180)) / 2 ** map.getZoom();
}

interface Options {
  /** That road alone and at any distance: for an end that is being dragged. */
  readonly only?: Id | undefined;
  /** What is being dragged does not snap to itself. */
  readonly without?: Id | null;
  /** Where the pointer is, snapped to nothing: for what itself is to be measured. */
  readonly free?: boolean;
  /** No farther than so many pixels. */
  readonly within?: number;
}

/** The nearest road within reach of a point, its chainage snapped to what is there or to what the zoom can show. */
export function snapToRoad(
  map: L.Map,
  point: L.LatLng,
  { only, without = null, free = false, within = REACH_PX }: Options = {},
): Snapped | null {
  const { tables } = useCampaign.getState();
  const metres = metresPerPixel(map, point.lat);
  let nearest = only === undefined ? within * metres : Number.POSITIVE_INFINITY;
  let found: { roadId: Id; chainage: number; side: 'left' | 'right' } | null = null;
  for (const road of tables.road.values()) {
    if (only === undefined ? road.hidden : road.id !== only) continue;
    const measured = measuredOf(road);
    const station = measured === null ? null : stationOf(measured, point.lng, point.lat, nearest);
    if (station === null) continue;
    nearest = station.distance;
    found = { roadId: road.id, chainage: station.chainage, side: station.side };
  }
  const road = tables.road.get(found?.roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (found === null || measured === null) return null;
  const snapped = free
    ? { chainage: found.chainage, kind: 'round' as const }
    : snap(found.chainage, metres, snapTargets(tables, found.roadId, without), measured);
  const place = placeAt(measured, snapped.chainage);
  if (!place.ok) return null;
  return { ...found, ...snapped, at: [place.value.lng, place.value.lat] };
}
