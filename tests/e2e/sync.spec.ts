import { expect } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { Story, test } from '../support/story.ts';

test('fifty edits made without a network, a crashed tab, and all arrive: once, in order', async ({
  story,
}) => {
  await story.signIn('canbo');
  await story.open('checklists');
  await story.seesWork();
  const before = await story.number();
  await story.context.setOffline(true);
  const ticked: string[] = [];
  for (let i = 0; i < 50; i++) {
    const box = story.page.getByRole('checkbox', { checked: false }).first();
    ticked.push((await box.getAttribute('aria-label')) ?? '');
    await box.click();
  }
  await expect(story.page.getByTestId('sync')).toContainText('50 chờ gửi');
  const cdp = await story.context.newCDPSession(story.page);
  const crashed = story.page.waitForEvent('crash');
  // The call itself is never answered: its tab is gone.
  void cdp.send('Page.crash').catch(() => {});
  await crashed;
  await story.page.close();
  await story.context.setOffline(false);
  const again = new Story(await story.context.newPage(), story.server);
  await again.open('checklists');
  await again.saved();
  const { changes } = await again.changesSince(before);
  const tasks = changes.flatMap((c) => c.ops).filter((op) => op.entity === 'task');
  expect(tasks).toHaveLength(50);
  expect(new Set(tasks.map((t) => `${t.fields.placementId}:${t.fields.itemId}`)).size).toBe(50);
  // ULIDs sort by birth: arriving in order is arriving sorted.
  const ids = tasks.map((t) => t.id);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ticked).size).toBeGreaterThan(40);
});

test('without a network one can go on, reload, and nothing is lost', async ({ story }) => {
  await story.signIn('canbo');
  await story.open('settings');
  await story.page.route('**/api/**', (route) => route.abort());
  const field = story.page.getByRole('textbox', { name: 'Chủ đề' });
  await field.fill('Viết khi không có mạng');
  await field.press('Enter');
  await expect(story.page.getByTestId('sync')).toContainText('1 chờ gửi');
  await story.page.reload();
  await expect(story.page.getByRole('textbox', { name: 'Chủ đề' })).toHaveValue('Viết khi không có mạng');
  await expect(story.page.getByTestId('sync')).toContainText('1 chờ gửi');
  await story.page.getByTestId('sync').click();
  const again = story.page.getByRole('button', { name: 'Thử gửi ngay' });
  await again.click();
  await expect(story.page.getByTestId('sync')).toContainText('1 chờ gửi');
  await expect(again).toBeVisible();
  // By itself it may try again in the same moment: then there is nothing left to click.
  await story.page.unroute('**/api/**');
  await story.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await story.saved();
});

test('two tabs of one browser agree, and closing the one that sends hands over to the other', async ({
  story,
}) => {
  await story.signIn('canbo');
  await story.open('settings');
  const second = new Story(await story.context.newPage(), story.server);
  await second.open('settings');
  const theme = (s: Story) => s.page.getByRole('textbox', { name: 'Chủ đề' });
  await theme(second).fill('Từ tab hai');
  await theme(second).press('Enter');
  await second.saved();
  await expect(theme(story)).toHaveValue('Từ tab hai');
  await theme(story).fill('Từ tab một');
  await theme(story).press('Enter');
  await expect(theme(second)).toHaveValue('Từ tab một');
  await story.saved();
  await story.page.close();
  await theme(second).fill('Tab hai một mình');
  await theme(second).press('Enter');
  await second.saved();
  const { changes } = await second.changesSince((await second.number()) - 1);
  expect(changes[0]?.ops[0]?.fields.theme).toBe('Tab hai một mình');
});

test('what one person changes appears on another’s screen', async ({ story, another }) => {
  await story.signIn('canbo');
  const leader = await another('lanhdao');
  await story.laysStretch(/ĐT\.256/, '12+000', '12+300');
  await story.page.getByRole('button', { name: /^Bố trí 26 cờ/ }).click();
  await leader.page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('12+000 – 12+300');
  await expect(leader.page.getByRole('row', { name: /12\+000 – 12\+300/ })).toBeVisible();
});

test('the same field changed by two waits for a choice, seeing both; nothing is overwritten in silence', async ({
  story,
  another,
}) => {
  await story.signIn('canbo');
  await story.open('settings');
  const admin = await another('quantri');
  await admin.open('settings');
  const theme = (s: Story) => s.page.getByRole('textbox', { name: 'Chủ đề' });
  await story.page.route('**/api/**', (route) => route.abort());
  await theme(story).fill('Bản của cán bộ');
  await theme(story).press('Enter');
  await expect(story.page.getByTestId('sync')).toContainText('1 chờ gửi');
  await theme(admin).fill('Bản của quản trị');
  await theme(admin).press('Enter');
  await admin.saved();
  await story.page.unroute('**/api/**');
  await story.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(story.page.getByTestId('sync')).toContainText('1 việc cần bạn quyết định');
  await expect(theme(story)).toHaveValue('Bản của quản trị');
  await story.page.getByTestId('sync').click();
  await expect(story.page.getByRole('cell', { name: 'Bản của cán bộ' })).toBeVisible();
  await expect(story.page.getByRole('cell', { name: 'Bản của quản trị' })).toBeVisible();
  await story.page.getByRole('button', { name: 'Giữ của tôi' }).click();
  await story.saved();
  await expect(theme(admin)).toHaveValue('Bản của cán bộ');
});

test('a session that ended keeps the work and sends it after signing in again', async ({ story }) => {
  await story.signIn('canbo');
  await story.open('settings');
  await story.context.clearCookies();
  const theme = story.page.getByRole('textbox', { name: 'Chủ đề' });
  await theme.fill('Viết sau khi hết phiên');
  await theme.press('Enter');
  await expect(story.page.getByTestId('sync')).toContainText('Cần đăng nhập lại');
  await story.page.reload();
  await story.page.getByRole('button', { name: /· canbo$/ }).click();
  await story.saved();
  const { changes } = await story.changesSince((await story.number()) - 1);
  expect(changes[0]?.ops[0]).toMatchObject({
    id: DEMO_CAMPAIGN,
    fields: { theme: 'Viết sau khi hết phiên' },
  });
});
