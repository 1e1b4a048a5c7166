/** Everything of one server on a new one, by screens alone: what is exported of both is the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { ADMINISTRATOR } from '../support/emptyCampaign.ts';
import { test } from '../support/ownServer.ts';
import { dataFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';

async function signIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(ADMINISTRATOR.userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('heading', { name: 'Đợt tuyên truyền' })).toBeVisible();
}

/** The demonstration's placements, as the page exports them. */
async function exported(page: Page, server: ServerProcess): Promise<string> {
  await page.goto(`${server.url}/#/c/${DEMO_CAMPAIGN}/plan`);
  await expect(page.getByRole('toolbar')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Tìm kiếm hoặc chọn lệnh' })).toBeFocused();
  await page.keyboard.type('xuat');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Tải tệp' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Tệp sao lưu').click();
  await (await chooser).setFiles(file);
}

async function backedUp(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Sao lưu' }).click();
  await expect(page.getByText('Chưa có bản sao lưu nào.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tạo bản sao lưu' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^cohoa-\d{4}-\d\d-\d\d-\d{4}\.backup\.gz$/);
  await expect(page.getByText(/^Xong: cohoa-.* dòng dữ liệu, đã kiểm tra đủ/)).toBeVisible();
  await expect(page.getByText(/^Lần gần nhất: .*Trưởng ban/)).toBeVisible();
  return file.path();
}

test('a backup made on screen is restored on screen into an empty server, and the exports are the same', async ({
  page,
  own,
}) => {
  test.setTimeout(120_000);
  await page.goto(own.url);
  await signIn(page);
  const file = await backedUp(page);
  const before = await exported(page, own);

  const folder = dataFolder();
  const empty = await ServerProcess.start(folder, { COHOA_DEMO: 'off' }, []);
  try {
    const [, token] = await empty.prints(/#\/setup\/([\w-]+)/);
    await page.goto(`${empty.url}/#/setup/${token}`);
    await page.getByRole('button', { name: 'Khôi phục từ bản sao lưu' }).click();
    // What is no backup is said at its field, and the right file is taken afterwards.
    await choose(page, join(import.meta.dirname, 'backup.spec.ts'));
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await expect(page.getByText('backup.spec.ts không phải bản sao lưu của Cờ Hoa')).toBeVisible();
    await choose(page, file);
    await page.getByRole('button', { name: 'Khôi phục', exact: true }).click();
    await expect(page.getByText(/^Đã khôi phục 2 đợt, 8 người/)).toBeVisible();
    await page.getByRole('button', { name: 'Sang trang đăng nhập' }).click();
    await signIn(page);
    const after = await exported(page, empty);
    expect(after.length).toBeGreaterThan(10_000);
    expect(after).toBe(before);
  } finally {
    await empty.stop();
    killPostmaster(folder);
    removeFolder(folder);
  }
});

test('a backup that does not come whole is not given, and the next one is', async ({ page, own }) => {
  await page.goto(own.url);
  await signIn(page);
  await page.getByRole('link', { name: 'Sao lưu' }).click();
  // A line that breaks in the middle.
  await page.route('**/api/backup', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const whole = await route.fetch();
    const body = await whole.body();
    await route.fulfill({ response: whole, body: body.subarray(0, body.length / 2) });
  });
  let given = false;
  page.on('download', () => {
    given = true;
  });
  await page.getByRole('button', { name: 'Tạo bản sao lưu' }).click();
  await expect(page.getByRole('alert')).toHaveText(/chưa về đủ nên không được lưu/);
  expect(given).toBe(false);
  await page.unroute('**/api/backup');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tạo bản sao lưu' }).click();
  await download;
  await expect(page.getByRole('alert')).toHaveCount(0);
});
