/** Nothing stuck, nothing lost, nothing overwritten: as two people, a lost network and a shared computer meet it. */
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type Story, test } from '../support/story.ts';

const theme = (s: Story) => s.page.getByRole('textbox', { name: 'Chủ đề' });
const sync = (s: Story) => s.page.getByTestId('sync');

async function writesTheme(s: Story, text: string): Promise<void> {
  await theme(s).fill(text);
  await theme(s).press('Enter');
}

async function losesNetwork(s: Story): Promise<void> {
  await s.context.setOffline(true);
}

async function accepts(s: Story, why: string): Promise<void> {
  const item = s.page
    .getByRole('listitem')
    .filter({ hasText: /\d+ vị trí nằm trong hành lang lưới điện/ })
    .last();
  await item.getByRole('button', { name: 'Chấp nhận…' }).click();
  await s.page.getByRole('textbox', { name: 'Lý do, lãnh đạo sẽ thấy' }).fill(why);
  await s.page.getByRole('button', { name: 'Chấp nhận với lý do này' }).click();
}

async function opensFindings(s: Story): Promise<void> {
  await s.open('plan');
  await s.page.getByRole('tab', { name: /Vấn đề/ }).click();
  await expect(s.page.getByText(/\d+ vị trí nằm trong hành lang lưới điện/).first()).toBeVisible();
}

test('two accept one finding, one of them offline: the later work arrives, the refused edit waits in words', async ({
  story,
  another,
}) => {
  await story.signIn('canbo');
  await story.open('settings');
  await expect(theme(story)).toBeVisible();
  await opensFindings(story);
  const admin = await another('quantri');
  await opensFindings(admin);
  await losesNetwork(story);
  await accepts(story, 'Của cán bộ');
  await expect(sync(story)).toContainText('1 chờ gửi');
  await accepts(admin, 'Của quản trị');
  await admin.saved();
  await story.page.evaluate(() => {
    location.hash = location.hash.replace('/plan', '/settings');
  });
  await writesTheme(story, 'Làm sau việc bị từ chối');
  await story.context.setOffline(false);
  await expect(sync(story)).toContainText('1 việc cần bạn quyết định');
  await expect
    .poll(async () => JSON.stringify((await story.changesSince(0)).changes.at(-1)))
    .toContain('Làm sau việc bị từ chối');
  await sync(story).click();
  const entry = story.page.getByRole('article').filter({ hasText: 'Chấp nhận một vấn đề' });
  await expect(entry).toBeVisible();
  await expect(entry).not.toContainText('edit.');
});

test('a road whose name ends in U+0000 or in half of an emoji is imported, and later work goes on', async ({
  story,
}) => {
  await story.signIn('canbo');
  const before = await story.number();
  const feature = (name: string, shift: number) => ({
    type: 'Feature',
    properties: { name, highway: 'tertiary' },
    geometry: {
      type: 'LineString',
      coordinates: [
        [105.85 + shift, 21.95],
        [105.86 + shift, 21.96],
      ],
    },
  });
  const features = [feature('Đường liên xã\u0000', 0), feature(`${'x'.repeat(199)}🎌 và nữa`, 0.05)];
  await story.page.getByRole('button', { name: 'Nhập tuyến' }).click();
  await story.page.locator('input[type="file"]').setInputFiles({
    name: 'duong.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
  });
  await story.page.getByRole('button', { name: 'Nhập 2 tuyến' }).click();
  await story.saved();
  await story.open('settings');
  await writesTheme(story, 'Sau khi nhập');
  await story.saved();
  const { changes } = await story.changesSince(before);
  const names = changes.flatMap((c) => c.ops).flatMap((op) => (op.entity === 'road' ? [op.fields.name] : []));
  expect(names).toEqual(['Đường liên xã', 'x'.repeat(199)]);
});

test('what waits can be looked at, with its hour where one is, and dropped one by one', async ({ story }) => {
  await story.signIn('canbo');
  await story.open('settings');
  const before = await story.number();
  await losesNetwork(story);
  await writesTheme(story, 'Bỏ việc này');
  await expect(sync(story)).toContainText('Không có mạng · 1 chờ gửi');
  await sync(story).click();
  const hour = await story.page.evaluate(() =>
    new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' }),
  );
  await expect(story.page.getByRole('listitem').locator('time')).toContainText(hour.slice(0, 2));
  await story.page.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await story.page.getByRole('button', { name: 'Bỏ hẳn, không gửi' }).click();
  await expect(sync(story)).toHaveText('Không có mạng');
  await story.context.setOffline(false);
  await story.saved();
  expect(await story.number()).toBe(before);
});

