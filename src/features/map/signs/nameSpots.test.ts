import { expect, test } from 'vitest';
import type { Area } from '../../../domain/model/rows.ts';
import { isInside } from '../../../domain/unit/area.ts';
import { latOf, lngOf, worldX, worldY } from '../../../ui/map/world.ts';
import { nameSpots } from './nameSpots.ts';

const scale = 256 * 2 ** 12;
const [lng, lat] = [105.8, 21.9];
const [mx, my] = [worldX(lng) * scale, worldY(lat) * scale];
const SIZE = { width: 60, height: 31 };
const SMALL = { width: 60, height: 17 };

/** From the middle of the unit, in pixels. */
const at = (px: number, py: number): [number, number] => [lngOf((mx + px) / scale), latOf((my + py) / scale)];
const box = (l: number, t: number, r: number, b: number): Area => [
  [[at(l, t), at(r, t), at(r, b), at(l, b), at(l, t)]],
];
const spotsOf = (area: Area | null, taken = (_lng: number, _lat: number) => false) => {
  const name = { x: worldX(lng), y: worldY(lat), text: 'Nông Hạ', town: false, area, share: null };
  const { own, beside } = nameSpots(name, SIZE, SMALL, { scale, taken });
  const fromMiddle = (spots: typeof own) => spots.map((s) => ({ ...s, x: s.x - mx, y: s.y - my }));
  return { own: fromMiddle(own), beside: fromMiddle(beside) };
};

test('degrees and the world are each other’s inverse', () => {
  expect(lngOf(worldX(lng))).toBeCloseTo(lng, 10);
  expect(latOf(worldY(lat))).toBeCloseTo(lat, 10);
});

test('a name stands in the middle of its unit first, with or without a known border', () => {
  for (const area of [null, box(-100, -80, 100, 80)]) {
    const [best] = spotsOf(area).own;
    expect(Math.hypot(best?.x ?? 99, best?.y ?? 99)).toBeLessThan(8);
  }
});

test('in a unit that bends away from its middle it stands on its own ground', () => {
  const area = box(40, -60, 200, 60);
  const [best] = spotsOf(area).own;
  if (best === undefined) throw new Error('no spot');
  for (const dx of [-SIZE.width / 2, 0, SIZE.width / 2])
    expect(isInside(area, ...at(best.x + dx, best.y))).toBe(true);
});

test('over a border it reaches by a third at most', () => {
  const { own } = spotsOf(box(-40, -60, 40, 60));
  expect(own.length).toBeGreaterThan(20);
  for (const { x, boxes } of own)
    if ((boxes[0]?.bottom ?? 0) - (boxes[0]?.top ?? 0) > 20)
      expect(Math.abs(x) + SIZE.width / 2 - 40).toBeLessThanOrEqual(SIZE.width * 0.35);
});

test('on its ground it is tried where a road lies, and then without what is said below it', () => {
  const { own } = spotsOf(box(-100, -80, 100, 80));
  const height = (s: (typeof own)[number]) =>
    s.boxes[0] === undefined ? 0 : s.boxes[0].bottom - s.boxes[0].top;
  const road = own.findIndex((s) => s.onRoad === true);
  const small = own.findIndex((s) => Math.abs(height(s) - SMALL.height) < 0.01);
  expect(road).toBeGreaterThan(0);
  expect(small).toBeGreaterThan(road);
});

test('beside its ground a line says whose it is, and it stands rather on nobody’s than on a neighbour’s', () => {
  const east = (x: number) => x > mx;
  const { beside } = spotsOf(box(-10, -10, 10, 10), (at) => east(worldX(at) * scale));
  for (const s of beside) expect(s.from).toEqual([mx, my]);
  expect(beside[0]?.x).toBeLessThan(-SIZE.width / 2);
});
