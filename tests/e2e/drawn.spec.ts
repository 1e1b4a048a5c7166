/** An office without a GIS file: a plan picture under the map, a road drawn over it, measured, dressed, printed. */
import { expect } from '@playwright/test';
import { openEmptyCampaign } from '../support/emptyCampaign.ts';
import { test } from '../support/ownServer.ts';

/** Eight by eight pixels of paper. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4saUHK2IYWhIA2raCAcOKkkkAAAAAASUVORK5CYII=',
  'base64',
);

test('from a picture to a printed checklist, in at most 40 actions', async ({ page, own }) => {
  test.setTimeout(180_000);
  await openEmptyCampaign(page, own, 'Xã Yên Cư');
  let actions = 0;
  const does = async (work: () => Promise<unknown>) => {
    actions++;
    await work();
  };
  const dialog = page.getByRole('dialog');
  // The picture: two of its points, typed as the paper says them.
  await does(() => page.getByRole('button', { name: 'Lớp bản đồ' }).click());
  await does(() => page.getByRole('button', { name: 'Thêm ảnh nền quy hoạch…' }).click());
  await does(() =>
    dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'quy-hoach.png', mimeType: 'image/png', buffer: PNG }),
  );
  const image = dialog.getByRole('img', { name: 'quy-hoach.png' });
  const paper = await image.boundingBox();
  if (paper === null) throw new Error('no picture');
  await does(() => image.click({ position: { x: paper.width * 0.1, y: paper.height * 0.9 } }));
  await does(() => image.click({ position: { x: paper.width * 0.9, y: paper.height * 0.1 } }));
  await does(() => dialog.getByRole('textbox', { name: 'Điểm 1 ở đâu' }).fill('21.90, 105.80'));
  await does(() => dialog.getByRole('textbox', { name: 'Điểm 2 ở đâu' }).fill('21.95, 105.85'));
  await does(() => dialog.getByRole('button', { name: 'Đặt ảnh lên bản đồ' }).click());
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Escape');

  // The road, over it.
  await does(() => page.getByRole('button', { name: 'Vẽ tuyến đường' }).first().click());
  const panel = page.getByRole('region', { name: 'Vẽ tuyến đường' });
  await does(() => panel.getByRole('textbox', { name: 'Tên tuyến' }).fill('Đường ra chợ'));
  const map = await page.locator('.leaflet-container').boundingBox();
  if (map === null) throw new Error('no map');
  for (const [x, y] of [
    [0.3, 0.7],
    [0.4, 0.62],
    [0.46, 0.5],
    [0.55, 0.42],
    [0.6, 0.32],
  ] as const)
    await does(() => page.mouse.click(map.x + map.width * x, map.y + map.height * y, { delay: 30 }));
  await expect(panel.getByText(/^\d+,\d km$/).first()).toBeVisible();
  await does(() => panel.getByRole('textbox', { name: 'Lý trình ở điểm 1' }).fill('3+000'));
  await does(() => panel.getByRole('button', { name: 'Lưu tuyến' }).click());
  const road = page.getByRole('region', { name: 'Tuyến đường', exact: true });
  await expect(road).toContainText('Km 3+000');
  await expect(road.getByRole('textbox', { name: 'Nguồn' })).toHaveValue('Vẽ tay');

  // Dressed: the road that is selected is the one that flags are laid on.
  await does(() => page.keyboard.press('d'));
  for (const [field, km] of [
    ['Từ lý trình', '3+000'],
    ['Đến lý trình', '4+000'],
  ] as const) {
    const box = page.getByRole('textbox', { name: field });
    await does(() => box.fill(km));
    await does(() => box.press('Enter'));
  }
  await does(() => page.getByRole('button', { name: /^Bố trí 82 cờ/ }).click());
  await does(() => page.keyboard.press('Escape'));

  // Printed.
  await does(() => page.keyboard.press('Control+p'));
  await does(() => dialog.getByRole('switch', { name: /In cả phần dự thảo/ }).check({ force: true }));
  await does(() => dialog.getByRole('button', { name: 'Tạo PDF' }).click());
  const download = page.waitForEvent('download');
  await does(() => dialog.getByRole('link', { name: /Tải/ }).click());
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  console.log(`drawn, dressed and printed in ${actions} actions`);
  expect(actions).toBeLessThanOrEqual(40);
});
