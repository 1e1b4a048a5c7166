/** Every screen, panel and dialog judged by axe, in light and in the dark. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { westernBytes, zippedShapefile } from './shapefile.ts';
import type { Story } from './story.ts';

/** In light everything is judged; in the dark the same page in other colours, so those alone. */
async function seriousIn(page: Page): Promise<string[]> {
  const light = await new AxeBuilder({ page }).analyze();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
  return [...serious(light, 'light'), ...serious(dark, 'dark')];
}

type Judged = Awaited<ReturnType<AxeBuilder['analyze']>>;

function serious({ violations }: Judged, scheme: string): string[] {
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => {
      const where = v.nodes.slice(0, 3).map((n) => n.target.join(' '));
      return `${scheme}: ${v.id}: ${where.join(', ')}`;
    });
}

/** Walks through all of them in a window of a size, in pixels. */
export async function findsNothingSerious(story: Story, width: number, height: number): Promise<void> {
  const { page } = story;
  const judged = () => seriousIn(page);
  // Colours are judged as they stand, not while they fade in.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  await page.goto(story.server.url);
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  expect(await judged(), 'sign-in').toEqual([]);
  await story.signIn('canbo');
  expect(await judged(), 'plan').toEqual([]);
  await page.keyboard.press('d');
  await expect(page.getByRole('region', { name: 'Đoạn tuyến mới' })).toBeVisible();
  expect(await judged(), 'draft').toEqual([]);
  await page.keyboard.press('Escape');
  for (const screen of ['checklists', 'settings'] as const) {
    await story.open(screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await judged(), screen).toEqual([]);
  }
  await story.open('plan');
  await page.getByRole('button', { name: 'Nhập tuyến' }).click();
  await expect(page.getByText(/^Kéo tệp GeoJSON/)).toBeVisible();
  expect(await judged(), 'import').toEqual([]);
  // A line in UTM, which several systems fit, with a name in TCVN3.
  const line = [
    [587_000, 2_428_000],
    [588_000, 2_429_000],
  ] as const;
  const zip = zippedShapefile([{ line, name: westernBytes('§\u00adêng Chî Míi') }]);
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'duong.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
  await page.getByRole('combobox', { name: 'Hệ tọa độ trong tệp' }).click();
  await page.getByRole('option', { name: 'VN-2000, múi 6° (UTM 48)', exact: true }).click();
  expect(await judged(), 'import, converting').toEqual([]);
  await page.getByRole('button', { name: 'Chuyển đổi và xem trước' }).click();
  await expect(page.getByRole('button', { name: 'Nhập 1 tuyến' })).toBeEnabled();
  expect(await judged(), 'import, previewing').toEqual([]);
  await page.getByRole('button', { name: 'Đóng' }).click();
  for (const tab of ['slogans', 'catalogue', 'sets', 'units', 'roads', 'rules']) {
    await page.goto(`${story.server.url}/#/c/01DEM0C0H0A0000000000C0001/settings/${tab}`);
    await expect(page.getByRole('link', { name: 'Khẩu hiệu' })).toBeVisible();
    expect(await judged(), tab).toEqual([]);
  }
  await page.goto(`${story.server.url}/#/c/01DEM0C0H0A0000000000C0001/settings/catalogue`);
  await page.getByRole('button', { name: /Pa nô/ }).click();
  await expect(page.getByRole('tab', { name: 'Tên và ký hiệu' })).toBeVisible();
  expect(await judged(), 'type').toEqual([]);
  await page.keyboard.press('Escape');
  await story.open('plan');
  for (const view of ['Sơ đồ tuyến', 'Vấn đề', 'Bảng']) {
    if (width > 700) await page.getByRole('tab', { name: view }).click();
    else await page.getByRole('button', { name: view, exact: true }).click();
    expect(await judged(), view).toEqual([]);
    if (view !== 'Vấn đề') continue;
    await page.getByText('Tình trạng kế hoạch').click();
    await expect(page.getByRole('columnheader', { name: 'Cảnh báo', exact: true })).toBeVisible();
    expect(await judged(), 'health').toEqual([]);
  }
  if (width > 700) {
    await page.getByRole('columnheader', { name: 'Số lượng' }).hover();
    await page.getByRole('button', { name: 'Cột Số lượng' }).click();
    await page.getByRole('menuitem', { name: 'Lọc cột này…' }).click();
    await expect(page.getByRole('dialog', { name: 'Lọc cột này…' })).toBeVisible();
    expect(await judged(), 'filter of a column').toEqual([]);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Nhập vị trí từ tệp' }).click();
  await expect(page.getByText('Kéo tệp', { exact: false })).toBeVisible();
  expect(await judged(), 'file of placements').toEqual([]);
  await page.locator('input[type="file"]').setInputFiles({
    name: 'phu-luc.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Loại;Tuyến đường;Từ Km;Đến Km\nCờ Tổ quốc cắm cột;ĐT.259;3+000;3+400\nCờ;QL.99;1;2\n',
    ),
  });
  await expect(page.getByRole('dialog', { name: 'Nhập từ phu-luc.csv' })).toBeVisible();
  expect(await judged(), 'rows of a file').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('row', { name: /QL\.3/ }).first().click();
  await expect(page.getByRole('textbox', { name: 'Từ lý trình' })).toBeVisible();
  expect(await judged(), 'inspector').toEqual([]);
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'Lịch sử' })).toBeVisible();
  expect(await judged(), 'history').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Tìm kiếm hoặc chọn lệnh' })).toBeVisible();
  expect(await judged(), 'palette').toEqual([]);
  await page.keyboard.press('Escape');
  if (width <= 700) await page.getByRole('button', { name: 'Bản đồ', exact: true }).click();
  await page.getByRole('button', { name: 'Lớp bản đồ' }).click();
  await expect(page.getByRole('switch', { name: 'Địa giới' })).toBeVisible();
  expect(await judged(), 'layers').toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('f');
  await expect(page.getByRole('button', { name: 'Sửa Cầu Km 139+4' })).toBeVisible();
  expect(await judged(), 'features').toEqual([]);
  await page.getByRole('button', { name: 'Sửa Cầu Km 139+4' }).click();
  await expect(page.getByRole('heading', { name: 'Cầu Km 139+4' })).toBeVisible();
  expect(await judged(), 'a bridge').toEqual([]);
  await page.getByRole('button', { name: 'Đóng' }).click();
  await judgesRoads(story, judged);
  await page.getByRole('button', { name: 'In phiếu' }).click();
  await expect(page.getByRole('button', { name: 'Tạo PDF' })).toBeVisible();
  expect(await judged(), 'print').toEqual([]);
}

