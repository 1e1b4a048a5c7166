/** Pages that go while something is typed or waits: back, reload, another campaign, a right taken away. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN, DEMO_CAMPAIGNS } from '../../mocks/demo/builder.ts';
import { ADMINISTRATOR, addAdministrator } from '../support/emptyCampaign.ts';
import { type Story, test } from '../support/story.ts';

const theme = (page: Page) => page.getByRole('textbox', { name: 'Chủ đề' });
const sync = (page: Page) => page.getByTestId('sync');

async function themeOnServer(s: Story): Promise<unknown> {
  const { changes } = await s.changesSince(0);
  return changes.flatMap((c) => c.ops).findLast((op) => op.entity === 'campaign' && 'theme' in op.fields)
    ?.fields.theme;
}

test('what is being typed when one goes back in the browser is stored', async ({ story }) => {
  await story.signIn('canbo');
  await story.open('settings');
  await theme(story.page).pressSequentially(' và đi ngay');
  // The list of campaigns: of the only one this person has it is opened again at once.
  await story.page.evaluate(() => {
    location.hash = '#/';
  });
  await expect(story.page.getByRole('toolbar')).toBeVisible();
  await story.saved();
  expect(await themeOnServer(story)).toContain('và đi ngay');
});

test('what is being typed when the page is loaded anew is stored', async ({ story }) => {
  await story.signIn('canbo');
  await story.open('settings');
  await theme(story.page).pressSequentially(' rồi tải lại');
  story.page.on('dialog', (dialog) => void dialog.accept());
  await story.page.reload();
  await expect(theme(story.page)).toHaveValue(/rồi tải lại/);
  await story.saved();
  expect(await themeOnServer(story)).toContain('rồi tải lại');
});

test('a right that was taken away: the page says so and stays, and the work can be saved to a file', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.open('settings');
  await story.context.setOffline(true);
  await theme(page).fill('Việc chưa gửi');
  await theme(page).press('Enter');
  await expect(sync(page)).toContainText('1 chờ gửi');
  let asked = 0;
  await page.route('**/api/campaigns/**', (route) => {
    asked++;
    return route.fulfill({ status: 403, json: { error: { code: 'denied.scope' } } });
  });
  await story.context.setOffline(false);
  await expect(page.getByRole('heading', { name: 'Không còn quyền' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Lưu việc chưa gửi ra tệp/ }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('Việc chưa gửi');
  const before = asked;
  await page.waitForTimeout(1500);
  expect(asked - before, 'no going round in circles').toBeLessThan(4);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('dialog', { name: 'Còn 1 việc chưa gửi' })).toBeVisible();
});

test('a campaign whose creation got no answer is made once; what waits of it is said and sent from another', async ({
  story,
}) => {
  const { page } = story;
  addAdministrator(story.server.folder);
  await page.goto(story.server.url);
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(ADMINISTRATOR.userName);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(ADMINISTRATOR.password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('button', { name: 'Tạo đợt mới' }).click();
  await page.getByRole('textbox', { name: 'Tên đợt' }).fill('Bầu cử 2026');
  await page.getByLabel('Ngày khai mạc').fill('2026-03-15');
  let lost = 0;
  await page.route('**/edits', async (route) => {
    if (lost++ > 0) return route.continue();
    await route.fetch();
    return route.abort();
  });
  const make = page.getByRole('dialog').getByRole('button', { name: 'Tạo đợt mới' });
  await make.click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await page.getByRole('textbox', { name: 'Tên đợt' }).fill('Bầu cử Quốc hội 2026');
  await make.click();
  await expect(page.getByRole('toolbar')).toBeVisible();
  const { campaigns } = (await (await page.request.get(`${story.server.url}/api/campaigns`)).json()) as {
    campaigns: { id: string; name: string }[];
  };
  const made = campaigns.filter((c) => !DEMO_CAMPAIGNS.includes(c.id));
  expect(made.map((c) => c.name)).toEqual(['Bầu cử Quốc hội 2026']);

  await page.getByRole('link', { name: 'Thiết lập' }).click();
  await page.route('**/edits', (route) => route.abort());
  await theme(page).fill('Chờ ở đợt khác');
  await theme(page).press('Enter');
  await expect(sync(page)).toContainText('1 chờ gửi');
  await page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/plan`);
  await expect(sync(page)).toHaveText('1 chờ ở đợt khác');
  // The bar of a phone holds the longest of its marks: words give way, nothing is pushed out.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('button', { name: /^Tài khoản/ })).toBeInViewport({ ratio: 1 });
  await expect(sync(page)).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1440, height: 900 });
  await sync(page).click();
  await expect(page.getByRole('link', { name: 'Bầu cử Quốc hội 2026' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.unroute('**/edits');
  await page.reload();
  await story.saved();
  const response = await page.request.get(`${story.server.url}/api/campaigns/${made[0]?.id}/changes?since=0`);
  expect(await response.text()).toContain('Chờ ở đợt khác');
});
