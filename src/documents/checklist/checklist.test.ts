import { beforeAll, expect, test } from 'vitest';
import { unitId } from '../../../mocks/demo/builder.ts';
import { demoTables, pagesOf, printing } from '../../../tests/support/paper.ts';
import { withRows } from '../../domain/edit/tables.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { AnyRow, Tables } from '../../domain/model/rows.ts';
import { positionsIn, quantityIn } from '../../domain/plan/amounts.ts';
import { progressOf } from '../../domain/progress/progress.ts';
import { type SheetLine, SheetLines, sheetLines } from '../../domain/sheet/sheetLines.ts';
import { aReport, idOf, RULE } from '../../domain/testing.ts';
import { makeSheet } from './makeSheet.ts';
import type { Sheet } from './sheet.ts';

let tables: Tables;

beforeAll(() => {
  tables = demoTables();
});

function sheetOf(lines: readonly SheetLine[], choice: Parameters<typeof makeSheet>[1], of = tables): Sheet {
  return makeSheet(of, choice, lines, printing(tables));
}

function demoRoad(code: string) {
  const road = [...tables.road.values()].find((r) => r.code === code);
  if (road === undefined) throw new Error(code);
  return road;
}

test('a road’s sheet reads back with every Vietnamese letter, heading, rows, totals and page numbers', async () => {
  const choice = { by: 'road', id: demoRoad('QL.3').id } as const;
  const pages = await pagesOf(
    sheetOf(sheetLines(tables, choice, { work: 'install', drafts: false }), choice),
  );
  const text = pages.join(' ');
  for (const words of [
    'UBND HUYỆN CHỢ MỚI',
    'TRUNG TÂM VH-TT&TT',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'PHIẾU GIAO VIỆC',
    'Quốc lộ 3 (QL.3)',
    'Xong trước ngày 24/10/2020 (trước khai mạc 3 ngày)',
    'Cờ Tổ quốc cắm cột',
    'Đảng Cộng sản Việt Nam quang vinh muôn năm!',
    'Trừ cầu Km 131+2.',
    'Cầu Km 131+2',
    'thay đổi số 1482',
    'NGƯỜI NHẬN',
    `Trang 1/${pages.length}`,
  ])
    expect(text).toContain(words);
  expect(pages.at(-1)).toContain(`Trang ${pages.length}/${pages.length}`);
});

test('what is not approved is printed only when asked for', () => {
  const choice = { by: 'road', id: demoRoad('QL.3').id } as const;
  const approved = sheetLines(tables, choice, { work: 'install', drafts: false });
  expect(approved.every((l) => !['draft', 'submitted', 'sent-back'].includes(l.placement.state))).toBe(true);
  expect(sheetLines(tables, choice, { work: 'install', drafts: true }).length).toBeGreaterThan(
    approved.length,
  );
});

test('a slogan that is not approved is never printed', () => {
  const slogan = [...tables.slogan.values()].find((s) => !s.approved);
  const pano = [...tables.placement.values()].find(
    (p) => tables.assetType.get(p.assetTypeId)?.code === 'pano',
  );
  if (slogan === undefined || pano === undefined) throw new Error('no such rows');
  const choice = { by: 'road', id: pano.roadId ?? '' } as const;
  const row0 = { ...pano, sloganId: slogan.id };
  const alone = withRows({ ...tables, placement: new Map() }, [
    { entity: 'placement', id: pano.id, row: row0 },
  ]);
  const sheet = sheetOf(sheetLines(alone, choice, { work: 'install', drafts: true }), choice, alone);
  const row = sheet.parts[0]?.rows[0];
  expect(row?.slogan).toBeNull();
  expect(row?.details).toContain('Khẩu hiệu chưa duyệt: chưa in.');
});

test('the crew reads what it hangs on, where somebody said so', () => {
  const any = [...tables.placement.values()].find((p) => p.roadId !== null && p.state === 'draft');
  if (any?.roadId == null) throw new Error('no draft on a road');
  const choice = { by: 'road', id: any.roadId } as const;
  const details = (change: Partial<Placement>) => {
    const alone = withRows({ ...tables, placement: new Map() }, [
      { entity: 'placement', id: any.id, row: { ...any, ...change } },
    ]);
    return sheetOf(
      sheetLines(alone, choice, { work: 'install', drafts: true }),
      choice,
      alone,
    ).parts[0]?.rows[0]?.details.join(' ');
  };
  expect(details({ support: 'lamp-post' })).toContain('Gắn trên cột đèn chiếu sáng.');
  expect(details({ support: 'unknown' })).not.toContain('Gắn trên');
});

