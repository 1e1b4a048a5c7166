import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineLength } from '../../../geo/geodesic.ts';
import { bendingLine } from '../../../testing.ts';
import { chainPieces } from './chain.ts';
import type { Piece } from './runs.ts';

const whole = bendingLine(12);

const chain = (pieces: readonly Piece[], options: { readonly maxGap: number }) => {
  const chained = chainPieces(pieces, options);
  if (!chained.ok) throw new Error(chained.reason.code);
  return chained.value;
};

function cut(line: readonly (readonly [number, number])[], at: readonly number[]): Piece[] {
  const ends = [0, ...at, line.length - 1];
  return ends
    .slice(1)
    .map((end, i) => ({ coordinates: line.slice(ends[i] as number, end + 1), oneWay: false }));
}

function shifted(
  line: readonly (readonly [number, number])[],
  metresEast: number,
): (readonly [number, number])[] {
  return line.map(([x, y]) => [x + metresEast / 103_300, y] as const);
}

test('pieces in any order, some reversed, chain into the one line they came from', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 2, max: whole.length - 3 }), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(cuts, fc.infiniteStream(fc.boolean()), fc.nat(), (at, turns, seed) => {
      const pieces = cut(
        whole,
        [...at].sort((a, b) => a - b),
      ).map((p) => (turns.next().value ? { ...p, coordinates: [...p.coordinates].reverse() } : p));
      const shuffled = pieces
        .map((p, i) => ({ p, k: (i * 7919 + seed) % 104_729 }))
        .sort((a, b) => a.k - b.k);
      const chained = chain(
        shuffled.map((s) => s.p),
        { maxGap: 100 },
      );
      expect(chained.parts).toBe(pieces.length);
      expect(chained.aside).toEqual([]);
      expect(chained.gaps).toEqual([]);
      expect(lineLength(chained.coordinates)).toBeCloseTo(lineLength(whole), 3);
    }),
    { numRuns: 60 },
  );
});

test('a gap within the limit is bridged and told in metres; behind a wider one it stays aside, with its distance', () => {
  const [a, b] = [whole.slice(0, 50), whole.slice(52)];
  const gap = lineLength([a[49] as [number, number], b[0] as [number, number]]);
  const pieces = [a, b].map((coordinates) => ({ coordinates, oneWay: false }));
  const bridged = chain(pieces, { maxGap: gap + 1 });
  expect(bridged?.gaps.map(Math.round)).toEqual([Math.round(gap)]);
  expect(bridged?.aside).toEqual([]);
  const parted = chain(pieces, { maxGap: gap - 10 });
  expect(parted?.gaps).toEqual([]);
  expect(parted?.aside).toHaveLength(1);
  expect(parted?.aside[0]?.reason).toBe('beyond-gap');
  expect(parted?.aside[0]?.lengthM).toBeCloseTo(lineLength(a), 3);
  expect(parted?.aside[0]?.distanceM).toBeCloseTo(gap, -1);
});

describe('a divided road', () => {
  const up = cut(whole, [40, 80]).map((p) => ({ ...p, oneWay: true }));
  const down = cut(shifted(whole, 18), [35, 77]).map((p) => ({
    coordinates: [...p.coordinates].reverse(),
    oneWay: true,
  }));

  test('is measured once; the other carriageway is kept aside with its length', () => {
    const chained = chain([...up, ...down], { maxGap: 200 });
    expect(lineLength(chained.coordinates)).toBeCloseTo(lineLength(whole), -1);
    const aside = chained.aside;
    expect(new Set(aside.map((a) => a.reason))).toEqual(new Set(['second-carriageway']));
    const sum = aside.reduce((s, a) => s + a.lengthM, 0);
    expect(sum).toBeCloseTo(lineLength(shifted(whole, 18)), -1);
  });

  test('does not turn round at its end, where both carriageways meet', () => {
    const end = whole[whole.length - 1] as [number, number];
    const meeting = down.map((p, i) =>
      i === down.length - 1 ? { ...p, coordinates: [end, ...p.coordinates] } : p,
    );
    const chained = chain([...up, ...meeting], { maxGap: 200 });
    expect(lineLength(chained.coordinates)).toBeLessThan(lineLength(whole) * 1.02);
  });
});

test('nothing is dropped: what is on the line and aside adds up to what was given', () => {
  const branch = { coordinates: [whole[60] as [number, number], [105.8, 21.95] as const], oneWay: false };
  const copy = { coordinates: whole.slice(20, 40), oneWay: false };
  const pieces = [...cut(whole, [50, 90]), branch, copy];
  const chained = chain(pieces, { maxGap: 100 });
  const reasons = chained.aside.map((a) => a.reason).sort();
  expect(reasons).toEqual(['branch', 'duplicate']);
  const given = pieces.reduce((s, p) => s + lineLength(p.coordinates), 0);
  const kept = lineLength(chained.coordinates) + chained.aside.reduce((s, a) => s + a.lengthM, 0);
  expect(kept).toBeCloseTo(given, 2);
});

