/** Handles of what is selected of the ground: the ends of a bridge, the place of a junction, the corners of an area. */

import L from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Marker, useMap } from 'react-leaflet';
import { may } from '../../../data/campaign/may.ts';
import { changeArea, dropTrial } from '../../../data/commands/ground.ts';
import { featureEndDrag } from '../../../data/gestures/featureEnd.ts';
import { useGivingUp } from '../../../data/gestures/useHand.ts';
import { setUncommitted } from '../../../data/workbench/drafts.ts';
import { useOnlySelected } from '../../../data/workbench/selection.ts';
import { useUncommittedTables } from '../../../data/workbench/uncommitted.ts';
import { cornersOf, movedCorner, withCorner, withoutCorner } from '../../../domain/geo/ring.ts';
import type { NoGoArea } from '../../../domain/model/entities/noGoArea.ts';
import type { RoadFeature } from '../../../domain/model/entities/roadFeature.ts';
import type { Area, LngLatPair } from '../../../domain/model/rows.ts';
import { useTell } from '../../../ui/tell.ts';
import { dragHasEnded } from '../clickGuard.ts';
import styles from '../map.module.css';
import { endDragging, RoadHandle } from './RoadHandle.tsx';

export function GroundHandles() {
  const ground = useOnlySelected('roadFeature', 'noGoArea');
  const tables = useUncommittedTables();
  if (ground === null) return null;
  const feature = ground.entity === 'roadFeature' ? tables.roadFeature.get(ground.id) : undefined;
  const area = ground.entity === 'noGoArea' ? tables.noGoArea.get(ground.id) : undefined;
  if (feature !== undefined && may.change('roadFeature', feature, 'from'))
    return <FeatureHandles row={feature} />;
  return area !== undefined && may.change('noGoArea', area, 'area') ? <AreaHandles row={area} /> : null;
}

function FeatureHandles({ row }: { readonly row: RoadFeature }) {
  const ends = row.kind === 'bridge' ? (['from', 'to'] as const) : (['from'] as const);
  return ends.map((which) => (
    <RoadHandle
      key={which}
      roadId={row.roadId}
      chainage={row[which]}
      name={row.name}
      begin={() => featureEndDrag(row, which)}
    />
  ));
}

/** Pixels that an arrow key moves a corner. */
const STEP_PX = 4;

function AreaHandles({ row }: { readonly row: NoGoArea }) {
  const map = useMap();
  const tell = useTell();
  const corners = cornersOf(row.area);
  const drag = (area: Area) => setUncommitted({ entity: 'noGoArea', id: row.id, fields: { area } });
  const remove = (i: number) => {
    const area = withoutCorner(row.area, i);
    if (area !== null) tell(changeArea(row, { area }));
  };
  const nudge = (i: number, at: LngLatPair, x: number, y: number) => {
    const moved = map.containerPointToLatLng(
      map.latLngToContainerPoint([at[1], at[0]]).add([x * STEP_PX, y * STEP_PX]),
    );
    tell(changeArea(row, { area: movedCorner(row.area, i, rounded(moved)) }));
  };
  return (
    <>
      {corners.map((at, i) => (
        <Corner
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the ring
          key={`corner ${i}`}
          at={at}
          number={i + 1}
          onDrag={(to) => drag(movedCorner(row.area, i, to))}
          onDrop={() => tell(dropTrial())}
          onCancel={() => setUncommitted(null)}
          onNudge={(x, y) => nudge(i, at, x, y)}
          onRemove={() => remove(i)}
        />
      ))}
      {corners.map((at, i) => {
        const next = corners[(i + 1) % corners.length] as LngLatPair;
        return (
          <Corner
            // biome-ignore lint/suspicious/noArrayIndexKey: a side is its place in the ring
            key={`side ${i} of ${corners.length}`}
            at={[(at[0] + next[0]) / 2, (at[1] + next[1]) / 2]}
            number={null}
            onDrag={() => {}}
            onDropAt={(to) => tell(changeArea(row, { area: withCorner(row.area, i, to) }))}
            onDrop={() => {}}
            onCancel={() => {}}
            onNudge={() => {}}
            onRemove={() => {}}
          />
        );
      })}
    </>
  );
}

interface CornerProps {
  readonly at: LngLatPair;
  /** Null for the middle of a side, which becomes a corner when it is dragged. */
  readonly number: number | null;
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

function Corner({ at, number, onDrag, onDrop, onCancel, onDropAt, onNudge, onRemove }: CornerProps) {
  const { t } = useTranslation();
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
  const size = number === null ? 12 : 18;
  const icon = useMemo(
    () =>
      L.divIcon({
        className: `${styles.corner} ${number === null ? styles.middle : ''}`,
        iconSize: [size, size],
        iconAnchor: [size / 2, size / 2],
      }),
    [number, size],
  );
  const label = number === null ? t('map.addCorner') : t('map.areaCorner', { number });
  useEffect(() => {
    marker.current?.getElement()?.setAttribute('aria-label', label);
  }, [label]);
  return (
    <Marker
      ref={marker}
      position={[at[1], at[0]]}
      icon={icon}
      draggable
      // The middles of sides are for the hand alone; corners are typed in the panel as well.
      keyboard={number !== null}
      title={label}
      alt={label}
      eventHandlers={{
        dragstart: () => {
          held.current = true;
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

function rounded({ lng, lat }: L.LatLng): LngLatPair {
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6];
}
