/** What follows from reports: in whatever order they come, counted once, and adding up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Placement } from '../model/entities/placement.ts';
import { REPORT_KINDS, type Report, type SpotRange } from '../model/entities/report.ts';
import type { Tables } from '../model/rows.ts';
import { positionsIn } from '../plan/amounts.ts';
import { aPlacement, aPlan, aPoint, aReport, idOf, RULE } from '../testing.ts';
import { piecesIn, progress, progressByUnit, progressOf, sharesWithin, sumOf } from './progress.ts';
import { spotsOf, within } from './spots.ts';
import { stageOf } from './stage.ts';

/** 41 flags on each side of 1,000 m. */
const row = aPlacement({ state: 'ready', approvedQuantity: 82 });

function plan(reports: readonly Partial<Report>[], placement: Placement = row): Tables {
  const rows = reports.map((r, i) => aReport({ id: idOf('R', i + 1), placementId: placement.id, ...r }));
  return aPlan({ placement: [placement], report: rows });
}

const figures = (reports: readonly Partial<Report>[], placement = row) =>
  progressOf(plan(reports, placement), placement);
const from = (a: number, b: number, sides: SpotRange['sides'] = 'both'): SpotRange[] => [
  { from: a, to: b, sides },
];

describe('what a report counts for', () => {
  test('nothing reported: planned and approved alone', () => {
    expect(figures([])).toMatchObject({ planned: 82, approved: 82, installed: 0, standing: 0 });
    const draft = aPlacement();
    expect(progressOf(plan([], draft), draft)).toMatchObject({ planned: 82, approved: 0 });
  });

  test('a range with both its ends, on its side alone', () => {
    expect(figures([{ spots: from(1000, 1500) }]).installed).toBe(42);
    expect(figures([{ spots: from(1000, 1500, 'left') }]).installed).toBe(21);
    expect(figures([{ spots: from(1500, 1500, 'right') }]).installed).toBe(1);
  });

  test('ranges that overlap count once', () => {
    const both = [{ spots: from(1000, 1500) }, { spots: from(1250, 1750) }];
    expect(figures(both).installed).toBe(62);
  });

  test('a smaller count counts for the first along the road, a larger for all that there are', () => {
    const few = figures([{ quantity: 10 }]);
    expect(few.installed).toBe(10);
    expect(stageOf(plan([{ quantity: 10 }]), row)).toBe('installing');
    // Five on each side, the first ones.
    const { flags } = piecesIn(plan([{ quantity: 10 }]), row);
    expect([...flags.slice(0, 6)]).toEqual([3, 3, 3, 3, 3, 0]);
    expect(figures([{ quantity: 500 }]).installed).toBe(82);
    expect(figures([{ spots: from(1000, 1100), quantity: 500 }]).installed).toBe(10);
  });

  test('a single position is found again where the plan was shifted a little', () => {
    const shifted = aPlacement({ ...row, rule: { ...RULE, startOffset: 8 } });
    expect(progressOf(plan([{ spots: from(1500, 1500, 'left') }], shifted), shifted).installed).toBe(1);
  });

  test('what is not approved is named apart: it stands, and is no share of what is done', () => {
    const withdrawn = aPlacement({ state: 'draft' });
    const figures = progressOf(plan([{ quantity: 10 }], withdrawn), withdrawn);
    expect(figures).toMatchObject({ planned: 82, approved: 0, installed: 0, standing: 10 });
    expect(stageOf(plan([{ quantity: 10 }], withdrawn), withdrawn)).toBe('draft');
  });

  test('damage, repair, acceptance, taking down, return and loss', () => {
    const story: Partial<Report>[] = [{}, { kind: 'accepted' }];
    const is = (more: readonly Partial<Report>[]) => stageOf(plan([...story, ...more]), row);
    expect(is([])).toBe('inspected');
    expect(is([{ kind: 'damaged', quantity: 3 }])).toBe('damaged');
    expect(is([{ kind: 'damaged', quantity: 3 }, { kind: 'repaired' }])).toBe('inspected');
    // Before anything is taken down it is to be put up again.
    expect(is([{ kind: 'lost', quantity: 2 }])).toBe('installing');
    expect(is([{ kind: 'taken-down', quantity: 2 }])).toBe('taking-down');
    expect(is([{ kind: 'taken-down', spots: from(1000, 1500) }])).toBe('taking-down');
    expect(is([{ kind: 'taken-down' }])).toBe('removed');
    const end: Partial<Report>[] = [
      {},
      { kind: 'taken-down' },
      { kind: 'recovered', quantity: 80 },
      { kind: 'lost', quantity: 2 },
    ];
    expect(figures(end)).toMatchObject({ installed: 82, standing: 0, takenDown: 82, recovered: 80, lost: 2 });
    // What was put up again has to be accepted again.
    expect(stageOf(plan([...story, { kind: 'taken-down' }, {}]), row)).toBe('installed');
  });

  test('what was done first counts first, whenever it was told', () => {
    const told = [{ kind: 'taken-down', day: '2020-10-29' }, { day: '2020-10-20' }] as const;
    expect(stageOf(plan(told), row)).toBe('removed');
  });

  test('a late tick of what is up takes no damage back', () => {
    const damaged: Partial<Report>[] = [{}, { kind: 'damaged', quantity: 3, day: '2020-10-21' }];
    expect(figures([...damaged, { day: '2020-10-22' }]).damaged).toBe(3);
  });

  test('one piece that was lost does not make the row one that came down', () => {
    const lost: Partial<Report>[] = [{ quantity: 1 }, { kind: 'lost', quantity: 1, day: '2020-10-21' }];
    expect(stageOf(plan(lost), row)).toBe('ready');
  });

  test('told once more that it is up, it stays accepted', () => {
    expect(stageOf(plan([{}, { kind: 'accepted' }, { day: '2020-10-21' }]), row)).toBe('inspected');
  });

  test('what does not stand is neither damaged nor accepted nor checked', () => {
    for (const kind of ['damaged', 'accepted', 'checked', 'taken-down'] as const)
      expect(figures([{ kind }]), kind).toMatchObject({ damaged: 0, accepted: 0, checked: 0, takenDown: 0 });
  });

  test('pieces of a point', () => {
    const point = aPoint({ state: 'approved', pointQuantity: 12 });
    // No piece of a point has a place of its own: what is told next is of the next.
    expect(figures([{ quantity: 5 }, { quantity: 5 }], point)).toMatchObject({ planned: 12, installed: 10 });
    expect(figures([{ quantity: 5 }, { quantity: 9 }], point).installed).toBe(12);
    expect(figures([{}], point).installed).toBe(12);
  });

  test('a stretch too long to lay out counts whole, and else as far as it is laid out', () => {
    const long = aPlacement({ state: 'approved', from: 0, to: 60_000, rule: { ...RULE, spacing: 0.5 } });
    const planned = progressOf(plan([], long), long).planned;
    const laid = positionsIn(plan([], long), long).count;
    expect(planned).toBeGreaterThan(laid);
    expect(figures([{}], long).installed).toBe(planned);
    expect(figures([{ quantity: 7 }], long).installed).toBe(7);
  });
});

