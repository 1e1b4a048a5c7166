import { describe, expect, test } from 'vitest';
import type { Placement } from '../../domain/model/entities/placement.ts';
import { aPlacement, aPlan, aPoint, aRoad, aType, idOf, RULE } from '../../domain/testing.ts';
import { boxesOf, hitFeature, hitKilometre, hitPlacement } from './hand/stripHit.ts';
import { CENTRE_BOX, chainageAt, type StripView, xOf } from './stripLayout.ts';
import { stripRoad } from './stripModel.ts';

const road = aRoad({
  line: [
    [105.8, 21.9],
    [105.9, 21.9],
  ],
});
const type = aType();
const view: StripView = { scale: 0.1, left: 0, top: 0, width: 1200, height: 214 };

function laid(...placements: Placement[]) {
  const tables = aPlan({
    road: [road],
    assetType: [type],
    placement: placements,
    roadFeature: [
      { id: idOf('b', 1), version: 1, name: '', roadId: road.id, kind: 'bridge', from: 2000, to: 2300 },
      { id: idOf('j', 1), version: 1, name: '', roadId: road.id, kind: 'junction', from: 5000, to: 5000 },
    ],
  });
  const strip = stripRoad(tables, road, placements);
  if (strip === null) throw new Error('the road is not measured');
  return strip;
}

const stretch = (name: string, from: number, to: number, sides: 'left' | 'both' = 'left') =>
  aPlacement({
    id: idOf(name, 0),
    roadId: road.id,
    assetTypeId: type.id,
    from,
    to,
    rule: { ...RULE, sides, except: [] },
  });

describe('the unrolled road', () => {
  test('stretches that overlap share the height of their lane, others have it for themselves', () => {
    const strip = laid(
      stretch('a', 100, 900),
      stretch('b', 500, 1500),
      stretch('c', 1400, 1800),
      stretch('d', 3000, 4000),
    );
    const left = Object.fromEntries(strip.lanes[-1].map((e) => [e.item.id, [e.track, e.tracks]]));
    expect(left).toEqual({
      [idOf('a', 0)]: [0, 2],
      [idOf('b', 0)]: [1, 2],
      // It touches only b, but through b it is of the same group: bars of one group line up.
      [idOf('c', 0)]: [0, 2],
      [idOf('d', 0)]: [0, 1],
    });
    const [a] = boxesOf(strip, idOf('a', 0));
    const [d] = boxesOf(strip, idOf('d', 0));
    expect(d?.h).toBeGreaterThan((a?.h ?? 0) * 1.9);
    expect(strip.lanes[1]).toEqual([]);
  });
  test('a point finds the bar it is on, by lane and place', () => {
    const strip = laid(stretch('a', 100, 900), stretch('b', 500, 1500), stretch('d', 3000, 4000, 'both'));
    const at = (id: string, chainage: number) => {
      const box = boxesOf(strip, idOf(id, 0)).at(0) ?? { y: 0, h: 0 };
      return hitPlacement(strip, xOf(strip, chainage, view), box.y + box.h / 2, view);
    };
    expect(at('a', 700)).toBe(idOf('a', 0));
    expect(at('b', 700)).toBe(idOf('b', 0));
    expect(at('b', 1600)).toBeNull();
    expect(boxesOf(strip, idOf('d', 0))).toHaveLength(2);
  });
  test('a single thing in front of a stretch is found first', () => {
    const pano = aPoint({ id: idOf('p', 0), roadId: road.id, assetTypeId: type.id, from: 700, side: 'left' });
    const strip = laid(stretch('a', 100, 900), pano);
    const ys = Array.from({ length: 60 }, (_, i) => 40 + i);
    const found = new Set(ys.map((y) => hitPlacement(strip, xOf(strip, 700, view), y, view)));
    expect(found).toEqual(new Set([null, idOf('a', 0), idOf('p', 0)]));
  });
  test('bridges and junctions are found in the middle lane', () => {
    const strip = laid();
    const y = CENTRE_BOX.top + 5;
    expect(hitFeature(strip, xOf(strip, 2100, view), y, view)).toBe(idOf('b', 1));
    expect(hitFeature(strip, xOf(strip, 5060, view), y, view)).toBe(idOf('j', 1));
    expect(hitFeature(strip, xOf(strip, 3500, view), y, view)).toBeNull();
    expect(hitFeature(strip, xOf(strip, 2100, view), 5, view)).toBeNull();
  });
  test('a full kilometre is found on the ruler by its mark and its words', () => {
    const strip = laid();
    expect(hitKilometre(strip, xOf(strip, 3000, view) + 2, 8, view)).toBe(3);
    expect(hitKilometre(strip, xOf(strip, 3000, view) + 30, 8, view)).toBe(3);
    expect(hitKilometre(strip, xOf(strip, 3000, view) + 60, 8, view)).toBeNull();
    expect(hitKilometre(strip, xOf(strip, 3000, view) + 2, 60, view)).toBeNull();
  });
  test('places and chainages turn into each other', () => {
    const strip = laid();
    for (const c of [0, 137.5, 9000]) expect(chainageAt(strip, xOf(strip, c, view), view)).toBeCloseTo(c, 6);
  });
});
