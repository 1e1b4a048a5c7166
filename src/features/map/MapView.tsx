/** The map of the Plan screen: tiles if there are any, roads, the plan, and the tools. */
import { useComputedColorScheme } from '@mantine/core';
import type * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { type ComponentType, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapContainer, ScaleControl, TileLayer, useMap, ZoomControl } from 'react-leaflet';
import { useCampaignRow } from '../../data/campaign/rows.ts';
import { useBaseMap } from '../../data/map/layers.ts';
import { setPicking, useDrafts } from '../../data/workbench/drafts.ts';
import { Later } from '../../ui/components/Later.tsx';
import controls from '../../ui/map/controls.module.css';
import { CircleList } from './CircleList.tsx';
import type { LayerListProps } from './LayerList.tsx';
import { LayersMenu } from './LayersMenu.tsx';
import styles from './map.module.css';
import type { Drawn, Look } from './overlays/overlay.ts';
import { drawnOverlays } from './overlays/overlays.ts';
import type { ReadoutProps } from './Readout.tsx';
import { useCircles } from './useCircles.ts';
import { useCovers } from './useCovers.ts';
import { useMapTools } from './useMapTools.ts';
import { fitIn, useMapView } from './useMapView.ts';

/** Vietnam as a whole: where an empty campaign begins. */
const NOWHERE: L.LatLngBoundsExpression = [
  [8.4, 102.1],
  [23.4, 109.5],
];

/** After so many failures without one success the tile server counts as unreachable. */
const TILE_FAILURES = 6;

interface Props {
  /** What the button for the layers opens. */
  readonly layers: ComponentType<LayerListProps>;
  /** What can be taken hold of on it. */
  readonly handles: ComponentType;
  /** What is said beside the pointer. */
  readonly readout: ComponentType<ReadoutProps>;
  /** What the symbols mean. */
  readonly legend: ComponentType;
  /** More buttons for the column at the side. */
  readonly children?: ReactNode;
}

export function MapView({ layers, handles, readout, legend: Legend, children }: Props) {
  const { t, i18n } = useTranslation();
  const campaign = useCampaignRow();
  const base = useBaseMap();
  const tiles = base?.url ?? '';
  // Remembered by address: another one deserves another try.
  const [failedTiles, setFailedTiles] = useState('');
  const tilesFailed = tiles !== '' && failedTiles === tiles;
  const showTiles = tiles !== '' && !tilesFailed;
  return (
    <div className={`${styles.wrap} ${controls.controls}`}>
      <MapContainer
        bounds={NOWHERE}
        zoomControl={false}
        className={styles.map ?? ''}
        zoomSnap={0.5}
        wheelPxPerZoomLevel={90}
        minZoom={5}
        maxZoom={20}
        // At the edge of the ground the hand feels it, and does not come back by itself afterwards.
        maxBoundsViscosity={1}
        attributionControl={showTiles}
      >
        {showTiles && (
          <Tiles key={tiles} url={tiles} attribution={base?.attribution ?? ''} onFail={setFailedTiles} />
        )}
        <Layers bare={!showTiles} handles={handles} readout={readout} />
        <ScaleControl imperial={false} position="bottomright" />
        <ZoomControl
          // Its titles are set once.
          key={i18n.language}
          position="topright"
          zoomInTitle={t('map.zoomIn')}
          zoomOutTitle={t('map.zoomOut')}
        />
      </MapContainer>
      <div className={styles.side} data-over-map>
        {children}
        <LayersMenu list={layers} />
      </div>
      <PickPrompt />
      <div className={styles.foot} data-map-foot>
        {tilesFailed && <Notice>{t('map.tilesFailed')}</Notice>}
        {campaign !== undefined && campaign.mapNotice !== '' && <Notice>{campaign.mapNotice}</Notice>}
        <Legend />
      </div>
    </div>
  );
}

function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.notice} data-over-map>
      {children}
    </p>
  );
}

/** Says that a click on the map is awaited, and how to leave it. */
function PickPrompt() {
  const { t } = useTranslation();
  const picking = useDrafts((s) => s.picking !== null);
  if (!picking) return null;
  return (
    <p className={styles.pick} role="status" data-over-map>
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
      // Tile servers answer only whoever says where they come from; more than the origin is not their business.
      referrerPolicy="strict-origin-when-cross-origin"
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

interface LayersProps extends Pick<Props, 'handles' | 'readout'> {
  readonly bare: boolean;
}

function Layers({ bare, handles: Handles, readout: Readout }: LayersProps) {
  const map = useMap();
  const dark = useComputedColorScheme('light') === 'dark';
  const [drawn] = useState(drawnOverlays);
  usePanes(map, drawn);
  useMapView(map);
  useEffect(() => {
    const layers = drawn.flatMap((d) => Object.values(d.layers));
    for (const layer of layers) map.addLayer(layer);
    const resized = new ResizeObserver(() => fitIn(map));
    resized.observe(map.getContainer());
    return () => {
      resized.disconnect();
      for (const layer of layers) map.removeLayer(layer);
    };
  }, [map, drawn]);
  const circles = useCircles(map);
  const pointer = useMapTools(map, drawn, circles.open);
  const covers = useCovers(map);
  const look = { dark, bare, covers, pointedRoad: pointer?.snapped?.roadId ?? null };
  return (
    <>
      {drawn.map((d) => (
        <OverlayLayers key={d.overlay.id} drawn={d} look={look} />
      ))}
      <Later>
        <Handles />
      </Later>
      {circles.circle !== null && <CircleList circle={circles.circle} onClose={circles.close} />}
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
