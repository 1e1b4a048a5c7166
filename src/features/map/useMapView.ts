/** What part of the ground the map shows: the whole plan at first, then where the person was, and what is asked for. */
import * as L from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useTable } from '../../data/campaign/rows.ts';
import { keepMapView, keptMapView } from '../../data/map/mapView.ts';
import { selectedIds } from '../../data/workbench/selection.ts';
import { arrive, useView, type Wanted } from '../../data/workbench/view.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { positionsIn } from '../../domain/plan/amounts.ts';
import { shownRoads } from '../../domain/plan/roads.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { lineBetween } from '../../domain/road/measuredRoad.ts';
import { useLimits } from './useLimits.ts';

/** Room, in pixels, for what floats at the edges: tools above and beside, the key below; a low map has less to give. */
function roomIn(map: L.Map): L.FitBoundsOptions {
  const low = map.getSize().y < LOW;
  return {
    paddingTopLeft: [36, low ? 60 : 72],
    paddingBottomRight: [64, low ? 50 : 84],
    animate: false,
  };
}
const LOW = 400;
/** About a thing that is gone to. */
const ABOUT: L.FitBoundsOptions = { padding: [80, 80], maxZoom: 16, animate: false };

export function useMapView(map: L.Map): void {
  useFirstView(map);
  // After it: from a view of nowhere the map would glide to its ground, and miss the place where the person was.
  const allow = useLimits(map, useGround());
  useKept(map);
  useGoTo(map, allow);
}

/** Wider than this a panel opens beside the map, not over its lower half. */
const PHONE = 700;

/**
 * The map in its new frame. What was in its middle on a phone stays there, and what is selected comes into view: its
 * panel has just taken the lower half.
 */
export function fitIn(map: L.Map): void {
  const { y } = map.getSize();
  const { offsetWidth, offsetHeight } = map.getContainer();
  // A map that is hidden keeps the size that it had: what was in its middle is there when it is shown again.
  if (offsetWidth === 0 || offsetHeight === 0) return;
  map.invalidateSize({ pan: false });
  const now = map.getSize();
  if (now.x > PHONE || y === 0 || now.y === y) return;
  map.panBy([0, (y - now.y) / 2], { animate: false });
  const [only, ...others] = selectedIds('placement');
  if (only === undefined || others.length > 0 || now.y > y) return;
  const bounds = boundsOf({ placementId: only }, useCampaign.getState().tables);
  if (bounds.isValid() && !map.getBounds().intersects(bounds))
    map.panTo(bounds.getCenter(), { animate: false });
}

/** The same bounds while no row of the ground changes. */
function useGround(): L.LatLngBounds {
  const unit = useTable('unit');
  const road = useTable('road');
  const placement = useTable('placement');
  return useMemo(() => wholeOf({ unit, road, placement }), [unit, road, placement]);
}

/** As large as it goes: by whole steps of the zoom, half of the map would stay empty. */
function fitTo(map: L.Map, bounds: L.LatLngBounds, options: L.FitBoundsOptions): void {
  if (!bounds.isValid()) return;
  const { zoomSnap } = map.options;
  map.options.zoomSnap = 0;
  map.fitBounds(bounds, options);
  if (zoomSnap !== undefined) map.options.zoomSnap = zoomSnap;
}

/** The ground of the campaign: its units, its roads, and what stands off them. */
function wholeOf(tables: Pick<Tables, 'unit' | 'road' | 'placement'>): L.LatLngBounds {
  const bounds = L.latLngBounds([]);
  for (const { boundary } of tables.unit.values())
    for (const [outer] of boundary ?? []) for (const [lng, lat] of outer ?? []) bounds.extend([lat, lng]);
  for (const { line } of shownRoads(tables.road)) for (const [lng, lat] of line) bounds.extend([lat, lng]);
  for (const { coordinate } of tables.placement.values())
    if (coordinate !== null) bounds.extend([coordinate[1], coordinate[0]]);
  return bounds;
}

/** Once the rows are there: where the person last was in this campaign, else all of it. */
function useFirstView(map: L.Map): void {
  const roads = useTable('road');
  const units = useTable('unit');
  const campaignId = useCampaign((s) => s.campaignId);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (campaignId === null || roads.size + units.size === 0 || shown.current === campaignId) return;
    shown.current = campaignId;
    const kept = keptMapView(campaignId);
    if (kept === null) fitTo(map, wholeOf(useCampaign.getState().tables), roomIn(map));
    else map.setView([kept.lat, kept.lng], kept.zoom, { animate: false });
  }, [map, roads, units, campaignId]);
}

function useKept(map: L.Map): void {
  const campaignId = useCampaign((s) => s.campaignId);
  const ready = useTable('road').size + useTable('unit').size > 0;
  useEffect(() => {
    if (campaignId === null || !ready) return;
    const keep = () => {
      // A map that is hidden has no size, and its middle says nothing.
      if (map.getSize().x === 0) return;
      const { lat, lng } = map.getCenter();
      keepMapView(campaignId, { lat, lng, zoom: map.getZoom() });
    };
    map.on('moveend', keep);
    return () => {
      map.off('moveend', keep);
    };
  }, [map, campaignId, ready]);
}

function useGoTo(map: L.Map, allow: (place: L.LatLngBounds) => void): void {
  const goTo = useView((s) => s.goTo);
  useEffect(() => {
    // Once: when the map is opened again it is where the person left it.
    if (goTo === null || !arrive(goTo.n)) return;
    const { tables } = useCampaign.getState();
    if (goTo.whole === true) {
      fitTo(map, wholeOf(tables), roomIn(map));
      return;
    }
    const bounds = boundsOf(goTo, tables);
    if (goTo.onlyIfOutside === true && bounds.isValid() && map.getBounds().contains(bounds)) return;
    allow(bounds);
    // At once: Leaflet passes over a second wish while it is still moving to the first.
    fitTo(map, bounds, ABOUT);
  }, [map, goTo, allow]);
}

function boundsOf(wanted: Wanted, tables: Tables): L.LatLngBounds {
  const bounds = L.latLngBounds([]);
  const placement = tables.placement.get(wanted.placementId ?? '');
  if (placement !== undefined) {
    const { lng, lat, count } = positionsIn(tables, placement);
    for (let i = 0; i < count; i++) bounds.extend([lat[i] as number, lng[i] as number]);
  }
  const road = tables.road.get(wanted.roadId ?? '');
  const measured = road === undefined ? null : measuredOf(road);
  if (measured !== null) {
    const { from = measured.minChainage, to = measured.maxChainage } = wanted;
    for (const [lng, lat] of lineBetween(measured, from, to)) bounds.extend([lat, lng]);
  }
  if (wanted.coordinate !== undefined) {
    const [lng, lat] = wanted.coordinate;
    bounds.extend([lat - 0.004, lng - 0.004]).extend([lat + 0.004, lng + 0.004]);
  }
  for (const [lng, lat] of wanted.coordinates ?? []) bounds.extend([lat, lng]);
  for (const id of wanted.roadIds ?? [])
    for (const [lng, lat] of tables.road.get(id)?.line ?? []) bounds.extend([lat, lng]);
  return bounds;
}
