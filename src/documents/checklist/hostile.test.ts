/** Dialog, strips, table and totals say the same number, on plans that nobody would draw. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostilePlan } from '../../../tests/support/hostilePlan.ts';
import { pagesOf } from '../../../tests/support/paper.ts';
import type { PositionKey } from '../../domain/model/entities/stretchRule.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { quantityIn } from '../../domain/plan/amounts.ts';
import { isTakenDown } from '../../domain/progress/stage.ts';
import { daysOf } from '../../domain/schedule/occasions.ts';
import { timelineOf } from '../../domain/schedule/timeline.ts';
import { type Choice, isTooMany, SheetLines } from '../../domain/sheet/sheetLines.ts';
import { aCampaign, anOccasion, aPlacement, aPlan, aPoint, aRoad, idOf, RULE } from '../../domain/testing.ts';
import { makeSheet } from './makeSheet.ts';
import type { Sheet } from './sheet.ts';

function sheetsOf(tables: Tables): { choice: Choice; lines: SheetLines; sheet: Sheet }[] {
  const lines = new SheetLines(tables, { work: 'install', drafts: true });
  const campaign = aCampaign();
  const printing = {
    campaign,
    timeline: timelineOf(daysOf(anOccasion()), []),
    number: 1,
    printedAt: '15/10/2020, 14:05',
    link: { url: 'http://localhost/#/c/x', words: 'Quét để mở' },
    work: 'install',
    onlyLeft: false,
    until: null,
  } as const;
  return (['road', 'unit'] as const).flatMap((by) =>
    lines.ids(by).map((id) => {
      const choice = { by, id };
      return { choice, lines, sheet: makeSheet(tables, choice, lines.of(choice), printing) };
    }),
  );
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
/** The figures of «Cộng: 1.234 cờ; 5 tấm pa nô». */
const figures = (total: string) =>
  sum([...total.matchAll(/(?<=[:;] )[\d.]+/g)].map((m) => Number(m[0].replaceAll('.', ''))));

function sameNumberEverywhere(tables: Tables): void {
  const table = new Map(
    [...tables.placement.values()]
      .filter((p) => !isTakenDown(tables, p))
      .map((p) => [p.id, quantityIn(tables, p)]),
  );
  const told = { road: new Map<string, number>(), unit: new Map<string, number>() };
  for (const { choice, lines, sheet } of sheetsOf(tables)) {
    const here = lines.of(choice);
    for (const { placement: p, quantity } of here)
      told[choice.by].set(p.id, (told[choice.by].get(p.id) ?? 0) + quantity);
    const dialog = sum(here.map((l) => l.quantity));
    const rows = sheet.parts.flatMap((p) => p.rows);
    // A stretch over several strips is on each of them; nothing is lost.
    expect(rows.length).toBeGreaterThanOrEqual(here.length);
    expect(sum(rows.map((r) => r.quantity))).toBe(dialog);
    expect(sum(sheet.parts.map((p) => figures(p.total)))).toBe(dialog);
    if (sheet.total !== null) expect(figures(sheet.total)).toBe(dialog);
    for (const part of sheet.parts) {
      expect(figures(part.total)).toBe(sum(part.rows.map((r) => r.quantity)));
      if (part.strip === null) continue;
      const isMap = part.strip.line.length === 0;
      const undrawn = (details: readonly string[]) => details.some((d) => d.startsWith('Quá nhiều vị trí'));
      const stretches = part.rows.filter((r) => r.mark !== null && !undrawn(r.details));
      if (!isMap)
        expect(sum(part.strip.positions.map((p) => p.count))).toBe(sum(stretches.map((r) => r.quantity)));
      const { width, height, places, positions } = part.strip;
      for (const [x, y] of [
        ...places.map((p) => [p.x, p.y] as const),
        ...positions.flatMap((p) => [...p.points, ...p.done]),
      ])
        expect(x >= 0 && x <= width && y >= 0 && y <= height, `${x}, ${y} on ${width} × ${height}`).toBe(
          true,
        );
      const numbers = places.flatMap((p) => p.numbers).sort((a, b) => a - b);
      const rowNumbers = part.rows.flatMap((r) => r.number ?? []).sort((a, b) => a - b);
      // On a map is what has coordinates: whatever was written of a road that is gone has none.
      if (isMap) expect(rowNumbers).toEqual(expect.arrayContaining(numbers));
      else expect(numbers).toEqual(rowNumbers);
    }
  }
  expect(told.road).toEqual(table);
  expect(told.unit).toEqual(table);
}

