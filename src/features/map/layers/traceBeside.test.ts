import { expect, test } from 'vitest';
import { layOut } from '../../../domain/layout/layOut.ts';
import { measured, RULE } from '../../../domain/testing.ts';
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

function runsAt(zoom: number, bridges: { from: number; to: number }[] = []) {
  const laid = layOut({ from: 1000, to: 9000, rule: RULE }, road, bridges);
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
  return recorder.runs;
}

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
