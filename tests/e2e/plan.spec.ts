import { expect } from '@playwright/test';
import { test } from '../support/story.ts';

test('a planner lays 20 km of flags: 1,602 positions, one op, one row; undone and redone', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const before = await story.number();
  await story.laysStretch(/QL\.3/, '121', '141+000');
  await page.getByRole('combobox', { name: 'Trừ' }).click();
  await page.getByRole('option', { name: 'Không trừ' }).click();
  const accept = page.getByRole('button', { name: 'Bố trí 1.602 cờ' });
  await expect(page.getByText('144.180.000 đ')).toBeVisible();
  await accept.click();
  await expect(page.getByText('Đã bố trí 1.602 cờ')).toBeVisible();
  await story.saved();
  const { changes } = await story.changesSince(before);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.ops).toHaveLength(1);
  expect(changes[0]?.ops[0]).toMatchObject({
    kind: 'create',
    entity: 'placement',
    fields: { from: 121_000, to: 141_000 },
  });

  await page.keyboard.press('Escape');
  const row = page.getByRole('row', { name: /121\+000 – 141\+000/ });
  await page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('121+000');
  await expect(row).toContainText('1.602');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Làm lại' }).click();
  await expect(row).toBeVisible();
  await story.saved();
  await page.reload();
  await story.opensTable();
  await page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('121+000');
  await expect(row).toContainText('1.602');
});

test('two clicks on a road draw a stretch, with a readout that follows the hand', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  // Bring a known road close: the search goes to a placement on it.
  await page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('day co duoi nheo');
  await page.getByRole('row', { name: /Đ\.TT/ }).dblclick();
  await page.keyboard.press('d');
  const map = page.getByRole('region', { name: 'Bản đồ kế hoạch' });
  const box = await map.boundingBox();
  if (box === null) throw new Error('no map');
  // The road runs through the middle of the view; find it along two rows.
  const found: { x: number; y: number }[] = [];
  for (const share of [0.4, 0.6]) {
    const y = box.y + box.height * share;
    for (let x = box.x + 80; x < box.x + box.width - 80; x += 12) {
      await page.mouse.move(x, y);
      await page.waitForTimeout(25);
      if (await page.getByText('Bấm để bắt đầu đoạn').isVisible()) {
        found.push({ x, y });
        break;
      }
    }
  }
  const [start, end] = found;
  if (start === undefined || end === undefined) throw new Error('the road is not in view');
  await page.mouse.click(start.x, start.y);
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await expect(map.getByText(/hai bên · 25 m một vị trí/)).toBeVisible();
  await page.mouse.click(end.x, end.y);
  await expect(page.getByRole('button', { name: /^Bố trí \d+ cờ/ })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Đã bố trí \d+ cờ/)).toBeVisible();
});

