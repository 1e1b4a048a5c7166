/** What a planner says of a thing and of its type, and what the rules make of it. */
import { expect } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { test } from '../support/story.ts';

test('what a stretch hangs on is said in its panel; a power pole is found, with what that rests on', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/ĐT\.256/, '3+100', '3+300');
  await page.getByRole('combobox', { name: 'Treo, gắn trên' }).click();
  await page.getByRole('option', { name: 'Cột điện' }).click();
  const panel = page.getByRole('region', { name: /^Cờ Tổ quốc/ });
  const finding = panel.getByRole('listitem').filter({ hasText: 'Treo trên cột điện.' });
  await expect(finding).toContainText('Theo thông lệ: Nghị định 38/2021/NĐ-CP, Điều 34');
  await expect(finding).toContainText('chưa có hiệu lực vào ngày khai mạc');
  await story.saved();
  await page.getByRole('combobox', { name: 'Treo, gắn trên' }).click();
  await page.getByRole('option', { name: 'Cột đèn chiếu sáng' }).click();
  await expect(finding).toHaveCount(0);
  await story.saved();
});

test('the window of a type is set in the catalogue, and the plan follows', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/settings/catalogue`);
  await page.getByRole('button', { name: /Pa nô/ }).first().click();
  await page.getByRole('tab', { name: 'Cách bố trí' }).click();
  await page.getByRole('combobox', { name: 'Treo, dựng muộn nhất' }).click();
  await page.getByRole('option', { name: 'Bế mạc' }).click();
  const days = page.getByRole('textbox', { name: /Treo, dựng muộn nhất: số ngày/ });
  await days.fill('2');
  await days.blur();
  await expect(page.getByText('30/10/2020')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu loại hình' }).click();
  await story.saved();
  await story.open('plan');
  await story.searches('pa no');
  await page.getByRole('row', { name: /Pa nô/ }).first().click();
  const panel = page.getByRole('region', { name: 'Pa nô', exact: true });
  const late = 'Hạn tháo 02/11/2020 muộn hơn 30/10/2020, ngày muộn nhất của loại hình.';
  await expect(panel.getByText(late)).toBeVisible();
});