const metres = fc.oneof(
  fc.integer({ min: -5_000, max: 60_000 }),
  fc.constantFrom(0, 25_000, 28_000, 3_000, 10_000),
);
const position = fc
  .tuple(fc.constantFrom('L', 'R'), fc.nat(80))
  .map(([side, n]) => `${side}${n}` as PositionKey);
const rule = fc.record({
  spacing: fc.constantFrom(5, 25, 33.3, 1000),
  startOffset: fc.constantFrom(0, 12.5, 90_000),
  sides: fc.constantFrom('left' as const, 'right' as const, 'both' as const, 'median' as const),
  staggered: fc.boolean(),
  edgeOffset: fc.constantFrom(1, 150),
  except: fc.constantFrom([], ['bridge' as const]),
  skips: fc.array(position, { maxLength: 6 }),
  moves: fc.dictionary(position, fc.integer({ min: -10_000, max: 10_000 }), { maxKeys: 4 }),
});
const ownUnit = fc.constantFrom(null, null, null, idOf('V', 1), idOf('V', 3), idOf('V', 99));
const onRoad = fc.constantFrom(...[1, 1, 2, 2, 3, 4, 99].map((n) => idOf('R', n)), null);
const assetTypeId = fc.constantFrom(idOf('A', 1), idOf('A', 2));
const state = fc.constantFrom('draft' as const, 'approved' as const, 'ready' as const);
const stretch = fc
  .record({
    from: metres,
    length: fc.integer({ min: 1, max: 9_000 }),
    rule,
    unitId: ownUnit,
    roadId: onRoad,
    assetTypeId,
    state,
  })
  .map(({ from, length, ...rest }) => aPlacement({ ...rest, from, to: from + length }));
const point = fc
  .record({ from: metres, unitId: ownUnit, roadId: onRoad, assetTypeId, state, pointQuantity: fc.nat(20) })
  .map((fields) => aPoint(fields));
const offRoad = fc
  .record({
    coordinate: fc.constantFrom(null, [105.7, 21.9] as const, [105.7, 22] as const, [0, 0] as const),
    unitId: ownUnit,
    pointQuantity: fc.nat(20),
  })
  .map((fields) => aPoint({ ...fields, roadId: null, from: null, side: null }));

