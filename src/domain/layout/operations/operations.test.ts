import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PositionKey, StretchRule } from '../../model/entities/stretchRule.ts';
import { aPlacement, aPoint, idOf, RULE } from '../../testing.ts';
import { GAP_WIDTHS } from '../gapWidths.ts';
import { gapsOf, type Spot, spotsOf } from '../layOut.ts';
import { cutAt, cutAtAll, join } from './cut.ts';
import { itemsOf, layItems } from './dressing.ts';
import { layPattern } from './pattern.ts';
import { withMove, withSkip } from './positions.ts';
import { copiedTo, mirrored } from './turn.ts';

const rules = fc
  .record({
    spacing: fc.constantFrom(10, 25, 33.3, 40),
    startOffset: fc.constantFrom(0, 7),
    sides: fc.constantFrom('left' as const, 'right' as const, 'both' as const, 'median' as const),
    staggered: fc.boolean(),
    skips: fc.array(
      fc.tuple(fc.constantFrom('L', 'R', 'M'), fc.nat(60)).map(([s, n]) => `${s}${n}` as PositionKey),
      {
        maxLength: 8,
      },
    ),
    moves: fc.dictionary(
      fc.nat(30).map((n) => `R${n}`),
      fc.integer({ min: -4, max: 4 }),
      { maxKeys: 3 },
    ),
  })
  .map((change): StretchRule => ({ ...RULE, except: ['bridge'], ...change }));
const gaps = (rule: StretchRule) => gapsOf(rule, [{ kind: 'bridge', from: 1210, to: 1290 }], GAP_WIDTHS);
const places = (spots: readonly Spot[]) => spots.map((s) => `${s.side} ${s.chainage.toFixed(3)}`).sort();

test('cut anywhere, the parts hold exactly the positions of the whole', () => {
  fc.assert(
    fc.property(
      rules,
      fc.array(fc.integer({ min: 1002, max: 1990 }), { minLength: 1, maxLength: 4 }),
      (rule, at) => {
        const whole = { from: 1000, to: 2000, rule };
        const parts = cutAtAll(whole, at);
        if (!parts.ok) return;
        const laid = parts.value.flatMap((p) => spotsOf(p, gaps(rule)));
        expect(places(laid)).toEqual(places(spotsOf(whole, gaps(rule))));
        parts.value.forEach((p, i) => {
          const next = parts.value[i + 1];
          if (next !== undefined) expect(p.to).toBeLessThanOrEqual(next.from);
        });
      },
    ),
    { numRuns: 400 },
  );
});

test('what was cut is joined again, position by position', () => {
  fc.assert(
    fc.property(rules, fc.integer({ min: 1010, max: 1980 }), (rule, at) => {
      const cut = cutAt({ from: 1000, to: 2000, rule }, at);
      if (!cut.ok) return;
      const joined = join(cut.value.map((p) => aPlacement(p)));
      if (!joined.ok) throw new Error(joined.reason.code);
      expect(places(spotsOf(joined.value, gaps(rule)))).toEqual(
        places(spotsOf({ from: 1000, to: 2000, rule }, gaps(rule))),
      );
    }),
  );
});

describe('what cannot be joined says why', () => {
  const [a, b] = [aPlacement({ from: 0, to: 1000 }), aPlacement({ from: 1025, to: 2000 })];
  test.each([
    ['join.two', [a]],
    ['join.different', [a, { ...b, assetTypeId: idOf('A', 9) }]],
    ['join.different', [a, { ...b, rule: { ...RULE, spacing: 50 } }]],
    ['join.apart', [a, { ...b, from: 1200 }]],
    ['join.out-of-step', [a, { ...b, from: 1030, rule: { ...RULE, skips: ['L1' as const] } }]],
  ])('%s', (code, rows) => {
    const done = join(rows);
    expect(done.ok ? '' : done.reason.code).toBe(code);
  });
});

