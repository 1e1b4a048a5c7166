/** Plans that would lose something on paper: what the dialog counts, the strips draw, the rows say and the total adds is one. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { demoTables, pagesOf, printing } from '../../../tests/support/paper.ts';
import { quantityIn } from '../../data/derived/placements.ts';
import { withRows } from '../../data/replica/tables.ts';
import type { Placement, Tables } from '../../domain/model/rows.ts';
import { RULE } from '../../domain/testing.ts';
import { breakable, portions } from './longText.ts';
import { makeSheet } from './makeSheet.ts';
import { type Choice, sheetLines } from './sheetLines.ts';

let demo: Tables;
let like: Placement;
beforeAll(() => {
  demo = demoTables();
  like = [...demo.placement.values()].find((p) => p.rule !== null) as Placement;
});

function planOf(placements: readonly Placement[]): Tables {
  return withRows(
    { ...demo, placement: new Map() },
    placements.map((row) => ({ entity: 'placement' as const, id: row.id, row })),
  );
}

function ql3() {
  const road = [...demo.road.values()].find((r) => r.code === 'QL.3');
  if (road === undefined) throw new Error('no QL.3');
  return road;
}

/** All that a sheet says of itself. */
function figures(tables: Tables, choice: Choice) {
  const lines = sheetLines(tables, choice, true);
  const sheet = makeSheet(tables, choice, lines, printing(tables));
  const rows = sheet.parts.flatMap((p) => p.rows);
  const strips = sheet.parts.flatMap((p) => p.strips);
  const total = sheet.parts
    .map((p) =>
      [...p.total.matchAll(/(?:: |; )([\d.]+) /g)].reduce(
        (n, m) => n + Number((m[1] as string).replaceAll('.', '')),
        0,
      ),
    )
    .reduce((a, b) => a + b, 0);
  return {
    sheet,
    lines,
    rows: rows.length,
    quantity: rows.reduce((n, r) => n + r.quantity, 0),
    asked: lines.reduce((n, l) => n + l.quantity, 0),
    total,
    marks: strips.flatMap((s) => s.positions.flatMap((p) => p.points)).length,
    positions: lines.reduce((n, l) => n + (l.positions?.count ?? 0), 0),
    joints: Math.max(0, strips.length - 1),
    places: strips.flatMap((s) => s.places).length,
    points: lines.filter((l) => l.placement.rule === null && l.placement.roadId !== null).length,
  };
}

const stretch = fc
  .record({
    from: fc.integer({ min: 139_000, max: 166_000 }),
    length: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 100, max: 12_000 })),
    note: fc.oneof(
      fc.constant(''),
      fc.lorem({ maxCount: 400 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    ),
    own: fc.boolean(),
    point: fc.boolean(),
  })
  .map(({ from, length, note, own, point }): Placement => {
    const place = point
      ? { from, to: null, rule: null, side: 'right' as const, pointQuantity: 2 }
      : { from, to: from + length, rule: { ...RULE }, side: null, pointQuantity: 0 };
    return { ...like, ...place, note, roadId: ql3().id, unitId: own ? like.unitId : null };
  });

test('whatever the plan, nothing is lost between dialog, strip, row and total, beyond the road’s end either', () => {
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 8 }), (plan) => {
      const tables = planOf(plan.map((p, i) => ({ ...p, id: `p${i}` })));
      const road = figures(tables, { by: 'road', id: ql3().id });
      expect(road.rows).toBe(road.lines.length);
      expect(road.lines.length).toBe(plan.length);
      expect([road.quantity, road.total]).toEqual([road.asked, road.asked]);
      expect(road.marks).toBeGreaterThanOrEqual(road.positions);
      // One that stands exactly where two strips meet is shown on both, of each side and each stretch.
      expect(road.marks - road.positions).toBeLessThanOrEqual(2 * plan.length * road.joints);
      expect(road.places).toBeGreaterThanOrEqual(road.points);
      const whole = plan.reduce(
        (n, _, i) => n + quantityIn(tables, tables.placement.get(`p${i}`) as Placement),
        0,
      );
      expect(road.asked).toBe(whole);
      // What names no unit is divided among those whose ground it is on, and no more than all of it.
      const shared = [...tables.unit.keys()].map((id) => figures(tables, { by: 'unit', id }));
      for (const s of shared) expect([s.quantity, s.total]).toEqual([s.asked, s.asked]);
      expect(shared.reduce((n, s) => n + s.asked, 0)).toBeLessThanOrEqual(whole);
    }),
    { numRuns: 25 },
  );
});

