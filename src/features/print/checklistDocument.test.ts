import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { beforeAll, expect, test } from 'vitest';
import { unitId } from '../../../mocks/demo/builder.ts';
import { demoEdit } from '../../../mocks/demo/campaign.ts';
import { positionsIn, quantityIn } from '../../data/derived/placements.ts';
import { emptyTables, withRows } from '../../data/replica/tables.ts';
import type { AnyRow, Campaign, Placement, Tables } from '../../domain/model/rows.ts';
import { timelineOf } from '../../domain/schedule/timeline.ts';
import { RULE } from '../../domain/testing.ts';
import { checklistDocument } from './checklistDocument.ts';
import { chosenPlacements, makeSheet } from './makeSheet.ts';
import { type Pdfmake, renderPdf } from './pdf.ts';
import type { Sheet } from './sheet.ts';

const require = createRequire(import.meta.url);
const fontFolder = resolve(require.resolve('@expo-google-fonts/tinos/package.json'), '..');
const FONTS = {
  normal: `${fontFolder}/400Regular/Tinos_400Regular.ttf`,
  bold: `${fontFolder}/700Bold/Tinos_700Bold.ttf`,
  italics: `${fontFolder}/400Regular_Italic/Tinos_400Regular_Italic.ttf`,
  bolditalics: `${fontFolder}/700Bold_Italic/Tinos_700Bold_Italic.ttf`,
};

let tables: Tables;
let campaign: Campaign;

beforeAll(() => {
  const rows = demoEdit('k', 'r').ops.flatMap((op) =>
    op.kind === 'create'
      ? [{ entity: op.entity, id: op.id, row: { ...op.fields, id: op.id, version: 1 } as AnyRow }]
      : [],
  );
  tables = withRows(emptyTables(), rows);
  campaign = [...tables.campaign.values()][0] as Campaign;
});

function sheetOf(
  placements: readonly Placement[],
  choice: Parameters<typeof makeSheet>[1],
  of = tables,
): Sheet {
  return makeSheet(of, choice, placements, {
    campaign,
    timeline: timelineOf(campaign, tables.milestone.values()),
    number: 1482,
    printedAt: '15/10/2020, 14:05',
    link: 'http://localhost:3000/#/c/x/plan/road/y',
  });
}

async function pagesOf(sheet: Sheet): Promise<string[]> {
  const pdfmake = require('pdfmake') as Pdfmake & { setLocalAccessPolicy(policy: () => boolean): void };
  pdfmake.setLocalAccessPolicy(() => true);
  const bytes = await renderPdf(pdfmake, checklistDocument(sheet), FONTS, () => {});
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const content = await (await pdf.getPage(i)).getTextContent();
    pages.push(
      content.items
        .map((item) => (item as TextItem).str)
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  return pages;
}

function demoRoad(code: string) {
  const road = [...tables.road.values()].find((r) => r.code === code);
  if (road === undefined) throw new Error(code);
  return road;
}

test('a road’s sheet reads back with every Vietnamese letter, heading, rows, totals and page numbers', async () => {
  const choice = { by: 'road', id: demoRoad('QL.3').id } as const;
  const pages = await pagesOf(sheetOf(chosenPlacements(tables, choice, false), choice));
  const text = pages.join(' ');
  for (const words of [
    'UBND HUYỆN CHỢ MỚI',
    'TRUNG TÂM VH-TT&TT',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'PHIẾU GIAO VIỆC',
    'Quốc lộ 3 (QL.3)',
    'Xong trước ngày 24/10/2020 (D−3)',
    'Cờ Tổ quốc, cột lẻ',
    'Đảng Cộng sản Việt Nam quang vinh muôn năm!',
    'trừ cầu Suối Cảo',
    'Cầu Suối Cảo',
    'thay đổi số 1482',
    'NGƯỜI NHẬN',
    `Trang 1/${pages.length}`,
  ])
    expect(text).toContain(words);
  expect(pages.at(-1)).toContain(`Trang ${pages.length}/${pages.length}`);
});

test('what is not approved is printed only when asked for', () => {
  const choice = { by: 'road', id: demoRoad('QL.3').id } as const;
  const approved = chosenPlacements(tables, choice, false);
  expect(approved.every((p) => !['draft', 'submitted', 'sent-back'].includes(p.state))).toBe(true);
  expect(chosenPlacements(tables, choice, true).length).toBeGreaterThan(approved.length);
});

test('a slogan that is not approved is never printed', () => {
  const slogan = [...tables.slogan.values()].find((s) => !s.approved);
  const pano = [...tables.placement.values()].find(
    (p) => tables.assetType.get(p.assetTypeId)?.code === 'pano',
  );
  if (slogan === undefined || pano === undefined) throw new Error('no such rows');
  const sheet = sheetOf([{ ...pano, sloganId: slogan.id }], { by: 'road', id: pano.roadId ?? '' });
  const row = sheet.parts[0]?.rows[0];
  expect(row?.slogan).toBeNull();
  expect(row?.details).toContain('Khẩu hiệu chưa duyệt: chưa in.');
});

test('a unit’s sheet goes road by road and ends with what stands off the roads', () => {
  const choice = { by: 'unit', id: unitId(10) } as const;
  const sheet = sheetOf(chosenPlacements(tables, choice, false), choice);
  expect(sheet.subtitle).toBe('Đơn vị: Thanh Thịnh');
  expect(sheet.parts.at(-1)?.title).toBe('Ngoài tuyến');
  expect(sheet.parts[0]?.title).toContain('Quốc lộ 3');
});

test('1,602 positions of a 20 km stretch are on the strips, once each, as on the map and in the count', () => {
  const road = demoRoad('QL.3');
  const like = [...tables.placement.values()].find((p) => p.rule !== null) as Placement;
  const placement: Placement = {
    ...like,
    id: 'long',
    roadId: road.id,
    from: 140_000,
    to: 160_000,
    rule: { ...RULE },
  };
  const alone = withRows(tables, [{ entity: 'placement', id: 'long', row: placement }]);
  const sheet = sheetOf([placement], { by: 'road', id: road.id }, alone);
  const strips = sheet.parts.flatMap((p) => p.strips);
  const drawn = strips.flatMap((s) => s.positions.flatMap((p) => p.points));
  expect(quantityIn(alone, placement)).toBe(1602);
  expect(positionsIn(alone, placement).count).toBe(1602);
  expect(sheet.parts[0]?.rows[0]?.quantity).toBe(1602);
  // One that stands exactly where two strips meet is shown on both.
  expect(drawn.length - 1602).toBeLessThanOrEqual(2 * (strips.length - 1));
  expect(drawn.length).toBeGreaterThanOrEqual(1602);
});

test('Party bodies have their own heading', async () => {
  const choice = { by: 'road', id: demoRoad('Đ.CHỢ').id } as const;
  const sheet = { ...sheetOf(chosenPlacements(tables, choice, false), choice), kind: 'party' as const };
  const text = (await pagesOf(sheet)).join(' ');
  expect(text).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  expect(text).not.toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA');
});
