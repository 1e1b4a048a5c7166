import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineLength } from '../../geo/geodesic.ts';
import { bendingLine } from '../../testing.ts';
import { chainPieces } from './chain.ts';
import type { Piece } from './runs.ts';

const whole = bendingLine(12);

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
      const chained = chainPieces(
        shuffled.map((s) => s.p),
        { maxGap: 100 },
      );
      expect(chained?.parts).toBe(pieces.length);
      expect(chained?.aside).toEqual([]);
      expect(chained?.gaps).toEqual([]);
      expect(lineLength(chained?.coordinates ?? [])).toBeCloseTo(lineLength(whole), 3);
    }),
    { numRuns: 60 },
  );
});

test('a gap within the limit is bridged and told in metres; a wider one leaves an island, with its distance', () => {
  const [a, b] = [whole.slice(0, 50), whole.slice(52)];
  const gap = lineLength([a[49] as [number, number], b[0] as [number, number]]);
  const pieces = [a, b].map((coordinates) => ({ coordinates, oneWay: false }));
  const bridged = chainPieces(pieces, { maxGap: gap + 1 });
  expect(bridged?.gaps.map(Math.round)).toEqual([Math.round(gap)]);
  expect(bridged?.aside).toEqual([]);
  const parted = chainPieces(pieces, { maxGap: gap - 10 });
  expect(parted?.gaps).toEqual([]);
  expect(parted?.aside).toHaveLength(1);
  expect(parted?.aside[0]?.reason).toBe('island');
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
    const chained = chainPieces([...up, ...down], { maxGap: 200 });
    expect(lineLength(chained?.coordinates ?? [])).toBeCloseTo(lineLength(whole), -1);
    const aside = chained?.aside ?? [];
    expect(new Set(aside.map((a) => a.reason))).toEqual(new Set(['second-carriageway']));
    const sum = aside.reduce((s, a) => s + a.lengthM, 0);
    expect(sum).toBeCloseTo(lineLength(shifted(whole, 18)), -1);
  });

  test('does not turn round at its end, where both carriageways meet', () => {
    const end = whole[whole.length - 1] as [number, number];
    const meeting = down.map((p, i) =>
      i === down.length - 1 ? { ...p, coordinates: [end, ...p.coordinates] } : p,
    );
    const chained = chainPieces([...up, ...meeting], { maxGap: 200 });
    expect(lineLength(chained?.coordinates ?? [])).toBeLessThan(lineLength(whole) * 1.02);
  });
});

test('nothing is dropped: what is on the line and aside adds up to what was given', () => {
  const branch = { coordinates: [whole[60] as [number, number], [105.8, 21.95] as const], oneWay: false };
  const copy = { coordinates: whole.slice(20, 40), oneWay: false };
  const pieces = [...cut(whole, [50, 90]), branch, copy];
  const chained = chainPieces(pieces, { maxGap: 100 });
  const reasons = chained?.aside.map((a) => a.reason).sort();
  expect(reasons).toEqual(['branch', 'duplicate']);
  const given = pieces.reduce((s, p) => s + lineLength(p.coordinates), 0);
  const kept =
    lineLength(chained?.coordinates ?? []) + (chained?.aside ?? []).reduce((s, a) => s + a.lengthM, 0);
  expect(kept).toBeCloseTo(given, 2);
});

test('pieces without length make no road', () => {
  expect(
    chainPieces(
      [
        {
          coordinates: [
            [105, 21],
            [105, 21],
          ],
          oneWay: false,
        },
      ],
      { maxGap: 100 },
    ),
  ).toBeNull();
});
