/** The ground below the plan: bridges and posts on the roads, no-go areas, layers, a picture, measuring, places. */
import { expect, type Page } from '@playwright/test';
import { type Story, test } from '../support/story.ts';

/** Goes to a place by its words and gives where the map is on the page. */
async function goesTo(page: Page, place: string) {
  await page.keyboard.press('g');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(place);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const box = await page.getByRole('region', { name: 'Bản đồ kế hoạch' }).boundingBox();
  if (box === null) throw new Error('no map');
  return box;
}

async function showsOnDiagram(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Sơ đồ tuyến' }).click();
}

async function cursorAt(page: Page, x: number, y: number): Promise<string> {
  await page.mouse.move(x, y);
  // The map answers in the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate(() => document.querySelector<HTMLElement>('.leaflet-container')?.style.cursor ?? '');
}

/** Where, near the middle of the map, the hand shows that something can be taken. */
async function findsCursor(
  page: Page,
  box: { x: number; y: number; width: number; height: number },
  cursor: string,
) {
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let dy = -60; dy <= 60; dy += 8)
    for (let dx = -90; dx <= 90; dx += 12)
      if ((await cursorAt(page, cx + dx, cy + dy)) === cursor) return { x: cx + dx, y: cy + dy };
  throw new Error(`nothing shows ${cursor}`);
}

async function opensFeature(story: Story, name: string): Promise<void> {
  await story.page.keyboard.press('f');
  await story.page.getByRole('button', { name: `Sửa ${name}` }).click();
}

test('a bridge is changed by typing, by the keys on the diagram and by hand on the map, and taken back step by step', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await showsOnDiagram(page);
  await opensFeature(story, 'Cầu Km 139+4');
  const panel = page.getByRole('region', { name: 'Trên tuyến' });
  await story.types('Đến lý trình', '139+530');
  const end = page.getByTestId('strip').getByRole('slider', { name: 'Cầu Km 139+4 · Đến lý trình' });
  await panel.getByRole('button', { name: 'Xem trên bản đồ' }).click();
  await expect(end).toHaveAttribute('aria-valuetext', 'Km 139+530');
  await end.focus();
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('textbox', { name: 'Đến lý trình' })).toHaveValue('Km 139+540');

  const onMap = page.getByTitle('Cầu Km 139+4 · Đầu đoạn QL.3 Km 139+540, kéo để dời');
  const handle = await onMap.boundingBox();
  const start = await page.getByTitle(/^Cầu Km 139\+4 · Đầu đoạn QL\.3 Km 139\+410/).boundingBox();
  if (handle === null || start === null) throw new Error('no handles');
  await page.mouse.move(handle.x + 11, handle.y + 11);
  await page.mouse.down();
  await page.mouse.move((handle.x + start.x) / 2 + 11, (handle.y + start.y) / 2 + 11, { steps: 5 });
  // The diagram shows it while the hand still holds it.
  await expect(end).toHaveAttribute('aria-valuenow', /^139(4[2-9]|5[0-2])\d$/);
  await page.mouse.up();
  await story.saved();
  await expect(end).toHaveAttribute('aria-valuenow', /^139(4[2-9]|5[0-2])\d$/);

  await page.getByRole('button', { name: 'Các bước đã làm' }).click();
  const steps = page.getByRole('menuitem', { name: 'Sửa Cầu Km 139+4' });
  await expect(steps).toHaveCount(3);
  await steps.nth(2).click();
  await expect(page.getByText('Đã hoàn tác 3 bước')).toBeVisible();
  await expect(end).toHaveAttribute('aria-valuetext', 'Km 139+520');
});

test('a bridge is deleted by key and comes back; positions stand on it meanwhile', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  const total = page.getByText(/\d+ dòng · [\d.]+ vị trí/).first();
  const before = await total.textContent();
  await opensFeature(story, 'Cầu Km 131+2');
  await page.getByRole('heading', { name: 'Cầu Km 131+2' }).click();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('heading', { name: 'Cầu Km 131+2' })).toHaveCount(0);
  await expect(total).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(total).toHaveText(before ?? '');
});

test('a kilometre plate dragged on the map shows what would move, stores nothing until accepted, and is undone', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const box = await goesTo(page, 'ĐT.256 Km 4');
  await page.keyboard.press('f');
  await page.getByRole('combobox', { name: 'Loại' }).click();
  await page.getByRole('option', { name: 'Cột Km thực địa' }).click();
  const plate = await findsCursor(page, await mapBox(page, box), 'ew-resize');
  const before = await story.number();
  await page.mouse.move(plate.x, plate.y);
  await page.mouse.down();
  await page.mouse.move(plate.x + 70, plate.y, { steps: 6 });
  await page.mouse.up();
  const says = page.getByRole('textbox', { name: 'Cột ghi lý trình' });
  await expect(says).toHaveValue('Km 4+000');
  await expect(page.getByText(/\d+ đoạn và điểm sẽ dời trên thực địa, nhiều nhất \d+ m/)).toBeVisible();
  expect(await story.number()).toBe(before);
  await page.getByRole('button', { name: 'Chỉnh lý trình theo cột này' }).click();
  await story.saved();
  const [change] = (await story.changesSince(before)).changes;
  expect(change?.note.code).toBe('calibration.changed');
  const posts = change?.ops[0]?.fields.calibration as { along: number; chainage: number }[];
  expect(posts.map((p) => p.chainage)).toContain(4000);
  expect(Math.abs((posts.find((p) => p.chainage === 4000)?.along ?? 0) - 4000)).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await story.saved();
});