/** The drawing of a road, its panel, and what is shown before it gets another shape or goes. */
async function judgesRoads({ page, server }: Story, judged: () => Promise<string[]>): Promise<void> {
  await page.keyboard.press('w');
  const point = page.getByRole('textbox', { name: 'Ghi điểm tiếp theo' });
  for (const at of ['21.95, 105.60', '21.95, 105.62']) {
    await point.fill(at);
    await point.press('Enter');
  }
  await expect(page.getByRole('textbox', { name: 'Lý trình ở điểm 2' })).toBeVisible();
  expect(await judged(), 'drawing a road').toEqual([]);
  await page.getByRole('button', { name: 'Vẽ lại' }).click();
  await page.getByRole('button', { name: /^Bỏ \d+ điểm/ }).click();
  await page.goto(`${server.url}/#/c/01DEM0C0H0A0000000000C0001/settings/roads`);
  await page.getByRole('button', { name: /^ĐT\.256/ }).click();
  const panel = page.getByRole('region', { name: 'Tuyến đường', exact: true });
  await expect(panel).toBeVisible();
  expect(await judged(), 'a road').toEqual([]);
  const dialog = page.getByRole('dialog');
  await panel.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Thay tim đường từ tệp' }).click();
  const line = [
    [105.8, 21.9],
    [105.9, 21.95],
  ];
  await page.locator('input[type="file"]').setInputFiles({
    name: 'do-lai.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'LineString', coordinates: line })),
  });
  await expect(dialog.getByRole('radio', { name: /làm tim đường mới$/ })).toBeVisible();
  expect(await judged(), 'another line for a road').toEqual([]);
  await page.keyboard.press('Escape');
  await panel.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Cắt tuyến làm hai' }).click();
  await dialog.getByRole('textbox').press('Enter');
  await expect(dialog.getByText('Tuyến mới')).toBeVisible();
  expect(await judged(), 'cutting a road').toEqual([]);
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  await panel.getByRole('button', { name: /^Xóa/ }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  expect(await judged(), 'deleting a road').toEqual([]);
  await dialog.getByRole('button', { name: 'Hủy' }).click();
  await panel.getByRole('button', { name: 'Đóng' }).click();
}

/** People, what one may do oneself, and the pages of nobody yet; by an administrator. */
export async function findsNothingSeriousOfPeople(
  story: Story,
  width: number,
  height: number,
): Promise<void> {
  const { page, server } = story;
  const judged = () => seriousIn(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  await page.goto(`${server.url}/#/invitation/none`);
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await judged(), 'a link of no use').toEqual([]);
  await story.signIn('quantri');
  await page.goto(`${server.url}/#/people`);
  await expect(page.getByRole('button', { name: 'Mở Hà Thị Mai' })).toBeVisible();
  expect(await judged(), 'people').toEqual([]);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Thêm người' }).click();
  await dialog.getByRole('textbox', { name: 'Họ và tên' }).fill(`Lý Thị Sen ${width}`);
  expect(await judged(), 'adding a person').toEqual([]);
  await dialog.getByRole('button', { name: 'Thêm và tạo đường dẫn' }).click();
  const link = dialog.getByRole('textbox', { name: /^Đường dẫn của/ });
  await expect(link).toBeVisible();
  expect(await judged(), 'a link').toEqual([]);
  const address = await link.inputValue();
  await dialog.getByRole('button', { name: 'Xong' }).click();
  await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
  await dialog.getByRole('textbox', { name: 'Danh sách' }).fill('Lý Thị Sen;xa;Vua');
  await expect(dialog.getByText('Không rõ vai trò')).toBeVisible();
  expect(await judged(), 'a pasted list').toEqual([]);
  await dialog.getByRole('textbox', { name: 'Danh sách' }).fill('');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Mở Hà Thị Mai' }).click();
  await dialog.getByRole('button', { name: 'Thêm vai trò' }).click();
  await dialog.getByRole('button', { name: 'Xóa tài khoản' }).click();
  expect(await judged(), 'a person').toEqual([]);
  await page.keyboard.press('Escape');
  await page.goto(`${server.url}/#/account`);
  await expect(page.getByText('Máy này')).toBeVisible();
  expect(await judged(), 'one’s own account').toEqual([]);
  await page.goto(`${server.url}/#/setup/x`);
  await page.getByRole('button', { name: 'Khôi phục từ bản sao lưu' }).click();
  await expect(page.getByLabel('Tệp sao lưu')).toBeVisible();
  expect(await judged(), 'restoring').toEqual([]);
  await seesBackups(page);
  await page.goto('about:blank');
  await page.goto(`${server.url}/#/backup`);
  await expect(page.getByText('Chưa có bản sao lưu nào.')).toBeVisible();
  expect(await judged(), 'backup').toEqual([]);
  await page.unrouteAll();
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Đặt mật khẩu và vào' })).toBeVisible();
  expect(await judged(), 'a link opened').toEqual([]);
}

/** The page of backups is for those who administer everything, of whom the demonstration has none. */
async function seesBackups(page: Page): Promise<void> {
  await page.route('**/api/session', async (route) => {
    const response = await route.fetch();
    const json = (await response.json()) as object;
    const memberships = [{ campaignId: null, role: 'admin', unitId: null }];
    await route.fulfill({ response, json: { ...json, memberships } });
  });
  await page.route('**/api/backup', (route) => route.fulfill({ json: { last: null } }));
}

/** The work, what is said of it, its rounds; a sheet, and what its code says to somebody who is not signed in. */
export async function findsNothingSeriousOfWork(story: Story, width: number, height: number): Promise<void> {
  const { page, server } = story;
  const judged = () => seriousIn(page);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height });
  await story.signIn('canbo');
  await story.open('checklists');
  await story.seesWork({ by: 'Theo đơn vị', shown: 'Tất cả' });
  expect(await judged(), 'everybody’s work').toEqual([]);
  const dialog = page.getByRole('dialog');
  const chooses = async (item: string) => {
    await page
      .getByRole('button', { name: /^Thêm thao tác: Duyệt bản in/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(dialog).toBeVisible();
  };
  await story.seesWork();
  await page
    .getByRole('button', { name: /^Thêm thao tác/ })
    .first()
    .click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  expect(await judged(), 'menu of a task').toEqual([]);
  await page.keyboard.press('Escape');
  for (const [item, what] of [
    ['Không làm được…', 'cannot be done'],
    ['Giao cho…', 'given to somebody'],
    ['Đặt hạn khác…', 'another day'],
  ] as const) {
    await chooses(item);
    expect(await judged(), what).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Chọn nhiều' }).click();
  await page
    .getByRole('checkbox', { name: /^Chọn cả nhóm/ })
    .first()
    .click();
  expect(await judged(), 'several tasks').toEqual([]);
  await page.getByRole('button', { name: 'Đợt kiểm tra' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Tên đợt' })).toBeVisible();
  expect(await judged(), 'rounds').toEqual([]);
  await page.keyboard.press('Escape');
  await page.goto(`${server.url}/#/c/01DEM0C0H0A0000000000C0001/settings/catalogue`);
  await page.getByRole('button', { name: /Cờ Tổ quốc/ }).click();
  await page.getByRole('tab', { name: 'Giá và kho' }).click();
  await expect(page.getByRole('textbox', { name: 'Tên vật đi kèm 1' })).toBeVisible();
  expect(await judged(), 'what goes with a piece').toEqual([]);
  await page.getByRole('tab', { name: 'Phiếu việc' }).click();
  expect(await judged(), 'checklist of a type').toEqual([]);
  await page.keyboard.press('Escape');
  const cookie = await server.signIn('canbo');
  const road = (await story.rows('road')).find(({ code }) => code === 'QL.3');
  const signed = await fetch(`${server.url}/api/campaigns/01DEM0C0H0A0000000000C0001/sheets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({
      by: 'road',
      id: road?.id,
      work: 'install',
      drafts: false,
      until: null,
      number: await story.number(),
    }),
  });
  const { token } = (await signed.json()) as { token: string };
  await page.context().clearCookies();
  await page.goto(`${server.url}/#/sheet/${token}`);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Phiếu này còn đúng' })).toBeVisible();
  expect(await judged(), 'a sheet that is right').toEqual([]);
  await page.goto(`${server.url}/#/sheet/none`);
  await expect(page.getByRole('alert')).toBeVisible();
  expect(await judged(), 'a code of nobody').toEqual([]);
}
