import { expect, test } from 'vitest';
import { PX_PER_MM, planPaper } from './paper.ts';

const SIZES = { gutter: 84, rowHeight: 214, head: 20 };

test('a kilometre at 1:10,000 is ten centimetres of paper', () => {
  const plan = planPaper({ min: 0, max: 20_000 }, 'A4', 10_000, SIZES);
  expect((plan.pxPerMetre * 1000) / PX_PER_MM).toBeCloseTo(100, 9);
});

test('the rows follow one another from the road’s beginning to its end, and fill the paper', () => {
  const plan = planPaper({ min: 134_000, max: 172_178 }, 'A3', 25_000, SIZES);
  expect(plan.rows[0]?.from).toBe(134_000);
  expect(plan.rows[plan.rows.length - 1]?.to).toBe(172_178);
  for (const [i, row] of plan.rows.entries())
    if (i > 0) expect(row.from).toBeCloseTo(plan.rows[i - 1]?.to ?? 0, 6);
  expect(plan.perPage).toBe(4);
  expect(plan.pages).toBe(Math.ceil(plan.rows.length / 4));
});

test('a short road is one row', () => {
  expect(planPaper({ min: 0, max: 400 }, 'A4', 10_000, SIZES)).toMatchObject({ pages: 1, perPage: 3 });
});
