/** Roads as things: chosen on the map, drawn, turned, cut, given another line, hidden and deleted. */
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { type Story, test } from '../support/story.ts';

const panel = (page: Page) => page.getByRole('region', { name: 'Tuyến đường', exact: true });

async function opensRoad(story: Story, name: RegExp): Promise<void> {
  const { page } = story;
  await page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/settings/roads`);
  await page.getByRole('button', { name }).click();
  await expect(panel(page)).toBeVisible();
}

async function picks(page: Page, item: string): Promise<void> {
  await panel(page).getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function roads(story: Story): Promise<Record<string, unknown>[]> {
  return (await story.rows('road')) as Record<string, unknown>[];
}

test('a road is renamed, turned with all that stands on it, and turned back', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await opensRoad(story, /^ĐT\.256/);
  await panel(page).getByRole('textbox', { name: 'Tên tuyến' }).fill('Đường tỉnh 256 (Yên Hân)');
  await page.keyboard.press('Enter');
  const before = await story.rows('placement');
  await picks(page, 'Đảo chiều tuyến');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('17 dòng đứng nguyên chỗ cũ')).toBeVisible();
  await dialog.getByRole('button', { name: 'Đảo chiều' }).click();
  await expect(panel(page).getByText('phía tây')).toBeVisible();
  await story.saved();
  const turned = await story.rows('placement');
  expect(turned).not.toEqual(before);
  expect(turned.map((p) => p.state)).toEqual(before.map((p) => p.state));
  await page.keyboard.press('Control+z');
  await expect(panel(page).getByText('phía đông')).toBeVisible();
  await story.saved();
  const back = await story.rows('placement');
  const address = (p: Record<string, unknown>) => [p.id, p.roadId, p.from, p.to, p.side, p.rule];
  expect(back.map(address)).toEqual(before.map(address));
});

test('a click beside nothing else chooses the road; cut in two it is joined again', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await opensRoad(story, /^ĐT\.259/);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await opensRoad(story, /^ĐT\.256/);
  const before = await story.rows('placement');
  await picks(page, 'Cắt tuyến làm hai');
  const line = page.getByRole('dialog').getByRole('textbox');
  await line.fill('9+288');
  await line.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('row', { name: /đoạn 2.*Tuyến mới/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cắt tuyến' }).click();
  await expect(panel(page).getByText('Km 0+000 – 9+288')).toBeVisible();
  await story.saved();
  const cut = await story.rows('placement');
  expect(cut.length).toBeGreaterThan(before.length);
  await panel(page).getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'ĐT.256 (đoạn 2)', exact: true }).click();
  await expect(dialog.getByText('Thành một phần của tuyến trên')).toBeVisible();
  await dialog.getByRole('button', { name: 'Nối tuyến' }).click();
  await expect(panel(page).getByText('Km 0+000 – 18+575')).toBeVisible();
  await story.saved();
  expect(await roads(story)).toHaveLength(10);
});

test('a click on its plate chooses a road too; a post is taken away after a look, and comes back', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const map = page.locator('.leaflet-container').first();
  await expect(map).toBeVisible();
  const plate = async () =>
    page.evaluate(() => {
      type Sign = { kind: string; key: string; boxes: { left: number; top: number }[] };
      type Account = HTMLCanvasElement & { placed?: () => Sign[] };
      const canvas = document.querySelector<Account>('.leaflet-cohoa-signs-pane canvas');
      const box = canvas?.placed?.().find((s) => s.kind === 'shield' && s.key.includes('QL.3'))?.boxes[0];
      const at = canvas?.getBoundingClientRect();
      return box === undefined || at === undefined
        ? null
        : { x: at.left + box.left + 6, y: at.top + box.top + 6 };
    });
  await expect.poll(plate).not.toBeNull();
  const at = (await plate()) ?? { x: 0, y: 0 };
  await page.mouse.click(at.x, at.y);
  await expect(panel(page).getByRole('heading', { name: 'QL.3' })).toBeVisible();
  const posts = async () =>
    ((await roads(story)).find((r) => r.code === 'QL.3') as { calibration: object[] }).calibration.length;
  const before = await posts();
  await panel(page).getByText(`${before} cột`).click();
  // Without its first post the road would end short of what is approved at its beginning: that is said beforehand.
  await panel(page).getByRole('button', { name: 'Bỏ cột Km 120+000' }).click();
  await expect(page.getByRole('alert').getByText(/sẽ ra hẳn ngoài tuyến/)).toBeVisible();
  await page.getByRole('button', { name: 'Hủy' }).click();
  await panel(page).getByRole('button', { name: 'Bỏ cột Km 133+000' }).click();
  const dialog = page.getByRole('dialog', { name: /^Bỏ cột Km trên QL\.3/ });
  await dialog.getByRole('button', { name: 'Bỏ cột' }).click();
  await story.saved();
  expect(await posts()).toBe(before - 1);
  await page.keyboard.press('Control+z');
  await story.saved();
  expect(await posts()).toBe(before);
});

test('a new line moves what stands on the road or its chainage, by choice, and comes back', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await opensRoad(story, /^ĐT\.256/);
  const road = (await roads(story)).find((r) => r.code === 'ĐT.256') as { line: [number, number][] };
  const before = await story.rows('placement');
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  const beside = road.line.map(([lng, lat]) => [rounded(lng), rounded(lat + 8 / 110_700)]);
  const file = {
    name: 'do-lai.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { ref: 'ĐT.256' },
            geometry: { type: 'LineString', coordinates: beside },
          },
        ],
      }),
    ),
  };
  const dialog = page.getByRole('dialog');
  const offers = async () => {
    await picks(page, 'Thay tim đường từ tệp');
    await page.locator('input[type="file"]').setInputFiles(file);
    await dialog.getByRole('button', { name: 'Xem thay đổi' }).click();
    await expect(dialog.getByText(/dòng dời tới \d m/)).toBeVisible();
  };
  await offers();
  await dialog.getByRole('button', { name: 'Thay tim đường' }).click();
  await story.saved();
  await page.keyboard.press('Control+z');
  await story.saved();
  const address = (p: Record<string, unknown>) => [p.id, p.roadId, p.from, p.to, p.side, p.rule];
  expect((await story.rows('placement')).map(address)).toEqual(before.map(address));
  await offers();
  await dialog.getByRole('radio', { name: 'Giữ lý trình' }).check();
  await dialog.getByRole('button', { name: 'Thay tim đường' }).click();
  await story.saved();
  // Where they are addressed is as it was written; the line under them is the new one.
  expect((await story.rows('placement')).map(address)).toEqual(before.map(address));
  const now = (await roads(story)).find((r) => r.code === 'ĐT.256') as { line: unknown };
  expect(now.line).toEqual(beside);
});

test('many roads are found, hidden, shown and deleted on their page, and come back', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  // Two roads on which nothing stands.
  for (const [code, lat] of [
    ['ĐH.91', '21.95'],
    ['ĐH.92', '21.96'],
  ] as const) {
    await page.keyboard.press('w');
    const drawing = page.getByRole('region', { name: 'Vẽ tuyến đường' });
    await drawing.getByRole('textbox', { name: 'Số hiệu' }).fill(code);
    for (const at of [`${lat}, 105.60`, `${lat}, 105.62`]) {
      await drawing.getByRole('textbox', { name: 'Ghi điểm tiếp theo' }).fill(at);
      await drawing.getByRole('textbox', { name: 'Ghi điểm tiếp theo' }).press('Enter');
    }
    await drawing.getByRole('button', { name: 'Lưu tuyến' }).click();
    await expect(panel(page)).toContainText(code);
  }
  await page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/settings/roads`);
  await page.getByRole('textbox', { name: /Tìm theo số hiệu/ }).fill('dh.9');
  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
  await page.getByRole('button', { name: 'Ẩn', exact: true }).click();
  await expect(page.getByText('Đang ẩn')).toHaveCount(2);
  await story.saved();
  expect((await roads(story)).filter((r) => r.hidden === true)).toHaveLength(2);
  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
  await page.getByRole('button', { name: 'Hiện', exact: true }).click();
  await expect(page.getByText('Đang ẩn')).toHaveCount(0);
  const dialog = page.getByRole('dialog');
  await page.getByRole('checkbox', { name: 'Chọn tất cả' }).check();
  await page.getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(dialog.getByText('Không có gì trên tuyến. Có thể hoàn tác.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(page.getByText('Không có tuyến nào khớp')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /ĐH\.91/ })).toBeVisible();

  // What a plan stands on is not hidden, and what is approved does not go with its road by a planner's word.
  await page.getByRole('textbox', { name: /Tìm theo số hiệu/ }).fill('cho');
  await page.getByRole('checkbox', { name: /Chọn Đ\.CHỢ/ }).check();
  await page.getByRole('button', { name: 'Ẩn', exact: true }).click();
  await expect(page.getByText('Trên tuyến có vị trí đã bố trí nên không ẩn được.')).toBeVisible();
  await page.getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('đã trình hoặc đã duyệt');
  await expect(dialog.getByRole('button', { name: 'Xóa', exact: true })).toBeDisabled();
});

