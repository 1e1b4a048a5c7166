import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from '../../../domain/layout/layOut.ts';
import { PLACEMENT_STATES } from '../../../domain/model/entities/placement.ts';
import { placeAt } from '../../../domain/road/measuredRoad.ts';
import { measured, RULE } from '../../../domain/testing.ts';
import { type Box, boxAround, overlap } from '../../../ui/map/placing.ts';
import { paintedLine, roadWidth } from '../../../ui/map/roadPainter.ts';
import { seenIn, type View, worldX, worldY } from '../../../ui/map/world.ts';
import { EMPTY_BASE, type Post } from '../layers/baseDrawing.ts';
import { type Batch, batchOf, DRAFT } from '../layers/batch.ts';
import { Board } from './board.ts';
import type { Plan } from './planSigns.ts';
import { ALL_FROM_ZOOM } from './ranges.ts';

const road = measured();
const ROAD_HALF = 5;
const middle = placeAt(road, 5000);
if (!middle.ok) throw new Error('no middle');
const { lng, lat } = middle.value;

/** A thing at a chainage of the road, on a side: −1 left, 0 above it, 1 right. */
function thing(
  id: string,
  at: number,
  side: number,
  shape: Batch['shape'] = 'pano',
  state: Batch['state'] = 'approved',
) {
  const foot = placeAt(road, at);
  const place = placeAt(road, at, side < 0 ? 'left' : side > 0 ? 'right' : 'median', ROAD_HALF);
  if (!foot.ok || !place.ok) throw new Error('off the road');
  const bearing = (foot.value.bearing * Math.PI) / 180;
  return batchOf(
    id,
    {
      count: 1,
      chainage: Float64Array.of(at),
      lng: Float64Array.of(place.value.lng),
      lat: Float64Array.of(place.value.lat),
      side: Int8Array.of(side),
      ordinal: Int32Array.of(0),
    },
    { shape, colour: 'red', glyph: '', state, single: true },
    { x: worldX(foot.value.lng), y: worldY(foot.value.lat), nx: Math.cos(bearing), ny: Math.sin(bearing) },
  );
}

const flags = batchOf('flags', layOut({ from: 1000, to: 9000, rule: RULE }, road, []), {
  shape: 'flag',
  colour: 'red',
  glyph: '',
  state: 'approved',
  single: false,
});
const line = paintedLine(
  'r',
  0,
  Array.from({ length: 90 }, (_, i) => {
    const at = placeAt(road, 500 + i * 100);
    return at.ok ? [at.value.lng, at.value.lat] : [lng, lat];
  }),
);
const posts = Array.from({ length: 9 }, (_, i): Post => {
  const at = placeAt(road, (i + 1) * 1000);
  if (!at.ok) throw new Error('off the road');
  const bearing = (at.value.bearing * Math.PI) / 180;
  const [x, y] = [worldX(at.value.lng), worldY(at.value.lat)];
  return { roadId: 'r', km: i + 1, x, y, nx: Math.cos(bearing), ny: Math.sin(bearing), roadRank: 0 };
});

function boardWith(batches: readonly Batch[], change: Partial<Plan> = {}): Board {
  const board = new Board((text) => text.length * 6);
  const plan = {
    batches,
    matching: null,
    selected: new Set<string>(),
    marks: new Map(),
    asked: false,
    ...change,
  };
  board.set({
    ground: { drawing: { ...EMPTY_BASE, lines: [line], posts }, selected: null, shareText: String },
    plan,
  });
  return board;
}

/** A view of 800 × 600 pixels about the middle of the road, moved by some. */
function viewAt(zoom: number, dx = 0, dy = 0): View {
  const scale = 256 * 2 ** zoom;
  const [left, top] = [worldX(lng) * scale - 400 + dx, worldY(lat) * scale - 300 + dy];
  return { zoom, scale, left, top, width: 800, height: 600, ratio: 1 };
}

