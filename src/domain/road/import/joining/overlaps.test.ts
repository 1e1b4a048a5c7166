import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineLength } from '../../../geo/geodesic.ts';
import { bendingLine } from '../../../testing.ts';
import { measureLine, pointAt } from '../../line.ts';
import { chainPieces } from './chain.ts';
import { withoutOverlaps } from './overlaps.ts';
import type { Piece } from './runs.ts';

const whole = bendingLine(12);

const chain = (pieces: readonly Piece[], options: { readonly maxGap: number }) => {
  const chained = chainPieces(pieces, options);
  if (!chained.ok) throw new Error(chained.reason.code);
  return chained.value;
};
const measured = measureLine(whole) as NonNullable<ReturnType<typeof measureLine>>;

/** The road from one share of its length to another, cut between vertices as files are. */
function part(from: number, to: number): (readonly number[])[] {
  const [a, b] = [from * measured.length, to * measured.length];
  const end = (along: number) => {
    const p = pointAt(measured, along);
    return [p.lng, p.lat];
  };
  const inside = whole.filter((_, i) => {
    const along = measured.along[i] as number;
    return along > a + 0.01 && along < b - 0.01;
  });
  return [end(a), ...inside, end(b)];
}

const piece = (coordinates: Piece['coordinates'], oneWay = false): Piece => ({ coordinates, oneWay });
const lengthOf = (pieces: readonly { readonly coordinates: Piece['coordinates'] }[]) =>
  pieces.reduce((sum, p) => sum + lineLength(p.coordinates), 0);

test('a road of pieces in any order, reversed, overlapping and doubled has its length, and nothing is dropped', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 3, max: 97 }), { minLength: 1, maxLength: 8 });
  const choices = fc.infiniteStream(
    fc.record({
      turned: fc.boolean(),
      over: fc.integer({ min: 0, max: 2 }),
      twice: fc.integer({ min: 0, max: 5 }),
    }),
  );
  fc.assert(
    fc.property(cuts, choices, fc.nat(), (at, choice, seed) => {
      const ends = [0, ...[...at].sort((a, b) => a - b), 100].map((p) => p / 100);
      const pieces: Piece[] = [];
      let doubled = 0;
      for (let i = 1; i < ends.length; i++) {
        const { turned, over, twice } = choice.next().value;
        const coordinates = part(ends[i - 1] as number, Math.min(1, (ends[i] as number) + over / 100));
        pieces.push(piece(turned ? [...coordinates].reverse() : coordinates));
        if (twice === 0) {
          pieces.push(piece(coordinates));
          doubled++;
        }
      }
      const shuffled = pieces
        .map((p, i) => ({ p, k: ((i + 1) * 7919 * ((seed % 97) + 1)) % 104_729 }))
        .sort((a, b) => a.k - b.k)
        .map((s) => s.p);
      const chained = chain(shuffled, { maxGap: 100 });
      const coordinates = chained.coordinates;
      expect(Math.abs(lineLength(coordinates) - measured.length)).toBeLessThan(2);
      expect(chained.gaps).toEqual([]);
      const tips = [coordinates[0], coordinates.at(-1)].map((c) => (c as number[])[1] as number).sort();
      const wanted = [whole[0], whole.at(-1)].map((c) => (c as readonly number[])[1] as number).sort();
      for (const [i, tip] of tips.entries()) expect(tip).toBeCloseTo(wanted[i] as number, 5);
      const aside = chained.aside;
      expect(aside.filter((a) => a.reason !== 'overlap' && a.reason !== 'duplicate')).toEqual([]);
      expect(aside.filter((a) => a.reason === 'duplicate').length).toBeGreaterThanOrEqual(doubled);
      expect(Math.abs(lengthOf(aside) + lineLength(coordinates) - lengthOf(shuffled))).toBeLessThan(3);
    }),
    { numRuns: 60 },
  );
});

test('what only touches, crosses, or runs beside a piece stays whole', () => {
  const long = part(0, 1);
  const shift = (east: number) => long.map(([x = 0, y = 0]) => [x + east / 103_300, y]);
  const p = pointAt(measured, measured.length / 2);
  const across = piece([
    [p.lng - 0.002, p.lat],
    [p.lng + 0.002, p.lat],
  ]);
  for (const other of [across, piece(shift(8)), piece(shift(2.4), true), piece(part(0.2, 0.2002))])
    expect(withoutOverlaps([piece(long), other])).toEqual({ pieces: [piece(long), other], covered: [] });
});

test('two roads that share a part of their way have it once: what leaves it is a branch', () => {
  const trunk = part(0.3, 0.5);
  const [a, b] = [trunk[0] as number[], trunk.at(-1) as number[]];
  const other = piece([
    [(a[0] as number) + 0.01, a[1] as number],
    ...trunk,
    [(b[0] as number) - 0.01, b[1] as number],
  ]);
  const chained = chain([piece(part(0, 1)), other], { maxGap: 100 });
  expect(lineLength(chained.coordinates)).toBeCloseTo(measured.length, 0);
  expect(chained.aside.map((x) => x.reason)).toEqual(['branch', 'branch', 'overlap']);
});

test('pieces whose ends overlap by some metres beside each other are one line', () => {
  const shifted = part(0.45, 1).map(([x = 0, y = 0]) => [x + 2 / 103_300, y]);
  const chained = chain([piece(part(0, 0.5)), piece(shifted)], { maxGap: 100 });
  expect(Math.abs(lineLength(chained.coordinates) - measured.length)).toBeLessThan(6);
  expect(chained.gaps).toEqual([]);
  expect(chained.aside.map((x) => [x.reason, Math.round(x.lengthM / 100)])).toEqual([
    ['overlap', Math.round((0.05 * measured.length) / 100)],
  ]);
});