/** The map as it is now: a panel at its side has taken some of its width, and its middle has moved. */
async function mapBox(page: Page, before: { x: number; y: number; width: number; height: number }) {
  const now = await page.getByRole('region', { name: 'Bản đồ kế hoạch' }).boundingBox();
  // The middle that was gone to stays where it was on the page, the map only lost its right side.
  return { ...before, height: now?.height ?? before.height };
}

test('an area is drawn by typing its corners, moved corner by corner, and deleted', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('Khu di tích thử');
  const corner = page.getByRole('textbox', { name: 'Nhập tọa độ góc' });
  for (const place of ['21.900, 105.780', 'QL.3 Km 131+250', '21.910, 105.800']) {
    await corner.fill(place);
    await corner.press('Enter');
    await expect(corner).toHaveValue('');
  }
  await corner.fill('nơi không có');
  await corner.press('Enter');
  await expect(page.getByText('Không tìm thấy “nơi không có”.')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu khu vực cấm đặt' }).click();
  await page.getByRole('button', { name: 'Sửa Khu di tích thử' }).click();
  await expect(page.getByRole('textbox', { name: /^Góc \d/ })).toHaveCount(3);
  await page.getByRole('button', { name: 'Xem trên bản đồ' }).click();
  const first = page.getByTitle('Góc 1, kéo hoặc dùng phím mũi tên');
  const at = await first.boundingBox();
  if (at === null) throw new Error('no corner');
  await page.mouse.move(at.x + 9, at.y + 9);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + 40, { steps: 5 });
  await page.mouse.up();
  const place = page.getByRole('textbox', { name: 'Góc 1' });
  await expect(place).not.toHaveValue('21.90000, 105.78000');
  const dragged = await place.inputValue();
  await first.focus();
  await page.keyboard.press('ArrowUp');
  await expect(place).not.toHaveValue(dragged);
  await page.getByRole('textbox', { name: 'Nhập tọa độ góc' }).fill('21.905, 105.770');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^Góc \d/ })).toHaveCount(4);
  await page.getByRole('button', { name: 'Bỏ góc 4' }).click();
  await expect(page.getByRole('textbox', { name: /^Góc \d/ })).toHaveCount(3);
  await expect(page.getByRole('button', { name: 'Bỏ góc 1' })).toBeDisabled();
  await page.getByRole('button', { name: 'Xóa khu vực' }).click();
  await expect(page.getByRole('region', { name: 'Khu vực cấm đặt' })).toHaveCount(0);
});

test('places are gone to by chainage, name and coordinates, and measured between by typing', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await goesTo(page, 'nong ha');
  await goesTo(page, '21,95, 105,85');
  await page.keyboard.press('g');
  await page.getByRole('dialog').getByRole('textbox').fill('QL.3 Km 900');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('Tuyến không tới chỗ đó.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  const point = page.getByRole('textbox', { name: 'Nhập tọa độ điểm' });
  for (const place of ['QL.3 Km 136', 'QL.3 Km 137']) {
    await point.fill(place);
    await point.press('Enter');
  }
  // The straight line between two posts is at most their chainage.
  await expect(page.getByText(/^(8\d\d m|9\d\d m|1 km|1,0 km|0,9\d* km)$/)).toBeVisible();
});

/** Eight by eight pixels of paper. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4saUHK2IYWhIA2raCAcOKkkAAAAAASUVORK5CYII=',
  'base64',
);

test('a picture is laid under the roads by two points, one typed and one pointed at, and stays after a reload', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('button', { name: 'Lớp bản đồ' }).click();
  await page.getByRole('button', { name: 'Thêm ảnh nền quy hoạch…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ảnh nền quy hoạch' });
  const choose = (buffer: Buffer) =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'quy-hoach.png', mimeType: 'image/png', buffer });
  await choose(Buffer.from('no picture at all'));
  await expect(dialog.getByText('Không đọc được ảnh “quy-hoach.png”.')).toBeVisible();
  await choose(PNG);
  const image = dialog.getByRole('img', { name: 'quy-hoach.png' });
  const box = await image.boundingBox();
  if (box === null) throw new Error('no picture');
  await image.click({ position: { x: box.width * 0.1, y: box.height * 0.1 } });
  await image.click({ position: { x: box.width * 0.9, y: box.height * 0.2 } });
  await dialog.getByRole('textbox', { name: 'Điểm 1 ở đâu' }).fill('QL.3 Km 130');
  await dialog.getByRole('button', { name: 'Chỉ trên bản đồ' }).nth(1).click();
  await expect(page.getByText('Bấm vào chỗ đó trên bản đồ.')).toBeVisible();
  const map = await page.getByRole('region', { name: 'Bản đồ kế hoạch' }).boundingBox();
  if (map === null) throw new Error('no map');
  await page.mouse.click(map.x + map.width * 0.6, map.y + map.height * 0.4);
  await expect(dialog.getByRole('textbox', { name: 'Điểm 2 ở đâu' })).toHaveValue(
    /^2\d\.\d{6}, 10\d\.\d{6}$/,
  );
  await dialog.getByRole('button', { name: 'Đặt ảnh lên bản đồ' }).click();
  await expect(dialog).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'Lớp bản đồ' }).click();
  await page.getByRole('switch', { name: 'Ảnh nền' }).uncheck({ force: true });
  await expect(page.getByRole('switch', { name: 'Ảnh nền' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Bỏ ảnh nền' }).click();
  await expect(page.getByRole('switch', { name: 'Ảnh nền' })).toHaveCount(0);
});
