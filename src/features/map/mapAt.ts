/** Where the pointer is on the map, as gestures ask for it. */
import type * as L from 'leaflet';
import type { At } from '../../data/gestures/gesture.ts';
import type { LngLatPair } from '../../domain/model/rows.ts';
import type { Drawn } from './overlays/overlay.ts';
import { metresPerPixel, snapToRoad } from './snap.ts';

export function mapAt(map: L.Map, drawn: readonly Drawn[], event: L.LeafletMouseEvent): At {
  const { containerPoint: on, latlng, originalEvent } = event;
  /** The answer of the topmost overlay that has one. */
  const topmost = <T>(ask: (d: Drawn) => T | null | undefined): T | null => {
    for (let i = drawn.length - 1; i >= 0; i--) {
      const answer = ask(drawn[i] as Drawn);
      if (answer != null) return answer;
    }
    return null;
  };
  return {
    x: on.x,
    y: on.y,
    shift: originalEvent.shiftKey,
    ctrl: originalEvent.ctrlKey || originalEvent.metaKey,
    place: (reach) => snapToRoad(map, latlng, reach),
    coordinate: pair(latlng),
    metresPerPixel: metresPerPixel(map, latlng.lat),
    hasLanes: false,
    subject: () => topmost(({ overlay, layers }) => overlay.hit?.(layers, on)),
    position: (id) => topmost(({ overlay, layers }) => overlay.position?.(layers, id, on)),
    post: () => topmost(({ overlay, layers }) => overlay.post?.(layers, on)),
    within: (way) => drawn.flatMap(({ overlay, layers }) => overlay.within?.(layers, way) ?? []),
  };
}

export function pair(at: L.LatLng): LngLatPair {
  return [Math.round(at.lng * 1e6) / 1e6, Math.round(at.lat * 1e6) / 1e6];
}