test('pieces without length make no road, and neither do thousands that lie about', () => {
  const here = [105, 21];
  expect(chainPieces([{ coordinates: [here, here], oneWay: false }], { maxGap: 100 })).toEqual({
    ok: false,
    reason: { code: 'road.too-short' },
  });
  const about = Array.from({ length: 1500 }, (_, i) =>
    piece([at(i * 50, (i % 40) * 900), at(i * 50, (i % 40) * 900 + 30)]),
  );
  expect(chainPieces(about, { maxGap: 100 })).toMatchObject({
    ok: false,
    reason: { code: 'offer.scattered', params: { count: 1500 } },
  });
});

/** Metres east and north of a place. */
const at = (east: number, north: number): [number, number] => [
  105.8 + east / 103_300,
  21.9 + north / 110_700,
];
const piece = (coordinates: readonly (readonly number[])[], oneWay = false): Piece => ({
  coordinates,
  oneWay,
});
const reasonsOf = (pieces: readonly Piece[]) => {
  const chained = chain(pieces, { maxGap: 200 });
  return {
    length: Math.round(lineLength(chained.coordinates as [number, number][])),
    aside: chained.aside.map((a) => [a.reason, Math.round(a.lengthM)]),
  };
};
const circle = (radius: number, north: number) =>
  Array.from({ length: 49 }, (_, i) =>
    at(radius * Math.sin((i * Math.PI) / 24), north + radius - radius * Math.cos((i * Math.PI) / 24)),
  );

test('a pass of random shape is one road, however near it comes to itself and wherever it is cut', () => {
  const legs = fc.array(fc.integer({ min: 60, max: 400 }), { minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(
      legs,
      fc.integer({ min: 15, max: 60 }),
      fc.array(fc.double({ min: 0.1, max: 0.9, noNaN: true }), { maxLength: 4 }),
      fc.infiniteStream(fc.boolean()),
      (lengths, apart, cuts, turns) => {
        const corners = [at(0, 0)];
        let east = 0;
        for (const [i, length] of lengths.entries()) {
          east += i % 2 === 0 ? length : -length;
          corners.push(at(east, i * apart), at(east, (i + 1) * apart));
        }
        // Cut at hairpins and between them.
        const parts: [number, number][][] = corners
          .slice(1)
          .map((c, i) => [corners[i] as [number, number], c]);
        for (const share of cuts) {
          const i = Math.floor(share * parts.length);
          const [a, b] = parts[i] as [[number, number], [number, number]];
          const middle: [number, number] = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
          parts.splice(i, 1, [a, middle], [middle, b]);
        }
        const pieces = parts.map((c) => piece(turns.next().value ? [...c].reverse() : c));
        const { length, aside } = reasonsOf(pieces);
        expect(aside).toEqual([]);
        expect(Math.abs(length - lineLength(corners))).toBeLessThan(2);
      },
    ),
    { numRuns: 100 },
  );
});

test('both carriageways drawn as one line are measured once, with or without word of the traffic', () => {
  const out = [at(0, 0), at(700, 40), at(1500, 0), at(3000, 60)];
  const back = [at(3000, 75), at(1500, 15), at(700, 55), at(0, 15)];
  for (const oneWay of [true, false]) {
    const { length, aside } = reasonsOf([piece([...out, ...back], oneWay)]);
    expect(length).toBeGreaterThan(2990);
    expect(length).toBeLessThan(3040);
    expect(aside.map(([reason]) => reason)).toEqual(['second-carriageway']);
  }
  // The arms of a lane round a market, and of a hairpin.
  expect(reasonsOf([piece([at(0, 0), at(120, 0), at(120, 30), at(0, 30)])])).toEqual({
    length: 270,
    aside: [],
  });
});

test('a ring is the road where only a stub leads to it; where the way to it is long, the road goes round it', () => {
  const ring = circle(1200, 0);
  const stub = [at(0, 0), at(0, -150)];
  expect(reasonsOf([piece(ring), piece(stub)])).toMatchObject({ aside: [['branch', 150]] });
  const half = ring.slice(0, 25);
  const other = ring.slice(24);
  const rest = reasonsOf([piece(half), piece([...other].reverse()), piece(stub)]);
  expect(rest.aside).toEqual([['branch', 150]]);
  expect(rest.length).toBeGreaterThan(7500);
  const stick = [at(0, 0), at(0, -1000)];
  const lollipop = reasonsOf([piece(circle(100, 0)), piece(stick)]);
  expect(lollipop.aside).toEqual([]);
  expect(lollipop.length).toBeGreaterThan(1600);
  expect(reasonsOf([piece(circle(12, 0)), piece(stick)]).aside).toEqual([['loop', 75]]);
});

test('why something is left aside is what it is', () => {
  const road = [at(0, 0), at(500, 0), at(1000, 0)];
  // Eighty metres across the road are no carriageway.
  expect(reasonsOf([piece(road), piece([at(500, 0), at(500, 80)])]).aside).toEqual([['branch', 80]]);
  expect(
    reasonsOf([piece(road), piece([at(500, 0), at(480, 90), at(540, 90), at(520, 0)])]).aside[0]?.[0],
  ).toBe('loop');
  expect(reasonsOf([piece(road), piece([at(1450, 0), at(1700, 0)])]).aside).toEqual([['beyond-gap', 250]]);
  expect(reasonsOf([piece(road), piece([at(1150, 0), at(1450, 0)])])).toEqual({ length: 1450, aside: [] });
  expect(reasonsOf([piece(road), piece([at(200, 5000), at(900, 7000)])]).aside[0]?.[0]).toBe('island');
});
