/** What lies over the map: signs that are there to be read keep out from under it. */
import type * as L from 'leaflet';
import { useEffect, useState } from 'react';
import { type Box, overlap } from '../../ui/map/placing.ts';

/** Whatever floats over the map says so of itself with `data-over-map`; Leaflet's own controls are known. */
const FLOATING = '[data-over-map], .leaflet-control';

/** Boxes in pixels of the map's container; the same list while nothing about them changes. */
export function useCovers(map: L.Map): readonly Box[] {
  const [covers, setCovers] = useState<readonly Box[]>([]);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      // After what made the map another has been laid out.
      frame = requestAnimationFrame(() => {
        const now = coversOf(map.getContainer());
        setCovers((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
      });
    };
    const resized = new ResizeObserver(look);
    const container = map.getContainer();
    // What comes and goes at the map's edges, and where it is written one below the other.
    const about = [container.parentElement, container.closest('section')].filter((x) => x !== null);
    const come = new MutationObserver(look);
    for (const place of about) come.observe(place, { childList: true });
    for (const floating of document.querySelectorAll(`${FLOATING}, [data-map-foot]`))
      resized.observe(floating);
    map.on('moveend', look);
    look();
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      come.disconnect();
      map.off('moveend', look);
    };
  }, [map]);
  return covers;
}

function coversOf(container: HTMLElement): readonly Box[] {
  const { left, top, width, height } = container.getBoundingClientRect();
  const whole: Box = { left: 0, top: 0, right: width, bottom: height };
  return [...document.querySelectorAll(FLOATING)]
    .map((floating) => floating.getBoundingClientRect())
    .map(
      (r): Box => ({ left: r.left - left, top: r.top - top, right: r.right - left, bottom: r.bottom - top }),
    )
    .filter((box) => box.right > box.left && overlap(box, whole));
}
