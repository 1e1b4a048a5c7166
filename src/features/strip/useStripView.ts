/** Which part of the roads the strip shows: pixels a metre, where it begins, and how it is moved. */
import { type RefObject, useEffect, useState } from 'react';
import { GUTTER, ROW, type StripView } from './stripLayout.ts';
import type { StripRoad } from './stripModel.ts';

/** Room before a road's beginning and behind its end, in pixels: what stands there is seen whole. */
const ENDS = 26;
/** A road in full down to a hundred metres across the screen. */
const CLOSEST = 14;

export function useStripView(wrap: RefObject<HTMLElement | null>, roads: readonly StripRoad[]) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [view, setView] = useState<{ scale: number; left: number; top: number }>({
    scale: 0,
    left: 0,
    top: 0,
  });
  const longest = Math.max(1, ...roads.map((r) => r.max - r.min));
  const whole = size.width > GUTTER ? (size.width - GUTTER - 2 * ENDS) / longest : 0;
  const scale = view.scale === 0 ? whole : Math.max(Math.min(whole, CLOSEST), Math.min(CLOSEST, view.scale));
  const span = size.width > GUTTER && scale > 0 ? (size.width - GUTTER) / scale : 1;
  const ends = ENDS / Math.max(scale, 1e-6);
  const clampLeft = (left: number) => Math.max(-ends, Math.min(longest + ends - span, left));
  const v: StripView = {
    scale,
    left: clampLeft(view.scale === 0 ? -ends : view.left),
    top: view.top,
    ...size,
  };
  useEffect(() => {
    const element = wrap.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [wrap]);
  const zoom = (by: number, atX = GUTTER + (size.width - GUTTER) / 2) => {
    const next = Math.max(Math.min(whole, CLOSEST), Math.min(CLOSEST, scale * by));
    const metres = v.left + (atX - GUTTER) / scale;
    setView({ scale: next, left: metres - (atX - GUTTER) / next, top: v.top });
  };
  const pan = (metres: number, down = 0) =>
    setView({
      scale,
      left: clampLeft(v.left + metres),
      top: Math.max(0, Math.min(Math.max(0, roads.length * ROW - size.height), v.top + down)),
    });
  return {
    view: v,
    /** Metres in view. */
    span,
    zoom,
    pan,
    showWhole: () => setView({ scale: 0, left: 0, top: 0 }),
    show: (left: number, next: number) => setView({ scale: next, left, top: 0 }),
  };
}
