import { chromium, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { buildIfStale } from '../../server/build.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { aRoad, bendingLine } from '../../src/domain/testing.ts';
import { findChromium } from '../support/chromium.ts';
import { dataFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';
import type { Figure } from './run.ts';

const ROWS = 20_000;
const ROADS = 200;
const PER_EDIT = 5000;

type Json = Record<string, unknown>;

/** Fills the demonstration up to 20,000 placements, as its planner would by pasting. */
async function fill(server: ServerProcess, cookie: string): Promise<void> {
  const response = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/snapshot`, {
    headers: { cookie },
  });
  const { tables } = (await response.json()) as {
    tables: Record<string, { fields: string[]; rows: unknown[][] }>;
  };
  const rows = (entity: string): Json[] =>
    (tables[entity]?.rows ?? []).map((values) =>
      Object.fromEntries((tables[entity]?.fields ?? []).map((f, i) => [f, values[i]])),
    );
  const units = rows('unit');
  const types = rows('assetType').filter((x) => x.mount !== 'across');
  const slogans = rows('slogan').filter((x) => x.approved);
  const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
  const { id: _id, version: _version, ...road } = aRoad({ line: bendingLine(60, 400) });
  const roads = Array.from({ length: ROADS }, (_, i) => ({
    kind: 'create',
    entity: 'road',
    id: newId(),
    fields: { ...road, code: `ĐH.${i}`, name: `Đường huyện ${i}` },
  }));
  // A piece every 600 m of each road: as dense as a province's plan, with its share of findings and no more.
  const placements = Array.from({ length: ROWS - rows('placement').length }, (_, i) => {
    const type = pick(types, i * 7);
    return {
      kind: 'create',
      entity: 'placement',
      id: newId(),
      fields: {
        assetTypeId: type.id,
        unitId: pick(units, i * 5).id,
        sloganId: type.carriesText ? pick(slogans, i).id : null,
        state: 'draft',
        note: i % 9 === 0 ? `Ghi chú số ${i}` : '',
        installBy: { milestone: 'opening', days: -3 },
        removeBy: { milestone: 'closing', days: 5 },
        roadId: pick(roads, i).id,
        coordinate: null,
        from: 100 + Math.floor(i / ROADS) * 600,
        to: null,
        side: i % 2 === 0 ? 'left' : 'right',
        rule: null,
        pointQuantity: 1 + (i % 4),
        phase: i % 3 === 0 ? 'Cao điểm' : '',
        sponsor: null,
        approvedQuantity: null,
        support: 'unknown',
      },
    };
  });
  const ops = [...roads, ...placements];
  for (let i = 0; i < ops.length; i += PER_EDIT) {
    const done = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/edits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        key: newId(),
        replica: newId(),
        campaignId: DEMO_CAMPAIGN,
        note: { code: 'bench' },
        ops: ops.slice(i, i + PER_EDIT),
      }),
    });
    if (!done.ok) throw new Error(await done.text());
  }
}

/** The longest task of the page's main thread while something is done, in ms; 0 when none was over 50. */
async function longest(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const w = window as unknown as { tasks: number[]; observer: PerformanceObserver };
    w.tasks = [];
    w.observer = new PerformanceObserver((list) => w.tasks.push(...list.getEntries().map((e) => e.duration)));
    w.observer.observe({ type: 'longtask' });
  });
  await work();
  await page.waitForTimeout(1200);
  return page.evaluate(() => {
    const w = window as unknown as { tasks: number[]; observer: PerformanceObserver };
    w.observer.disconnect();
    return Math.max(0, ...w.tasks);
  });
}

/** Sorting 20,000 names the plain way, in the same page: what a table that does so would hold the hand up with. */
function plainSort(page: Page): Promise<number> {
  return page.evaluate((n) => {
    const names = Array.from({ length: n }, (_, i) => `Cờ Tổ quốc ${(i * 7919) % n}`);
    const begun = performance.now();
    names.sort((a, b) => a.localeCompare(b, 'vi', { numeric: true }));
    return performance.now() - begun;
  }, ROWS);
}

export async function benchTable(): Promise<Figure[]> {
  buildIfStale();
  const folder = dataFolder();
  const server = await ServerProcess.start(folder, {}, []);
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  try {
    await fill(server, await server.signIn('canbo'));
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(server.url);
    await page.getByRole('button', { name: /· canbo$/ }).click();
    await page.getByRole('tab', { name: 'Bảng' }).click({ timeout: 60_000 });
    await page.getByText(/20\.000 dòng/).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(4000);
    const head = (name: string) =>
      page.getByRole('columnheader', { name }).getByRole('button', { name, exact: true });
    const block = [
      ['Loại hình', 'Tuyến', 'Lý trình', 'Bên', 'Số lượng'].join('\t'),
      ...Array.from(
        { length: 500 },
        (_, i) => `Pa nô\tQL.3\t${121 + (i % 20)}+${String(i).padStart(3, '0')}\ttrái\t1`,
      ),
    ].join('\n');
    const times: [string, number][] = [
      ['sort by text', await longest(page, () => head('Loại hình').click())],
      [
        'sort by a second column',
        await longest(page, () => head('Kinh phí').click({ modifiers: ['Shift'] })),
      ],
      [
        'filter by text',
        await longest(page, () => page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('nong ha')),
      ],
      ['clear the filter', await longest(page, () => page.getByRole('button', { name: 'Bỏ lọc' }).click())],
      [
        'group by unit',
        await longest(page, async () => {
          await page.getByRole('combobox', { name: 'Nhóm theo' }).click();
          await page.getByRole('option', { name: 'Theo đơn vị' }).click();
        }),
      ],
      [
        'select a row, its panel opens',
        await longest(page, () => page.getByRole('row', { selected: false }).nth(2).click()),
      ],
      [
        'paste 500 rows: preview',
        await longest(page, async () => {
          await page.evaluate((text) => navigator.clipboard.writeText(text), block);
          await page.keyboard.press('ControlOrMeta+v');
          await page.getByText(/Thêm 500 dòng mới/).waitFor();
        }),
      ],
      [
        'paste 500 rows: store',
        await longest(page, () => page.getByRole('button', { name: 'Dán 500 hàng' }).click()),
      ],
    ];
    const baselineMs = await plainSort(page);
    return times.map(([what, ms]) => ({
      what: `table of 20,000: ${what}, longest task${ms === 0 ? ' (none over 50 ms)' : ''}`,
      baseline: 'sorting 20,000 names with localeCompare',
      ms,
      baselineMs,
      ratio: ms / baselineMs,
      goal: 'told',
      met: true,
    }));
  } finally {
    await browser.close();
    await server.stop();
    killPostmaster(folder);
    removeFolder(folder);
  }
}
