/** From an empty server to people at work, as a new administrator would; and how those go who are locked. */
import { test as base, expect, type Page } from '@playwright/test';
import { ADMINISTRATOR, addAdministrator } from '../support/emptyCampaign.ts';
import { dataFolder, killPostmaster, removeFolder, ServerProcess } from '../support/server.ts';

const test = base.extend<{ own: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  own: async ({}, use) => {
    const folder = dataFolder();
    const server = await ServerProcess.start(folder, { COHOA_DEMO: 'off' }, []);
    await use(server);
    await server.stop();
    killPostmaster(folder);
    removeFolder(folder);
  },
});

const PASSWORD = 'ba con trâu qua suối';
const SHEET = [
  'Họ và tên\tTên đăng nhập\tVai trò\tĐơn vị',
  'Hoàng Văn Lâm\tlanhdao\tLãnh đạo\t',
  'Hà Thị Mai\txa.nongha\tCán bộ xã\tNông Hạ',
  'Ma Văn Tú\t\tNgười xem\t',
  'Lý Thị Sen\t\tCán bộ lập kế hoạch\t',
].join('\n');

test('a new administrator lets five people in and approves a slogan, in at most 40 actions', async ({
  page,
  own,
  browser,
}) => {
  test.setTimeout(180_000);
  let actions = 0;
  const does = async (work: () => Promise<unknown>) => {
    actions++;
    await work();
  };
  const [, token] = await own.prints(/#\/setup\/([\w-]+)/);
  await does(() => page.goto(`${own.url}/#/setup/${token}`));
  await expect(page.getByRole('textbox', { name: 'Họ và tên' })).toBeFocused();
  await does(() => page.keyboard.type('Vũ Hoài'));
  await does(() => page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('vuhoai'));
  await does(() => page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD));
  await does(() => page.getByRole('button', { name: 'Tạo và đăng nhập' }).click());

  // A campaign, from the first page.
  await does(() =>
    page.getByRole('region', { name: 'Bắt đầu' }).getByRole('button', { name: 'Tạo đợt mới' }).click(),
  );
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Tên đợt' })).toBeFocused();
  await does(() => page.keyboard.type('Chào mừng Đại hội'));
  await does(() => page.getByLabel('Ngày khai mạc (D)').fill('2026-12-20'));
  await does(() => dialog.getByRole('button', { name: 'Tạo đợt mới' }).click());
  await expect(page.getByRole('heading', { name: 'Bắt đầu từ tuyến đường' })).toBeVisible();

  // Six units, pasted.
  await does(() => page.getByRole('link', { name: 'Thiết lập' }).click());
  await does(() => page.getByRole('link', { name: 'Đơn vị' }).click());
  const units = ['Nông Hạ', 'Cao Kỳ', 'Hòa Mục', 'Tân Sơn', 'Thanh Vận', 'Yên Hân'].map((u) => `Xã ${u}`);
  await does(() => page.getByRole('textbox', { name: 'Tên đơn vị mới' }).fill(units.join('\n')));
  await does(() => page.getByRole('button', { name: 'Thêm 6 đơn vị' }).click());
  await expect(page.getByText('6 đơn vị').first()).toBeVisible();
  await expect(page.getByTestId('sync')).toHaveText('Đã lưu');

  // Four people of a sheet, one by the form.
  await does(() => page.getByRole('button', { name: /^Tài khoản/ }).click());
  await does(() => page.getByRole('menuitem', { name: 'Người dùng' }).click());
  await expect(page.getByText('Chưa ai là lãnh đạo')).toBeVisible();
  await does(() => page.getByRole('button', { name: 'Dán từ bảng tính' }).click());
  await does(() => dialog.getByRole('textbox', { name: 'Danh sách' }).fill(SHEET));
  await does(() => dialog.getByRole('button', { name: 'Thêm 4 người' }).click());
  await expect(dialog.getByRole('textbox', { name: /^Đường dẫn của/ })).toHaveCount(4);
  await does(() => dialog.getByRole('button', { name: 'Xong' }).click());
  await expect(page.getByText('Chưa ai là lãnh đạo')).toHaveCount(0);
  await does(() => page.getByRole('button', { name: 'Thêm người' }).click());
  await expect(dialog.getByRole('textbox', { name: 'Họ và tên' })).toBeFocused();
  await does(() => page.keyboard.type('Nguyễn Văn Bình'));
  await does(() => dialog.getByRole('button', { name: 'Thêm và tạo đường dẫn' }).click());
  const link = await dialog.getByRole('textbox', { name: 'Đường dẫn của Nguyễn Văn Bình' }).inputValue();
  await does(() => dialog.getByRole('button', { name: 'Xong' }).click());
  await expect(page.getByText('6 người')).toBeVisible();

  // The one who was sent the link comes in by it.
  const invited = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await does(() => invited.goto(link));
  await expect(invited.getByText('nguyenvanbinh')).toBeVisible();
  await does(() => invited.getByLabel('Mật khẩu mới').fill('mưa rừng trên núi cao'));
  await does(() => invited.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click());
  await expect(invited.getByRole('toolbar').first()).toBeVisible();

  // And is locked: what is open stops at once.
  await does(() => page.getByRole('button', { name: 'Mở Nguyễn Văn Bình' }).click());
  await does(() => dialog.getByRole('button', { name: 'Khóa tài khoản' }).click());
  const locked = Date.now();
  await expect(invited.getByRole('heading', { name: 'Không còn quyền' })).toBeVisible();
  const stopped = Date.now() - locked;
  await invited.context().close();
  await expect(dialog.getByText('Đã khóa')).toBeVisible();
  await does(() => page.keyboard.press('Escape'));

  // A slogan, approved.
  await does(() => page.getByRole('link', { name: 'Đợt tuyên truyền' }).click());
  await does(() => page.getByRole('button', { name: /Chào mừng Đại hội/ }).click());
  await does(() => page.getByRole('link', { name: 'Thiết lập' }).click());
  await does(() => page.getByRole('link', { name: 'Khẩu hiệu' }).click());
  await does(() => page.getByRole('button', { name: 'Thêm khẩu hiệu' }).click());
  await does(() => page.getByRole('textbox', { name: 'Nội dung' }).fill('Nhiệt liệt chào mừng Đại hội!'));
  await approves(page, does);
  console.log(
    `people let in and a slogan approved in ${actions} actions; locked screens stopped in ${stopped} ms`,
  );
  expect(actions).toBeLessThanOrEqual(40);
});