test('what is drawn of a road outlives another tool and a reload, and goes back act by act', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await page.keyboard.press('w');
  const drawing = page.getByRole('region', { name: 'Vẽ tuyến đường' });
  await drawing.getByRole('textbox', { name: 'Tên tuyến' }).fill('Đường mới mở');
  const map = await page.locator('.leaflet-container').boundingBox();
  if (map === null) throw new Error('no map');
  for (const [x, y] of [
    [0.2, 0.3],
    [0.25, 0.4],
    [0.3, 0.5],
  ] as const) {
    await page.mouse.click(map.x + map.width * x, map.y + map.height * y);
    await page.waitForTimeout(300);
  }
  const corners = drawing.getByRole('listitem');
  await expect(corners).toHaveCount(3);
  // The middle of a side becomes a corner where it is let go.
  const middle = await page.getByTitle('Kéo để thêm góc').first().boundingBox();
  if (middle === null) throw new Error('no middle');
  await page.mouse.move(middle.x + 5, middle.y + 5);
  await page.mouse.down();
  await page.mouse.move(middle.x + 65, middle.y - 30, { steps: 8 });
  await page.mouse.up();
  await expect(corners).toHaveCount(4);
  const dropped = await page.getByTitle(/^Điểm 2,/).boundingBox();
  expect(Math.abs((dropped?.x ?? 0) + 9 - (middle.x + 65))).toBeLessThan(8);
  await page.locator('.leaflet-container').focus();
  await page.keyboard.press('Control+z');
  await expect(corners).toHaveCount(3);
  await page.keyboard.press('v');
  await expect(drawing).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('toolbar').first()).toBeVisible();
  await page.keyboard.press('w');
  await expect(corners).toHaveCount(3);
  await expect(drawing.getByRole('textbox', { name: 'Tên tuyến' })).toHaveValue('Đường mới mở');
  await drawing.getByRole('button', { name: 'Vẽ lại' }).click();
  await expect(corners).toHaveCount(3);
  await drawing.getByRole('button', { name: 'Bỏ 3 điểm đã vẽ?' }).click();
  await expect(corners).toHaveCount(0);
});
