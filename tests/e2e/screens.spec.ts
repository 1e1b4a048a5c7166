import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from '../support/story.ts';

test('a task is ticked, undone, and grouped by day, road and unit', async ({ story }) => {
  await story.signIn('canbo');
  await story.open('checklists');
  const { page } = story;
  await story.seesWork();
  await expect(page.getByRole('heading', { name: '13/10/2020' })).toBeVisible();
  await expect(page.getByText('Trễ 2 ngày').first()).toBeVisible();
  const lead = page.getByText(/Còn \d+ việc phải làm/);
  const before = await lead.textContent();
  await page.getByRole('checkbox', { checked: false }).first().click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  await expect(lead).not.toHaveText(before ?? '');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(lead).toHaveText(before ?? '');
  await story.seesWork({ by: 'Theo tuyến' });
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/^(ĐT|QL|Ngoài)/);
  await story.seesWork({ by: 'Theo đơn vị', shown: 'Trễ, vướng' });
  await expect(page.getByRole('heading', { name: 'Cao Kỳ' })).toBeVisible();
  // How one looks at it is remembered.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Cao Kỳ' })).toBeVisible();
});

test('a commune officer ticks only what belongs to the commune', async ({ story }) => {
  await story.signIn('xa');
  await story.open('checklists');
  // Their own comes first, and alone.
  await expect(story.page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  await expect(await story.task(/Lắp đặt, .*Thanh Thịnh$/)).not.toHaveCount(0);
  await expect(story.page.getByRole('checkbox', { name: /Cao Kỳ$/ })).toHaveCount(0);
  await story.seesWork({ by: 'Theo đơn vị' });
  await expect((await story.task(/Lắp đặt, .*Thanh Thịnh$/)).first()).toBeEnabled();
  await expect((await story.task(/Cao Kỳ$/)).first()).toBeDisabled();
});

test('moving the opening day shows what moves before it does', async ({ story }) => {
  await story.signIn('quantri');
  await story.open('settings');
  const { page } = story;
  await story.types('Ngày khai mạc (D)', '24/10/2020');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/dời từ 27\/10\/2020 sang 24\/10\/2020 \(sớm hơn 3 ngày\)/)).toBeVisible();
  await expect(
    dialog.getByText(/\d+ việc chưa xong dời theo, trong đó \d+ việc thành trễ hạn/),
  ).toBeVisible();
  await expect(page.getByText('Còn 12 ngày')).toBeVisible();
  await dialog.getByRole('button', { name: 'Dời khai mạc sang 24/10/2020' }).click();
  await expect(page.getByText('Còn 9 ngày')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Còn 12 ngày')).toBeVisible();
  await story.saved();
});

test('a second occasion is read from its name, can give D, and not be lost while it does', async ({
  story,
}) => {
  const { page } = await story.signIn('quantri');
  await story.open('settings');
  await page
    .getByRole('textbox', { name: 'Tên đầy đủ của sự kiện' })
    .last()
    .fill('Bầu cử đại biểu Quốc hội khóa XVI');
  await page.getByRole('textbox', { name: 'Khai mạc', exact: true }).fill('31/10/2020');
  await page.getByRole('button', { name: 'Thêm sự kiện' }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Bầu cử đại biểu Quốc hội khóa XVI' });
  await line.getByRole('button', { expanded: false }).click();
  await expect(line.getByRole('textbox', { name: 'Lần thứ, khóa' })).toHaveValue('XVI');
  await expect(line.getByRole('combobox', { name: 'Loại' })).toHaveValue('Bầu cử');
  await line.getByRole('button', { name: 'Lấy làm ngày D' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lấy 31/10/2020 làm ngày D' }).click();
  await expect(page.getByText('Còn 16 ngày')).toBeVisible();
  await expect(line.getByRole('button', { name: /^Xóa sự kiện/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByText('Còn 12 ngày')).toBeVisible();
  await line.getByRole('button', { name: /^Xóa sự kiện/ }).click();
  await expect(line).toHaveCount(0);
  await story.saved();
});

test('milestones are added by D or by date, and a bad one is refused with the way to write it', async ({
  story,
}) => {
  await story.signIn('canbo');
  await story.open('settings');
  const { page } = story;
  const form = page.locator('form');
  await form.getByRole('textbox', { name: 'Tên mốc' }).fill('Tổng duyệt');
  await form.getByRole('textbox', { name: 'Khi nào' }).fill('hôm kia');
  await page.getByRole('button', { name: 'Thêm mốc' }).click();
  await expect(page.getByText(/Viết D−7, D\+5 hoặc ngày như/)).toBeVisible();
  await form.getByRole('textbox', { name: 'Khi nào' }).fill('d-2');
  await page.getByRole('button', { name: 'Thêm mốc' }).click();
  await expect(page.getByRole('button', { name: 'Xóa mốc Tổng duyệt' })).toBeVisible();
  await expect(page.getByText('25/10/2020')).toBeVisible();
  await page.getByRole('button', { name: 'Xóa mốc Tổng duyệt' }).click();
  await story.saved();
});

test('a checklist is printed as PDF, in the browser, under the server’s policy', async ({ story }) => {
  await story.signIn('canbo');
  const { page } = story;
  await page.getByRole('button', { name: 'In phiếu' }).click();
  await page.getByRole('combobox', { name: 'Tuyến' }).click();
  await page.getByRole('option', { name: /QL\.3/ }).click();
  await page.getByRole('button', { name: 'Tạo PDF' }).click();
  const link = page.getByRole('link', { name: /Tải PDF/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await link.click();
  const file = await (await download).path();
  const bytes = readFileSync(file);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.length).toBeGreaterThan(50_000);
});

test('commands are there on every screen: what belongs to the plan opens it first', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  const palette = page.getByRole('combobox', { name: 'Tìm kiếm hoặc chọn lệnh' });
  await story.open('settings');
  await page.keyboard.press('d');
  await expect(page).toHaveURL(/settings$/);
  await page.keyboard.press('Control+k');
  await palette.fill('doan tuyen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('toolbar')).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('Đoạn');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await palette.fill('mo cong viec');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/checklists$/);
  // What needs no map opens where one is.
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'Lịch sử' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('dialog', { name: /In/ })).toBeVisible();
  await expect(page).toHaveURL(/checklists$/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await palette.fill('di toi QL.3');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/plan$/);
});

test('a link from a printed sheet opens its road', async ({ story }) => {
  await story.signIn('canbo');
  const href = await story.page.evaluate(() => location.href);
  await story.page.goto(`${href}/road/01DEM0C0H0A0000000000R0002`);
  await expect(story.page.getByRole('toolbar')).toBeVisible();
});

test('the whole interface changes its language, and remembers', async ({ story }) => {
  await story.signIn('canbo');
  const { page } = story;
  await page.getByRole('button', { name: /Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page.getByRole('link', { name: 'Work' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('toolbar', { name: 'Drawing tools' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
