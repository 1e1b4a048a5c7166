/** A road of 60,000 vertices on a line of 200 kbit/s: sent whole, with how far it is, and read by another on the same line. */
import { type CDPSession, expect, type Page } from '@playwright/test';
import { test } from '../../support/story.ts';

const VERTICES = 60_000;
const BYTES_A_SECOND = (200 * 1000) / 8;

async function slows(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });
  return cdp;
}

/** A road as a receiver in the hand draws it: some metres a step, never straight. */
function windingRoad(): number[][] {
  let seed = 20261026;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed / 2147483648;
  };
  let [lng, lat] = [105.7, 21.8];
  return Array.from({ length: VERTICES }, () => {
    lng += random() * 0.00003;
    lat += (random() - 0.45) * 0.00003;
    return [Number(lng.toFixed(7)), Number(lat.toFixed(7))];
  });
}

test('60,000 vertices at 200 kbit/s', async ({ story, another }) => {
  await story.signIn('canbo');
  const before = await story.number();
  const { page } = story;
  await page.getByRole('button', { name: 'Nhập tuyến' }).click();
  const feature = {
    type: 'Feature',
    properties: { ref: 'ĐH.60', name: 'Đường sáu vạn đỉnh', highway: 'tertiary' },
    geometry: { type: 'LineString', coordinates: windingRoad() },
  };
  await page.locator('input[type="file"]').setInputFiles({
    name: 'dai.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] })),
  });
  await expect(page.getByRole('button', { name: 'Nhập 1 tuyến' })).toBeVisible();
  await slows(page);
  const begun = Date.now();
  await page.getByRole('button', { name: 'Nhập 1 tuyến' }).click();
  const sync = page.getByTestId('sync');
  const shares = new Set<string>();
  await expect
    .poll(
      async () => {
        const said = (await sync.textContent()) ?? '';
        const share = /(\d+)%/.exec(said)?.[1];
        if (share !== undefined) shares.add(share);
        return said;
      },
      { intervals: [250], timeout: 300_000 },
    )
    .toBe('Đã lưu');
  const seconds = (Date.now() - begun) / 1000;
  // Long enough that silence alone, not length, decides; and people see it move.
  expect(seconds).toBeGreaterThan(10);
  expect(shares.size).toBeGreaterThan(5);
  const { changes } = await story.changesSince(before);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.ops[0]?.fields.line).toHaveLength(VERTICES);

  const viewer = await another('xem');
  await slows(viewer.page);
  await viewer.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      await new Promise((done) => {
        const deleting = indexedDB.deleteDatabase(name as string);
        deleting.onsuccess = done;
        deleting.onblocked = done;
      });
  });
  const opened = Date.now();
  await viewer.page.reload({ timeout: 300_000, waitUntil: 'commit' });
  await expect(viewer.page.getByTestId('sync')).toHaveText('Đã lưu', { timeout: 300_000 });
  await expect(viewer.page.getByRole('toolbar')).toBeVisible({ timeout: 60_000 });
  console.log(
    `sent in ${seconds.toFixed(0)} s (${shares.size} shares seen), read by another in ${((Date.now() - opened) / 1000).toFixed(0)} s`,
  );
});
