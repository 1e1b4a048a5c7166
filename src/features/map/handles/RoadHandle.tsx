/** A marker that runs along its road: dragged, or moved with the arrow keys metre by metre. */
import * as L from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Marker, useMap } from 'react-leaflet';
import { useRow } from '../../../data/campaign/rows.ts';
import type { EndDrag } from '../../../data/gestures/gesture.ts';
import { useGivingUp } from '../../../data/gestures/useHand.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { formatChainage } from '../../../domain/road/chainageText.ts';
import { measuredOf } from '../../../domain/road/measuredOf.ts';
import { placeAt } from '../../../domain/road/measuredRoad.ts';
import { useTell } from '../../../ui/tell.ts';
import { dragHasEnded } from '../clickGuard.ts';
import styles from '../map.module.css';
import { snapToRoad } from '../snap.ts';

/** Metres along the road for a key: 10, with Shift 100, with Ctrl 1. */
function stepOf(event: KeyboardEvent): number {
  const step = event.shiftKey ? 100 : event.ctrlKey ? 1 : 10;
  return event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0;
}

interface Props {
  readonly roadId: Id;
  readonly chainage: number;
  /** What it is called, where that is more than its place. */
  readonly name?: string;
  /** The placement whose end it is: it does not snap to itself. */
  readonly ownId?: Id;
  /** What dragging it does; null where it cannot be. */
  readonly begin: (() => EndDrag) | null;
}

export function RoadHandle({ roadId, chainage, name = '', ownId = '', begin }: Props) {
  const tell = useTell();
  const drag = useRef<EndDrag | null>(null);
  const { t } = useTranslation();
  const map = useMap();
  const road = useRow('road', roadId);
  const measured = road === undefined ? null : measuredOf(road);
  const place = measured === null ? null : placeAt(measured, chainage);
  const icon = useMemo(
    () => L.divIcon({ className: styles.handle ?? '', iconSize: [22, 22], iconAnchor: [11, 11] }),
    [],
  );
  const marker = useRef<L.Marker>(null);
  const where =
    road === undefined ? '' : t('map.handle', { road: roadLabel(road), chainage: formatChainage(chainage) });
  const label = name === '' ? where : `${name} · ${where}`;
  useGivingUp(
    () => drag.current !== null,
    () => {
      drag.current?.cancel();
      drag.current = null;
      endDragging(marker.current);
    },
  );
  // Leaflet writes the words once, when the marker is made; they follow the pointer here.
  useEffect(() => {
    marker.current?.getElement()?.setAttribute('title', label);
    marker.current?.getElement()?.setAttribute('aria-label', label);
  }, [label]);
  if (road === undefined || !place?.ok) return null;
  return (
    <Marker
      ref={marker}
      position={[place.value.lat, place.value.lng]}
      icon={icon}
      draggable={begin !== null}
      title={label}
      alt={label}
      eventHandlers={{
        dragstart: () => {
          drag.current = begin?.() ?? null;
        },
        drag: (event) => {
          const marker = event.target as L.Marker;
          const snapped = snapToRoad(map, marker.getLatLng(), { only: roadId, without: ownId });
          if (snapped === null) return;
          marker.setLatLng([snapped.at[1], snapped.at[0]]);
          drag.current?.move(snapped.chainage);
        },
        dragend: () => {
          dragHasEnded();
          tell(drag.current?.release() ?? null);
          drag.current = null;
        },
        keydown: (event) => {
          const by = stepOf(event.originalEvent);
          if (begin === null || by === 0 || measured === null) return;
          event.originalEvent.preventDefault();
          event.originalEvent.stopPropagation();
          const { minChainage, maxChainage } = measured;
          const step = begin();
          step.move(Math.max(minChainage, Math.min(maxChainage, Math.round(chainage) + by)));
          tell(step.release());
        },
      }}
    />
  );
}

/** Lets go of a marker that is being dragged: the button that goes up after it is no click. */
export function endDragging(marker: L.Marker | null): void {
  if (marker?.dragging?.enabled() !== true) return;
  dragHasEnded();
  marker.dragging.disable();
  marker.dragging.enable();
}
