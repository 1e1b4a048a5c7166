import { expect, test } from 'vitest';
import { layOut } from '../../../domain/layout/layOut.ts';
import { measured, RULE } from '../../../domain/testing.ts';
import { roadWidth } from '../../../ui/map/roadPainter.ts';
import { type View, worldX, worldY } from '../../../ui/map/world.ts';
import { batchOf } from './batch.ts';
import { traceBeside } from './traceBeside.ts';

const road = measured();

/** Remembers what would be drawn: each run as a list of points. */
class Recorder {
  readonly runs: [number, number][][] = [];
  moveTo(x: number, y: number): void {
    this.runs.push([[x, y]]);
  }
  lineTo(x: number, y: number): void {
    this.runs.at(-1)?.push([x, y]);
  }
}

function drawnAt(zoom: number, bridges: { from: number; to: number }[], from: number, to: number) {
  const laid = layOut({ from, to, rule: RULE }, road, bridges);
  const batch = batchOf('a', laid, {
    shape: 'flag',
    colour: 'red',
    glyph: '',
    state: 'approved',
    single: false,
  });
  const scale = 256 * 2 ** zoom;
  const view: View = {
    zoom,
    scale,
    left: worldX(105.7) * scale,
    top: worldY(22.2) * scale,
    width: 1440,
    height: 900,
    ratio: 1,
  };
  const recorder = new Recorder();
  traceBeside(recorder as unknown as CanvasRenderingContext2D, batch, view);
  const places = [...batch.x].map((x, i) => ({
    x: x * scale - view.left,
    y: (batch.y[i] as number) * scale - view.top,
    side: batch.side[i] as number,
  }));
  return { runs: recorder.runs, places };
}

const runsAt = (zoom: number, bridges: { from: number; to: number }[] = []) =>
  drawnAt(zoom, bridges, 1000, 9000).runs;

function lengthOf(run: readonly [number, number][]): number {
  return run
    .slice(1)
    .reduce((sum, [x, y], i) => sum + Math.hypot(x - (run[i]?.[0] ?? 0), y - (run[i]?.[1] ?? 0)), 0);
}

test.each([9, 11, 13, 14])('at zoom %i a stretch is two whole lines, one a side', (zoom) => {
  const runs = runsAt(zoom);
  expect(runs).toHaveLength(2);
  const pixels = (8000 / (156_543 * Math.cos((21.9 * Math.PI) / 180))) * 2 ** zoom;
  for (const run of runs) expect(Math.abs(lengthOf(run) - pixels) / pixels).toBeLessThan(0.12);
});

test('a bridge breaks both lines', () => {
  expect(runsAt(13, [{ from: 4000, to: 4300 }])).toHaveLength(4);
});

test('the sides lie apart, even where they are one pixel on the ground', () => {
  const [left, right] = runsAt(10);
  const [a, b] = [left?.[3], right?.[3]];
  if (a === undefined || b === undefined) throw new Error('nothing drawn');
  expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(6);
});

type Point = readonly [number, number];

function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

test.each([9, 12, 14])('at zoom %i corners are few, and the line is as far from every position', (zoom) => {
  const { runs, places } = drawnAt(zoom, [], 1000, 9000);
  for (const run of runs) {
    expect(run.length).toBeLessThan(lengthOf(run) / 4.5 + 3);
    for (const [i, b] of run.entries()) {
      const a = run[i - 1];
      // The last corner is where the run ends, however near.
      if (a === undefined || i === run.length - 1) continue;
      expect(Math.hypot(b[0] - a[0], b[1] - a[1])).toBeGreaterThan(3);
    }
  }
  const away = places.map(({ x, y, side }) => {
    const run = runs[side < 0 ? 0 : 1] as Point[];
    return Math.min(...run.slice(1).map((b, i) => distanceTo([x, y], run[i] as Point, b)));
  });
  const [least, most] = [Math.min(...away), Math.max(...away)];
  expect(most - least).toBeLessThan(2);
});

test.each([11, 13])(
  'at zoom %i a line goes right up to a bridge, however short what is left of it',
  (zoom) => {
    const bridges = [
      { from: 4000, to: 4300 },
      { from: 4360, to: 4700 },
    ];
    const { runs, places } = drawnAt(zoom, bridges, 1000, 9000);
    expect(runs).toHaveLength(6);
    const left = places.filter((p) => p.side < 0);
    const ends = left.filter((p, i) => {
      const next = left[i + 1];
      const metre = 2 ** zoom / (156_543 * Math.cos((21.9 * Math.PI) / 180));
      return next === undefined || Math.hypot(next.x - p.x, next.y - p.y) > 200 * metre;
    });
    expect(ends).toHaveLength(3);
    for (const [i, end] of ends.entries()) {
      const [x, y] = runs[i]?.at(-1) ?? [0, 0];
      // Beside the road, not short of it: only the push away from the road lies between.
      expect(Math.hypot(x - end.x, y - end.y)).toBeLessThan(roadWidth(zoom) / 2 + 2.6);
    }
  },
);