test('a unit’s sheet goes road by road and ends with what stands off the roads', () => {
  const choice = { by: 'unit', id: unitId(10) } as const;
  const sheet = sheetOf(sheetLines(tables, choice, { work: 'install', drafts: false }), choice);
  expect(sheet.subtitle).toBe('Đơn vị: Thanh Thịnh (liên hệ: Công chức văn hóa - xã hội, 0209 000 113)');
  expect(sheet.parts.at(-1)?.heading).toBe('Ngoài tuyến');
  const headings = sheet.parts.flatMap((p) => p.heading ?? []);
  expect(headings.filter((heading) => /^(Quốc lộ 3|Đường tỉnh 259) /.test(heading))).toHaveLength(2);
  // What stands off the roads is told by the name of its place.
  expect(sheet.parts.at(-1)?.rows.flatMap((row) => row.where)).toContain('UBND xã Thanh Thịnh');
});

test('1,602 positions of a 20 km stretch are on the strips, once each, as on the map and in the count', () => {
  const road = demoRoad('QL.3');
  const like = [...tables.placement.values()].find((p) => p.rule !== null) as Placement;
  const placement: Placement = {
    ...like,
    id: 'long',
    roadId: road.id,
    from: 121_000,
    to: 141_000,
    rule: { ...RULE },
  };
  const alone = withRows({ ...tables, placement: new Map() }, [
    { entity: 'placement', id: 'long', row: placement },
  ]);
  const choice = { by: 'road', id: road.id } as const;
  const sheet = sheetOf(sheetLines(alone, choice, { work: 'install', drafts: true }), choice, alone);
  const strips = sheet.parts.flatMap((p) => p.strip ?? []);
  const drawn = strips.flatMap((s) => s.positions.flatMap((p) => p.points));
  expect(quantityIn(alone, placement)).toBe(1602);
  expect(positionsIn(alone, placement).count).toBe(1602);
  // Each strip has a row of its own with what stands on it, in words that say of how many.
  const rows = sheet.parts.flatMap((p) => p.rows);
  expect(rows).toHaveLength(6);
  expect(rows.reduce((sum, row) => sum + row.quantity, 0)).toBe(1602);
  for (const row of rows)
    expect(row.details[0]).toBe(`${row.quantity} trong 1.602 của cả đoạn Km\u00a0121+000 – Km\u00a0141+000.`);
  // Also those that stand exactly where two strips meet.
  expect(drawn).toHaveLength(1602);
});

test('no row is too tall for paper: long notes, many lines, unbroken words, long names', async () => {
  const pano = [...tables.placement.values()].find(
    (p) => p.rule === null && p.roadId === demoRoad('QL.3').id,
  ) as Placement;
  const marked = (mark: string, count: number, between: string) =>
    Array.from({ length: count }, (_, i) => `${mark}${String(i).padStart(3, '0')}`).join(between);
  const notes = [
    marked('đện', 285, ' '),
    marked('việc', 70, '\n'),
    `${marked('WMW', 1, '')}${'W'.repeat(500)}`,
    `${marked('dòng', 100, '\n\n')}`,
    `🎌${'🎌'.repeat(490)} cuối`,
    'x'.repeat(2000),
    `${'\n'.repeat(1990)}cuối2`,
    '',
  ];
  const hostile = notes.map(
    (note, i): Placement => ({ ...pano, id: `h${i}`, note, pointQuantity: 100_000 + i }),
  );
  const longType = {
    ...tables.assetType.get(pano.assetTypeId),
    name: { vi: 'T'.repeat(200), en: '' },
    size: '9'.repeat(60),
  };
  const longSlogan = {
    ...[...tables.slogan.values()][0],
    id: 's',
    text: `${'MUÔN NĂM '.repeat(54)} hết`,
    approved: true,
  };
  const road = { ...demoRoad('QL.3'), name: 'Ư'.repeat(200) };
  const of = withRows(tables, [
    { entity: 'assetType', id: pano.assetTypeId, row: { ...longType, carriesText: true } as AnyRow },
    { entity: 'slogan', id: 's', row: longSlogan as AnyRow },
    { entity: 'road', id: road.id, row: road },
  ]);
  const rows = hostile.map((p, i) => (i === 7 ? { ...p, sloganId: 's' } : p));
  const plan = withRows(
    { ...of, placement: new Map() },
    rows.map((row) => ({ entity: 'placement' as const, id: row.id, row })),
  );
  const choice = { by: 'road', id: road.id } as const;
  const sheet = sheetOf(sheetLines(plan, choice, { work: 'install', drafts: true }), choice, plan);
  const pages = await pagesOf(sheet);
  const text = pages.join(' ');
  const solid = text.replace(/\s/g, '');
  for (const note of notes)
    for (const word of note.split(/\s+/).filter((w) => w.length < 50 && !w.startsWith('🎌')))
      expect(solid).toContain(word);
  expect(text).toContain('hết');
  expect(solid.match(/W/g)).toHaveLength(502);
  expect(solid.match(/x/g)?.length).toBeGreaterThanOrEqual(2000);
  for (const p of hostile) expect(text).toContain(new Intl.NumberFormat('vi-VN').format(p.pointQuantity));
  expect(solid.match(/T{9,}/g)?.join('').length).toBeGreaterThanOrEqual(8 * 200);
  expect(text).toContain(`Trang ${pages.length}/${pages.length}`);
});

