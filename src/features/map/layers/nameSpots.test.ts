import { expect, test } from 'vitest';
import type { Area } from '../../../domain/model/rows.ts';
import { paintedLine } from '../../../ui/map/roadPainter.ts';
import { latOf, lngOf, type View, worldX, worldY } from '../../../ui/map/world.ts';
import { nameSpots } from './nameSpots.ts';
import { RoadCells } from './roadCells.ts';

const scale = 256 * 2 ** 12;
const [lng, lat] = [105.8, 21.9];
const view: View = {
  zoom: 12,
  scale,
  left: worldX(lng) * scale - 500,
  top: worldY(lat) * scale - 400,
  width: 1000,
  height: 800,
  ratio: 1,
};
const at = (px: number, py: number): [number, number] => [
  lngOf((view.left + px) / scale),
  latOf((view.top + py) / scale),
];
const box = (l: number, t: number, r: number, b: number): Area => [
  [[at(l, t), at(r, t), at(r, b), at(l, b), at(l, t)]],
];
const name = (area: Area | null) => ({ x: worldX(lng), y: worldY(lat), text: 'Nông Hạ', town: false, area });
const road = (...corners: (readonly [number, number])[]) => [
  paintedLine(
    'r',
    0,
    corners.map(([px, py]) => at(px, py)),
  ),
];

test('degrees and the world are each other’s inverse', () => {
  expect(lngOf(worldX(lng))).toBeCloseTo(lng, 10);
  expect(latOf(worldY(lat))).toBeCloseTo(lat, 10);
});

test('a name with nothing about stands above the middle of its unit', () => {
  const [best] = nameSpots(name(null), 60, view, new RoadCells([], view));
  expect(best?.[0]).toBeCloseTo(500);
  expect(best?.[1]).toBeCloseTo(386);
});

test('a name steps aside from a road through the middle of its unit', () => {
  const [best] = nameSpots(name(null), 60, view, new RoadCells(road([500, 100], [500, 700]), view));
  expect(Math.abs((best?.[0] ?? 500) - 500)).toBeGreaterThan(30);
});

test('it would rather cross the road than stand on the neighbour’s ground', () => {
  const roads = new RoadCells(road([500, 370], [500, 380]), view);
  const [best] = nameSpots(name(box(460, 350, 540, 395)), 60, view, roads);
  expect(best?.[0]).toBeCloseTo(500);
  expect(best?.[1]).toBeCloseTo(386);
});
