/** What the pointer does on the map, by the tool in hand. Every step has its twin in the draft panel's fields. */
import type L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { changeDraft, hover, select, useWorkbench } from '../../data/workbench.ts';
import { DRAFT } from './layers/batch.ts';
import type { SymbolLayer } from './layers/symbolLayer.ts';
import { type Snapped, snapToRoad } from './snap.ts';

/** Where the pointer is, in pixels of the map, and the road place it would take. */
export interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly snapped: Snapped | null;
}

export function useMapTools(map: L.Map, symbols: SymbolLayer): Pointer | null {
  const [pointer, setPointer] = useState<Pointer | null>(null);
  const frame = useRef(0);
  useEffect(() => {
    const moved = (event: L.LeafletMouseEvent) => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        const { tool, draft } = useWorkbench.getState();
        if (tool === 'select') {
          const id = symbols.hit(event.containerPoint);
          hover(id === DRAFT ? null : id);
          map.getContainer().style.cursor = id === null ? '' : 'pointer';
          setPointer(null);
          return;
        }
        map.getContainer().style.cursor = 'crosshair';
        const waiting =
          tool === 'stretch' && draft?.stage === 'end' ? (draft.roadId ?? undefined) : undefined;
        const snapped = snapToRoad(map, event.latlng, waiting);
        if (waiting !== undefined && snapped !== null) changeDraft({ to: snapped.chainage });
        setPointer({ x: event.containerPoint.x, y: event.containerPoint.y, snapped });
      });
    };
    const left = () => {
      cancelAnimationFrame(frame.current);
      hover(null);
      setPointer(null);
    };
    const clicked = (event: L.LeafletMouseEvent) => {
      const { tool } = useWorkbench.getState();
      if (tool === 'select') select(symbols.hit(event.containerPoint));
      else if (tool === 'stretch') stretchClick(map, event.latlng);
      else pointClick(map, event.latlng);
    };
    map.on('mousemove', moved);
    map.on('mouseout', left);
    map.on('click', clicked);
    return () => {
      cancelAnimationFrame(frame.current);
      map.off('mousemove', moved);
      map.off('mouseout', left);
      map.off('click', clicked);
    };
  }, [map, symbols]);
  return pointer;
}

function stretchClick(map: L.Map, at: L.LatLng): void {
  const { draft } = useWorkbench.getState();
  if (draft === null) return;
  if (draft.stage === 'end' && draft.roadId !== null) {
    const end = snapToRoad(map, at, draft.roadId);
    if (end !== null && end.chainage !== draft.from) changeDraft({ to: end.chainage, stage: 'done' });
    return;
  }
  const start = snapToRoad(map, at);
  if (start === null) return;
  changeDraft({ roadId: start.roadId, from: start.chainage, to: null, stage: 'end' });
}

function pointClick(map: L.Map, at: L.LatLng): void {
  const { draft } = useWorkbench.getState();
  if (draft === null) return;
  const snapped = snapToRoad(map, at);
  if (snapped === null) {
    const coordinate = [round(at.lng), round(at.lat)] as const;
    changeDraft({ roadId: null, from: null, coordinate, stage: 'done' });
    return;
  }
  const side = draft.side === 'median' ? 'median' : snapped.side;
  changeDraft({ roadId: snapped.roadId, from: snapped.chainage, side, coordinate: null, stage: 'done' });
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