test('leaving a shared computer without a network: the work stays mine, the rows go, nobody is signed in', async ({
  story,
}) => {
  await story.signIn('canbo');
  await story.open('settings');
  await losesNetwork(story);
  await writesTheme(story, 'Gửi ở lần sau');
  await expect(sync(story)).toContainText('1 chờ gửi');
  await story.page.getByRole('button', { name: /^Tài khoản/ }).click();
  await story.page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
  const dialog = story.page.getByRole('dialog', { name: 'Còn 1 việc chưa gửi' });
  await expect(dialog.getByRole('button', { name: 'Bỏ 1 việc này và đăng xuất' })).toBeDisabled();
  await expect(dialog.getByText('Muốn bỏ thì lưu ra tệp trước.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Gửi rồi đăng xuất' })).toBeDisabled();
  await expect(dialog.getByText(/^Chưa tới được máy chủ nên chưa gửi được/)).toBeVisible();
  await dialog.getByRole('button', { name: /^Giữ trên máy này/ }).click();
  await expect(story.page.getByText('Chưa liên lạc được máy chủ')).toBeVisible();
  await expect(story.page.getByText('Bạn đã đăng xuất khỏi máy này.')).toBeVisible();
  expect(await rowsOnDevice(story)).toEqual({ rows: 0, outbox: 1 });
  // Found by itself: nobody has to ask whether the network is back.
  await story.context.setOffline(false);
  // The server, told at last, has ended the session.
  await expect(story.page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
  const answer = await story.page.request.get(`${story.server.url}/api/session`);
  expect(answer.status()).toBe(401);
  await story.page.getByRole('button', { name: /· canbo$/ }).click();
  await story.open('settings');
  await story.saved();
  await expect(theme(story)).toHaveValue('Gửi ở lần sau');
});

/** How many rows, and how many waiting edits, lie in this browser's databases. */
async function rowsOnDevice(story: Story): Promise<{ rows: number; outbox: number }> {
  return story.page.evaluate(async () => {
    const counts = { rows: 0, outbox: 0 };
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined || !name.startsWith('cohoa-')) continue;
      const db = await new Promise<IDBDatabase>((done, failed) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      for (const store of ['rows', 'outbox'] as const) {
        if (!db.objectStoreNames.contains(store)) continue;
        counts[store] += await new Promise<number>((done) => {
          const request = db.transaction(store).objectStore(store).count();
          request.onsuccess = () => done(request.result);
        });
      }
      db.close();
    }
    return counts;
  });
}

test('unsent work saved to a file is read in again by a colleague, through their rights', async ({
  story,
  another,
}) => {
  await story.signIn('canbo');
  await story.open('settings');
  await losesNetwork(story);
  await writesTheme(story, 'Trong tệp của cán bộ');
  await sync(story).click();
  const download = story.page.waitForEvent('download');
  await story.page.getByRole('button', { name: 'Lưu việc chưa gửi ra tệp' }).click();
  const file = await (await download).path();
  expect(readFileSync(file, 'utf8')).toContain('Trong tệp của cán bộ');
  const admin = await another('quantri');
  await admin.open('settings');
  await sync(admin).click();
  await admin.page.locator('input[type="file"]').setInputFiles(file);
  await expect(admin.page.getByText(/Tệp có 1 việc của/)).toBeVisible();
  await admin.page.getByRole('button', { name: 'Gửi 1 việc này' }).click();
  await expect(theme(admin)).toHaveValue('Trong tệp của cán bộ');
  await admin.saved();
});

