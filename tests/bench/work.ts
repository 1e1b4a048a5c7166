/**
 * The work of a province: 5,000 stretches with 50,000 reports and 40,000 tasks. Each figure is a ratio to one pass in
 * memory that lays the same 5,000 stretches out; scripts of the page are told apart from what the browser paints.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { buildIfStale } from '../../server/build.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { PROTOCOL } from '../../src/api/contract/protocol.ts';
import { layOut } from '../../src/domain/layout/layOut.ts';
import { aRoad, aType, bendingLine, measured, RULE } from '../../src/domain/testing.ts';
import { findChromium } from '../support/chromium.ts';
import { dataFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';
import type { Figure } from './run.ts';

const ROADS = 200;
const STRETCHES = 5000;
const REPORTS_EACH = 10;
const ITEMS = 8;
const LENGTH = 2000;
const PER_EDIT = 5000;

type Create = { kind: 'create'; entity: string; id: string; fields: Record<string, unknown> };

const LINE = bendingLine(60, 400);

function creating(entity: string, fields: object): Create {
  const { id: _id, version: _version, ...own } = fields as Record<string, unknown>;
  return { kind: 'create', entity, id: newId(), fields: own };
}

/** Installing is the third of eight items; a tenth of each stretch is reported ten times over, the last tenth not. */
function planOf(): Create[] {
  const checklist = Array.from({ length: ITEMS }, (_, i) => ({
    id: `item-${i}`,
    name: { vi: `Việc ${i + 1}`, en: `Item ${i + 1}` },
    due: { milestone: 'opening', days: i - 6 },
    counts: false,
    does: i === 3 ? 'installed' : null,
    role: null,
    unitId: null,
    photo: false,
    signature: false,
    supports: [],
  }));
  const type = creating('assetType', aType({ code: 'do-dac', checklist } as never));
  const roads = Array.from({ length: ROADS }, (_, i) =>
    creating('road', aRoad({ line: LINE, code: `ĐH.${i}`, name: `Đường huyện ${i}` })),
  );
  const placements = Array.from({ length: STRETCHES }, (_, i) => {
    const from = 100 + Math.floor(i / ROADS) * (LENGTH + 200);
    return creating('placement', {
      assetTypeId: type.id,
      unitId: null,
      sloganId: null,
      state: 'approved',
      note: '',
      installBy: { milestone: 'opening', days: -3 },
      removeBy: { milestone: 'closing', days: 5 },
      roadId: roads[i % ROADS]?.id,
      coordinate: null,
      from,
      to: from + LENGTH,
      side: null,
      rule: RULE,
      pointQuantity: 1,
      phase: '',
      sponsor: null,
      approvedQuantity: null,
      support: 'unknown',
    });
  });
  const part = LENGTH / (REPORTS_EACH + 1);
  const reports = placements.flatMap(({ id, fields }) =>
    Array.from({ length: REPORTS_EACH }, (_, k) => {
      const from = (fields.from as number) + k * part;
      return creating('report', {
        placementId: id,
        kind: 'installed',
        spots: [{ from, to: from + part, sides: 'both' }],
        quantity: null,
        day: `2020-10-${String(5 + k).padStart(2, '0')}`,
        who: '',
        note: '',
        corrects: null,
      });
    }),
  );
  return [type, ...roads, ...placements, ...reports];
}

async function fill(server: ServerProcess, cookie: string): Promise<void> {
  const ops = planOf();
  for (let i = 0; i < ops.length; i += PER_EDIT) {
    const done = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/edits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({
        key: newId(),
        replica: newId(),
        campaignId: DEMO_CAMPAIGN,
        protocol: PROTOCOL,
        note: { code: 'bench' },
        ops: ops.slice(i, i + PER_EDIT),
      }),
    });
    if (!done.ok) throw new Error(await done.text());
  }
}

interface Took {
  readonly ms: number;
  /** The longest time that one piece of our own script held the page, and that the browser took to lay out and paint. */
  readonly script: number;
  readonly painting: number;
}

/** How long something takes until `seen`, and what held the main thread meanwhile and a little after. */
async function took(page: Page, work: () => Promise<unknown>, seen: () => Promise<unknown>): Promise<Took> {
  await page.evaluate(() => (window as unknown as { frames_: Frame[] }).frames_.splice(0));
  const begun = performance.now();
  await work();
  await seen();
  const ms = performance.now() - begun;
  await page.waitForTimeout(1500);
  const { script, painting } = await page.evaluate(() => {
    const frames = (window as unknown as { frames_: Frame[] }).frames_;
    const all = frames.splice(0);
    return {
      script: Math.max(0, ...all.flatMap((f) => f.scripts.map((s) => s.duration))),
      painting: Math.max(
        0,
        ...all.map((f) => (f.renderStart === 0 ? 0 : f.startTime + f.duration - f.renderStart)),
      ),
    };
  });
  return { ms, script, painting };
}

