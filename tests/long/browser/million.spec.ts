/** A campaign of a million positions: caught up with after it was away, opened on a new device, and opened again. */
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../../mocks/demo/builder.ts';
import { ASSET_TYPE_FIELDS, ROAD_FIELDS, stretchFields } from '../../../mocks/testApi.ts';
import { newId } from '../../../src/api/contract/newId.ts';
import { PROTOCOL } from '../../../src/api/contract/protocol.ts';
import type { ServerProcess } from '../../support/server.ts';
import { test } from '../../support/story.ts';

/** Each of 42 positions, on roads of 400. */
const STRETCHES = 24_000;
const ON_A_ROAD = 400;
const AN_EDIT = 2000;
const ROUNDS = 3;
/** In which a device has stored them all. */
const STORED_MS = 20_000;

async function grow(server: ServerProcess): Promise<void> {
  const cookie = await server.signIn('quantri');
  const post = async (ops: object[]) => {
    const edit = { key: newId(), replica: newId(), campaignId: DEMO_CAMPAIGN, protocol: PROTOCOL };
    const answer = await fetch(`${server.url}/api/campaigns/${DEMO_CAMPAIGN}/edits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ ...edit, note: { code: 'test' }, ops }),
    });
    expect(answer.status, await answer.clone().text()).toBe(200);
  };
  const create = (entity: string, id: string, fields: object) => ({ kind: 'create', entity, id, fields });
  const type = newId();
  const roads = Array.from({ length: STRETCHES / ON_A_ROAD }, (_, i) => {
    const x = 105.7 + i * 0.003;
    const line = [
      [x, 21.8],
      [x, 22.0],
    ];
    return create('road', newId(), { ...ROAD_FIELDS, code: `T.${i}`, name: `Đường thử ${i}`, line });
  });
  await post([create('assetType', type, { ...ASSET_TYPE_FIELDS, code: 'many' }), ...roads]);
  for (let at = 0; at < STRETCHES; at += AN_EDIT)
    await post(
      Array.from({ length: AN_EDIT }, (_, k) => {
        const road = roads[Math.floor((at + k) / ON_A_ROAD)] as { id: string };
        const from = 50 * ((at + k) % ON_A_ROAD);
        return create('placement', newId(), stretchFields(type, road.id, { from, to: from + 500 }));
      }),
    );
}

/** Milliseconds until the table says that all rows are there. */
async function untilShown(page: Page, begin: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await begin();
  await expect(page.getByRole('tab', { name: 'Bảng' })).toHaveText(/24\.?\d{3}/, { timeout: 120_000 });
  return performance.now() - begun;
}

/** The baseline: milliseconds in which a page that does nothing else fetches the rows and parses them. */
async function bare(page: Page): Promise<number> {
  return page.evaluate(async (campaign) => {
    const begun = performance.now();
    let after: string | null = null;
    do {
      const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`;
      const answer = await fetch(`/api/campaigns/${campaign}/snapshot${query}`);
      after = ((await answer.json()) as { next: string | null }).next;
    } while (after !== null);
    return performance.now() - begun;
  }, DEMO_CAMPAIGN);
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] as number;

test('24,000 stretches open', async ({ browser, story, server }) => {
  const plan = `${server.url}/#/c/${DEMO_CAMPAIGN}/plan`;
  await story.signIn('canbo');
  // Long enough for the device to have stored what it was shown.
  await story.page.waitForTimeout(3000);
  await story.page.goto('about:blank');
  await grow(server);
  const caughtUp = await untilShown(story.page, () => story.page.goto(plan));
  // What it stores would hold up the others.
  await story.page.waitForTimeout(STORED_MS);
  const [plain, fresh, again]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(server.url);
    const enter = page.getByRole('button', { name: /· canbo$/ });
    await expect(enter).toBeVisible();
    fresh.push(await untilShown(page, () => enter.click()));
    await page.waitForTimeout(STORED_MS);
    plain.push(await bare(page));
    await page.goto('about:blank');
    again.push(await untilShown(page, () => page.goto(plan)));
    await context.close();
  }
  const base = median(plain);
  const said = (list: readonly number[]) => `${list.map((ms) => Math.round(ms)).join(', ')} ms`;
  console.log(
    `bare ${said(plain)}; caught up ${said([caughtUp])}; new device ${said(fresh)}; again ${said(again)}`,
  );
  expect(median(fresh) / base).toBeLessThan(6);
  expect(median(again) / base).toBeLessThan(6);
  expect(caughtUp / base).toBeLessThan(8);
});
