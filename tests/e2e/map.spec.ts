/** What the map shows and keeps: the whole plan, the place of the person, named places, a base map in one click. */
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { test } from '../support/story.ts';

/** Where the map is, as it is kept: latitude, longitude, zoom. */
const place = (page: Page) => page.evaluate((id) => localStorage.getItem(`cohoa.map.${id}`), DEMO_CAMPAIGN);

/** The length that the scale at the corner of the map stands for: how near the map is. */
const scale = (page: Page) => page.locator('.leaflet-control-scale-line').first().textContent();

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Tìm kiếm hoặc chọn lệnh' }).fill(words);
  await page.keyboard.press('Enter');
}

test('the map begins with the whole plan, stays where one was over screens and reloads, and goes back by a command', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const whole = await scale(page);
  await command(page, 'di toi QL.3');
  await page.keyboard.press('g');
  await page.getByRole('dialog').getByRole('textbox').fill('QL.3 Km 131+200');
  await page.keyboard.press('Enter');
  await expect.poll(() => scale(page)).not.toBe(whole);
  const near = await scale(page);
  await story.open('checklists');
  await story.open('plan');
  await expect.poll(() => scale(page)).toBe(near);
  await page.reload();
  await expect(page.getByRole('toolbar')).toBeVisible();
  await expect.poll(() => scale(page)).toBe(near);
  await page.getByRole('button', { name: 'Xem toàn bộ' }).click();
  await expect.poll(() => scale(page)).toBe(whole);
});

test('a row that is clicked is brought into view where it is outside, and nothing moves where it is inside', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const whole = await scale(page);
  await page.getByRole('row', { name: /QL\.3/ }).first().click();
  expect(await scale(page)).toBe(whole);
  await page.keyboard.press('g');
  await page.getByRole('dialog').getByRole('textbox').fill('Tân Sơn');
  await page.keyboard.press('Enter');
  await expect.poll(() => scale(page)).not.toBe(whole);
  const there = await place(page);
  const row = page.getByRole('row', { name: /QL\.3/ });
  await row.nth(1).click();
  await expect.poll(() => place(page)).not.toBe(there);
  const seen = await place(page);
  // Now it is in view: nothing moves.
  await row.nth(1).click();
  expect(await place(page)).toBe(seen);
});

test('one cannot lose the campaign’s ground: the middle of the map stays on it, and it does not become a speck', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const map = await page.getByRole('region', { name: 'Bản đồ kế hoạch' }).boundingBox();
  if (map === null) throw new Error('no map');
  const drag = async (dx: number, dy: number) => {
    const [x, y] = [map.x + map.width / 2, map.y + map.height / 2];
    await page.mouse.move(x - dx / 2, y - dy / 2);
    await page.mouse.down();
    await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 3 });
    // Held still: the map does not fly on.
    await page.waitForTimeout(250);
    await page.mouse.up();
  };
  const middle = async () => ((await place(page)) ?? '').split(' ').map(Number);
  for (let n = 0; n < 5; n++) await drag(700, 300);
  const [north, west] = await middle();
  for (let n = 0; n < 10; n++) await drag(-700, -300);
  const [south, east] = await middle();
  // The district with a little room.
  expect([west, east].every((lng) => lng !== undefined && lng > 105.6 && lng < 106.1)).toBe(true);
  expect([south, north].every((lat) => lat !== undefined && lat > 21.7 && lat < 22.2)).toBe(true);
  expect((north ?? 0) - (south ?? 0)).toBeGreaterThan(0.1);
  const out = page.getByRole('button', { name: 'Thu nhỏ' });
  await expect(async () => {
    if (await out.isEnabled()) await out.click({ timeout: 500 });
    await expect(out).toBeDisabled({ timeout: 500 });
  }).toPass();
  const [, , zoom] = await middle();
  expect(zoom).toBeGreaterThan(8);
});

test('a place is added by name and click, found by its name, says what stands there, and is deleted and brought back', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const number = await story.number();
  await command(page, 'them dia diem');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Sân vận động 21.93620, 105.93320');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: 'Địa điểm' });
  await expect(panel.getByRole('heading', { name: 'Sân vận động' })).toBeVisible();
  await panel.getByRole('textbox', { name: 'Tên' }).fill('Sân vận động xã');
  await panel.getByRole('textbox', { name: 'Tên' }).press('Enter');
  await page.keyboard.press('Escape');
  // By a click: the map says what it waits for.
  await command(page, 'them dia diem');
  await dialog.getByRole('textbox').fill('Chợ phiên');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Bấm' })).toBeVisible();
  const map = await page.getByRole('region', { name: 'Bản đồ kế hoạch' }).boundingBox();
  if (map === null) throw new Error('no map');
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await expect(panel.getByRole('heading', { name: 'Chợ phiên' })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await story.saved();
  const notes = (await story.changesSince(number)).changes.map((c) => c.note.code);
  expect(notes.slice(0, 4)).toEqual(['place.created', 'place.changed', 'place.created', 'place.deleted']);
  expect(notes).toHaveLength(5);
  // An office of the demonstration, through the palette.
  await command(page, 'ubnd xa nong ha');
  await expect(panel.getByRole('heading', { name: 'UBND xã Nông Hạ' })).toBeVisible();
  await expect(panel.getByText('2 dòng của kế hoạch ở địa điểm này.')).toBeVisible();
  await panel.getByRole('button', { name: 'Chọn các dòng này' }).click();
  await expect(page.getByText('Đang chọn 2 dòng')).toBeVisible();
});

test('OpenStreetMap is one click: its tiles come without a reload, are told who asks, and its credit is read', async ({
  story,
}) => {
  const { page } = await story.signIn('quantri');
  const asked: (string | undefined)[] = [];
  const tile = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await page.route('https://tile.openstreetmap.org/**', async (route) => {
    asked.push((await route.request().allHeaders()).referer);
    await route.fulfill({ contentType: 'image/png', body: tile });
  });
  await story.open('settings');
  await page.getByRole('button', { name: 'Dùng OpenStreetMap' }).click();
  await expect(page.getByRole('button', { name: 'Dùng OpenStreetMap' })).toHaveCount(0);
  await story.open('plan');
  await expect(page.locator('img.leaflet-tile-loaded').first()).toBeVisible();
  await expect(page.getByText('© OpenStreetMap contributors')).toBeVisible();
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set([`${story.server.url}/`]));
  await story.open('settings');
  await page.getByRole('button', { name: 'Bỏ bản đồ nền OpenStreetMap' }).click();
  await story.saved();
});
