/** Takes the pictures of README and guide from the demonstration, each of what its page speaks of. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { ADMINISTRATOR } from '../support/emptyCampaign.ts';
import { test as ownTest } from '../support/ownServer.ts';
import { codeOn, printedPages } from '../support/paper.ts';
import { type Story, test } from '../support/story.ts';

const PICTURES = resolve(import.meta.dirname, '../../docs/images');
const ROADS = resolve(import.meta.dirname, '../../../shared/data/roads-south-vietnam.geojson');

async function picture(page: Page, name: string): Promise<void> {
  // What glides in stands, and what is loaded ahead is there.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: resolve(PICTURES, `${name}.png`) });
}

async function settings(story: Story, tab: string): Promise<void> {
  await story.page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/settings/${tab}`);
}

async function goesTo(page: Page, where: string): Promise<void> {
  await page.keyboard.press('g');
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.fill(where);
  await field.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a stretch of flags being laid', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('tab', { name: 'Sơ đồ tuyến' }).click();
  await story.laysStretch(/ĐT\.256/, '3+200', '5+600');
  await picture(page, 'plan');
});

test('map and diagram of one stretch', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await story.searches('QL.3');
  await page
    .getByRole('row', { name: /QL\.3.*Hai bên/ })
    .nth(2)
    .click();
  await page.getByRole('tab', { name: 'Sơ đồ tuyến' }).click();
  await picture(page, 'so-do-tuyen');
});

test('the table, narrowed and grouped', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await story.searches('co');
  await page.getByRole('combobox', { name: 'Nhóm theo' }).click();
  await page.getByRole('option', { name: 'Theo đơn vị' }).click();
  await picture(page, 'bang');
});

test('the findings', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('tab', { name: 'Vấn đề' }).click();
  await picture(page, 'van-de');
});

test('the tasks by day', async ({ story }) => {
  await story.signIn('canbo');
  await story.open('checklists');
  await story.seesWork();
  await picture(story.page, 'phieu-viec');
});

test('a sheet: its dialog, its first page, and what its code says on a phone', async ({ story, browser }) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('button', { name: 'In phiếu' }).click();
  await page.getByRole('button', { name: 'Tạo PDF' }).click();
  const link = page.getByRole('link', { name: /Tải PDF/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  await picture(page, 'in-phieu');
  const download = page.waitForEvent('download');
  await link.click();
  const [first] = await printedPages(readFileSync(await (await download).path()), 1.4);
  if (first === undefined) throw new Error('no page');
  writeFileSync(resolve(PICTURES, 'phieu-giay.png'), await first.encode('png'));
  const elsewhere = await browser.newContext({ viewport: { width: 390, height: 700 } });
  const phone = await elsewhere.newPage();
  await phone.goto((await codeOn(first)).text);
  await expect(phone.getByRole('heading', { name: 'Phiếu này còn đúng' })).toBeVisible();
  await picture(phone, 'phieu-dung');
  await elsewhere.close();
});

test('a slogan with a wrong number', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await settings(story, 'slogans');
  await page.getByRole('button', { name: 'Thêm khẩu hiệu' }).click();
  await page
    .getByRole('textbox', { name: 'Nội dung' })
    .fill('Chào mừng Đại hội đại biểu Đảng bộ tỉnh Bắc Kạn lần thứ XI, nhiệm kỳ 2020 - 2025!');
  await expect(page.getByRole('alert')).toBeVisible();
  await picture(page, 'khau-hieu');
});

test('a kilometre post dragged to where it stands', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('tab', { name: 'Sơ đồ tuyến' }).click();
  await goesTo(page, 'QL.3 Km 136');
  await page.keyboard.press('f');
  await page.getByRole('combobox', { name: 'Loại' }).click();
  await page.getByRole('option', { name: 'Cột Km thực địa' }).click();
  await story.choosesRoad(/QL\.3/);
  await story.types('Đo được ở', '136+076');
  await story.types('Cột ghi lý trình', '136+000');
  await picture(page, 'cot-km');
});

test('roads before they are imported', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('button', { name: 'Nhập tuyến' }).click();
  await page.locator('input[type="file"]').setInputFiles(ROADS);
  await page.getByRole('button', { name: /nằm ngoài địa giới/ }).click();
  await expect(page.getByRole('button', { name: /^Nhập \d+ tuyến/ })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('searchbox', { name: 'Tìm theo tên hoặc số hiệu' }).fill('quoc lo 3');
  await page
    .getByRole('checkbox', { name: /^Nhập .*Quốc lộ 3$/ })
    .first()
    .check();
  await picture(page, 'nhap-tuyen');
});

test('a road drawn by hand', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.keyboard.press('w');
  const panel = page.getByRole('region', { name: 'Vẽ tuyến đường' });
  await panel.getByRole('textbox', { name: 'Số hiệu' }).fill('ĐH.05');
  await panel.getByRole('textbox', { name: 'Tên tuyến' }).fill('Đường vào Khuôn Ổ');
  const map = await page.locator('.leaflet-container').boundingBox();
  if (map === null) throw new Error('no map');
  for (const [x, y] of [
    [0.2, 0.32],
    [0.27, 0.4],
    [0.32, 0.55],
    [0.4, 0.62],
  ] as const) {
    await page.mouse.click(map.x + map.width * x, map.y + map.height * y);
    await page.waitForTimeout(350);
  }
  await panel.getByRole('textbox', { name: 'Lý trình ở điểm 1' }).fill('Km 2+000');
  await panel.getByRole('textbox', { name: 'Lý trình ở điểm 3' }).fill('Km 12+500');
  await page.keyboard.press('Enter');
  await picture(page, 've-tuyen');
});

test('a road, and what cutting it would make of the plan', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/settings/roads`);
  await page.getByRole('button', { name: /^ĐT\.256/ }).click();
  const panel = page.getByRole('region', { name: 'Tuyến đường', exact: true });
  await expect(panel).toBeVisible();
  await picture(page, 'tuyen');
  await panel.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Cắt tuyến làm hai' }).click();
  const line = page.getByRole('dialog').getByRole('textbox');
  await line.fill('9+288');
  await line.press('Enter');
  await expect(page.getByRole('dialog').getByText('Tuyến mới')).toBeVisible();
  await picture(page, 'cat-tuyen');
});

test('all roads', async ({ story }) => {
  await story.signIn('canbo');
  await settings(story, 'roads');
  await expect(story.page.getByRole('table')).toBeVisible();
  await picture(story.page, 'trang-tuyen-duong');
});

test('people, and the link of somebody new', async ({ story }) => {
  const { page } = await story.signIn('quantri');
  await page.goto(`${story.server.url}/#/people`);
  await expect(page.getByText('Hà Thị Mai')).toBeVisible();
  await picture(page, 'nguoi-dung');
  await page.getByRole('button', { name: 'Thêm người' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Họ và tên' }).fill('Lý Thị Sen');
  await dialog.getByRole('button', { name: 'Thêm và tạo đường dẫn' }).click();
  await expect(dialog.getByText('Đường dẫn đặt mật khẩu')).toBeVisible();
  await picture(page, 'duong-dan');
});

ownTest('a backup that was made', async ({ page, own }) => {
  await page.goto(own.url);
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(ADMINISTRATOR.userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('link', { name: 'Sao lưu' }).click();
  await page.getByRole('button', { name: 'Tạo bản sao lưu' }).click();
  await expect(page.getByText(/^Xong: /)).toBeVisible();
  await picture(page, 'sao-luu');
});
