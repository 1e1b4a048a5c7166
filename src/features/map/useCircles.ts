/** A click on a number: nearer, until its things stand apart; a list of them where no zoom does that. */
import type * as L from 'leaflet';
import { useCallback, useEffect, useState } from 'react';
import { latOf, lngOf } from '../../ui/map/world.ts';
import type { Circle } from './CircleList.tsx';
import type { Drawn } from './overlays/overlay.ts';
import type { PointGroup } from './signs/points.ts';
import { middleOf, zoomApart } from './signs/takeApart.ts';

/** The topmost number at a point of the map. */
export function circleAt(drawn: readonly Drawn[], at: L.Point): PointGroup | null {
  for (const { overlay, layers } of drawn.toReversed()) {
    const group = overlay.circle?.(layers, at) ?? null;
    if (group !== null) return group;
  }
  return null;
}

export function useCircles(map: L.Map) {
  const [circle, setCircle] = useState<Circle | null>(null);
  const close = useCallback(() => setCircle(null), []);
  const open = useCallback(
    ({ members }: PointGroup, at: L.Point) => {
      const zoom = zoomApart(members, map.getZoom(), map.getMaxZoom());
      if (zoom === null) {
        setCircle({ ids: members.map((m) => m.id), x: at.x, y: at.y });
        return;
      }
      const [x, y] = middleOf(members);
      map.setView([latOf(y), lngOf(x)], zoom);
    },
    [map],
  );
  useEffect(() => {
    map.on('movestart', close);
    return () => {
      map.off('movestart', close);
    };
  }, [map, close]);
  return { circle, open, close };
}
