/** Of which pieces something new can be told, and where it is then said to be. */
import { describe, expect, test } from 'vitest';
import { withRows } from '../edit/tables.ts';
import type { Report } from '../model/entities/report.ts';
import { aPlacement, aPlan, aPoint, aReport, idOf } from '../testing.ts';
import { progressOf } from './progress.ts';
import { newIn } from './telling.ts';

/** 41 flags on each side of 1,000 m. */
const row = aPlacement({ state: 'ready', approvedQuantity: 82 });
const plan = (reports: readonly Partial<Report>[], placement = row) =>
  aPlan({
    placement: [placement],
    report: reports.map((r, i) => aReport({ id: idOf('R', i + 1), placementId: placement.id, ...r })),
  });
const half = [{ from: 1000, to: 1500, sides: 'both' as const }];

describe('what is told', () => {
  test('of all of it names its range: what is added to the plan later was not done', () => {
    const told = newIn(plan([]), row, 'installed');
    expect(told).toEqual({ spots: [{ from: 1000, to: 2000, sides: 'both' }], quantity: null });
    const longer = aPlacement({ ...row, to: 3000 });
    const after = withRows(plan([{ ...told }]), [{ entity: 'placement', id: row.id, row: longer }]);
    expect(progressOf(after, longer)).toMatchObject({ planned: 162, standing: 82 });
  });
  test('of a point says how many', () => {
    const point = aPoint({ state: 'ready', pointQuantity: 4 });
    expect(newIn(plan([], point), point, 'installed')).toEqual({ spots: null, quantity: 4 });
    expect(newIn(plan([{ quantity: 3 }], point), point, 'installed')).toEqual({ spots: null, quantity: 1 });
    const more = aPoint({ state: 'ready', pointQuantity: 10 });
    expect(progressOf(plan([{ quantity: 4 }], more), more).standing).toBe(4);
  });
  test('is what was never up: neither what came down nor what is damaged is put up by it', () => {
    const story: Partial<Report>[] = [
      { spots: half },
      { kind: 'taken-down', spots: [{ from: 1000, to: 1200, sides: 'both' }], day: '2020-10-21' },
    ];
    expect(newIn(plan(story), row, 'installed')?.spots).toEqual([{ from: 1525, to: 2000, sides: 'both' }]);
    expect(newIn(plan([{}]), row, 'installed')).toBeNull();
    expect(newIn(plan([{}, { kind: 'taken-down' }]), row, 'installed')).toBeNull();
    // What was lost where it stood is put up again.
    const lost = { kind: 'lost' as const, spots: [{ from: 1500, to: 1500, sides: 'left' as const }] };
    expect(newIn(plan([{}, lost]), row, 'installed')?.spots).toEqual([
      { from: 1500, to: 1500, sides: 'left' },
    ]);
  });
  test('stays within the part of whoever tells it', () => {
    expect(newIn(plan([]), row, 'installed', half)?.spots).toEqual(half);
  });
  test('of what does not stand there is nothing to accept, repair, check or take down', () => {
    for (const kind of ['accepted', 'repaired', 'checked', 'taken-down', 'damaged'] as const)
      expect(newIn(plan([]), row, kind), kind).toBeNull();
    expect(newIn(plan([{ spots: half }]), row, 'accepted')?.spots).toEqual(half);
  });
});
