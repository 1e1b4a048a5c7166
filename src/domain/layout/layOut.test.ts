import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PositionKey, StretchRule } from '../model/entities/stretchRule.ts';
import { stationOf } from '../road/measuredRoad.ts';
import { aPoint, measured, RULE } from '../testing.ts';
import { GAP_WIDTHS } from './gapWidths.ts';
import { gapsOf, layOut, positionKey, quantityOf } from './layOut.ts';
import { placementPositions } from './placement.ts';

const road = measured();

const rules = fc.record({
  spacing: fc.constantFrom(5, 12.5, 25, 33.3, 40),
  startOffset: fc.constantFrom(0, 3, 12.5),
  sides: fc.constantFrom('left' as const, 'right' as const, 'both' as const, 'median' as const),
  staggered: fc.boolean(),
  skips: fc.array(
    fc.tuple(fc.constantFrom('L', 'R', 'M'), fc.nat(60)).map(([s, n]) => `${s}${n}` as PositionKey),
    { maxLength: 12 },
  ),
  moves: fc.dictionary(
    fc.nat(40).map((n) => `L${n}`),
    fc.integer({ min: -10, max: 10 }),
    { maxKeys: 4 },
  ),
});
const ends = fc.tuple(fc.integer({ min: 100, max: 11_000 }), fc.integer({ min: 100, max: 11_000 }));
const gapLists = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 11_000 }), fc.integer({ min: 0, max: 400 })).map(([from, length]) => ({
    kind: 'bridge' as const,
    from,
    to: from + length,
  })),
  { maxLength: 5 },
);

test('20 km on both sides every 25 m are 1,602 positions', () => {
  const stretch = { from: 2000, to: 22_000, rule: RULE };
  expect(quantityOf(stretch, [])).toBe(1602);
  expect(layOut(stretch, road, []).count).toBe(1602);
});

test('quantity is the number of laid positions, whatever the rule', () => {
  fc.assert(
    fc.property(ends, rules, gapLists, ([from, to], change, bridges) => {
      const rule = { ...RULE, ...change, except: ['bridge'] } as StretchRule;
      const gaps = gapsOf(rule, bridges, GAP_WIDTHS);
      const laid = layOut({ from, to, rule }, road, gaps);
      expect(laid.count).toBe(quantityOf({ from, to, rule }, gaps));
      expect(laid.lng.every((x) => x > 105 && x < 106)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('no unmoved position stands in a gap, skipped ones are gone, and keys are unique', () => {
  fc.assert(
    fc.property(ends, rules, gapLists, ([from, to], change, bridges) => {
      const rule = { ...RULE, ...change, except: ['bridge'] } as StretchRule;
      const gaps = gapsOf(rule, bridges, GAP_WIDTHS);
      const laid = layOut({ from, to, rule }, road, gaps);
      const keys = Array.from(laid.ordinal, (o, i) => positionKey(laid.side[i] as number, o));
      expect(new Set(keys).size).toBe(keys.length);
      keys.forEach((key, i) => {
        expect(rule.skips).not.toContain(key);
        const c = laid.chainage[i] as number;
        if (rule.moves[key] !== undefined) return;
        expect(gaps.some((g) => c > g.from + 1e-3 && c < g.to - 1e-3)).toBe(false);
        expect(c).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-3);
        expect(c).toBeLessThanOrEqual(Math.max(from, to) + 1e-3);
      });
    }),
    { numRuns: 200 },
  );
});

test('a laid position is found again at its chainage and side', () => {
  const laid = layOut({ from: 500, to: 2500, rule: RULE }, road, []);
  for (let i = 0; i < laid.count; i++) {
    const station = stationOf(road, laid.lng[i] as number, laid.lat[i] as number);
    expect(Math.abs((station?.chainage ?? 0) - (laid.chainage[i] as number))).toBeLessThan(1);
    expect(station?.side).toBe((laid.side[i] as number) < 0 ? 'left' : 'right');
    expect(station?.distance).toBeCloseTo(7, 0);
  }
});

describe('single positions', () => {
  const stretch = (rule: Partial<StretchRule>) => ({
    from: 0,
    to: 100,
    rule: { ...RULE, sides: 'left' as const, ...rule },
  });

  test('a skip takes one out and leaves the keys of the others', () => {
    const laid = layOut(stretch({ skips: ['L1'] }), road, []);
    expect([...laid.ordinal]).toEqual([0, 2, 3, 4]);
  });

  test('a move shifts one along the road', () => {
    const laid = layOut(stretch({ moves: { L2: 6 } }), road, []);
    expect([...laid.chainage]).toEqual([0, 25, 56, 75, 100]);
  });

  test('staggered sides stand half a spacing apart', () => {
    const laid = layOut(stretch({ sides: 'both', staggered: true }), road, []);
    expect([...laid.chainage]).toEqual([0, 25, 50, 75, 100, 12.5, 37.5, 62.5, 87.5]);
  });

  test('a junction keeps 20 m free on both sides', () => {
    const gaps = gapsOf(
      { ...RULE, except: ['junction'] },
      [{ kind: 'junction', from: 50, to: 50 }],
      GAP_WIDTHS,
    );
    expect([...layOut(stretch({ spacing: 10 }), road, gaps).chainage]).toEqual([0, 10, 20, 80, 90, 100]);
  });
});

test('a rule that counts from before its stretch has no place there, and keeps its numbers', () => {
  const stretch = { from: 1000, to: 1100, rule: { ...RULE, startOffset: -12.5, staggered: true } };
  const laid = layOut(stretch, road, []);
  const keys = Array.from(laid.ordinal, (o, i) => positionKey(laid.side[i] as number, o));
  expect(keys).toEqual(['L1', 'L2', 'L3', 'L4', 'R0', 'R1', 'R2', 'R3', 'R4']);
  expect(Math.min(...laid.chainage)).toBe(1000);
  expect(quantityOf(stretch, [])).toBe(laid.count);
});

test('a point beyond its road stands at the road’s end, to be seen and mended', () => {
  const at = (from: number) => placementPositions(aPoint({ from }), road, [], GAP_WIDTHS);
  const [end, beyond] = [at(road.maxChainage), at(90_000)];
  expect(beyond.count).toBe(1);
  expect([beyond.lng[0], beyond.lat[0]]).toEqual([end.lng[0], end.lat[0]]);
  expect(at(-500).lat[0]).toBe(at(0).lat[0]);
});
