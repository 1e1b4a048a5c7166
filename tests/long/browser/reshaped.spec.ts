/** What is begun over a road that somebody else turns meanwhile is told, and laid nowhere until it was. */
import { expect } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../../mocks/demo/builder.ts';
import { type Story, test } from '../../support/story.ts';

const MOVED = /Tuyến vừa được người khác sửa nên lý trình này nay ở chỗ khác/;

async function turns(other: Story): Promise<void> {
  const { page } = other;
  await page.goto(`${other.server.url}/#/c/${DEMO_CAMPAIGN}/settings/roads`);
  await page.getByRole('button', { name: /^ĐT\.256/ }).click();
  const panel = page.getByRole('region', { name: 'Tuyến đường', exact: true });
  await panel.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Đảo chiều tuyến' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Đảo chiều' }).click();
  await other.saved();
}

test('a pasted block waits for a second word', async ({ story, another }) => {
  test.setTimeout(180_000);
  const { page } = await story.signIn('canbo');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const block = 'Loại hình\tTuyến\tLý trình\tBên\tKhoảng cách\nCờ phướn\tĐT.256\t2+100 – 2+500\ttrái\t25';
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  const other = await another('quantri');
  const before = (await story.rows('placement')).length;
  await page.getByRole('row', { name: /QL\.3/ }).first().click();
  await page.keyboard.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: 'Dán từ bảng tính' });
  const paste = dialog.getByRole('button', { name: 'Dán 1 hàng' });
  await expect(paste).toBeEnabled();
  await turns(other);
  // Until the page has heard of it by its stream.
  await page.waitForTimeout(1500);
  await paste.click();
  await expect(page.getByText(MOVED)).toBeVisible();
  expect(await story.rows('placement')).toHaveLength(before);
  await paste.click();
  await expect(dialog).toHaveCount(0);
  await story.saved();
  expect(await story.rows('placement')).toHaveLength(before + 1);
});
