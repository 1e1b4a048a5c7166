/** Findings, history and the ground, as a planner uses them. */
import { expect } from '@playwright/test';
import { test } from '../support/story.ts';

test('a finding is mended and undone, another accepted with a reason that the leader sees', async ({
  story,
  another,
}) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('tab', { name: /Vấn đề/ }).click();
  const late = page.getByText('Hạn lắp 26/10/2020 trễ 2 ngày so với 24/10/2020.');
  await expect(late).toBeVisible();
  await page.getByRole('button', { name: 'Đặt hạn lắp 24/10/2020' }).click();
  await expect(late).toHaveCount(0);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(late).toBeVisible();

  const item = page
    .getByRole('listitem')
    .filter({ hasText: '5 vị trí nằm trong hành lang lưới điện' })
    .last();
  await item.getByRole('button', { name: 'Chấp nhận…' }).click();
  await page.getByRole('textbox', { name: 'Lý do, lãnh đạo sẽ thấy' }).fill('Điện lực đã đồng ý tại chỗ');
  await page.getByRole('button', { name: 'Chấp nhận với lý do này' }).click();
  await expect(page.getByText('5 vị trí nằm trong hành lang lưới điện')).toHaveCount(0);
  await story.saved();
  const leader = await another('lanhdao');
  await leader.page.getByRole('tab', { name: /Vấn đề/ }).click();
  await leader.page.getByRole('switch', { name: 'Hiện phần đã chấp nhận' }).click({ force: true });
  await expect(leader.page.getByText(/Vũ Hoài chấp nhận: Điện lực đã đồng ý tại chỗ/)).toBeVisible();
  await leader.page
    .getByRole('listitem')
    .filter({ hasText: 'Điện lực đã đồng ý tại chỗ' })
    .last()
    .getByRole('button', { name: 'Bỏ chấp nhận' })
    .click();
  await leader.saved();
});

test('rules warn while one draws', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await story.laysStretch(/QL\.3/, '125+000', '125+400');
  const checks = page.getByRole('region', { name: 'Kiểm tra' });
  await expect(checks.getByText(/Trùng \d+ vị trí với dòng cùng loại/)).toBeVisible();
  // Where nothing stands yet the warning goes.
  await story.types('Đến lý trình', '128+560');
  await story.types('Từ lý trình', '128+505');
  await expect(checks.getByText(/Trùng \d+ vị trí với dòng cùng loại/)).toHaveCount(0);
});

test('two stretches are joined, mirrored, split and named in the history, from which one is restored', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/Đ\.CHỢ/, '0+100', '0+200');
  await story.laysStretch(/Đ\.CHỢ/, '0+225', '0+300');
  await page.getByRole('button', { name: /^Bố trí \d+ cờ/ }).click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await story.searches('D.CHO du thao co to quoc');
  await page.getByRole('row', { name: /0\+100 – 0\+200/ }).click();
  await page.getByRole('row', { name: /0\+225 – 0\+300/ }).click({ modifiers: ['ControlOrMeta'] });
  await expect(page.getByRole('heading', { name: 'Đang chọn 2 dòng' })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('row', { name: /0\+100 – 0\+300/ })).toBeVisible();
  await page.getByRole('row', { name: /0\+100 – 0\+300/ }).click();
  await page.keyboard.press('x');
  await page.getByRole('textbox', { name: /Lý trình cắt/ }).fill('0+160');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /0\+160 – 0\+300/ })).toBeVisible();
  await page.getByRole('row', { name: /0\+100 – 0\+160/ }).click();
  await story.saved();
  await page.keyboard.press('h');
  const history = page.getByRole('dialog', { name: 'Lịch sử' });
  await expect(history.getByText(/Cắt đoạn Đ\.CHỢ Km 0\+100/)).toBeVisible();
  await expect(history.getByText(/Nối thành Đ\.CHỢ Km 0\+100/)).toBeVisible();
  await history
    .getByRole('listitem')
    .filter({ hasText: 'Bố trí đoạn Đ.CHỢ Km 0+100' })
    .getByRole('button', { name: 'Khôi phục về lúc này' })
    .click();
  await expect(page.getByText('Đã khôi phục.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: /0\+100 – 0\+200/ })).toBeVisible();
  await story.saved();
});

test('the context menu and the lasso choose and act on the map', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.keyboard.press('l');
  const map = await page.getByRole('region', { name: 'Bản đồ kế hoạch' }).boundingBox();
  if (map === null) throw new Error('no map');
  await page.mouse.move(map.x + 100, map.y + 120);
  await page.mouse.down();
  for (const [x, y] of [
    [map.width - 120, 120],
    [map.width - 120, map.height - 80],
    [100, map.height - 80],
  ] as const)
    await page.mouse.move(map.x + x, map.y + y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('heading', { name: /Đang chọn \d\d+ dòng/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /Đang chọn/ })).toHaveCount(0);
  // Beside every road, with nothing chosen, there is nothing to offer.
  await page.mouse.click(map.x + 200, map.y + 300, { button: 'right' });
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('g');
  await page.getByRole('dialog').getByRole('textbox').fill('QL.3 Km 136+500');
  await page.keyboard.press('Enter');
  const wide = await page.getByRole('region', { name: 'Bản đồ kế hoạch' }).boundingBox();
  if (wide === null) throw new Error('no map');
  const begin = page.getByRole('menuitem', { name: 'Bắt đầu đoạn tuyến ở đây' });
  await expect(async () => {
    await page.mouse.click(wide.x + wide.width / 2, wide.y + wide.height / 2, { button: 'right' });
    await expect(begin).toBeVisible({ timeout: 1000 });
  }).toPass();
  await begin.click();
  await expect(page.getByRole('combobox', { name: 'Tuyến đường' })).toHaveValue(/QL\.3/);
});

test('a bridge and a no-go area are drawn; a road is calibrated by a post after a preview', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await page.keyboard.press('f');
  await story.choosesRoad(/ĐT\.259/);
  await story.types('Từ lý trình', '9+500');
  await story.types('Đến lý trình', '9+560');
  await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('Cầu Bản Tết');
  await page.getByRole('button', { name: 'Thêm cầu' }).click();
  await expect(page.getByText('Thêm cầu, nút giao ĐT.259')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Loại' }).click();
  await page.getByRole('option', { name: 'Cột Km thực địa' }).click();
  await story.choosesRoad(/ĐT\.259/);
  await story.types('Đo được ở', '10+040');
  await expect(page.getByText(/đoạn và điểm sẽ dời trên thực địa, nhiều nhất \d+ m/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  const map = await page.getByRole('region', { name: 'Bản đồ kế hoạch' }).boundingBox();
  if (map === null) throw new Error('no map');
  for (const [x, y] of [
    [300, 150],
    [380, 150],
    [340, 230],
  ] as const)
    await page.mouse.click(map.x + x, map.y + y);
  await page.getByRole('textbox', { name: 'Tên', exact: true }).fill('Đình làng');
  await page.getByRole('button', { name: 'Lưu khu vực cấm đặt' }).click();
  await expect(page.getByRole('button', { name: 'Sửa Đình làng' })).toBeVisible();
  await story.saved();
});