async function approves(page: Page, does: (work: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const dialog = page.getByRole('dialog');
  await does(() => dialog.getByRole('button', { name: 'Lưu' }).click());
  await does(() => page.getByRole('button', { name: /^Nhiệt liệt chào mừng Đại hội!/ }).click());
  await does(() => dialog.getByRole('checkbox', { name: 'Duyệt để in' }).check());
  await does(() => dialog.getByRole('textbox', { name: 'Văn bản duyệt, số' }).fill('CV 12-CV/BTG'));
  await does(() => dialog.getByRole('button', { name: 'Lưu' }).click());
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('CV 12-CV/BTG')).toBeVisible();
}

test('a link that an act makes void is copied no more; without a clipboard it is taken by hand', async ({
  page,
  own,
}) => {
  addAdministrator(own.folder);
  const dialog = page.getByRole('dialog');
  await page.goto(own.url);
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(ADMINISTRATOR.userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('link', { name: 'Người dùng' }).click();

  // A list that is being pasted is there again after the page was left and come back to.
  await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
  await dialog.getByRole('textbox', { name: 'Danh sách' }).fill('Lý Thị Sen;;Người xem');
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await page.goForward();
  await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Danh sách' })).toHaveValue('Lý Thị Sen;;Người xem');
  await dialog.getByRole('button', { name: 'Thêm 1 người' }).click();
  await dialog.getByRole('button', { name: 'Xong' }).click();

  await page.getByRole('button', { name: 'Mở Lý Thị Sen' }).click();
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await dialog.getByRole('button', { name: 'Tạo đường dẫn đặt mật khẩu' }).click();
  const link = dialog.getByRole('textbox', { name: 'Đường dẫn của Lý Thị Sen' });
  await expect(link).toHaveValue(/#\/invitation\/[\w-]+$/);
  await dialog.getByRole('button', { name: 'Sao chép đường dẫn của Lý Thị Sen' }).click();
  await expect(page.getByText('Trình duyệt không cho chép.')).toBeVisible();

  // More rights: what was sent before must not open them.
  await dialog.getByRole('button', { name: 'Thêm vai trò' }).click();
  await dialog.getByRole('combobox', { name: 'Vai trò' }).click();
  await page.getByRole('option', { name: /^Quản trị/ }).click();
  await dialog.getByRole('button', { name: 'Cấp vai trò' }).click();
  await expect(dialog.getByText('Quản trị chung, mọi đợt').first()).toBeVisible();
  await expect(link).toHaveCount(0);
  await expect(dialog.getByRole('button', { name: 'Tạo đường dẫn đặt mật khẩu' })).toBeVisible();

  // A role goes when its taking was meant.
  await dialog.getByRole('button', { name: /^Bỏ vai trò Quản trị chung/ }).click();
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  await expect(dialog.getByText('Quản trị chung, mọi đợt').first()).toBeVisible();
  await dialog.getByRole('button', { name: /^Bỏ vai trò Quản trị chung/ }).click();
  await dialog.getByRole('button', { name: 'Bỏ vai trò', exact: true }).click();
  await expect(dialog.getByText('Chưa có vai trò')).toBeVisible();
});
