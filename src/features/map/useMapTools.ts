/** The pointer on the map: gestures are those of the diagram too. Every step has its twin in a panel's fields. */
import type * as L from 'leaflet';
import { useEffect, useState } from 'react';
import { askMenu } from '../../data/gestures/menu.ts';
import { gestureInHand } from '../../data/gestures/tools.ts';
import { useHand } from '../../data/gestures/useHand.ts';
import { setPicking, useDrafts } from '../../data/workbench/drafts.ts';
import type { RoadPlace } from '../../data/workbench/selection.ts';
import { hover } from '../../data/workbench/selection.ts';
import { useTell } from '../../ui/tell.ts';
import { dragHasEnded, endsADrag } from './clickGuard.ts';
import { mapAt, pair } from './mapAt.ts';
import type { Drawn } from './overlays/overlay.ts';
import type { PointGroup } from './signs/points.ts';
import { circleAt } from './useCircles.ts';

/** Where the pointer is, in pixels of the map, and the road place it would take. */
export interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly snapped: RoadPlace | null;
}

export function useMapTools(
  map: L.Map,
  drawn: readonly Drawn[],
  openCircle: (group: PointGroup, at: L.Point) => void,
): Pointer | null {
  const tell = useTell();
  const hand = useHand();
  const [pointer, setPointer] = useState<Pointer | null>(null);
  useEffect(() => {
    const at = (event: L.LeafletMouseEvent) => mapAt(map, drawn, event);
    /** What chooses takes a number apart; a tool that draws passes it over. */
    const circle = (event: L.LeafletMouseEvent) =>
      useDrafts.getState().tool === 'select' ? circleAt(drawn, event.containerPoint) : null;
    let frame = 0;
    let stopHolding = () => {};
    const follow = (event: L.LeafletMouseEvent) => {
      const now = at(event);
      const snapped = hand.move(now);
      if (!hand.holding)
        map.getContainer().style.cursor = circle(event) === null ? gestureInHand().cursor(now) : 'pointer';
      setPointer(useDrafts.getState().tool === 'select' ? null : { x: now.x, y: now.y, snapped });
    };
    const moved = (event: L.LeafletMouseEvent) => {
      cancelAnimationFrame(frame);
      if (hand.everyMove) follow(event);
      else frame = requestAnimationFrame(() => follow(event));
    };
    const left = () => {
      cancelAnimationFrame(frame);
      hover(null);
      setPointer(null);
    };
    const pressed = (event: L.LeafletMouseEvent) => {
      // A handle that is pressed is its own to drag; Leaflet tells the map of it all the same.
      const onHandle = (event.originalEvent.target as Element).closest('.leaflet-marker-icon') !== null;
      if (event.originalEvent.button === 0 && !onHandle && hand.press(at(event))) hold();
    };
    /** Until the button is let go, wherever that is: over a panel, or in no window at all. */
    const hold = () => {
      stopHolding();
      map.dragging.disable();
      const released = (event: MouseEvent) => {
        if (event.button !== 0) return;
        cancelAnimationFrame(frame);
        stopHolding();
        // What was given up on the way is no click either.
        if (hand.dragging || !hand.holding) dragHasEnded();
        const inside = event.target instanceof Node && map.getContainer().contains(event.target);
        tell(hand.release(inside ? at(asLeaflet(map, event)) : null));
      };
      const lost = () => {
        stopHolding();
        hand.cancel();
      };
      window.addEventListener('mouseup', released, true);
      window.addEventListener('blur', lost);
      stopHolding = () => {
        window.removeEventListener('mouseup', released, true);
        window.removeEventListener('blur', lost);
        map.dragging.enable();
        stopHolding = () => {};
      };
    };
    const clicked = (event: L.LeafletMouseEvent) => {
      if (endsADrag()) return;
      const { picking } = useDrafts.getState();
      if (picking === null) {
        const group = circle(event);
        if (group !== null) return openCircle(group, event.containerPoint);
        return gestureInHand().click(at(event));
      }
      setPicking(null);
      picking(pair(event.latlng));
    };
    const asked = (event: L.LeafletMouseEvent) => {
      event.originalEvent.preventDefault();
      askMenu(at(event), event.originalEvent.clientX, event.originalEvent.clientY);
    };
    const handlers: L.LeafletEventHandlerFnMap = {
      mousemove: moved,
      mouseout: left,
      mousedown: pressed,
      click: clicked,
      contextmenu: asked,
    };
    map.on(handlers);
    return () => {
      cancelAnimationFrame(frame);
      stopHolding();
      map.off(handlers);
    };
  }, [map, drawn, hand, tell, openCircle]);
  return pointer;
}

/** An event of the window as those that the map tells of. */
function asLeaflet(map: L.Map, originalEvent: MouseEvent): L.LeafletMouseEvent {
  const containerPoint = map.mouseEventToContainerPoint(originalEvent);
  const latlng = map.containerPointToLatLng(containerPoint);
  return { originalEvent, containerPoint, latlng } as L.LeafletMouseEvent;
}
