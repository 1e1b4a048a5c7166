/** The map stays with the campaign's ground: its middle never leaves it, and from afar it does not become a speck. */
import * as L from 'leaflet';
import { useCallback, useEffect, useRef } from 'react';

const FARTHEST = 5;
/** Steps of the zoom beyond the one at which all of the ground is in view. */
const FARTHER = 1.5;
/** Of the ground's own size, that its edge can be looked at in the middle of the map. */
const ROOM = 0.05;

/**
 * `ground`: what there is; where it is nothing, the map is free. Gives what allows another place besides, for somebody who
 * asks to go there.
 */
export function useLimits(map: L.Map, ground: L.LatLngBounds): (place: L.LatLngBounds) => void {
  const allowed = useRef(L.latLngBounds([]));
  const limit = useCallback(() => {
    const { x, y } = map.getSize();
    const bounds = L.latLngBounds([]);
    for (const part of [ground, allowed.current]) if (part.isValid()) bounds.extend(part);
    // A map that is hidden has no size, and nothing fits into it.
    if (x === 0 || y === 0) return;
    // What fits is asked without the limit of before: the ground may have grown.
    map.options.minZoom = FARTHEST;
    if (!ground.isValid()) {
      map.setMaxBounds(L.latLngBounds([]));
      return;
    }
    map.setMinZoom(Math.max(FARTHEST, map.getBoundsZoom(bounds) - FARTHER));
    const [northWest, southEast] = [bounds.pad(ROOM).getNorthWest(), bounds.pad(ROOM).getSouthEast()];
    // Half a view more on each side: it is the middle that stays inside.
    const half = L.point(x / 2, y / 2);
    map.setMaxBounds(
      L.latLngBounds(
        map.unproject(map.project(northWest).subtract(half)),
        map.unproject(map.project(southEast).add(half)),
      ),
    );
  }, [map, ground]);
  useEffect(() => {
    limit();
    map.on('zoomend resize', limit);
    return () => {
      map.off('zoomend resize', limit);
    };
  }, [map, limit]);
  return useCallback(
    (place) => {
      if (!place.isValid()) return;
      allowed.current.extend(place);
      limit();
    },
    [limit],
  );
}