describe('corrections', () => {
  test('a report that names another takes its place; one that says nothing takes it back', () => {
    const wrong = { id: idOf('R', 1) };
    expect(figures([wrong, { corrects: wrong.id, spots: from(1000, 1500) }]).installed).toBe(42);
    expect(figures([wrong, { kind: 'withdrawn', corrects: wrong.id }]).installed).toBe(0);
    const again: Partial<Report>[] = [
      wrong,
      { kind: 'withdrawn', corrects: idOf('R', 1) },
      { kind: 'withdrawn', corrects: idOf('R', 2) },
    ];
    expect(figures(again).installed).toBe(82);
    expect(figures([...again, { kind: 'withdrawn', corrects: idOf('R', 3) }]).installed).toBe(0);
  });

  test('taken back for a part by two, each of their own, both count; what was counted there moves nowhere', () => {
    const half = (a: number, b: number) => ({
      kind: 'withdrawn' as const,
      corrects: idOf('R', 1),
      spots: from(a, b),
    });
    expect(figures([{}, half(1000, 1500)]).installed).toBe(40);
    expect(figures([{}, half(1000, 1500), half(1501, 2000)]).installed).toBe(0);
    // The first forty stand on the first half.
    expect(figures([{ quantity: 40 }, half(1000, 1500)]).installed).toBe(0);
    const back = { kind: 'withdrawn' as const, corrects: idOf('R', 2) };
    expect(figures([{}, half(1000, 1500), back]).installed).toBe(82);
  });

  test('a correction stands where it stood that it corrects, not after what was done since', () => {
    const told: Partial<Report>[] = [{}, { kind: 'damaged', spots: from(1800, 1900) }];
    const said = { corrects: idOf('R', 1), spots: from(1501, 2000) };
    expect(figures([...told, said])).toMatchObject({ standing: 40, damaged: 10 });
  });

  test('thousands of undoings of one another end', () => {
    const chain = Array.from(
      { length: 20_001 },
      (_, i): Partial<Report> => (i === 0 ? {} : { kind: 'withdrawn', corrects: idOf('R', i) }),
    );
    expect(figures(chain).installed).toBe(82);
  });

  test('reports that name each other end', () => {
    const circle: Partial<Report>[] = [{ corrects: idOf('R', 2) }, { corrects: idOf('R', 1) }];
    expect(figures(circle).installed).toBe(82);
  });
});

