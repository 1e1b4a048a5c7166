/** The sheet as it comes out of a printer: looked at as a picture, measured, read back. */
import { beforeAll, describe, expect, test } from 'vitest';
import { unitId } from '../../../mocks/demo/builder.ts';
import { codeOn, demoTables, pagesOf, picturesOf, printing } from '../../../tests/support/paper.ts';
import { withRows } from '../../domain/edit/tables.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Report } from '../../domain/model/entities/report.ts';
import type { Tables } from '../../domain/model/rows.ts';
import { type Choice, sheetLines } from '../../domain/sheet/sheetLines.ts';
import { aReport, idOf } from '../../domain/testing.ts';
import { makeSheet, type Printing } from '../checklist/makeSheet.ts';
import type { Sheet } from '../checklist/sheet.ts';

let tables: Tables;
let ql3: Choice;

beforeAll(() => {
  tables = demoTables();
  const road = [...tables.road.values()].find(({ code }) => code === 'QL.3');
  if (road === undefined) throw new Error('no QL.3');
  ql3 = { by: 'road', id: road.id };
});

function sheetOf(choice: Choice, change: Partial<Printing> = {}, of = tables): Sheet {
  const how: Printing = { ...printing(tables), ...change };
  return makeSheet(of, choice, sheetLines(of, choice, { work: how.work, drafts: false }), how);
}

/** All that stands on some sheets, told as put up: all of it, or nothing. */
function withReports(of: Tables, told: readonly Report[]): Tables {
  return withRows(
    { ...of, report: new Map() },
    told.map((row) => ({ entity: 'report' as const, id: row.id, row })),
  );
}

const allOn = (choice: Choice, change: (row: Placement) => Partial<Report>) =>
  sheetLines(tables, choice, { work: 'install', drafts: false }).map(({ placement }, i) =>
    aReport({ id: idOf('B', i), placementId: placement.id, ...change(placement) }),
  );
/** Of a stretch the half that comes first along its road; of others nothing. */
const half = ({ from, to, rule }: Placement): Partial<Report> =>
  rule === null || from === null || to === null
    ? { kind: 'withdrawn' }
    : { spots: [{ from, to: (from + to) / 2, sides: 'both' }] };

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const quantityOn = (sheet: Sheet) => sum(sheet.parts.flatMap((p) => p.rows.map((r) => r.quantity)));
const doneOn = (sheet: Sheet) => sum(sheet.parts.flatMap((p) => p.rows.map((r) => r.done)));

describe('the code on a sheet', () => {
  const token = '01J9ZQ4X7N8VB2K5T3R6Y1W0MD.';
  test.each([
    ['a short address', 'http://localhost:3000/#/c/x'],
    ['a token', `http://localhost:3000/#/sheet/${token.repeat(4)}`],
    ['a token of a long name', `https://trang-tri.chomoi.backan.gov.vn/#/sheet/${token.repeat(5)}`],
    ['longer than any', `https://trang-tri.chomoi.backan.gov.vn/#/sheet/${token.repeat(8)}`],
  ])('is at least 22 mm wide and read from the picture: %s', async (_, url) => {
    const sheet = sheetOf({ by: 'unit', id: unitId(2) }, { link: { url, words: 'Quét' } });
    const [first] = await picturesOf(sheet, 2);
    if (first === undefined) throw new Error('no page');
    const code = await codeOn(first);
    expect(code.text).toBe(url);
    expect(code.millimetres).toBeGreaterThanOrEqual(22);
    expect(code.millimetres).toBeLessThanOrEqual(46);
  });
});

describe('what is left', () => {
  test.each([
    ['QL.3', () => ql3],
    ['Thanh Thịnh', (): Choice => ({ by: 'unit', id: unitId(10) })],
    ['Tân Sơn', (): Choice => ({ by: 'unit', id: unitId(2) })],
  ])('before any work, half done, all done: %s', async (_, of) => {
    const choice = of();
    const none = withReports(tables, []);
    const some = withReports(
      tables,
      allOn(choice, half).filter(({ kind }) => kind === 'installed'),
    );
    const all = withReports(
      tables,
      allOn(choice, () => ({})),
    );
    const before = sheetOf(choice, {}, none);
    expect(before.leftLine).toMatch(/^Phải lắp: /);
    expect(doneOn(before)).toBe(0);

    const during = sheetOf(choice, {}, some);
    expect(during.leftLine).toMatch(/^Còn phải lắp: /);
    expect(quantityOn(during)).toBe(quantityOn(before));
    expect(doneOn(during)).toBeGreaterThan(0);
    const left = sheetOf(choice, { onlyLeft: true }, some);
    expect(quantityOn(left)).toBe(quantityOn(before) - doneOn(during));
    expect(doneOn(left)).toBe(0);
    // The store gives what is left, and a pole with each flag; what is on the strips is what is left too.
    const isFlag = (name: string) => /^Cờ (Tổ quốc|Đảng)/.test(name);
    const [poles, pieces] = [/^Cột cờ/, /^(?!Cột cờ)/].map((of) =>
      left.loads.filter(({ name }) => of.test(name)),
    );
    expect(sum((pieces ?? []).map((load) => load.quantity))).toBe(quantityOn(left));
    const flags = (pieces ?? []).filter(({ name }) => isFlag(name)).map((load) => load.quantity);
    expect(sum((poles ?? []).map((load) => load.quantity))).toBe(sum(flags));
    expect(left.parts.flatMap((p) => p.strip?.positions ?? []).flatMap((p) => p.done)).toEqual([]);

    const after = sheetOf(choice, {}, all);
    expect(after.leftLine).toBe('Đã lắp đủ.');
    expect(after.loads).toEqual([]);
    expect(sheetOf(choice, { onlyLeft: true }, all).parts).toEqual([]);
    const text = (await pagesOf(after)).join(' ');
    expect(text).toContain('Đã lắp đủ, 20/10/2020, Tổ cờ.');
  });

  test('every kilometre or half has a box, with how many stand there; what is done is hatched', () => {
    const some = withReports(
      tables,
      allOn(ql3, half).filter(({ kind }) => kind === 'installed'),
    );
    const rows = sheetOf(ql3, {}, some).parts.flatMap((p) => p.rows);
    const bars = rows.filter((r) => r.bar !== null);
    expect(bars.length).toBeGreaterThan(10);
    for (const { bar, quantity, done } of bars) {
      if (bar === null) continue;
      expect(sum(bar.cells.map((c) => c.quantity))).toBe(quantity);
      expect(sum(bar.cells.map((c) => c.done))).toBe(done);
      expect(bar.borders).toHaveLength(bar.cells.length + 1);
      const hatched = sum(bar.lanes.flatMap((lane) => lane.done.map(([a, b]) => b - a)));
      expect(hatched > 0).toBe(done > 0);
      expect(hatched).toBeLessThanOrEqual(bar.lanes.length);
    }
    // Borders between are at half kilometres.
    const inner = bars.flatMap(({ bar }) => bar?.borders.slice(1, -1).map((b) => b.label) ?? []);
    for (const label of inner) expect(label).toMatch(/\+(000|500)$/);
  });
});

