/** Runs in the browser: puts 100,000 positions on a map one way or the other and takes the time. */
import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import 'leaflet.markercluster/dist/MarkerCluster.Default.css';
import { PLACEMENT_STATES } from '../../src/domain/model/entities/placement.ts';
import { EMPTY_BASE } from '../../src/features/map/layers/baseDrawing.ts';
import { type Batch, batchOf } from '../../src/features/map/layers/batch.ts';
import { SignLayer } from '../../src/features/map/layers/signLayer.ts';
import { StretchLayer } from '../../src/features/map/layers/stretchLayer.ts';
import { apart } from './apart.ts';

const STRETCHES = 1000;
const EACH = 100;

/** A frame has been shown when the one after it begins. */
function shown(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

/** Roads scattered over a district, positions 25 m apart. */
function positionsOf(stretch: number) {
  const at = (n: number) => ((Math.sin(stretch * 12.9898 + n * 78.233) * 43_758.5453) % 1) + 1;
  const [lng0, lat0, turn] = [105.9 + (at(1) % 1) * 0.3, 21.9 + (at(2) % 1) * 0.3, at(3) * 7];
  const along = Array.from({ length: EACH }, (_, i) => i * 0.00023);
  return {
    count: EACH,
    chainage: Float64Array.from(along),
    lng: Float64Array.from(along, (d) => lng0 + d * Math.cos(turn + d * 20)),
    lat: Float64Array.from(along, (d) => lat0 + d * Math.sin(turn + d * 20)),
    side: new Int8Array(EACH).fill(1),
    ordinal: Int32Array.from(along, (_, i) => i),
  };
}

const data = Array.from({ length: STRETCHES }, (_, i) => positionsOf(i));
const [what, scale] = location.hash.slice(1).split('-');
/** Single things are drawn from near alone, lines from afar too. */
const ZOOMS = scale === 'near' ? [14, 15, 16, 17, 18] : [10, 11, 12, 13, 14, 15];

const map = L.map('map', { zoomAnimation: false, fadeAnimation: false, zoomSnap: 1, maxZoom: 18 }).setView(
  [22.05, 106.05],
  ZOOMS[0],
);
for (const [name, z] of [
  ['cohoa-stretches', 360],
  ['cohoa-signs', 450],
] as const)
  map.createPane(name).style.zIndex = String(z);

function ours(single: boolean): void {
  const things = single ? data.flatMap(apart) : data;
  const batches = things.map(
    (positions, i): Batch =>
      batchOf(String(i), positions, {
        shape: 'flag',
        colour: 'red',
        glyph: '',
        state: PLACEMENT_STATES[i % PLACEMENT_STATES.length] ?? 'draft',
        single,
      }),
  );
  const count = things.reduce((sum, { count }) => sum + count, 0);
  if (count !== STRETCHES * EACH) throw new Error(`${count} positions`);
  const [stretches, signs] = [new StretchLayer(), new SignLayer()];
  map.addLayer(stretches).addLayer(signs);
  stretches.setBatches(batches, null);
  signs.setGround({ drawing: EMPTY_BASE, selected: null, shareText: String });
  signs.setPlan({ batches, matching: null, selected: new Set(), marks: new Map(), asked: false });
}

/** The plugin looks for Leaflet on the window, where a bundled one is not. */
async function loadMarkercluster(): Promise<void> {
  Object.assign(window, { L });
  await import('leaflet.markercluster');
}

function markercluster(): void {
  const group = L.markerClusterGroup({ chunkedLoading: false, animate: false });
  const icon = L.divIcon({ className: 'dot', iconSize: [9, 9] });
  const markers: L.Marker[] = [];
  for (const p of data)
    for (let i = 0; i < p.count; i++)
      markers.push(L.marker([p.lat[i] as number, p.lng[i] as number], { icon }));
  group.addLayers(markers);
  map.addLayer(group);
}

const ways: Record<string, () => void> = {
  symbols: () => ours(true),
  stretches: () => ours(false),
  markercluster,
};

async function run(): Promise<void> {
  await loadMarkercluster();
  await shown();
  const start = performance.now();
  ways[what ?? '']?.();
  await shown();
  const firstPaint = performance.now() - start;
  const zooms: number[] = [];
  for (let round = 0; round < 4; round++)
    for (const zoom of [...ZOOMS.slice(1), ...ZOOMS.slice(0, -1).reverse()]) {
      const begun = performance.now();
      map.setZoom(zoom, { animate: false });
      await shown();
      zooms.push(performance.now() - begun);
    }
  Object.assign(window, { measured: { firstPaint, zooms } });
}

void run();