const things = fc
  .array(
    fc.record({
      at: fc.integer({ min: 3500, max: 6500 }),
      side: fc.constantFrom(-1, 0, 1),
      state: fc.constantFrom(...PLACEMENT_STATES),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) => list.map(({ at, side, state }, i) => thing(`t${i}`, at, side, 'pano', state)));

function boxOf({ left, top, width, height }: View) {
  return { left, top, right: left + width, bottom: top + height };
}

/** What of a drawn piece is seen: half as much again is drawn on each side. */
function middleOf({ left, top, right, bottom }: Box): Box {
  const [w, h] = [(right - left) / 6, (bottom - top) / 6];
  return { left: left + w, top: top + h, right: right - w, bottom: bottom - h };
}

test('whatever stands on a road, nothing covers another or a position of a stretch, and everything is on the map or counted', () => {
  fc.assert(
    fc.property(things, fc.constantFrom(12, 13.5, 14, 15, 16, 17, 18), (batches, zoom) => {
      const placed = boardWith([...batches, flags]).placedIn(viewAt(zoom));
      const boxes = placed.flatMap((p) => p.spot.boxes);
      for (const [i, box] of boxes.entries())
        for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
      const scale = 256 * 2 ** zoom;
      // Where the lines lie beside the road or, nearer, the positions: a few pixels from its edge.
      const beside = roadWidth(zoom) / 2 + 2.5;
      for (let i = 0; i < flags.x.length && zoom < 14.5; i++) {
        const x = (flags.x[i] as number) * scale + (flags.nx[i] as number) * (beside - 1);
        const y = (flags.y[i] as number) * scale + (flags.ny[i] as number) * (beside - 1);
        expect(boxes.some((b) => overlap(b, boxAround(x, y, 1, 1)))).toBe(false);
      }
      const ids = placed.flatMap((p) =>
        p.sign.kind === 'point' ? p.sign.group.members.map((m) => m.id) : [],
      );
      expect(new Set(ids).size).toBe(ids.length);
      const view = viewAt(zoom);
      for (const b of batches) {
        const [x, y] = [(b.x[0] as number) * scale - view.left, (b.y[0] as number) * scale - view.top];
        if (x > 100 && y > 100 && x < 700 && y < 500) expect(ids).toContain(b.id);
      }
    }),
    { numRuns: 60 },
  );
});

test('while one pans a little nothing is placed anew; far away, what is in view still stays where it is', () => {
  const batches = Array.from({ length: 320 }, (_, i) => thing(`t${i}`, 1200 + i * 24, 1));
  // Nearer than there is room for: which of them stand for others depends on the first that is looked at.
  const board = boardWith([...batches, flags]);
  const scale = 256 * 2 ** 17;
  const along = (chainage: number) => {
    const at = placeAt(road, chainage);
    if (!at.ok) throw new Error('off the road');
    return viewAt(
      17,
      (worldX(at.value.lng) - worldX(lng)) * scale,
      (worldY(at.value.lat) - worldY(lat)) * scale,
    );
  };
  const first = board.placedIn(along(2500));
  expect(first.length).toBeGreaterThan(8);
  expect(board.placedIn(along(2515))).toBe(first);
  let before = { placed: first, seen: boxOf(along(2500)) };
  let anew = 0;
  for (let chainage = 2600; chainage < 7600; chainage += 250) {
    const seen = boxOf(along(chainage));
    const placed = board.placedIn(along(chainage));
    for (const { sign, spot } of before.placed) {
      if (!spot.boxes.some((b) => overlap(b, seen) && overlap(b, before.seen))) continue;
      // What can be read in both views stays; what was hidden in one may go where it can.
      const readIn = (view: typeof seen) =>
        spot.boxes.every(
          (b) => b.left >= view.left && b.right <= view.right && b.top >= view.top && b.bottom <= view.bottom,
        );
      if (sign.legible !== undefined && !(readIn(middleOf(seen)) && readIn(middleOf(before.seen)))) continue;
      expect(placed.find((p) => p.sign.key === sign.key)?.spot).toEqual(spot);
    }
    if (placed !== before.placed) anew++;
    before = { placed, seen };
  }
  expect(anew).toBeGreaterThan(1);
  expect(anew).toBeLessThan(12);
});

test('once the map rests, what came to lie under a button or over the edge can be read again, and nothing else moves', () => {
  const board = boardWith([thing('a', 5000, 1), flags]);
  const view = viewAt(13);
  const posts = () =>
    new Map(
      board
        .placedIn(view, covers)
        .flatMap(({ sign, spot }) => (sign.kind === 'post' ? [[sign.key, spot]] : [])),
    );
  let covers: readonly Box[] = [];
  const before = posts();
  // What is seen of it is the middle part of what is drawn.
  const seen = seenIn(view);
  const [key, first] =
    [...before].find(([, { boxes }]) =>
      boxes.every((b) => b.left > seen.left + 60 && b.top > seen.top + 60),
    ) ?? [];
  const box = first?.boxes[0];
  if (key === undefined || box === undefined) throw new Error('no post in view');
  const cover = {
    left: box.left - seen.left,
    top: box.top - seen.top,
    right: box.right - seen.left,
    bottom: box.bottom - seen.top,
  };
  covers = [cover];
  const after = posts();
  expect(after.get(key)).not.toEqual(first);
  expect(after.get(key)?.boxes.some((b) => overlap(b, box))).toBe(false);
  for (const [other, spot] of before)
    if (
      other !== key &&
      spot.boxes.every(
        (b) => b.left > seen.left && b.right < seen.right && b.top > seen.top && b.bottom < seen.bottom,
      )
    )
      expect(after.get(other)).toEqual(spot);
  const now = board.placedIn(view, covers);
  expect(board.placedIn(view, covers)).toBe(now);
  // Under a cover that leaves it no spot it is left out, and comes back with the cover's going.
  covers = [{ left: 0, top: 0, right: 1000, bottom: 1000 }];
  expect(posts().has(key)).toBe(false);
  covers = [];
  expect(posts().has(key)).toBe(true);
});

test('while a stretch is drawn what keeps off it stands as if it had always been there', () => {
  const draft = (from: number, to: number) =>
    batchOf(DRAFT, layOut({ from, to, rule: { ...RULE, sides: 'left' } }, road, []), {
      shape: 'banner',
      colour: 'red',
      glyph: '',
      state: 'drawn',
      single: false,
    });
  const things = [thing('a', 4950, -1), thing('b', 5000, 1), thing('c', 5050, -1)];
  const view = viewAt(17);
  const spots = (board: Board) => board.placedIn(view).map(({ sign, spot }) => [sign.key, spot.x, spot.y]);
  const drawing = boardWith(things);
  const of = (batches: readonly Batch[]): Plan => ({
    batches,
    matching: null,
    selected: new Set(),
    marks: new Map(),
    asked: false,
  });
  const before = spots(drawing);
  for (const end of [4900, 5050, 5300]) {
    const batches = [...things, draft(4700, end)];
    drawing.set({ plan: of(batches) });
    expect(spots(drawing)).toEqual(spots(boardWith(batches)));
  }
  expect(spots(drawing)).not.toEqual(before);
  drawing.set({ plan: of(things) });
  expect(spots(drawing)).toEqual(before);
});

test('what finds no room at all is counted with the nearest that did', () => {
  const scale = 256 * 2 ** 15;
  const free = (id: string, dx: number, dy: number) => {
    const at = { x: worldX(lng) + dx / scale, y: worldY(lat) + dy / scale };
    return {
      ...thing(id, 5000, 0),
      x: Float64Array.of(at.x),
      y: Float64Array.of(at.y),
      foot: null,
      box: [at.x, at.y, at.x, at.y] as const,
    };
  };
  const wall = Array.from({ length: 15 * 15 }, (_, i) =>
    free(`w${i}`, ((i % 15) - 7) * 40, (Math.floor(i / 15) - 7) * 40),
  );
  const selected = new Set(wall.map((b) => b.id));
  const placed = boardWith([...wall, free('lost', 20, 20)], { selected }).placedIn(viewAt(15));
  const counted = placed.flatMap((p) =>
    p.sign.kind === 'point' ? [p.sign.group.members.map((m) => m.id)] : [],
  );
  expect(counted.flat()).toHaveLength(wall.length + 1);
  expect(counted.filter((ids) => ids.includes('lost'))).toEqual([[expect.stringMatching(/^w/), 'lost']]);
});

const shapesAt = (board: Board, zoom: number) =>
  board
    .placedIn(viewAt(zoom))
    .flatMap((p) => (p.sign.kind === 'point' ? p.sign.group.members.map((m) => m.id) : []))
    .sort();

test('from afar nothing single is drawn, nearer what stands at the entrances, near everything', () => {
  const board = boardWith([
    thing('gate', 4900, 0, 'gate'),
    thing('pano', 5000, 1),
    thing('horn', 5100, -1, 'loudspeaker'),
  ]);
  expect(shapesAt(board, 11)).toEqual([]);
  expect(shapesAt(board, 12.5)).toEqual(['gate', 'pano']);
  expect(shapesAt(board, ALL_FROM_ZOOM)).toEqual(['gate', 'horn', 'pano']);
});

test('what is selected is drawn at every scale, and what has a finding once somebody asks for it', () => {
  const batches = [thing('a', 4000, 1), thing('b', 5000, 1), thing('c', 6000, 1)];
  const marks = new Map([['b', 'error' as const]]);
  expect(shapesAt(boardWith(batches, { marks }), 10)).toEqual([]);
  expect(shapesAt(boardWith(batches, { marks, asked: true }), 10)).toEqual(['b']);
  expect(shapesAt(boardWith(batches, { selected: new Set(['a']) }), 10)).toEqual(['a']);
});

test('what is selected stands alone, whatever is about it', () => {
  const batches = Array.from({ length: 9 }, (_, i) => thing(`t${i}`, 5000 + i, 1));
  const placed = boardWith(batches, { selected: new Set(['t4']) }).placedIn(viewAt(15));
  const sizes = placed.flatMap((p) =>
    p.sign.kind === 'point' ? [[p.sign.group.lead.id === 't4', p.sign.group.members.length]] : [],
  );
  expect(sizes).toContainEqual([true, 1]);
  expect(sizes).toContainEqual([false, 8]);
});

test.each([12, 14, 15, 16, 17, 18])(
  'at zoom %i what stands on a side of the road is drawn on that side, off the road',
  (zoom) => {
    const batches = [thing('left', 4700, -1), thing('right', 5300, 1)];
    const placed = boardWith([...batches, flags]).placedIn(viewAt(zoom));
    const scale = 256 * 2 ** zoom;
    const at = placed.flatMap((p) =>
      p.sign.kind === 'point' ? [{ lead: p.sign.group.lead, spot: p.spot }] : [],
    );
    expect(at.length).toBeGreaterThan(0);
    for (const { lead, spot } of at) {
      const { foot } = lead;
      if (foot === null) throw new Error('no road');
      const away = (spot.x - foot.x * scale) * foot.nx + (spot.y - foot.y * scale) * foot.ny;
      expect(Math.sign(away)).toBe(lead.side[0]);
      expect(Math.abs(away)).toBeGreaterThan(roadWidth(zoom) / 2 + 8);
    }
  },
);