test('a cut outside the stretch is refused', () => {
  expect(cutAt({ from: 1000, to: 2000, rule: RULE }, 999)).toMatchObject({ ok: false });
  expect(cutAtAll({ from: 1000, to: 2000, rule: RULE }, [2000, 3000])).toMatchObject({ ok: false });
});

test('mirrored twice is as it was; once, every position is on the other side', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      fc.pre(rule.sides !== 'median' && !(rule.staggered && rule.sides === 'both'));
      const once = mirrored(aPlacement({ rule }));
      if (!once.ok || once.value.rule == null) throw new Error('not mirrored');
      const turned = places(spotsOf({ from: 1000, to: 2000, rule: once.value.rule }, []));
      const other = { left: 'right', right: 'left', median: 'median' } as const;
      expect(turned).toEqual(
        places(spotsOf({ from: 1000, to: 2000, rule }, []).map((s) => ({ ...s, side: other[s.side] }))),
      );
      expect(mirrored({ side: null, rule: once.value.rule })).toEqual({ ok: true, value: { rule } });
    }),
  );
  expect(mirrored(aPoint({ side: 'left' }))).toEqual({ ok: true, value: { side: 'right' } });
  expect(mirrored(aPoint({ side: 'median' }))).toMatchObject({ ok: false });
});

test('a copy keeps its length, is a draft, and fits on the road or is refused', () => {
  const row = aPlacement({ state: 'ready' });
  const road = { minChainage: 0, maxChainage: 5000 };
  expect(copiedTo(row, 'R', road, 3000)).toMatchObject({
    ok: true,
    value: { from: 3000, to: 4000, state: 'draft', roadId: 'R' },
  });
  expect(copiedTo(row, 'R', road, 4500)).toMatchObject({ ok: false, reason: { code: 'copy.beyond' } });
});

test('a pattern stands in its order, without doubles', () => {
  const parts = layPattern(['flag', 'flag', 'flag', 'banner'], 100, 'left', 1000);
  if (!parts.ok) throw new Error(parts.reason.code);
  const along = parts.value
    .flatMap((p) =>
      spotsOf({ from: 0, to: 1000, rule: p.rule }, []).map((s) => [s.chainage, p.assetTypeId] as const),
    )
    .sort((a, b) => a[0] - b[0]);
  expect(along.map(([, type]) => type)).toEqual(
    Array.from({ length: 11 }, (_, i) => (i % 4 === 3 ? 'banner' : 'flag')),
  );
  expect(along.map(([c]) => c)).toEqual(Array.from({ length: 11 }, (_, i) => i * 100));
});

test('a set made from what is placed, laid elsewhere, is the same dressing', () => {
  const rows = [
    aPlacement({ from: 1000, to: 5000 }),
    aPoint({ id: idOf('P', 2), from: 1000, side: 'right' }),
    aPoint({ id: idOf('P', 3), from: 4950, side: 'left', pointQuantity: 2 }),
    aPoint({ id: idOf('P', 4), from: 3000, side: 'right' }),
  ];
  const { id: _i, version: _v, ...common } = aPlacement();
  const laid = layItems(
    itemsOf(rows),
    { roadId: 'R', from: 10_000, to: 12_000 },
    () => true,
    () => 'S',
    (assetTypeId) => ({ ...common, assetTypeId }),
  );
  expect(laid.map((f) => [f.from, f.to, f.side, f.pointQuantity])).toEqual([
    [10_000, 12_000, null, 0],
    [10_000, null, 'right', 1],
    [11_950, null, 'left', 2],
    [11_000, null, 'right', 1],
  ]);
  expect(
    layItems(
      itemsOf(rows),
      { roadId: 'R', from: 0, to: 10 },
      () => false,
      () => null,
      () => common,
    ),
  ).toEqual([]);
});

test('a position is skipped and taken back, moved and put back', () => {
  const rule = withMove(withSkip(RULE, 'L2', true), 'R3', 6);
  expect([rule.skips, rule.moves]).toEqual([['L2'], { R3: 6 }]);
  expect(withMove(withSkip(rule, 'L2', false), 'R3', 0)).toEqual({ ...RULE, skips: [], moves: {} });
});
