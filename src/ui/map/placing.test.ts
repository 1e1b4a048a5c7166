import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, boxAround, overlap, placeSigns, type Sign, type Spot } from './placing.ts';

const spot = (x: number, y: number, width = 20, height = 20): Spot => ({
  x,
  y,
  boxes: [boxAround(x, y, width, height)],
});
const anywhere = () => true;

const at = fc.integer({ min: -400, max: 400 });
const size = fc.integer({ min: 1, max: 90 });
const spots = fc.array(
  fc.record({ x: at, y: at, boxes: fc.array(fc.tuple(at, at, size, size), { minLength: 1, maxLength: 2 }) }),
  { minLength: 1, maxLength: 5 },
);
type Drawn = readonly { x: number; y: number; boxes: [number, number, number, number][] }[];
const boxed = (of: Drawn) =>
  of.map((s): Spot => ({ x: s.x, y: s.y, boxes: s.boxes.map((b) => boxAround(...b)) }));
const signs: fc.Arbitrary<Sign[]> = fc
  .array(fc.record({ rank: fc.integer({ min: 0, max: 4 }), spots, otherwise: spots }), { maxLength: 40 })
  .map((list) =>
    list.map(({ rank, spots, otherwise }, i) => ({
      key: `s${i}`,
      rank,
      spots: boxed(spots),
      otherwise: boxed(otherwise),
    })),
  );
const allSpots = ({ spots, otherwise = [] }: Sign) => [...spots, ...otherwise];
const keys = (list: readonly { readonly sign: Sign }[]) => list.map((p) => p.sign.key);

test('no box of one sign touches a box of another, whatever there is', () => {
  fc.assert(
    fc.property(signs, (list) => {
      const placed = placeSigns(list, { isFree: anywhere });
      for (const [i, a] of placed.entries())
        for (const b of placed.slice(i + 1))
          for (const box of a.spot.boxes)
            expect(b.spot.boxes.some((other) => overlap(box, other))).toBe(false);
    }),
  );
});

test('the same signs stand at the same spots, and each at one that it named', () => {
  fc.assert(
    fc.property(signs, (list) => {
      const placed = placeSigns(list, { isFree: anywhere });
      expect(placeSigns(structuredClone(list), { isFree: anywhere })).toEqual(placed);
      for (const { sign, spot } of placed) expect(allSpots(sign)).toContain(spot);
    }),
  );
});

test('what is more important is never moved or left out for what is less', () => {
  fc.assert(
    fc.property(signs, fc.integer({ min: 0, max: 4 }), (list, rank) => {
      const higher = placeSigns(
        list.filter((s) => s.rank <= rank),
        { isFree: anywhere },
      );
      const all = placeSigns(list, { isFree: anywhere }).filter((p) => p.sign.rank <= rank);
      expect(all).toEqual(higher);
    }),
  );
});

test('what is left out has no spot that is still free', () => {
  fc.assert(
    fc.property(signs, (list) => {
      const placed = placeSigns(list, { isFree: anywhere });
      const taken = placed.flatMap((p) => p.spot.boxes);
      const free = (s: Spot) => s.boxes.every((b) => !taken.some((t) => overlap(t, b)));
      for (const sign of list)
        if (!keys(placed).includes(sign.key)) expect(allSpots(sign).some(free)).toBe(false);
    }),
  );
});

test('the first free spot is taken; a box that only touches another leaves it free', () => {
  const first: Sign = { key: 'a', rank: 0, spots: [spot(0, 0)] };
  const second: Sign = { key: 'b', rank: 1, spots: [spot(10, 0), spot(20, 0), spot(90, 0)] };
  expect(placeSigns([second, first], { isFree: anywhere }).map((p) => [p.sign.key, p.spot.x])).toEqual([
    ['a', 0],
    ['b', 20],
  ]);
});

test('a sign that has no spot of its own takes no better one of an equal', () => {
  const poor: Sign = { key: 'poor', rank: 0, spots: [], otherwise: [spot(0, 0), spot(50, 0)] };
  const rich: Sign = { key: 'rich', rank: 0, spots: [spot(0, 0)] };
  const later: Sign = { key: 'later', rank: 1, spots: [spot(50, 0)] };
  expect(placeSigns([poor, rich, later], { isFree: anywhere }).map((p) => [p.sign.key, p.spot.x])).toEqual([
    ['rich', 0],
    ['poor', 50],
  ]);
});

test('the ground says where nothing may stand, and where something may that is allowed on a road', () => {
  const road = (box: Box, onRoad: boolean) => onRoad || box.right < 0;
  const off: Sign = { key: 'off', rank: 0, spots: [spot(0, 0), spot(-20, 0)] };
  const on: Sign = { key: 'on', rank: 1, spots: [{ ...spot(0, 0), onRoad: true }] };
  expect(placeSigns([off, on], { isFree: road }).map((p) => p.spot.x)).toEqual([-20, 0]);
});

test('signs that say the same keep their distance, others do not', () => {
  const shield = (key: string, of: string, x: number): Sign => ({
    key,
    rank: 0,
    spots: [spot(x, 0)],
    apart: { of, pixels: 100 },
  });
  const list = [
    shield('a', 'QL.3', 0),
    shield('b', 'QL.3', 60),
    shield('c', 'ĐT.256', 60),
    shield('d', 'QL.3', 130),
  ];
  expect(keys(placeSigns(list, { isFree: anywhere }))).toEqual(['a', 'c', 'd']);
});

test('a spot that was kept goes before what is more important, and is given up where the ground has no room', () => {
  const kept = new Map([['low', spot(0, 0)]]);
  const list: Sign[] = [
    { key: 'high', rank: 0, spots: [spot(5, 0), spot(40, 0)] },
    { key: 'low', rank: 9, spots: [spot(100, 0)] },
  ];
  const stays = placeSigns(list, { isFree: anywhere, kept });
  expect(stays.map((p) => [p.sign.key, p.spot.x])).toEqual([
    ['low', 0],
    ['high', 40],
  ]);
  const moved = placeSigns(list, { isFree: (box) => box.left > -10, kept });
  expect(moved.map((p) => [p.sign.key, p.spot.x])).toEqual([
    ['high', 5],
    ['low', 100],
  ]);
});

test('what is there to be read goes where it is not hidden, before it leaves its ground; what may be hidden stays', () => {
  const isHidden = (box: Box) => box.left < 0;
  const spots = [spot(-50, 0), spot(50, 0)];
  const sign = (key: string, more: Partial<Sign> = {}): Sign => ({ key, rank: 0, spots, ...more });
  const at = (one: Sign) => placeSigns([one], { isFree: anywhere, isHidden }).map((p) => p.spot.x);
  expect(at(sign('symbol'))).toEqual([-50]);
  expect(at(sign('name', { legible: 'rather' }))).toEqual([50]);
  expect(at(sign('word', { legible: 'only' }))).toEqual([50]);
  const under = { spots: spots.slice(0, 1), otherwise: [spot(90, 0)] };
  expect(at(sign('name', { ...under, legible: 'rather' }))).toEqual([-50]);
  expect(at(sign('word', { ...under, otherwise: [], legible: 'only' }))).toEqual([]);
});
