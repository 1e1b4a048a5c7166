/** A phone where the signal goes: what is loaded works on, what is not says so, and nothing else falls with it. */
import { expect, type Page } from '@playwright/test';
import { type Story, test } from '../support/story.ts';

test.use({ viewport: { width: 390, height: 844 } });

/** Code that never comes, as on a line that went before it was asked for. */
async function withholds(page: Page, chunk: RegExp): Promise<() => Promise<void>> {
  await page.route(chunk, (route) => route.abort());
  return () => page.unroute(chunk);
}

/**
 * Waits until everything else is loaded ahead. A page whose requests are watched has no cache: what was fetched would be
 * asked for once more by its import, and a module that fails once fails until the page is loaded anew.
 */
async function isLoadedAhead(page: Page): Promise<void> {
  let last = Date.now();
  page.on('request', () => {
    last = Date.now();
  });
  await expect.poll(() => Date.now() - last, { timeout: 60_000 }).toBeGreaterThan(5000);
}

async function goesTo(story: Story, name: 'Kế hoạch' | 'Công việc' | 'Thiết lập'): Promise<void> {
  await story.page.getByRole('navigation').getByRole('link', { name }).first().click();
}

const failedPage = (page: Page) => page.getByText('Màn hình này gặp lỗi');

test('printing that cannot be loaded closes itself with a sentence, and all screens live on', async ({
  story,
}) => {
  const { page } = story;
  const comes = await withholds(page, /PrintDialog-.*\.(js|css)$/);
  await story.signIn('xa');
  await goesTo(story, 'Công việc');
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  await isLoadedAhead(page);
  await story.context.setOffline(true);
  await page.getByRole('button', { name: 'In phiếu' }).click();
  await expect(page.getByText('Chưa mở được phần này: máy chưa tải về và đang không có mạng.')).toBeVisible();
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await expect(failedPage(page)).toHaveCount(0);
  await goesTo(story, 'Kế hoạch');
  await expect(page.getByRole('toolbar')).toBeVisible();
  await goesTo(story, 'Công việc');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  // The code can come from the moment on that the network is back: what is loaded ahead asks at that very moment.
  await comes();
  await story.context.setOffline(false);
  // A network that is back does not always carry at once: then one presses again.
  await expect(async () => {
    if ((await page.getByRole('dialog').count()) === 0)
      await page.getByRole('button', { name: 'In phiếu' }).click();
    await expect(page.getByRole('button', { name: 'Tạo PDF' })).toBeVisible({ timeout: 4000 });
  }).toPass({ timeout: 30_000 });
});

test('a screen that cannot be loaded says so in its place, advises no reload, and comes with the signal', async ({
  story,
}) => {
  const { page } = story;
  const comes = await withholds(page, /SettingsTabs-.*\.(js|css)$/);
  await story.signIn('xa');
  await goesTo(story, 'Công việc');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await isLoadedAhead(page);
  await story.context.setOffline(true);
  await goesTo(story, 'Thiết lập');
  const sentence = page.getByRole('alert').filter({ hasText: 'Chưa mở được màn hình này' });
  await expect(sentence).toContainText('đang không có mạng');
  await expect(page.getByRole('button', { name: 'Tải lại' })).toHaveCount(0);
  await goesTo(story, 'Công việc');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await goesTo(story, 'Thiết lập');
  await expect(sentence).toBeVisible();
  await comes();
  await story.context.setOffline(false);
  // It asks again by itself, at growing intervals: a network that is said to be back does not always carry at once.
  await expect(page.getByRole('heading', { name: 'Thiết lập' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('textbox', { name: 'Chủ đề' })).toBeVisible();
  await story.saved();
});

test('what was not opened yet is loaded ahead, and opens without a signal', async ({ story }) => {
  const { page } = story;
  const ahead = [/PrintDialog-.*\.js$/, /SettingsTabs-.*\.js$/, /ImportRoads-.*\.js$/].map((chunk) =>
    page.waitForResponse((answer) => chunk.test(answer.url())),
  );
  await story.signIn('xa');
  for (const answer of await Promise.all(ahead)) await answer.finished();
  await goesTo(story, 'Công việc');
  await story.context.setOffline(true);
  await page.getByRole('button', { name: 'In phiếu' }).click();
  await expect(page.getByRole('button', { name: 'Tạo PDF' })).toBeVisible();
  await page.keyboard.press('Escape');
  await goesTo(story, 'Thiết lập');
  await expect(page.getByRole('textbox', { name: 'Chủ đề' })).toBeVisible();
});

test('paper whose maker cannot be loaded says why, and is made when the network is back', async ({
  story,
}) => {
  const { page, context } = story;
  const maker = /\/assets\/printWorker-.*\.js/;
  const comes = await withholds(page, maker);
  await story.signIn('xa');
  await story.open('checklists');
  await page.getByRole('button', { name: 'In phiếu' }).click();
  const dialog = page.getByRole('dialog', { name: 'In phiếu việc' });
  const make = dialog.getByRole('button', { name: 'Tạo PDF' });
  await expect(make).toBeEnabled();
  await context.setOffline(true);
  await make.click();
  await expect(dialog.getByRole('alert')).toContainText('Chưa tải được phần dựng trang vì không có mạng');
  await comes();
  await context.setOffline(false);
  await make.click();
  await expect(dialog.getByRole('link', { name: 'Mở PDF' })).toBeVisible({ timeout: 30_000 });
});

test('a language whose words do not come leaves everything as it is, and is there at the next try', async ({
  story,
}) => {
  const { page } = story;
  const comes = await withholds(page, /assets\/enFirst-.*\.js$/);
  await story.signIn('xa');
  const plan = page.getByRole('navigation').getByRole('link', { name: 'Kế hoạch' }).first();
  const switches = async () => {
    await page.getByRole('button', { name: /Tài khoản/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
  };
  await switches();
  await expect(page.getByText('Chưa đổi được ngôn ngữ')).toBeVisible();
  await expect(plan).toBeVisible();
  await comes();
  await switches();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Plan' }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Plan' }).first()).toBeVisible();
});

test('where the app itself does not come, the page says so and offers to try again', async ({ story }) => {
  const { page } = story;
  const comes = await withholds(page, /assets\/index-.*\.js$/);
  await page.goto(story.server.url);
  await expect(page.getByRole('alert')).toContainText('Chưa mở được Cờ Hoa');
  await comes();
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByRole('heading', { name: 'Đăng nhập' })).toBeVisible();
});
