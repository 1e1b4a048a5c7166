/** Rows that an earlier version let be stored: eight stretches of 44 million positions each must open like others. */
import { expect, test } from 'vitest';
import { PlanChecker } from '../../domain/checks/checker.ts';
import { layOut, spotsOf } from '../../domain/layout/layOut.ts';
import { STRETCH_LIMIT } from '../../domain/layout/limits.ts';
import { positionsIn, quantityIn } from '../../domain/plan/amounts.ts';
import { unitShares } from '../../domain/plan/shares.ts';
import { aPlacement, aPlan, idOf, measured, RULE } from '../../domain/testing.ts';
import { ALL_RULES } from './allRules.ts';

const ABSURD = { from: -1_000_000, to: 10_000_000, rule: { ...RULE, spacing: 0.5 } };
const COUNT = 44_000_002;
const rows = Array.from({ length: 8 }, (_, i) => aPlacement({ id: idOf('P', i), unitId: null, ...ABSURD }));
const tables = aPlan({ placement: rows });

test('each is laid out to the limit, on both sides alike, and counted in full', () => {
  for (const row of rows) {
    const positions = positionsIn(tables, row);
    expect(positions.count).toBe(STRETCH_LIMIT);
    expect(positions.side.filter((s) => s < 0)).toHaveLength(STRETCH_LIMIT / 2);
    expect(positions.lng.byteLength).toBe(8 * STRETCH_LIMIT);
    expect(quantityIn(tables, row)).toBe(COUNT);
    const shares = [...unitShares(tables, row).values()];
    expect(shares.reduce((a, b) => a + b)).toBe(COUNT);
  }
  expect(spotsOf(ABSURD, [])).toHaveLength(STRETCH_LIMIT);
});

test('skips and moves do not lift the limit', () => {
  const rule = { ...ABSURD.rule, skips: ['L1' as const], moves: { R2: 1 } };
  const laid = layOut({ ...ABSURD, rule }, measured(), []);
  expect(laid.count).toBe(STRETCH_LIMIT - 1);
  expect(laid.lng.every((x) => x > 105)).toBe(true);
});

test('the check of the plan comes to an end and says of each that it is too much', () => {
  const { findings } = new PlanChecker(ALL_RULES, tables, '2020-10-15');
  const told = findings.filter((f) => f.rule === 'too-many-positions');
  expect(told.map((f) => f.params)).toEqual(rows.map(() => ({ count: COUNT, limit: STRETCH_LIMIT })));
  expect(findings.filter((f) => f.rule === 'beyond-road')).toHaveLength(8);
});