const aSpot = fc
  .tuple(
    fc.integer({ min: 900, max: 2100 }),
    fc.integer({ min: 0, max: 600 }),
    fc.constantFrom('left', 'right', 'both'),
  )
  .map(([start, length, sides]): SpotRange => ({ from: start, to: start + length, sides: sides as 'both' }));
const someReports = fc.array(
  fc.record({
    kind: fc.constantFrom(...REPORT_KINDS.filter((k) => k !== 'withdrawn')),
    spots: fc.option(fc.array(aSpot, { minLength: 1, maxLength: 3 })),
    quantity: fc.option(fc.integer({ min: 0, max: 100 })),
    day: fc.integer({ min: 10, max: 28 }).map((d) => `2020-10-${d}`),
    corrects: fc.option(
      fc.integer({ min: 1, max: 12 }).map((n) => idOf('R', n)),
      { freq: 4 },
    ),
  }),
  { maxLength: 12 },
);

describe('whatever was reported', () => {
  test('the order in which it comes does not matter', () => {
    fc.assert(
      fc.property(someReports, fc.func(fc.integer()), (reports, key) => {
        const rows = reports.map((r, i) => aReport({ ...r, id: idOf('R', i + 1) }));
        const mixed = [...rows].sort((a, b) => key(a.id) - key(b.id));
        const read = (list: readonly Report[]) => [
          ...piecesIn(aPlan({ placement: [row], report: list }), { ...row }).flags,
        ];
        expect(read(mixed)).toEqual(read(rows));
      }),
    );
  });

  test('told a second time, all of it, it changes nothing but repairs', () => {
    fc.assert(
      fc.property(someReports, (reports) => {
        const once = reports.filter((r) => r.kind !== 'repaired').map((r) => ({ ...r, corrects: null }));
        const last = once.at(-1);
        if (last === undefined) return;
        const day = once.reduce((most, r) => (r.day > most ? r.day : most), '');
        const told = [...once.slice(0, -1), { ...last, day }];
        expect(figures([...told, { ...last, day }])).toEqual(figures(told));
      }),
    );
  });

  test('units add up to the whole, figures keep to each other, and a later day knows at least as many put up', () => {
    const open = { ...row, unitId: null };
    fc.assert(
      fc.property(someReports, (reports) => {
        const tables = plan(reports, open);
        const all = progressOf(tables, open);
        const parts = [...progressByUnit(tables, open).values()];
        expect(parts.reduce(sumOf)).toEqual(all);
        expect(all.installed).toBeLessThanOrEqual(all.approved);
        expect(all.standing + all.takenDown).toBe(all.installed);
        expect(all.damaged).toBeLessThanOrEqual(all.standing);
        expect(all.recovered + all.lost).toBeLessThanOrEqual(all.takenDown);
        const by = (day: string) => progress(tables, [open], day).installed;
        expect(by('2020-10-31')).toBe(all.installed);
        let before = 0;
        for (const day of ['2020-10-09', '2020-10-12', '2020-10-19', '2020-10-28']) {
          expect(by(day)).toBeGreaterThanOrEqual(before);
          before = by(day);
        }
      }),
    );
  });

  test('a stretch and its halves add up', () => {
    fc.assert(
      fc.property(fc.array(aSpot, { minLength: 1, maxLength: 4 }), (spots) => {
        const near = aPlacement({ ...row, to: 1487 });
        const far = aPlacement({ ...row, from: 1500 });
        const installed = (placement: Placement) =>
          figures([{ spots: spots.filter((s) => s.from < s.to) }], placement);
        if (spots.every((s) => s.from === s.to)) return;
        expect(installed(near).installed + installed(far).installed).toBe(installed(row).installed);
      }),
    );
  });
});

test('the ranges of some positions hold these and no others', () => {
  const laid = positionsIn(plan([]), row);
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: laid.count, maxLength: laid.count }), (wanted) => {
      const spots = spotsOf(laid, (i) => wanted[i] === true);
      expect([...within(laid, spots, RULE.spacing)].map((n) => n === 1)).toEqual(wanted);
    }),
  );
  expect(spotsOf(laid, () => true)).toEqual([{ from: 1000, to: 2000, sides: 'both' }]);
});

test('whose pieces ranges hold', () => {
  const tables = plan([]);
  expect(sharesWithin(tables, row, from(1000, 1500))).toEqual(new Map([[idOf('V', 1), 42]]));
  expect(sharesWithin(tables, { ...row, unitId: null }, null)).toEqual(new Map([[null, 82]]));
  expect(sharesWithin(tables, row, from(5000, 6000)).size).toBe(0);
});