interface Frame {
  readonly startTime: number;
  readonly duration: number;
  readonly renderStart: number;
  readonly scripts: readonly { readonly duration: number; readonly invoker: string }[];
}

/** From the first script of each page on, frames of over 50 ms are kept, with what ran in them. */
async function watched(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi-VN' });
  await context.addInitScript(() => {
    const w = window as unknown as { frames_: Frame[] };
    w.frames_ = [];
    new PerformanceObserver((list) => w.frames_.push(...(list.getEntries() as unknown as Frame[]))).observe({
      type: 'long-animation-frame',
      buffered: true,
    });
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  return page;
}

/** Every stretch laid out once, as a loop in memory does it. */
function onePass(): number {
  const road = measured({ line: LINE });
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    for (let i = 0; i < STRETCHES; i++) {
      const from = 100 + Math.floor(i / ROADS) * (LENGTH + 200);
      layOut({ from, to: from + LENGTH, rule: { ...RULE } }, road, []);
    }
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[2] as number;
}

export async function benchWork(): Promise<Figure[]> {
  buildIfStale();
  const folder = dataFolder();
  const server = await ServerProcess.start(folder, {}, []);
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  try {
    await fill(server, await server.signIn('quantri'));
    const page = await watched(browser);
    await page.goto(server.url);
    await page.getByRole('button', { name: /· canbo$/ }).waitFor();
    const list = page.getByRole('main').getByRole('list').first();
    const box = page.getByRole('main').getByRole('checkbox', { name: /^Đánh dấu xong/, checked: false });
    const listed = () =>
      page
        .getByRole('main')
        .getByRole('checkbox', { name: /^Đánh dấu xong/ })
        .first()
        .waitFor({ timeout: 180_000 });
    const work = `${server.url}/#/c/${DEMO_CAMPAIGN}/checklists`;
    const times: [string, Took][] = [];
    const measure = async (what: string, act: () => Promise<unknown>, seen: () => Promise<unknown>) =>
      times.push([what, await took(page, act, seen)]);
    await measure(
      'open on a new device, until «my work» is there',
      async () => {
        await page.getByRole('button', { name: /· canbo$/ }).click();
        await page.waitForURL(/#\/c\//, { timeout: 120_000 });
        await page.goto(work);
      },
      listed,
    );
    await page.getByTestId('sync').filter({ hasText: 'Đã lưu' }).waitFor({ timeout: 60_000 });
    await measure('open again, until «my work» is there', () => page.reload(), listed);
    await page.getByRole('navigation').getByRole('link', { name: 'Kế hoạch' }).click();
    // The plan is drawn first: what is measured is leaving it.
    await page.waitForTimeout(8000);
    await measure('from the plan to «my work»', () => page.goto(work), listed);
    const label = (await box.nth(2).getAttribute('aria-label')) ?? '';
    await measure(
      'tick one',
      () => box.nth(2).click(),
      () => page.getByRole('checkbox', { name: label, checked: true }).first().waitFor(),
    );
    await measure(
      'everybody’s work, all of it',
      async () => {
        await page.getByText('Mọi người', { exact: true }).click();
        await page.getByText('Tất cả', { exact: true }).click();
      },
      listed,
    );
    await measure(
      'scroll through ten screens',
      async () => {
        for (let i = 0; i < 10; i++) {
          await page.getByRole('main').evaluate((main) => main.scrollBy(0, main.clientHeight));
          await page.waitForTimeout(50);
        }
      },
      () => list.waitFor(),
    );
    const baselineMs = onePass();
    return times.map(([what, { ms, script, painting }]) => ({
      what: `work of 5,000 stretches, 50,000 reports: ${what} (longest script ${script.toFixed(0)} ms, painting ${painting.toFixed(0)} ms)`,
      baseline: 'one pass in memory that lays out the 5,000 stretches',
      ms,
      baselineMs,
      ratio: ms / baselineMs,
      goal: 'no script over 50 ms',
      met: script <= 50,
    }));
  } finally {
    await browser.close();
    await server.stop();
    killPostmaster(folder);
    removeFolder(folder);
  }
}
