/** A marker that runs along its road: dragged, or moved with the arrow keys metre by metre. */
import L from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Marker, useMap } from 'react-leaflet';
import { useRow } from '../../../data/hooks.ts';
import type { Id } from '../../../domain/model/rows.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { formatChainage } from '../../../domain/road/chainageText.ts';
import { measuredOf } from '../../../domain/road/measuredOf.ts';
import { placeAt } from '../../../domain/road/measuredRoad.ts';
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
  readonly draggable: boolean;
  /** The placement whose end it is: it does not settle on itself. */
  readonly ownId?: Id;
  readonly onDrag: (chainage: number) => void;
  readonly onDrop: () => void;
}

export function RoadHandle({ roadId, chainage, name = '', draggable, ownId = '', onDrag, onDrop }: Props) {
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
  // Leaflet writes the words once, when the marker is made; they follow the hand here.
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
      draggable={draggable}
      title={label}
      alt={label}
      eventHandlers={{
        drag: (event) => {
          const marker = event.target as L.Marker;
          const snapped = snapToRoad(map, marker.getLatLng(), { only: roadId, without: ownId });
          if (snapped === null) return;
          marker.setLatLng([snapped.at[1], snapped.at[0]]);
          onDrag(snapped.chainage);
        },
        dragend: () => {
          dragHasEnded();
          onDrop();
        },
        keydown: (event) => {
          const by = draggable ? stepOf(event.originalEvent) : 0;
          if (by === 0 || measured === null) return;
          event.originalEvent.preventDefault();
          event.originalEvent.stopPropagation();
          const { minChainage, maxChainage } = measured;
          onDrag(Math.max(minChainage, Math.min(maxChainage, Math.round(chainage) + by)));
          onDrop();
        },
      }}
    />
  );
}
