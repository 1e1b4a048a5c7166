/** The pointer on the diagram: gestures are those of the map too, to the metre; what they leave moves the view. */
import {
  type HTMLAttributes,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
} from 'react';
import { type At, placementAt } from '../../../data/gestures/gesture.ts';
import { askMenu } from '../../../data/gestures/menu.ts';
import { gestureInHand } from '../../../data/gestures/tools.ts';
import { useHand } from '../../../data/gestures/useHand.ts';
import { hover } from '../../../data/workbench/selection.ts';
import { goTo } from '../../../data/workbench/view.ts';
import { useTell } from '../../../ui/tell.ts';
import { GUTTER, type StripView } from '../stripLayout.ts';
import type { StripRoad } from '../stripModel.ts';
import { stripAt } from './stripAt.ts';

interface Parts {
  readonly wrap: RefObject<HTMLDivElement | null>;
  readonly roads: readonly StripRoad[];
  readonly view: StripView;
  readonly zoom: (by: number, atX: number) => void;
  readonly pan: (metres: number, down?: number) => void;
}

/** A press that moves the view, unless it hardly wanders: then it is a click. */
interface Panning {
  x: number;
  y: number;
  moved: boolean;
}

const SLACK = 4;

export function useStripTools(parts: Parts): { readonly handlers: HTMLAttributes<HTMLDivElement> } {
  const tell = useTell();
  const hand = useHand();
  const { wrap, roads, view, pan } = parts;
  const panning = useRef<Panning | null>(null);
  useWheel(parts);

  const at = (event: MouseEvent | PointerEvent): At | null =>
    wrap.current === null ? null : stripAt(wrap.current, roads, view, event);

  const down = (event: PointerEvent<HTMLDivElement>) => {
    const onHandle = event.target instanceof HTMLElement && event.target.closest('[role="slider"]') !== null;
    if (event.button !== 0 || onHandle) return;
    const now = at(event);
    if (now === null || !hand.press(now))
      panning.current = { x: event.clientX, y: event.clientY, moved: false };
  };

  const panBy = (event: PointerEvent<HTMLDivElement>, from: Panning) => {
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(dx, dy) < SLACK) return;
    if (!from.moved) event.currentTarget.setPointerCapture(event.pointerId);
    from.moved = true;
    pan(-dx / Math.max(view.scale, 1e-6), -dy);
    [from.x, from.y] = [event.clientX, event.clientY];
  };

  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (panning.current !== null) return panBy(event, panning.current);
    const now = at(event);
    if (now === null) {
      if (!hand.holding) hover(null);
      return;
    }
    hand.move(now);
    if (hand.dragging) event.currentTarget.setPointerCapture(event.pointerId);
  };

  const up = (event: PointerEvent<HTMLDivElement>) => {
    const panned = panning.current;
    panning.current = null;
    const now = at(event);
    const isClick = (hand.holding && !hand.dragging) || (panned !== null && !panned.moved);
    tell(hand.release(now));
    if (isClick && now !== null) gestureInHand().click(now);
  };

  return {
    handlers: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onPointerCancel: () => {
        panning.current = null;
        hand.cancel();
      },
      onPointerLeave: () => hover(null),
      onDoubleClick: (event) => {
        const now = at(event);
        const hit = now === null ? null : placementAt(now);
        if (hit !== null) goTo({ placementId: hit });
      },
      onContextMenu: (event) => {
        event.preventDefault();
        const now = at(event);
        if (now !== null) askMenu(now, event.clientX, event.clientY);
      },
    },
  };
}

function useWheel(parts: Parts): void {
  const { wrap } = parts;
  const latest = useRef(parts);
  latest.current = parts;
  useEffect(() => {
    const element = wrap.current;
    if (element === null) return;
    // React listens passively, and the page must not scroll while the diagram zooms.
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const now = latest.current;
      const box = element.getBoundingClientRect();
      if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
        now.pan((event.deltaX || event.deltaY) / Math.max(now.view.scale, 1e-6));
      else now.zoom(1.0018 ** -event.deltaY, Math.max(GUTTER, event.clientX - box.left));
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [wrap]);
}