describe('the same number everywhere', () => {
  test('on any plan', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(stretch, stretch, point, offRoad), { maxLength: 12 }), (placements) => {
        sameNumberEverywhere(hostilePlan(placements.map((p, i) => ({ ...p, id: idOf('P', i) }))));
      }),
      { numRuns: 150 },
    );
  });

  test('a stretch without a unit of its own is on the sheet of each unit whose ground it stands on', () => {
    const tables = hostilePlan([aPlacement({ unitId: null, roadId: idOf('R', 1), from: 3_000, to: 28_000 })]);
    const parts = sheetsOf(tables).filter((s) => s.choice.by === 'unit');
    expect(parts.map((s) => s.choice.id)).toEqual(expect.arrayContaining([idOf('V', 1), idOf('V', 2), null]));
    const rows = parts.flatMap((s) => s.sheet.parts.flatMap((p) => p.rows));
    expect(sum(rows.map((row) => row.quantity))).toBe(2002);
    for (const row of rows) expect(row.details[0]).toContain('trong 2.002 của cả đoạn');
    sameNumberEverywhere(tables);
  });

  test('five thousand boards in one place are on the strip, and soon', () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      aPoint({ id: idOf('P', i), roadId: idOf('R', 1), from: 3_000 + (i % 3) }),
    );
    const started = performance.now();
    sameNumberEverywhere(hostilePlan(many));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('a road around the world has a hundred strips, not ten thousand', () => {
    const tables = hostilePlan([
      aPlacement({ roadId: idOf('R', 5), from: 0, to: 38_000_000, rule: { ...RULE, spacing: 1000 } }),
      aPoint({ id: idOf('P', 2), roadId: idOf('R', 5), from: 20_000_000 }),
    ]);
    sameNumberEverywhere(tables);
    for (const { sheet } of sheetsOf(tables)) expect(sheet.parts.length).toBeLessThanOrEqual(101);
  });

  test('a road surveyed every centimetre can be drawn', () => {
    const line = Array.from(
      { length: 190_000 },
      (_, i) => [105.7 + i * 1e-7, 21.9 + (i % 2) * 1e-7] as const,
    );
    const tables = aPlan({ road: [aRoad({ line })], placement: [aPlacement({ from: 0, to: 1900 })] });
    sameNumberEverywhere(tables);
    const strip = sheetsOf(tables)[0]?.sheet.parts[0]?.strip;
    expect(strip?.line.length).toBeLessThan(3000);
  });

  test('what ends at the last metre, and what lies beyond it, is printed with its quantity', async () => {
    const tables = hostilePlan([
      aPlacement({
        id: idOf('P', 1),
        roadId: idOf('R', 1),
        from: 27_000,
        to: 28_000.4,
        note: 'Tới mét cuối',
      }),
      aPlacement({
        id: idOf('P', 2),
        roadId: idOf('R', 1),
        from: 1_460_000,
        to: 1_461_000,
        note: 'Gõ nhầm Km',
      }),
      aPoint({ id: idOf('P', 3), roadId: idOf('R', 1), from: -70_000, note: 'Trước đầu tuyến' }),
      aPlacement({ id: idOf('P', 4), roadId: idOf('R', 3), note: 'Tuyến hỏng cột Km' }),
    ]);
    sameNumberEverywhere(tables);
    const sheets = sheetsOf(tables).filter((s) => s.choice.by === 'road');
    const text = (await Promise.all(sheets.map((s) => pagesOf(s.sheet)))).flat().join(' ');
    for (const words of [
      'Tới mét cuối',
      'Gõ nhầm Km',
      'Trước đầu tuyến',
      'Tuyến hỏng cột Km',
      'Vượt ngoài tuyến',
    ])
      expect(text).toContain(words);
  });

  test('44 million positions hang nothing: the row is printed, its sentence beside it', async () => {
    const absurd = {
      roadId: idOf('R', 1),
      from: -1_000_000,
      to: 10_000_000,
      rule: { ...RULE, spacing: 0.5 },
    };
    const tables = hostilePlan([
      aPlacement({ id: idOf('P', 1), ...absurd, unitId: null }),
      aPlacement({ id: idOf('P', 2), ...absurd }),
      aPlacement({ id: idOf('P', 3), roadId: idOf('R', 1), unitId: null }),
    ]);
    const started = performance.now();
    sameNumberEverywhere(tables);
    const sheets = sheetsOf(tables);
    expect(performance.now() - started).toBeLessThan(2_000);
    const huge = sheets[0] as (typeof sheets)[number];
    expect(huge.lines.of(huge.choice).filter((l) => isTooMany(l.ofAll))).toHaveLength(2);
    const text = (await pagesOf(huge.sheet)).join(' ');
    expect(text).toContain('44.000.002');
    expect(text).toContain('Quá nhiều vị trí');
  });
});
