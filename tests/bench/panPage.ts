/**
 * Runs in the browser: pans map and diagram over 100,000 positions, frame by frame, and beside them the bare cost of
 * clearing a canvas and drawing as many sprites as the view showed.
 */
import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { PLACEMENT_STATES } from '../../src/domain/model/entities/placement.ts';
import { EMPTY_BASE } from '../../src/features/map/layers/baseDrawing.ts';
import { type Batch, batchOf } from '../../src/features/map/layers/batch.ts';
import { SignLayer } from '../../src/features/map/layers/signLayer.ts';
import { StretchLayer } from '../../src/features/map/layers/stretchLayer.ts';
import { StripPainter } from '../../src/features/strip/paint/stripPainter.ts';
import type { StripItem, StripRoad } from '../../src/features/strip/stripModel.ts';
import { SpriteSheet } from '../../src/ui/symbols/sprites.ts';
import { apart } from './apart.ts';

const POSITIONS = 100_000;
const FRAMES = 60;
const RATIO = 1;

function shown(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

/** Counts what is drawn while something draws. */
function counting(context: CanvasRenderingContext2D, work: () => void): number {
  let n = 0;
  const draw = context.drawImage;
  context.drawImage = ((...args: Parameters<typeof draw>) => {
    n++;
    draw.apply(context, args);
  }) as typeof draw;
  work();
  context.drawImage = draw;
  return n;
}

interface Panned {
  readonly ours: number[];
  readonly bare: number[];
  readonly sprites: number;
}

/** Time of each frame: the drawing itself and the frame in which it comes to the screen. */
async function frames(paint: (i: number) => void): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < FRAMES; i++) {
    const begun = performance.now();
    paint(i);
    await shown();
    times.push(performance.now() - begun);
  }
  return times;
}

function bareContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.style.cssText = 'position:fixed;inset:0;z-index:9999';
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no canvas');
  return context;
}

/** As many sprites as were drawn, all over the canvas, after clearing it. */
async function bare(sprites: number, width: number, height: number): Promise<number[]> {
  const context = bareContext(width, height);
  const sheet = new SpriteSheet(RATIO);
  const sprite = sheet.symbol({ shape: 'flag', colour: 'red', glyph: '' }, 'approved', 20);
  const times = await frames((i) => {
    context.clearRect(0, 0, width, height);
    for (let k = 0; k < sprites; k++)
      context.drawImage(sprite, (k * 37 + i * 5) % width, (k * 91) % height, 25, 25);
  });
  context.canvas.remove();
  return times;
}

async function strip(): Promise<Panned> {
  const lane = (n: number, first: number) => {
    const entries = Array.from({ length: n }, (_, i) => {
      const from = i * 1300;
      const chainage = Float64Array.from({ length: 50 }, (_x, k) => from + k * 25);
      const item: StripItem = {
        id: `${first}-${i}`,
        shape: 'flag',
        colour: 'red',
        glyph: '',
        state: PLACEMENT_STATES[i % PLACEMENT_STATES.length] ?? 'draft',
        single: false,
        from,
        to: from + 1225,
        spacing: 25,
        unitName: { vi: 'cờ', en: 'flags' },
        runs: [],
      };
      return { item, chainage, track: 0, tracks: 1 };
    });
    return entries;
  };
  const perLane = POSITIONS / 50 / 2;
  const road: StripRoad = {
    id: 'r',
    label: 'QL.3',
    name: '',
    min: 0,
    max: perLane * 1300,
    lanes: { [-1]: lane(perLane, 0), 0: [], 1: lane(perLane, 1) },
    features: [],
    units: [],
  };
  const [width, height] = [1300, 226];
  const context = bareContext(width, height);
  const painter = new StripPainter();
  const look = {
    ground: null,
    emphasised: new Set<string>(),
    matching: null,
    marks: new Map(),
    pointed: null,
    draft: null,
    words: { left: 'Trái', median: 'Tim', right: 'Phải' },
    pieces: (count: number) => `${count} cờ`,
    dark: false,
  };
  // Zoomed so that every position in view is a symbol of its own: the most there is to draw.
  const paint = (i: number) =>
    painter.paint(
      context,
      [road],
      { scale: 0.36, left: 200_000 + i * 60, top: 0, width, height },
      RATIO,
      look,
    );
  paint(0);
  const sprites = counting(context, () => paint(1));
  const ours = await frames(paint);
  context.canvas.remove();
  return { ours, bare: await bare(sprites, width, height), sprites };
}

async function mapPan(): Promise<Panned> {
  const map = L.map('map', { zoomAnimation: false, fadeAnimation: false, inertia: false }).setView(
    [22.05, 106.05],
    // Single things are drawn from here on.
    14,
  );
  for (const name of ['cohoa-stretches', 'cohoa-signs']) map.createPane(name);
  const stretches = 1000;
  const each = POSITIONS / stretches;
  const batches = Array.from({ length: stretches }, (_, s): Batch[] => {
    const at = (n: number) => ((Math.sin(s * 12.9898 + n * 78.233) * 43_758.5453) % 1) + 1;
    const [lng0, lat0, turn] = [105.9 + (at(1) % 1) * 0.3, 21.9 + (at(2) % 1) * 0.3, at(3) * 7];
    const along = Array.from({ length: each }, (_x, i) => i * 0.00023);
    const positions = {
      count: each,
      chainage: Float64Array.from(along),
      lng: Float64Array.from(along, (d) => lng0 + d * Math.cos(turn + d * 20)),
      lat: Float64Array.from(along, (d) => lat0 + d * Math.sin(turn + d * 20)),
      side: new Int8Array(each).fill(1),
      ordinal: Int32Array.from(along, (_x, i) => i),
    };
    const state = PLACEMENT_STATES[s % PLACEMENT_STATES.length] ?? 'draft';
    return apart(positions).map((one, i) =>
      batchOf(`${s} ${i}`, one, { shape: 'flag', colour: 'red', glyph: '', state, single: true }),
    );
  }).flat();
  const [lines, signs] = [new StretchLayer(), new SignLayer()];
  map.addLayer(lines).addLayer(signs);
  lines.setBatches(batches, null);
  signs.setGround({ drawing: EMPTY_BASE, selected: null, shareText: String });
  signs.setPlan({ batches, matching: null, selected: new Set(), marks: new Map(), asked: false });
  await shown();
  const canvas = document.querySelector<HTMLCanvasElement>('.leaflet-cohoa-signs-pane canvas');
  const context = canvas?.getContext('2d');
  if (canvas == null || context == null) throw new Error('no signs');
  const pan = (i: number) => map.panBy([i % 2 === 0 ? 60 : 55, i % 3 === 0 ? 10 : -6], { animate: false });
  const sprites = counting(context, () => pan(0));
  const ours = await frames(pan);
  const { width, height } = canvas;
  if (sprites < 100) throw new Error('nothing to pan');
  map.remove();
  return { ours, bare: await bare(sprites, width, height), sprites };
}

async function run(): Promise<void> {
  const result = { strip: await strip(), map: await mapPan() };
  Object.assign(window, { panned: result });
}

void run();
