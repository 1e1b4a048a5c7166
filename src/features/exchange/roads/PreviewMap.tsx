/** The roads of a file on a map of their own, which pans and zooms; a click asks for the road in the list. */
import { useComputedColorScheme } from '@mantine/core';
import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MapContainer, useMap, ZoomControl } from 'react-leaflet';
import { useTable } from '../../../data/campaign/rows.ts';
import { groundBox } from '../../../domain/ground/box.ts';
import { perObject } from '../../../domain/memo.ts';
import type { Road } from '../../../domain/model/entities/road.ts';
import type { Unit } from '../../../domain/model/entities/unit.ts';
import type { OfferedRoad } from '../../../domain/road/import/planImport.ts';
import controls from '../../../ui/map/controls.module.css';
import { type PaintedLine, paintedLine } from '../../../ui/map/roadPainter.ts';
import { latOf, lngOf } from '../../../ui/map/world.ts';
import styles from '../exchange.module.css';
import { PreviewLayer } from './previewLayer.ts';
import type { Scoped } from './useScope.ts';

interface Props {
  readonly roads: readonly OfferedRoad[];
  readonly taken: ReadonlySet<string>;
  readonly scoped: Scoped;
  readonly hovered: string | null;
  /** The road that was asked for in the list: brought into view. */
  readonly wanted: { readonly key: string } | null;
  readonly onAsk: (key: string) => void;
}

const lineOf = perObject(({ key, road }: OfferedRoad): PaintedLine | null =>
  road === null ? null : paintedLine(key, 0, road.fields.line),
);
const presentOf = perObject(({ id, line }: Road) => paintedLine(id, 0, line));
const bordersOf = perObject(({ id, boundary }: Unit) =>
  (boundary ?? []).flatMap((polygon) => polygon.map((ring) => paintedLine(id, 0, ring))),
);

export function PreviewMap(props: Props) {
  const { t, i18n } = useTranslation();
  return (
    <section className={`${styles.map} ${controls.controls}`} aria-label={t('import.preview')}>
      <MapContainer
        center={[0, 0]}
        zoom={2}
        minZoom={2}
        maxZoom={19}
        zoomSnap={0.25}
        zoomControl={false}
        attributionControl={false}
        className={styles.leaflet ?? ''}
      >
        <Roads {...props} />
        <ZoomControl
          key={i18n.language}
          position="topright"
          zoomInTitle={t('map.zoomIn')}
          zoomOutTitle={t('map.zoomOut')}
        />
      </MapContainer>
    </section>
  );
}

function Roads({ roads, taken, scoped, hovered, wanted, onAsk }: Props) {
  const { scope, setFrame: onFrame } = scoped;
  const map = useMap();
  const dark = useComputedColorScheme('light') === 'dark';
  const units = useTable('unit');
  const present = useTable('road');
  const layer = useRef<PreviewLayer | null>(null);
  useEffect(() => {
    const made = new PreviewLayer('overlayPane');
    layer.current = made;
    made.addTo(map);
    return () => {
      made.remove();
      layer.current = null;
    };
  }, [map]);
  useEffect(() => {
    layer.current?.set({
      borders: [...units.values()].flatMap(bordersOf),
      present: [...present.values()].map(presentOf),
      offered: roads.flatMap((r) => lineOf(r) ?? []),
      taken,
      hovered,
      dark,
    });
  }, [roads, taken, hovered, dark, units, present]);
  // Where roads are taken from the ground, the ground is looked at: a road may lead far out of it.
  const whole = useMemo(
    () => (scope === 'units' ? groundOf(units.values()) : boundsOf(roads)),
    [scope, roads, units],
  );
  // Until the hand moves it, the map shows all that was put together so far.
  const moved = useRef(false);
  useEffect(() => {
    const byHand = () => {
      moved.current = true;
    };
    const container = map.getContainer();
    for (const kind of ['pointerdown', 'wheel', 'keydown'] as const)
      container.addEventListener(kind, byHand, { passive: true });
    return () => {
      for (const kind of ['pointerdown', 'wheel', 'keydown'] as const)
        container.removeEventListener(kind, byHand);
    };
  }, [map]);
  const seen = useRef(scope);
  useEffect(() => {
    // Another scope is another look; the frame is what one looks at.
    if (seen.current !== scope && scope !== 'frame') moved.current = false;
    seen.current = scope;
    map.invalidateSize({ pan: false });
    if (!moved.current && whole !== null && scope !== 'frame')
      map.fitBounds(whole, { padding: [18, 18], animate: false });
  }, [map, whole, scope]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there once for each time that it is asked.
  useEffect(() => {
    const road = wanted === null ? undefined : roads.find((r) => r.key === wanted.key);
    const bounds = road === undefined ? null : boundsOf([road]);
    if (bounds === null) return;
    moved.current = true;
    map.fitBounds(bounds, { padding: [30, 30], maxZoom: 16 });
  }, [wanted]);
  useEffect(() => {
    const click = (event: L.LeafletMouseEvent) => {
      const key = layer.current?.roadAt(event.containerPoint) ?? null;
      if (key !== null) onAsk(key);
    };
    const frame = () => {
      const bounds = map.getBounds();
      onFrame([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]);
    };
    frame();
    map.on('click', click);
    map.on('moveend', frame);
    return () => {
      map.off('click', click);
      map.off('moveend', frame);
    };
  }, [map, onAsk, onFrame]);
  return null;
}

function groundOf(units: Iterable<Unit>): L.LatLngBounds | null {
  const box = groundBox(units, []);
  return box === null ? null : L.latLngBounds([box[1], box[0]], [box[3], box[2]]);
}

/** Null where there is nothing to show. One line that leaps over the earth must not make points of all others. */
function boundsOf(roads: readonly OfferedRoad[]): L.LatLngBounds | null {
  const sane = roads.filter((r) => r.road !== null && r.leftOut !== 'jump');
  const bounds = L.latLngBounds([]);
  for (const road of sane.length > 0 ? sane : roads) {
    const box = lineOf(road)?.box;
    if (box === undefined) continue;
    bounds.extend([latOf(box[1]), lngOf(box[0])]).extend([latOf(box[3]), lngOf(box[2])]);
  }
  return bounds.isValid() ? bounds : null;
}