test('by keyboard alone: choose the tool, the road, the ends, and place', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.keyboard.press('d');
  await page.getByRole('combobox', { name: 'Tuyến đường' }).focus();
  await page.keyboard.type('256');
  await expect(page.getByRole('option', { name: /ĐT\.256/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('3,2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('km 4 + 200');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Bố trí 82 cờ' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã bố trí 82 cờ')).toBeVisible();
});

test('a chainage that makes no sense is refused in place, with the road’s limits, and kept for mending', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.choosesTool('Đoạn tuyến');
  await story.choosesRoad(/QL\.3/);
  await story.types('Từ lý trình', 'abc');
  await expect(page.getByText('Không đọc được “abc”')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Từ lý trình' })).toHaveValue('abc');
  await story.types('Từ lý trình', '99');
  await expect(page.getByText(/Tuyến chỉ có từ Km 119\+8\d\d đến/)).toBeVisible();
});

test('nothing is placed while a chainage cannot be read; the first press takes the whole of what stands there', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const before = await story.number();
  await story.choosesTool('Đoạn tuyến');
  await story.choosesRoad(/ĐT\.259/);
  const from = page.getByRole('textbox', { name: 'Từ lý trình' });
  await from.fill('Km 0+00Km 50');
  await page.getByRole('button', { name: /^Bố trí [\d.]+ cờ/ }).click();
  await expect(page.getByText(/Không đọc được “Km 0\+00Km 50”/)).toBeVisible();
  await expect(from).toBeFocused();
  await page.waitForTimeout(500);
  expect(await story.number()).toBe(before);
  await page.getByRole('textbox', { name: 'Đến lý trình' }).click();
  await page.keyboard.type('6+000');
  await from.click();
  await page.keyboard.type('5+800');
  const spacing = page.getByRole('textbox', { name: /^Khoảng cách/ });
  await spacing.click();
  await page.keyboard.type('1.000');
  await page.keyboard.press('Tab');
  await expect(spacing).toHaveValue('1000');
  await spacing.fill('25');
  await from.click();
  await page.keyboard.type('5+800');
  // Typed and not left: what is placed is what stands in the fields.
  await page.getByRole('button', { name: /^Bố trí [\d.]+ cờ/ }).click();
  await expect(page.getByText(/^Đã bố trí 18 cờ/)).toBeVisible();
  await expect(page.getByText('Người khác vừa')).toHaveCount(0);
});

test('what is selected in the table is inspected, changed, stepped on and deleted', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await story.laysStretch(/ĐT\.259/, '15+000', '15+400');
  await page.getByRole('button', { name: /^Bố trí 34 cờ/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('15+000 dt.259');
  await page.getByRole('row', { name: /15\+000 – 15\+400/ }).click();
  const inspector = page.getByRole('region', { name: 'Cờ Tổ quốc cắm cột' });
  await story.types('Đến lý trình', '15+500');
  await expect(inspector.locator('dl').getByText('42', { exact: true })).toBeVisible();
  await inspector.getByRole('button', { name: 'Trình duyệt' }).click();
  await expect(inspector.getByText('Đã trình', { exact: true })).toBeVisible();
  await expect(inspector.getByRole('textbox', { name: 'Đến lý trình' })).toBeDisabled();
  await inspector.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Rút về dự thảo' }).click();
  await inspector.getByRole('button', { name: 'Xóa' }).click();
  await expect(page.getByRole('row', { name: /15\+000 – 15\+500/ })).toHaveCount(0);
  await story.saved();
});

test('a leader approves but does not plan; a viewer does neither', async ({ story, another }) => {
  const { page } = await story.signIn('lanhdao');
  await page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('da trinh');
  await page
    .getByRole('row', { name: /Đã trình/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: 'Duyệt', exact: true })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Từ lý trình' })).toBeDisabled();
  const viewer = await another('xem');
  await viewer.page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('co phuon');
  await viewer.page
    .getByRole('row', { name: /Cờ phướn/ })
    .first()
    .click();
  await expect(viewer.page.getByRole('button', { name: 'Xóa' })).toHaveCount(0);
  await expect(viewer.page.getByRole('button', { name: /Báo|Trình|Duyệt/ })).toHaveCount(0);
});

test('an end of the selected stretch is dragged along its road, and the change is one that can be undone', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.laysStretch(/ĐT\.256/, '14+000', '14+600');
  await page.getByRole('button', { name: /^Bố trí 50 cờ/ }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('14+000 dt.256');
  const row = page.getByRole('row', { name: /14\+000 – / });
  await row.dblclick();
  const handle = page.getByTitle('Đầu đoạn ĐT.256 Km 14+600, kéo để dời');
  const from = await handle.boundingBox();
  const other = await page.getByTitle('Đầu đoạn ĐT.256 Km 14+000, kéo để dời').boundingBox();
  if (from === null || other === null) throw new Error('no handles');
  await page.mouse.move(from.x + 11, from.y + 11);
  await page.mouse.down();
  await page.mouse.move((from.x + other.x) / 2 + 11, (from.y + other.y) / 2 + 11, { steps: 6 });
  await page.mouse.up();
  await expect(row).toContainText(/14\+000 – 14\+[23]\d\d/);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(row).toContainText('14+000 – 14+600');
  await story.saved();
});

test('a drag on the map is given up by Esc, and ends wherever the button is let go', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  const row = await story.ownStretch(/QL\.3/, '146+050', '146+650');
  await row.dblclick();
  const handle = page.getByTitle('Đầu đoạn QL.3 Km 146+650, kéo để dời');
  const centre = async (title: string) => {
    const box = await page.getByTitle(title).boundingBox();
    if (box === null) throw new Error(title);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const end = await centre('Đầu đoạn QL.3 Km 146+650, kéo để dời');
  const start = await centre('Đầu đoạn QL.3 Km 146+050, kéo để dời');
  const between = (share: number) => ({
    x: start.x + (end.x - start.x) * share,
    y: start.y + (end.y - start.y) * share,
  });
  const number = await story.number();
  // An end, given up: nothing is stored, it is back in its place and still selected.
  await page.mouse.move(end.x, end.y);
  await page.mouse.down();
  await page.mouse.move(between(0.5).x, between(0.5).y, { steps: 5 });
  await expect(row).toContainText('146+050 – 146+650');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(handle).toBeVisible();
  // The body, with the other button pressed on the way, let go over the table below.
  const middle = between(0.5);
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(between(0.7).x, between(0.7).y, { steps: 5 });
  await page.mouse.down({ button: 'right' });
  await page.mouse.up({ button: 'right' });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(between(0.8).x, between(0.8).y, { steps: 5 });
  const tab = await page.getByRole('tab', { name: 'Bảng' }).boundingBox();
  if (tab === null) throw new Error('no dock');
  await page.mouse.move(tab.x + 20, tab.y + 10, { steps: 3 });
  await page.mouse.up();
  await story.saved();
  const { changes } = await story.changesSince(number);
  expect(changes.map((c) => c.note.code)).toEqual(['placement.moved']);
  // Nothing is in the hand any more: the pointer moves nothing, and the map can be moved again.
  await page.mouse.move(between(0.2).x, between(0.2).y, { steps: 5 });
  await story.saved();
  expect((await story.changesSince(number)).changes).toHaveLength(1);
});

test('a tile server that answers is shown; one that does not is left out, and the roads are still a map', async ({
  story,
}) => {
  const { page } = await story.signIn('quantri');
  const tile = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await page.route('https://tiles.example/**', (route) =>
    route.fulfill({ contentType: 'image/png', body: tile }),
  );
  await story.open('settings');
  const add = async (name: string, url: string) => {
    await page.getByRole('button', { name: 'Thêm bản đồ nền' }).click();
    await page.getByRole('textbox', { name: 'Tên', exact: true }).fill(name);
    await page.getByRole('textbox', { name: 'Địa chỉ bản đồ nền' }).fill(url);
    await page.getByRole('button', { name: 'Thêm vào danh sách' }).click();
  };
  await page.getByRole('button', { name: 'Thêm bản đồ nền' }).click();
  await page.getByRole('textbox', { name: 'Địa chỉ bản đồ nền' }).fill('https://tiles.example/');
  await expect(page.getByText(/^Địa chỉ phải bắt đầu bằng http, có \{z\}/)).toBeVisible();
  await page.getByRole('button', { name: 'Hủy', exact: true }).click();
  await add('Đường sá', 'https://tiles.example/{z}/{x}/{y}.png');
  await add('Vệ tinh', 'https://tiles.example/sat/{z}/{x}/{y}.png');
  await story.saved();
  // The page's policy is made anew, with the new server in it.
  await page.reload();
  await story.open('plan');
  await expect(page.locator('img.leaflet-tile-loaded').first()).toBeVisible();
  const satellite = page.locator('img.leaflet-tile-loaded[src*="/sat/"]').first();
  await expect(satellite).toHaveCount(0);
  await page.getByRole('button', { name: 'Lớp bản đồ' }).click();
  await page.getByRole('radio', { name: 'Vệ tinh' }).check();
  await expect(satellite).toBeVisible();
  await page.getByRole('radio', { name: 'Không, chỉ vẽ tuyến' }).check();
  await expect(page.locator('img.leaflet-tile')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Đường sá' }).check();
  await page.unroute('https://tiles.example/**');
  await page.route('https://tiles.example/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByText('Không tải được bản đồ nền')).toBeVisible();
  await story.open('settings');
  await page.getByRole('button', { name: 'Bỏ bản đồ nền Đường sá' }).click();
  await page.getByRole('button', { name: 'Bỏ bản đồ nền Vệ tinh' }).click();
  await story.saved();
});
