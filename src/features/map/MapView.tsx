/** The map of the Plan screen: tiles if there are any, roads, the plan, and the tools. */
import { useComputedColorScheme } from '@mantine/core';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapContainer, ScaleControl, TileLayer, useMap, ZoomControl } from 'react-leaflet';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useCampaignRow, useTable } from '../../data/campaign/rows.ts';
import { useBaseMap } from '../../data/map/layers.ts';
import { setPicking, useDrafts } from '../../data/workbench/drafts.ts';
import { useView } from '../../data/workbench/view.ts';
import { positionsIn } from '../../domain/plan/amounts.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { lineBetween } from '../../domain/road/measuredRoad.ts';
import { EndHandles } from './handles/EndHandles.tsx';
import { GroundHandles } from './handles/GroundHandles.tsx';
import { LayersMenu } from './LayersMenu.tsx';
import { StateLegend } from './Legend.tsx';
import styles from './map.module.css';
import type { Drawn, Look } from './overlays/overlay.ts';
import { drawnOverlays } from './overlays/overlays.ts';
import { Readout } from './Readout.tsx';
import { useMapTools } from './useMapTools.ts';

/** Vietnam as a whole: where an empty campaign begins. */
const NOWHERE: L.LatLngBoundsExpression = [
  [8.4, 102.1],
  [23.4, 109.5],
];

/** After so many failures without one success the tile server counts as unreachable. */
const TILE_FAILURES = 6;

export function MapView() {
  const { t } = useTranslation();
  const campaign = useCampaignRow();
  const base = useBaseMap();
  const tiles = base?.url ?? '';
  // Remembered by address: another one deserves another try.
  const [failedTiles, setFailedTiles] = useState('');
  const tilesFailed = tiles !== '' && failedTiles === tiles;
  const showTiles = tiles !== '' && !tilesFailed;
  return (
    <div className={styles.wrap}>
      <MapContainer
        bounds={NOWHERE}
        zoomControl={false}
        className={styles.map ?? ''}
        zoomSnap={0.5}
        wheelPxPerZoomLevel={90}
        minZoom={5}
        maxZoom={20}
        attributionControl={showTiles}
      >
        {showTiles && (
          <Tiles key={tiles} url={tiles} attribution={base?.attribution ?? ''} onFail={setFailedTiles} />
        )}
        <Layers bare={!showTiles} />
        <ScaleControl imperial={false} position="bottomright" />
        <ZoomControl position="topright" zoomInTitle={t('map.zoomIn')} zoomOutTitle={t('map.zoomOut')} />
      </MapContainer>
      <LayersMenu />
      <PickPrompt />
      <div className={styles.foot}>
        {tilesFailed && <p className={styles.notice}>{t('map.tilesFailed')}</p>}
        {campaign !== undefined && campaign.mapNotice !== '' && (
          <p className={styles.notice}>{campaign.mapNotice}</p>
        )}
        <StateLegend className={styles.legend ?? ''} />
      </div>
    </div>
  );
}

/** Says that a click on the map is awaited, and how to leave it. */
function PickPrompt() {
  const { t } = useTranslation();
  const picking = useDrafts((s) => s.picking !== null);
  if (!picking) return null;
  return (
    <p className={styles.pick} role="status">
      {t('map.pick')}
      <button type="button" className={styles.link} onClick={() => setPicking(null)}>
        {t('common.cancel')}
      </button>
    </p>
  );
}

interface TilesProps {
  readonly url: string;
  readonly attribution: string;
  readonly onFail: (url: string) => void;
}

function Tiles({ url, attribution, onFail }: TilesProps) {
  const failures = useRef(0);
  // Text from the campaign's settings must not become markup in the corner of the map.
  const plain = attribution.replace(/[<>&]/g, '');
  return (
    <TileLayer
      url={url}
      attribution={plain}
      eventHandlers={{
        tileload: () => {
          failures.current = Number.NEGATIVE_INFINITY;
        },
        tileerror: () => {
          failures.current++;
          if (failures.current >= TILE_FAILURES) onFail(url);
        },
      }}
    />
  );
}

