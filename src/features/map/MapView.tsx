/** The map of the Plan screen: tiles if there are any, roads, the plan, and the tools. */
import { useComputedColorScheme } from '@mantine/core';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MapContainer, ScaleControl, TileLayer, useMap, ZoomControl } from 'react-leaflet';
import { useCampaign } from '../../data/campaign.ts';
import { useMatching } from '../../data/derived/matching.ts';
import { useCampaignRow, useTable } from '../../data/hooks.ts';
import { useBaseMap, useShown } from '../../data/map/layers.ts';
import { setPicking, useDrafts } from '../../data/workbench/drafts.ts';
import { useOnlySelected, useSelectedIds, useSelection } from '../../data/workbench/selection.ts';
import { useView } from '../../data/workbench/view.ts';
import { positionsIn } from '../../domain/plan/amounts.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { lineBetween } from '../../domain/road/measuredRoad.ts';
import { EndHandles } from './handles/EndHandles.tsx';
import { GroundHandles } from './handles/GroundHandles.tsx';
import { LayersMenu } from './LayersMenu.tsx';
import { StateLegend } from './Legend.tsx';
import { type AreaDrawing, AreaLayer } from './layers/areaLayer.ts';
import type { BaseDrawing } from './layers/baseDrawing.ts';
import type { Batch } from './layers/batch.ts';
import { LabelLayer } from './layers/labelLayer.ts';
import { RoadLayer } from './layers/roadLayer.ts';
import { StretchLayer } from './layers/stretchLayer.ts';
import { SymbolLayer } from './layers/symbolLayer.ts';
import styles from './map.module.css';
import { Readout } from './Readout.tsx';
import { useAreaDrawing, useSketch } from './useAreaDrawing.ts';
import { useBaseDrawing, useBatches } from './useDrawings.ts';
import { useMapTools } from './useMapTools.ts';
import { usePictureLayer } from './usePictureLayer.ts';
import { useMarks, usePosition } from './useSigns.ts';

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

const NO_BATCHES: readonly Batch[] = [];

/** The words and marks of the ground that the person wants to see. */
function useShownDrawing(drawing: BaseDrawing): BaseDrawing {
  const names = useShown('names');
  const features = useShown('features');
  return useMemo(
    () => ({
      ...drawing,
      names: names ? drawing.names : [],
      posts: names ? drawing.posts : [],
      features: features ? drawing.features : [],
    }),
    [drawing, names, features],
  );
}

function useShownAreas(drawing: AreaDrawing): AreaDrawing {
  const borders = useShown('borders');
  const areas = useShown('areas');
  return useMemo(
    () => ({ borders: borders ? drawing.borders : [], areas: areas ? drawing.areas : [] }),
    [drawing, borders, areas],
  );
}

function usePanes(map: L.Map): void {
  useMemo(() => {
    for (const [name, z] of [
      ['cohoa-picture', 330],
      ['cohoa-areas', 340],
      ['cohoa-roads', 350],
      ['cohoa-stretches', 360],
      ['cohoa-labels', 370],
      ['cohoa-symbols', 450],
    ] as const) {
      const pane = map.getPane(name) ?? map.createPane(name);
      pane.style.zIndex = String(z);
      pane.style.pointerEvents = 'none';
    }
  }, [map]);
}

function Layers({ bare }: { readonly bare: boolean }) {
  const map = useMap();
  usePanes(map);
  const dark = useComputedColorScheme('light') === 'dark';
  const [areas] = useState(() => new AreaLayer());
  const [roads] = useState(() => new RoadLayer());
  const [stretches] = useState(() => new StretchLayer());
  const [labels] = useState(() => new LabelLayer());
  const [symbols] = useState(() => new SymbolLayer());
  useFirstView(map);
  useEffect(() => {
    const layers = [areas, roads, stretches, labels, symbols];
    for (const layer of layers) map.addLayer(layer);
    const resized = new ResizeObserver(() => map.invalidateSize({ pan: false }));
    resized.observe(map.getContainer());
    // The first drawing may come before the typeface; its labels are drawn again when it is there.
    void document.fonts.ready.then(() => labels.redraw());
    return () => {
      resized.disconnect();
      for (const layer of layers) map.removeLayer(layer);
    };
  }, [map, areas, roads, stretches, labels, symbols]);
  usePictureLayer(map);
  const drawing = useShownDrawing(useBaseDrawing());
  const planned = useBatches();
  const planShown = useShown('plan');
  const batches = planShown ? planned : NO_BATCHES;
  const selection = useSelectedIds('placement');
  const matching = useMatching();
  const hovered = useSelection((s) => s.hovered);
  const draftRoad = useDrafts((s) => s.draft?.roadId ?? null);
  useEffect(() => roads.setLines(drawing.lines), [roads, drawing]);
  useEffect(() => roads.setMode({ dark, bare }), [roads, dark, bare]);
  useEffect(() => stretches.setDark(dark), [stretches, dark]);
  useEffect(() => labels.set(drawing, dark), [labels, drawing, dark]);
  useEffect(() => {
    stretches.setBatches(batches, matching);
    symbols.setBatches(batches, matching);
  }, [stretches, symbols, batches, matching]);
  useEffect(() => {
    symbols.emphasise(new Set(hovered === null ? selection : [...selection, hovered]));
  }, [symbols, selection, hovered]);
  useMarks(symbols);
  usePosition(symbols);
  const ground = useOnlySelected('roadFeature', 'noGoArea');
  useEffect(() => labels.emphasise(ground?.id ?? null), [labels, ground]);
  const pointer = useMapTools(map, { symbols, labels, areas });
  const areaDrawing = useShownAreas(useAreaDrawing());
  useEffect(() => areas.set(areaDrawing, dark), [areas, areaDrawing, dark]);
  const sketch = useSketch();
  useEffect(() => areas.sketch(sketch), [areas, sketch]);
  useEffect(
    () => roads.highlight(draftRoad ?? pointer?.snapped?.roadId ?? null),
    [roads, draftRoad, pointer],
  );
  useGoTo(map);
  return (
    <>
      <EndHandles />
      <GroundHandles />
      {pointer !== null && <Readout pointer={pointer} width={map.getSize().x} />}
    </>
  );
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
