/** A corner of something that is drawn on the map: dragged, or moved and removed by keys. */
import * as L from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { Marker } from 'react-leaflet';
import { useGivingUp } from '../../../data/gestures/useHand.ts';
import type { LngLatPair } from '../../../domain/model/rows.ts';
import { dragHasEnded } from '../clickGuard.ts';
import styles from '../map.module.css';
import { endDragging } from './RoadHandle.tsx';

/** Pixels that an arrow key moves a corner. */
const STEP_PX = 4;

interface CornerProps {
  readonly at: LngLatPair;
  readonly label: string;
  /** The middle of a side, which becomes a corner when it is dragged. */
  readonly middle?: boolean;
  /** It is taken hold of. */
  readonly onBegin?: () => void;
  readonly onDrag: (to: LngLatPair) => void;
  readonly onDrop: () => void;
  /** It was given up: all is as it was. */
  readonly onCancel: () => void;
  readonly onDropAt?: (to: LngLatPair) => void;
  readonly onNudge: (x: number, y: number) => void;
  readonly onRemove: () => void;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function Corner({
  at,
  label,
  middle = false,
  onBegin,
  onDrag,
  onDrop,
  onCancel,
  onDropAt,
  onNudge,
  onRemove,
}: CornerProps) {
  const marker = useRef<L.Marker>(null);
  const held = useRef(false);
  useGivingUp(
    () => held.current,
    () => {
      held.current = false;
      onCancel();
      endDragging(marker.current);
      marker.current?.setLatLng([at[1], at[0]]);
    },
  );
  // The same array while it is the same place: another one would put a marker back that is being dragged.
  const [lng, lat] = at;
  const position = useMemo((): L.LatLngTuple => [lat, lng], [lat, lng]);
  const size = middle ? 12 : 18;
  const icon = useMemo(
    () =>
      L.divIcon({
        className: `${styles.corner} ${middle ? styles.middle : ''}`,
        iconSize: [size, size],
        iconAnchor: [size / 2, size / 2],
      }),
    [middle, size],
  );
  useEffect(() => {
    const element = marker.current?.getElement();
    // What is for the mouse alone has no name for those who hear the page: its twin is a field of the panel.
    if (middle) element?.setAttribute('aria-hidden', 'true');
    else element?.setAttribute('aria-label', label);
  }, [label, middle]);
  return (
    <Marker
      ref={marker}
      position={position}
      icon={icon}
      draggable
      // The middles of sides are for the hand alone; corners are typed in the panel as well.
      keyboard={!middle}
      title={label}
      alt={label}
      eventHandlers={{
        dragstart: () => {
          held.current = true;
          onBegin?.();
        },
        drag: (event) => {
          if (held.current) onDrag(rounded((event.target as L.Marker).getLatLng()));
        },
        dragend: (event) => {
          dragHasEnded();
          if (!held.current) return;
          held.current = false;
          onDropAt?.(rounded((event.target as L.Marker).getLatLng()));
          onDrop();
        },
        contextmenu: onRemove,
        keydown: ({ originalEvent }) => {
          const by = ARROWS[originalEvent.key];
          const gone = originalEvent.key === 'Delete' || originalEvent.key === 'Backspace';
          if (by === undefined && !gone) return;
          originalEvent.preventDefault();
          originalEvent.stopPropagation();
          if (gone) onRemove();
          else if (by !== undefined) onNudge(...by);
        },
      }}
    />
  );
}

/** The place so many arrow keys' steps beside a place. */
export function nudged(map: L.Map, at: LngLatPair, x: number, y: number): LngLatPair {
  return rounded(
    map.containerPointToLatLng(map.latLngToContainerPoint([at[1], at[0]]).add([x * STEP_PX, y * STEP_PX])),
  );
}

function rounded({ lng, lat }: L.LatLng): LngLatPair {
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}