function Layers({ bare }: { readonly bare: boolean }) {
  const map = useMap();
  const dark = useComputedColorScheme('light') === 'dark';
  const [drawn] = useState(drawnOverlays);
  usePanes(map, drawn);
  useFirstView(map);
  useEffect(() => {
    const layers = drawn.flatMap((d) => Object.values(d.layers));
    for (const layer of layers) map.addLayer(layer);
    const resized = new ResizeObserver(() => map.invalidateSize({ pan: false }));
    resized.observe(map.getContainer());
    return () => {
      resized.disconnect();
      for (const layer of layers) map.removeLayer(layer);
    };
  }, [map, drawn]);
  const pointer = useMapTools(map, drawn);
  useGoTo(map);
  const look = { dark, bare, pointedRoad: pointer?.snapped?.roadId ?? null };
  return (
    <>
      {drawn.map((d) => (
        <OverlayLayers key={d.overlay.id} drawn={d} look={look} />
      ))}
      <EndHandles />
      <GroundHandles />
      {pointer !== null && <Readout pointer={pointer} width={map.getSize().x} />}
    </>
  );
}

function OverlayLayers({ drawn, look }: { readonly drawn: Drawn; readonly look: Look }) {
  drawn.overlay.useLayers(drawn.layers, look);
  return null;
}

function usePanes(map: L.Map, drawn: readonly Drawn[]): void {
  useMemo(() => {
    for (const [name, z] of drawn.flatMap((d) => Object.entries(d.overlay.panes))) {
      const pane = map.getPane(name) ?? map.createPane(name);
      pane.style.zIndex = String(z);
      pane.style.pointerEvents = 'none';
    }
  }, [map, drawn]);
}

/** Shows the whole campaign when its roads first appear; after that the view is the person's. */
function useFirstView(map: L.Map): void {
  const roads = useTable('road');
  const campaignId = useCampaign((s) => s.campaignId);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (roads.size === 0 || shown.current === campaignId) return;
    shown.current = campaignId;
    const bounds = L.latLngBounds([]);
    for (const road of roads.values()) for (const [lng, lat] of road.line) bounds.extend([lat, lng]);
    // Room for what floats at the edges: tools above, the key below.
    map.fitBounds(bounds, { paddingTopLeft: [30, 60], paddingBottomRight: [30, 64], animate: false });
  }, [map, roads, campaignId]);
}

function useGoTo(map: L.Map): void {
  const goTo = useView((s) => s.goTo);
  useEffect(() => {
    if (goTo === null) return;
    const { tables } = useCampaign.getState();
    const bounds = L.latLngBounds([]);
    const placement = tables.placement.get(goTo.placementId ?? '');
    if (placement !== undefined) {
      const { lng, lat, count } = positionsIn(tables, placement);
      for (let i = 0; i < count; i++) bounds.extend([lat[i] as number, lng[i] as number]);
    }
    const road = tables.road.get(goTo.roadId ?? '');
    const measured = road === undefined ? null : measuredOf(road);
    if (measured !== null) {
      const { from = measured.minChainage, to = measured.maxChainage } = goTo;
      for (const [lng, lat] of lineBetween(measured, from, to)) bounds.extend([lat, lng]);
    }
    if (goTo.coordinate !== undefined) {
      const [lng, lat] = goTo.coordinate;
      bounds.extend([lat - 0.004, lng - 0.004]).extend([lat + 0.004, lng + 0.004]);
    }
    for (const id of goTo.roadIds ?? [])
      for (const [lng, lat] of tables.road.get(id)?.line ?? []) bounds.extend([lat, lng]);
    // At once: Leaflet passes over a second wish while it is still moving to the first.
    if (bounds.isValid()) map.fitBounds(bounds, { padding: [80, 80], maxZoom: 16, animate: false });
  }, [map, goTo]);
}