test('undo outlives a reload, stops where somebody went on, says so once and touches nothing older', async ({
  story,
  another,
}) => {
  await story.signIn('canbo');
  await story.open('settings');
  const old = await theme(story).inputValue();
  await writesTheme(story, 'Một');
  await story.saved();
  await writesTheme(story, 'Hai');
  await story.saved();
  await story.page.reload();
  await expect(theme(story)).toHaveValue('Hai');
  await story.page
    .getByRole('button', { name: /^Hoàn tác/ })
    .first()
    .click();
  await expect(theme(story)).toHaveValue('Một');
  await story.saved();
  const admin = await another('quantri');
  await admin.open('settings');
  await writesTheme(admin, 'Của quản trị');
  await admin.saved();
  await expect(theme(story)).toHaveValue('Của quản trị');
  const undo = story.page.getByRole('button', { name: /^Hoàn tác/ }).first();
  for (let i = 0; i < 4; i++) await undo.click();
  await expect(story.page.getByText('Người khác đã sửa tiếp chỗ này')).toHaveCount(1);
  await expect(theme(story)).toHaveValue('Của quản trị');
  await writesTheme(admin, old);
  await admin.saved();
});

test('while something waits to be decided, what is typed after it into the same row stays on the screen', async ({
  story,
  another,
}) => {
  const { page } = await story.signIn('quantri');
  await story.open('settings');
  await expect(theme(story)).toBeVisible();
  const other = await another('canbo');
  await other.open('settings');
  await losesNetwork(story);
  await writesTheme(story, 'Của quản trị, chưa gửi');
  await writesTheme(other, 'Của cán bộ, đã gửi');
  await other.saved();
  await story.context.setOffline(false);
  await expect(sync(story)).toContainText('1 việc cần bạn quyết định');
  const place = page.getByRole('textbox', { name: 'Địa danh trên văn bản' });
  // Pasted with what no database holds: cleaned, not refused.
  await place.fill('Tân Kỳ\u0000');
  await place.press('Enter');
  await expect(place).toHaveValue('Tân Kỳ');
  await losesNetwork(story);
  await expect(page.getByText(/Không có mạng/)).toBeVisible();
  await story.context.setOffline(false);
  await sync(story).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Địa danh: “Tân Kỳ”' })).toBeVisible();
  await page.getByRole('button', { name: 'Dùng bản trên máy chủ' }).click();
  await story.saved();
  await page.keyboard.press('Escape');
  await expect(theme(story)).toHaveValue('Của cán bộ, đã gửi');
  await expect(place).toHaveValue('Tân Kỳ');
  expect(JSON.stringify(await story.changesSince(0))).toContain('Tân Kỳ');
});

test('a form is not closed over what was typed in it, and numbers are read as people write them', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.open('settings');
  await page.getByRole('link', { name: 'Khẩu hiệu' }).click();
  await page.getByRole('button', { name: 'Thêm khẩu hiệu' }).click();
  const text = page.getByRole('dialog').getByRole('textbox').first();
  await text.fill('Nhiệt liệt chào mừng');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert').filter({ hasText: 'Những gì vừa gõ chưa được lưu' })).toBeVisible();
  await page.getByRole('button', { name: 'Viết tiếp' }).click();
  await expect(text).toHaveValue('Nhiệt liệt chào mừng');
  // Back, on a phone one’s own gesture, asks nobody: what was typed is there when the form opens again.
  await page.evaluate(() => {
    location.hash = location.hash.replace('slogans', 'units');
  });
  await expect(page.getByText('Những gì bạn gõ trong biểu mẫu còn đó')).toBeVisible();
  await page.getByRole('link', { name: 'Khẩu hiệu' }).click();
  await page.getByRole('button', { name: 'Thêm khẩu hiệu' }).click();
  await expect(text).toHaveValue('Nhiệt liệt chào mừng');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bỏ, đóng lại' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Thêm khẩu hiệu' }).click();
  await expect(text).toHaveValue('');
  await page.keyboard.press('Escape');

  await story.open('plan');
  await story.ownStretch(/ĐT\.259/, '8+000', '12+000');
  const spacing = page.getByRole('textbox', { name: /^Khoảng cách/ });
  await spacing.click();
  await page.keyboard.type('1.000');
  await page.keyboard.press('Tab');
  await expect(spacing).toHaveValue('1000');
  const edge = page.getByRole('textbox', { name: /^Cách mép/ });
  await edge.fill('201');
  await edge.press('Enter');
  await expect(page.getByText('Từ -50 đến 200')).toBeVisible();
  await edge.press('Escape');
  await story.saved();
});