describe('on every page', () => {
  test('stand the sheet’s number, its road or unit, the change and the page', async () => {
    const pages = await pagesOf(sheetOf(ql3));
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, i) => {
      expect(page).toContain('Phiếu số 1482/QL.3 · Quốc lộ 3 (QL.3)');
      expect(page).toContain('thay đổi số 1482');
      expect(page).toContain(`Trang ${i + 1}/${pages.length}`);
    });
  });

  test('a strip is followed by its first row, and a stretch by its bar', async () => {
    for (const choice of [ql3, { by: 'unit', id: unitId(10) } as const]) {
      const sheet = sheetOf(choice);
      const pages = await pagesOf(sheet);
      const where = (words: string) => pages.findIndex((page) => page.includes(words));
      for (const { title, rows } of sheet.parts) {
        const on = where(title ?? '');
        if (title === null || on === -1) continue;
        const after = (pages[on] as string).split(title)[1];
        expect(after, title).toContain('Việc, nội dung');
        for (const {
          where: [from = ''],
          bar,
        } of rows) {
          const [start] = bar?.borders ?? [];
          if (start === undefined) continue;
          const own = pages.filter((page) => page.includes(from) && page.includes(start.label));
          expect(own.length, from).toBeGreaterThan(0);
        }
      }
    }
  });

  test('signatures are never alone, whatever the sheet ends with', async () => {
    const one = sheetLines(tables, ql3, { work: 'install', drafts: false }).filter(
      ({ placement }) => placement.rule === null,
    );
    const [line] = one;
    if (line === undefined) throw new Error('no board');
    for (let n = 1; n < 30; n++) {
      const lines = Array.from({ length: n }, () => line);
      const pages = await pagesOf(makeSheet(tables, ql3, lines, printing(tables)));
      const last = pages.at(-1) ?? '';
      expect(last).toContain('NGƯỜI GIAO');
      expect(last, `${n} rows`).toMatch(/Sau khi lắp: trả kho|Đã lắp đủ|Cộng/);
    }
  });
});

test('taking down has sheets of its own: of what stands, with what is to come back', async () => {
  const standing = sheetOf(ql3, { work: 'take-down' });
  const up = sum(sheetLines(tables, ql3, { work: 'install', drafts: false }).map(({ done }) => done));
  expect(up).toBeGreaterThan(0);
  expect(quantityOn(standing)).toBe(up);
  expect(standing.leftLine).toMatch(/^Phải tháo: /);
  const text = (await pagesOf(standing)).join(' ');
  expect(text).toContain('Sau khi tháo: thu về kho');
  expect(text).toContain('Tháo xong trước ngày');
  expect(text).not.toContain('Nhận từ kho');
});

test('what goes with a piece is taken from the store with it', () => {
  const [flag] = [...tables.assetType.values()].filter(({ code }) => code === 'flag-national');
  if (flag === undefined) throw new Error('no flag');
  const goesWith = [
    { name: { vi: 'Cột 3 m', en: 'Pole' }, each: 1 },
    { name: { vi: 'Dây buộc (m)', en: 'Rope' }, each: 0.5 },
  ];
  const richer = withRows(tables, [{ entity: 'assetType', id: flag.id, row: { ...flag, goesWith } }]);
  const { loads } = sheetOf({ by: 'unit', id: unitId(2) }, {}, richer);
  const flags = loads.find(({ name }) => name.startsWith('Cờ Tổ quốc'))?.quantity ?? 0;
  expect(flags).toBeGreaterThan(0);
  expect(loads).toContainEqual({ name: 'Cột 3 m', quantity: flags });
  expect(loads).toContainEqual({ name: 'Dây buộc (m)', quantity: Math.ceil(flags / 2) });
});

test('only what is due by a day is on that day’s sheet', () => {
  expect(quantityOn(sheetOf(ql3, { until: '2020-10-23' }))).toBe(0);
  const due = sheetOf(ql3, { until: '2020-10-24' });
  expect(quantityOn(due)).toBe(quantityOn(sheetOf(ql3)));
  expect(due.dueLine).toContain('Việc đến hạn hết ngày 24/10/2020');
});
