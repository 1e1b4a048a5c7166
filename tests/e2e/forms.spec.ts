/** Forms with a button of their own, and dialogs: numbers as people write them, and nothing typed that goes without a word. */
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { type Story, test } from '../support/story.ts';

const settings = (story: Story, tab: string) =>
  story.page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/settings/${tab}`);
const question = (page: Page) => page.getByRole('alert').filter({ hasText: 'Những gì vừa gõ chưa được lưu' });
const field = (page: Page, name: string) => page.getByRole('dialog').getByRole('textbox', { name });

async function opensStore(story: Story, type: RegExp): Promise<void> {
  await story.page.getByRole('button', { name: type }).first().click();
  await story.page.getByRole('tab', { name: 'Giá và kho' }).click();
}

/** As from a document: the clipboard’s text comes into the field at once. */
async function pastes(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

test('amounts are taken as they are pasted and typed; what is none is said, and nothing is stored without it', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await settings(story, 'catalogue');
  await opensStore(story, /Cờ Tổ quốc/);
  await pastes(page, 'Đơn giá (đồng)', '1.045.000 đ');
  await pastes(page, 'Trong kho', '12,500');
  await page.keyboard.press('Tab');
  await expect(field(page, 'Đơn giá (đồng)')).toHaveValue('1.045.000');
  await expect(field(page, 'Trong kho')).toHaveValue('12.500');
  const stock = field(page, 'Đã đặt mua');
  await stock.fill('1,5');
  // By the keyboard; a sentence that comes up under the field moves the button from under the mouse.
  const saves = () => page.getByRole('button', { name: 'Lưu loại hình' }).press('Enter');
  await saves();
  await expect(page.getByText('Số nguyên từ 0 đến 10.000.000')).toBeVisible();
  await expect(stock).toBeFocused();
  await expect(stock).toHaveValue('1,5');
  const before = await story.number();
  await stock.fill('');
  await saves();
  await expect(stock).toBeFocused();
  // Gone with its tab, it is said once more, and no part of it is left in the form.
  await stock.fill('');
  await stock.pressSequentially('4 cái');
  await page.getByRole('tab', { name: 'Cách bố trí' }).click();
  await expect(page.getByText('Chưa lưu được “4 cái”.')).toBeVisible();
  await page.getByRole('tab', { name: 'Giá và kho' }).click();
  await expect(stock).toHaveValue('0');
  // An arrow makes no number of what is none.
  await stock.fill('12x');
  await stock.press('ArrowUp');
  await expect(stock).toHaveValue('12x');
  expect(await story.number()).toBe(before);
  await stock.fill('40');
  await saves();
  await story.saved();
  const [change] = (await story.changesSince(before)).changes;
  expect(change?.ops[0]?.fields).toEqual({ price: 1_045_000, inStock: 12_500, ordered: 40 });
});

test('a negative part of a metre, typed from its sign on', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await story.laysStretch(/ĐT\.259/, '5+000', '5+100');
  const edge = page.getByRole('textbox', { name: /^Cách mép/ });
  // The arrows go one up from what stands there, over the limit never.
  await edge.fill('199,5');
  await edge.press('ArrowUp');
  await expect(edge).toHaveValue('200');
  await edge.press('Control+A');
  await page.keyboard.type('-0.5');
  const before = await story.number();
  await page.getByRole('button', { name: /^Bố trí \d+ cờ/ }).click();
  await story.saved();
  const [change] = (await story.changesSince(before)).changes;
  expect(change?.ops[0]?.fields.rule).toMatchObject({ edgeOffset: -0.5 });
});

test('a dialog asks with its own question: in the hand, gone when typing goes on, and never for other people’s fields', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  // Left unreadable in the panel behind: no dialog over it has anything to lose by it.
  await story.choosesTool('Đoạn tuyến');
  await story.choosesRoad(/ĐT\.259/);
  const from = page.getByRole('textbox', { name: 'Từ lý trình' });
  await from.fill('không có');
  await from.blur();
  await expect(page.getByText(/Không đọc được “không có”/)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  page.on('dialog', (dialog) => void dialog.accept());
  await settings(story, 'slogans');
  await page.getByRole('button', { name: 'Thêm khẩu hiệu' }).click();
  const text = page.getByRole('textbox', { name: 'Nội dung' });
  await text.fill('Chào mừng');
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Viết tiếp' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question(page)).toHaveCount(0);
  await expect(text).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeVisible();
  await text.pressSequentially(' đại hội');
  await expect(question(page)).toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: 'Bỏ, đóng lại' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a day that is still being typed when one goes back is kept with its form', async ({ story }) => {
  const { page } = await story.signIn('lanhdao');
  await settings(story, 'slogans');
  const opens = async () => {
    await page.getByRole('listitem').getByRole('button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
  };
  await opens();
  const approve = page.getByRole('checkbox', { name: 'Duyệt để in' });
  if (!(await approve.isChecked())) await approve.check();
  await page.getByRole('textbox', { name: 'Ngày duyệt' }).fill('09/09/2020');
  await page.evaluate(() => {
    location.hash = location.hash.replace('slogans', 'units');
  });
  await expect(page.getByText('Những gì bạn gõ trong biểu mẫu còn đó')).toBeVisible();
  await settings(story, 'slogans');
  await opens();
  await expect(page.getByRole('textbox', { name: 'Ngày duyệt' })).toHaveValue('09/09/2020');
  // Finished by the button that stores it, without leaving the field first.
  const before = await story.number();
  await page.getByRole('textbox', { name: 'Ngày duyệt' }).fill('10/09/2020');
  await page.getByRole('textbox', { name: 'Văn bản duyệt, số' }).fill('CV 32');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await story.saved();
  const [change] = (await story.changesSince(before)).changes;
  expect(change?.ops[0]?.fields).toMatchObject({ approvalDay: '2020-09-10' });
});

test('a form is kept for its person while they sign in again, and for nobody once they have left', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await settings(story, 'slogans');
  const adds = () => page.getByRole('button', { name: 'Thêm khẩu hiệu' }).click();
  const text = page.getByRole('textbox', { name: 'Nội dung' });
  const leavesTyped = async (typed: string) => {
    await adds();
    await text.fill(typed);
    await page.evaluate(() => {
      location.hash = location.hash.replace('slogans', 'units');
    });
    await expect(page.getByText('Những gì bạn gõ trong biểu mẫu còn đó')).toBeVisible();
  };
  await leavesTyped('Của cán bộ');
  // The session ends by itself, as it does after a month without use.
  await story.context.clearCookies();
  await settings(story, 'campaign');
  await story.types('Chủ đề', 'Gửi sau khi đăng nhập lại');
  await page.getByTestId('sync').click();
  await page.getByRole('button', { name: 'Đăng nhập lại' }).click();
  await page.getByRole('button', { name: /· canbo$/ }).click();
  await story.saved();
  await settings(story, 'slogans');
  await adds();
  await expect(text).toHaveValue('Của cán bộ');
  await page.evaluate(() => {
    location.hash = location.hash.replace('slogans', 'units');
  });
  await page.getByRole('button', { name: /^Tài khoản/ }).click();
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('button', { name: /· canbo$/ })).toBeVisible();
  await story.signIn('canbo');
  await settings(story, 'slogans');
  await adds();
  await expect(text).toHaveValue('');
});

test('what makes something new keeps what is typed when one goes elsewhere', async ({ story }) => {
  const { page } = await story.signIn('quantri');
  await settings(story, 'campaign');
  const name = page.locator('form').getByRole('textbox', { name: 'Tên mốc' });
  await name.fill('Tổng duyệt');
  await page.getByRole('button', { name: 'Thêm bản đồ nền' }).click();
  const url = page.getByRole('textbox', { name: 'Địa chỉ bản đồ nền' });
  await url.fill('https://ban-do.vn/{z}/{x}/{y}.png');
  await page.getByRole('link', { name: 'Đơn vị' }).click();
  await expect(page.getByText('Những gì bạn gõ trong biểu mẫu còn đó').first()).toBeVisible();
  await settings(story, 'campaign');
  await expect(name).toHaveValue('Tổng duyệt');
  await expect(url).toHaveValue('https://ban-do.vn/{z}/{x}/{y}.png');
  await page.getByRole('button', { name: 'Hủy', exact: true }).click();
  await page.locator('form').getByRole('textbox', { name: 'Khi nào' }).fill('D-2');
  await page.getByRole('button', { name: 'Thêm mốc' }).click();
  await expect(page.getByRole('button', { name: 'Xóa mốc Tổng duyệt' })).toBeVisible();
  await expect(name).toHaveValue('');
  await story.saved();
});

test('a change of many keeps its fields on Back, and what a field was just stepped to is what is made', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/ĐT\.259/, '9+000', '9+400');
  const opens = () => page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await opens();
  await dialog.getByRole('combobox', { name: 'Sửa mục' }).click();
  await page.getByRole('option', { name: 'Hạn lắp' }).click();
  const days = dialog.getByRole('textbox').last();
  await days.fill('-7');
  await page.evaluate(() => {
    location.hash = location.hash.replace('plan', 'checklists');
  });
  await expect(page.getByText('Những gì bạn gõ trong biểu mẫu còn đó')).toBeVisible();
  await page.goBack();
  await expect(days).toHaveValue('-7');
  const before = await story.number();
  // No other way to press it before the field has come to rest.
  await days.press('ArrowDown');
  await page.getByRole('button', { name: /^Sửa 1 / }).evaluate((button: HTMLButtonElement) => button.click());
  await story.saved();
  const [change] = (await story.changesSince(before)).changes;
  expect(change?.ops[0]?.fields.installBy).toEqual({ milestone: 'opening', days: -8 });
});
