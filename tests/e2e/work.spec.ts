/** The work: landed on by whoever has it, given, begun, not possible, early, in rounds, and late before it is approved. */
import { expect, type Page } from '@playwright/test';
import { test } from '../support/story.ts';

const dialog = (page: Page) => page.getByRole('dialog');

async function chooses(page: Page, task: string | RegExp, what: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: task }).first().click();
  await page.getByRole('menuitem', { name: what }).click();
}

test('an officer lands on their own work, on a phone, and every target can be hit', async ({ story }) => {
  const { page } = story;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(story.server.url);
  await page.getByRole('button', { name: /· xa$/ }).click();
  await expect(page.getByRole('heading', { name: 'Việc của tôi' })).toBeVisible();
  await expect(page).toHaveURL(/checklists$/);
  const row = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox') });
  await expect(row.first()).toBeVisible();
  for (const target of [
    page.getByRole('main').getByRole('listitem').locator('label[for]').first(),
    page.getByRole('radiogroup', { name: 'Hiện' }).locator('label').first(),
    page.getByRole('button', { name: /^Thêm thao tác/ }).first(),
  ]) {
    const box = await target.boundingBox();
    expect(Math.min(box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await page
    .getByRole('button', { name: /^Thêm thao tác/ })
    .first()
    .click();
  const item = await page.getByRole('menuitem').first().boundingBox();
  expect(item?.height).toBeGreaterThanOrEqual(44);
  await page.getByRole('menuitem', { name: 'Xem trên bản đồ' }).click();
  await expect(page).toHaveURL(/plan/);
});

test('a task is begun, cannot be done for a reason, can again, is given to somebody and gets another day', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.open('checklists');
  await story.seesWork();
  const former = await story.rows('task');
  const more = /^Thêm thao tác: .*Duyệt bản in/;
  const row = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Duyệt bản in' }).first();
  await chooses(page, more, 'Bắt đầu làm');
  await expect(row.getByText('Đang làm')).toBeVisible();
  await chooses(page, more, 'Không làm được…');
  await dialog(page).getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(dialog(page).getByText('Hãy ghi lý do.')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Nhà in hỏng máy');
  await dialog(page).getByRole('button', { name: 'Ghi nhận' }).click();
  await expect(row.getByText('Không làm được', { exact: true })).toBeVisible();
  await expect(row.getByText('“Nhà in hỏng máy”')).toBeVisible();
  await chooses(page, more, 'Làm được rồi');
  await expect(row.getByText('Trễ 2 ngày')).toBeVisible();
  await chooses(page, more, 'Giao cho…');
  await dialog(page).getByRole('textbox', { name: 'Người làm' }).fill('Trần Văn Minh');
  await dialog(page).getByRole('button', { name: 'Giao việc' }).click();
  await expect(row.getByText('Giao cho Trần Văn Minh')).toBeVisible();
  await chooses(page, more, 'Đặt hạn khác…');
  await dialog(page).getByRole('textbox', { name: 'Hạn mới' }).fill('hôm kia');
  await dialog(page).getByRole('button', { name: 'Đặt hạn' }).click();
  await expect(dialog(page).getByText(/Không đọc được ngày “hôm kia”/)).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Hạn mới' }).fill('20/10/2020');
  await dialog(page).getByRole('button', { name: 'Đặt hạn' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await story.saved();
  const said = (await story.rows('task')).filter((task) => task.assignedTo === 'Trần Văn Minh');
  expect(said).toMatchObject([
    { standing: 'open', day: null, note: '', due: { milestone: 'opening', days: -7 } },
  ]);
  // All of it can be undone.
  for (let i = 0; i < 5; i++) await page.keyboard.press('ControlOrMeta+z');
  await story.saved();
  const left = (await story.newRows('task', former)).filter((task) => task.standing !== 'done');
  expect(left).toEqual([]);
});

test('several are ticked and given at once; two people who tick one thing without a network agree', async ({
  story,
  another,
}) => {
  const { page } = await story.signIn('canbo');
  await story.open('checklists');
  await story.seesWork();
  await page.getByRole('button', { name: 'Chọn nhiều' }).click();
  await page.getByRole('checkbox', { name: 'Chọn cả nhóm 13/10/2020' }).click();
  const bar = page.getByRole('toolbar', { name: 'Chọn nhiều' });
  await expect(bar.getByText(/^Đã chọn [1-9]/)).toBeVisible();
  const before = await story.number();
  await bar.getByRole('button', { name: /^Đánh dấu xong/ }).click();
  await story.saved();
  // One edit, which one step takes back.
  expect((await story.number()) - before).toBe(1);
  await bar.getByRole('button', { name: 'Thôi chọn' }).click();
  const other = await another('quantri');
  await other.open('checklists');
  await other.seesWork();
  const name = /^Đánh dấu xong: Lắp đặt, /;
  await Promise.all([story.context.setOffline(true), other.context.setOffline(true)]);
  const label = await (await story.task(name)).first().getAttribute('aria-label');
  for (const person of [story, other]) {
    const box = await person.task(new RegExp(`^${(label ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
    await box.click();
    await expect(box).toBeChecked();
  }
  await Promise.all([story.context.setOffline(false), other.context.setOffline(false)]);
  await story.saved();
  await other.saved();
  for (const person of [story, other])
    await expect(person.page.getByRole('checkbox', { name: label ?? '' })).toBeChecked();
});

test('taking down before its time wants a reason; a round makes tasks of what stands; damage is a repair', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.open('checklists');
  await story.seesWork({ shown: 'Tất cả' });
  const down = (await story.task(/^Đánh dấu xong: Tháo dỡ.*Cờ Tổ quốc/)).and(
    page.getByRole('checkbox', { disabled: false }),
  );
  await down.first().click();
  await dialog(page).getByRole('button', { name: 'Báo đã tháo' }).click();
  await expect(dialog(page).getByText('Hãy ghi lý do.')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Lý do' }).fill('Bão số 7');
  await dialog(page).getByRole('button', { name: 'Báo đã tháo' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await story.saved();
  const told = (await story.rows('report')).filter((report) => report.note === 'Bão số 7');
  expect(told).toMatchObject([{ kind: 'taken-down', day: '2020-10-15' }]);

  await page.getByRole('button', { name: 'Đợt kiểm tra' }).click();
  const rounds = dialog(page);
  await rounds.getByRole('textbox', { name: 'Tên đợt' }).fill('Sau mưa bão 14/10');
  await rounds.getByRole('button', { name: 'Bắt đầu đợt' }).click();
  await expect(rounds.getByText('Một lần, từ 15/10/2020 · Tất cả những gì đang đứng')).toBeVisible();
  await page.keyboard.press('Escape');
  const check = (await story.task(/^Đánh dấu xong: Kiểm tra: Sau mưa bão 14\/10/)).first();
  await check.click();
  await expect(check).toBeChecked();
  await story.saved();
  expect((await story.rows('report')).some((report) => report.kind === 'checked')).toBe(true);
});

test('what an approval makes late at once is said before, and can be given another day', async ({
  story,
}) => {
  const { page } = await story.signIn('lanhdao');
  const former = await story.rows('task');
  await page
    .getByRole('row', { name: /Đã trình/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await expect(dialog(page).getByText(/việc sẽ trễ ngay khi duyệt/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Duyệt', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Duyệt với hạn mới' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await story.saved();
  const given = (await story.newRows('task', former)).filter((task) => task.standing === 'open');
  expect(given.length).toBeGreaterThan(0);
  // Three days on, of an opening twelve days away.
  for (const task of given) expect(task.due).toEqual({ milestone: 'opening', days: -9 });
});