test('Party bodies have their own heading', async () => {
  const choice = { by: 'road', id: demoRoad('Đ.CHỢ').id } as const;
  const sheet = {
    ...sheetOf(sheetLines(tables, choice, { work: 'install', drafts: false }), choice),
    kind: 'party' as const,
  };
  const text = (await pagesOf(sheet)).join(' ');
  expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  expect(text).not.toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA');
});

test('a sheet says what is left: half a row done, in rows, on top, and over units the same', async () => {
  const stands = new Set([...tables.report.values()].map((r) => r.placementId));
  const row = [...tables.placement.values()].find(
    (p) => p.rule !== null && p.roadId !== null && p.state === 'ready' && !stands.has(p.id),
  );
  if (row?.from == null || row.to === null) throw new Error('no ready stretch');
  const half = { from: row.from, to: row.from + (row.to - row.from) / 3, sides: 'both' } as const;
  const report = aReport({ id: idOf('B', 1), placementId: row.id, spots: [half] });
  const now = withRows(tables, [{ entity: 'report', id: report.id, row: report }]);
  const up = progressOf(now, row).installed;
  expect(up).toBeGreaterThan(0);
  expect(up).toBeLessThan(quantityIn(now, row));
  const choice = { by: 'road', id: row.roadId } as const;
  const lines = sheetLines(now, choice, { work: 'install', drafts: false }).filter(
    (line) => line.placement.id === row.id,
  );
  const sheet = sheetOf(lines, choice, now);
  const printed = sheet.parts.flatMap((part) => part.rows);
  const sumOf = (figure: 'done' | 'quantity') => printed.reduce((sum, r) => sum + r[figure], 0);
  expect([sumOf('done'), sumOf('quantity')]).toEqual([up, quantityIn(now, row)]);
  const left = quantityIn(now, row) - up;
  expect(sheet.leftLine).toMatch(new RegExp(`^Còn phải lắp: ${left} `));
  const text = (await pagesOf(sheet)).join(' ');
  expect(text).toMatch(new RegExp(`Đã lắp ${up}, còn \\d+ \\(gần nhất 20/10/2020, Tổ cờ\\)`));
  expect(text).toContain(`(đã lắp ${up} / ${quantityIn(now, row)})`);
  expect(text).toContain(`Còn phải lắp: ${left} `);
  // Before anything is up it says what is to be put up; once all is, that it is.
  const before = sheetLines(tables, choice, { work: 'install', drafts: false }).filter(
    (line) => line.placement.id === row.id,
  );
  expect(sheetOf(before, choice).leftLine).toMatch(/^Phải lắp: 212 cờ/);
  const done = withRows(now, [{ entity: 'report', id: report.id, row: { ...report, spots: null } }]);
  const all = sheetLines(done, choice, { work: 'install', drafts: false }).filter(
    (line) => line.placement.id === row.id,
  );
  expect(sheetOf(all, choice, done).leftLine).toBe('Đã lắp đủ.');
  // Of nobody's unit, each unit's sheet has its own part of what is up.
  const open = withRows(now, [{ entity: 'placement', id: row.id, row: { ...row, unitId: null } }]);
  const parts = new SheetLines(open, { work: 'install', drafts: false });
  const ups = parts
    .ids('unit')
    .flatMap((id) => parts.of({ by: 'unit', id }).filter((line) => line.placement.id === row.id));
  expect(ups.reduce((sum, line) => sum + line.done, 0)).toBe(up);
});