test('a stretch without its own unit is on the sheets of those whose ground it is on', () => {
  const tables = planOf([
    { ...like, id: 'free', unitId: null, roadId: ql3().id, from: 141_000, to: 160_000 },
  ]);
  const sheets = [...tables.unit.keys()]
    .map((id) => figures(tables, { by: 'unit', id }))
    .filter((s) => s.rows > 0);
  expect(sheets.length).toBeGreaterThan(2);
  expect(sheets.every((s) => s.rows === 1)).toBe(true);
  expect(sheets[0]?.sheet.parts[0]?.rows[0]?.details.join(' ')).toContain('Phần trên địa bàn');
});

test.each([
  ['2,000 letters', Array.from({ length: 330 }, (_, i) => `chữ${i}`).join(' ')],
  ['70 lines', Array.from({ length: 70 }, (_, i) => `dòng${i}`).join('\n')],
  ['one unbroken word', `đầu${'x'.repeat(900)}cuối`],
])('a note of %s is on paper, whole, with its row', async (_name, note) => {
  const tables = planOf([
    { ...like, id: 'a', roadId: ql3().id, note },
    { ...like, id: 'b', roadId: ql3().id, note: 'hàng sau' },
  ]);
  const { sheet } = figures(tables, { by: 'road', id: ql3().id });
  const text = (await pagesOf(sheet)).join(' ').replaceAll('\u200b', '');
  expect(text).toContain('hàng sau');
  expect(text.match(/Cờ Tổ quốc, cột lẻ/g)?.length).toBe(2);
  if (note.includes('x'.repeat(9))) {
    // Its row goes on over a page, whose foot stands between.
    const letters = text.replaceAll(' ', '');
    expect(letters.match(/x/g)?.length).toBeGreaterThanOrEqual(900);
    expect(letters).toContain(`đầu${'x'.repeat(300)}`);
    expect(letters).toContain(`${'x'.repeat(200)}cuối`);
    return;
  }
  for (const word of note.split(/\s/)) expect(text).toContain(word);
});

test('portions hold all words, in order; breaks change nothing that is read', () => {
  fc.assert(
    fc.property(fc.array(fc.lorem({ maxCount: 600 }), { maxLength: 4 }), (paragraphs) => {
      const words = (list: readonly string[]) =>
        list
          .join(' ')
          .split(/\s+/)
          .filter((w) => w !== '');
      expect(words(portions(paragraphs).flat())).toEqual(words(paragraphs));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      fc.pre(!text.includes('\u200b'));
      expect(breakable(text).replaceAll('\u200b', '')).toBe(text);
    }),
  );
});

test('millions of positions do not hang paper: it says that they are not drawn', () => {
  const tables = planOf([
    { ...like, id: 'huge', roadId: ql3().id, from: 140_000, to: 160_000, rule: { ...RULE, spacing: 0.5 } },
  ]);
  const { sheet, marks } = figures(tables, { by: 'road', id: ql3().id });
  expect(marks).toBe(0);
  expect(sheet.parts[0]?.rows[0]?.details).toContain('Quá nhiều vị trí để vẽ trên sơ đồ.');
  expect(sheet.parts[0]?.rows[0]?.quantity).toBeGreaterThan(70_000);
});
