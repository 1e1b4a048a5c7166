/** The table: typed into, pasted into, filtered, kept as a view. */
import { expect } from '@playwright/test';
import { test } from '../support/story.ts';
import { workbook } from '../support/workbook.ts';

test('a pasted block: good rows previewed, three bad cells named, nothing stored until accepted', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const before = await story.number();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const block = [
    'Loại hình\tTuyến\tLý trình\tBên\tKhoảng cách\tĐơn vị',
    'Cờ Tổ quốc cắm cột\tĐT.259\t3+000 – 3+400\thai bên\t25\tMai Lạp',
    'Cờ Tổ quốc cắm cột\tQL.99\t1+000 – 2+000\thai bên\t25\tMai Lạp',
    'Cổng hoa giấy\tĐT.259\t3+500 – 3+900\ttrái\t25\tMai Lạp',
    'pa no\tĐT.259\t10+900\tphải\t\tmai lap',
    'Cờ Tổ quốc cắm cột\tĐT.259\t10+700 – 10+800\ttrái\tthưa\tMai Lạp',
  ].join('\n');
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.getByRole('row', { name: /QL\.3/ }).first().click();
  await page.keyboard.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: 'Dán từ bảng tính' });
  await expect(dialog.getByText('Thêm 2 dòng mới trong 5 hàng.')).toBeVisible();
  await expect(dialog.getByText('3 ô chưa đúng')).toBeVisible();
  await expect(dialog.getByText('Hàng 2, cột Tuyến: “QL.99”. Không có tuyến “QL.99”.')).toBeVisible();
  await expect(dialog.getByText(/Hàng 3, cột Loại hình: “Cổng hoa giấy”/)).toBeVisible();
  await expect(dialog.getByText(/Hàng 5, cột Khoảng cách: “thưa”/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Dán 2 hàng' })).toBeDisabled();
  expect(await story.number()).toBe(before);
  await dialog.getByText('Bỏ qua 3 hàng có ô sai, lấy các hàng còn lại').click();
  await dialog.getByRole('button', { name: 'Dán 2 hàng' }).click();
  await expect(page.getByText('Đã dán 2 hàng')).toBeVisible();
  await story.saved();
  const { changes } = await story.changesSince(before);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.ops).toHaveLength(2);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await story.saved();
});

test('an office list in Excel, with its title: previewed row by row, stored, taken back', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const before = await story.number();
  await page.getByRole('button', { name: 'Nhập vị trí từ tệp' }).click();
  const rows = [
    ['PHỤ LỤC: trang trí ĐT.259'],
    ['STT', 'Loại', 'Tuyến đường', 'Từ Km', 'Đến Km', 'Vị trí', 'Khoảng cách (m)', 'Xã'],
    [1, 'Cờ Tổ quốc cắm cột', 'ĐT.259', '3+000', '3+400', 'hai bên', 25, 'Mai Lạp'],
    [2, 'Cờ Tổ quốc cắm cột', 'ĐT.299', '3+000', '3+400', 'hai bên', 25, 'Mai Lạp'],
  ];
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'phu-luc.xlsx', mimeType: '', buffer: Buffer.from(workbook(rows)) });
  const dialog = page.getByRole('dialog', { name: 'Nhập từ phu-luc.xlsx' });
  await expect(dialog.getByText('Thêm 1 dòng mới trong 2 hàng.')).toBeVisible();
  await expect(dialog.getByText('Hàng 2, cột Tuyến: “ĐT.299”. Không có tuyến “ĐT.299”.')).toBeVisible();
  expect(await story.number()).toBe(before);
  await dialog.getByText('Bỏ qua 1 hàng có ô sai', { exact: false }).click();
  await dialog.getByRole('button', { name: 'Thêm 1 dòng' }).click();
  await story.saved();
  const { changes } = await story.changesSince(before);
  expect(changes.flatMap((c) => c.ops)).toMatchObject([
    {
      kind: 'create',
      entity: 'placement',
      fields: { from: 3000, to: 3400, rule: { spacing: 25, sides: 'both' } },
    },
  ]);
  // Brought in once more, what is there already is not added again.
  await page.getByRole('button', { name: 'Nhập vị trí từ tệp' }).click();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'phu-luc.xlsx', mimeType: '', buffer: Buffer.from(workbook(rows.slice(0, 3))) });
  await expect(dialog.getByText(/1 hàng giống hệt dòng đã có/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Thêm 0 dòng' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await story.saved();
});

test('a cell is typed into; what makes no sense stays to be mended', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/ĐT\.259/, '11+000', '11+200');
  const cell = page.getByRole('row', { name: /11\+000 – 11\+200/ }).locator('[data-column="where"]');
  await cell.dblclick();
  const editor = page.getByRole('textbox', { name: 'Lý trình', exact: true });
  await editor.fill('11+000 – 99+000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Tuyến chỉ có từ Km' })).toBeVisible();
  await editor.fill('11+000 đến 11+300');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /11\+000 – 11\+300/ })).toBeVisible();
  await story.saved();
});

test('the filter finds without diacritics, groups with sums, and is kept as a view', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await story.searches('nong ha');
  await expect(page.getByRole('row', { name: /Nông Hạ/ }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Yên Hân/ })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Nhóm theo' }).click();
  await page.getByRole('option', { name: 'Theo loại hình' }).click();
  await expect(page.getByRole('button', { name: /Cờ Tổ quốc cắm cột.*dòng.*vị trí/ })).toBeVisible();
  await page.getByRole('button', { name: 'Chế độ xem đã lưu' }).click();
  await page.getByRole('menuitem', { name: 'Lưu chế độ xem này' }).click();
  await page.getByRole('textbox', { name: 'Tên chế độ xem' }).fill('Nông Hạ theo loại');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu chế độ xem này' }).click();
  await page.getByRole('button', { name: 'Bỏ lọc' }).click();
  await page.getByRole('combobox', { name: 'Nhóm theo' }).click();
  await page.getByRole('option', { name: 'Không nhóm' }).click();
  await page.getByRole('button', { name: 'Chế độ xem đã lưu' }).click();
  await page.getByRole('menuitem', { name: 'Nông Hạ theo loại', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Tìm trong bảng' })).toHaveValue('nong ha');
  await expect(page.getByRole('button', { name: /Cờ Tổ quốc cắm cột.*dòng.*vị trí/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải CSV' }).click();
  expect((await download).suggestedFilename()).toBe('ke-hoach.csv');
});
