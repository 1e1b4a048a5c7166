/** What a planner does with a stretch or with several: single positions, copies, patterns, sets, views, health. */
import { expect, type Page } from '@playwright/test';
import { type Story, test } from '../support/story.ts';

interface Placed {
  readonly id: string;
  readonly roadId: string;
  readonly from: number;
  readonly to: number | null;
  readonly rule: { readonly sides: string; readonly spacing: number; readonly skips: string[] } | null;
}

/** The placements that the changes after a number made or changed. */
async function placedSince(story: Story, number: number): Promise<Placed[]> {
  await story.saved();
  const { changes } = await story.changesSince(number);
  return changes.flatMap((c) =>
    c.ops
      .filter((op) => op.entity === 'placement' && op.kind !== 'delete')
      .map((op) => ({ id: op.id, ...op.fields }) as unknown as Placed),
  );
}

async function notesSince(story: Story, number: number): Promise<string[]> {
  await story.saved();
  return (await story.changesSince(number)).changes.map((c) => c.note.code);
}

/** A command by its words, through the palette. */
async function commands(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Tìm kiếm hoặc chọn lệnh' }).fill(words);
  await page.keyboard.press('Enter');
}

test('one position is left out and another moved, on the diagram; each is one step that can be taken back', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/QL\.3/, '146+000', '146+200');
  await page.getByRole('tab', { name: 'Sơ đồ tuyến' }).click();
  const panel = page.getByRole('complementary');
  const quantity = page.getByText('Số lượng').locator('..');
  await expect(quantity).toContainText('18');
  const strip = page.getByTestId('strip');
  const from = strip.getByRole('slider', { name: /Từ lý trình/ }).first();
  const to = strip.getByRole('slider', { name: /Đến lý trình/ }).first();
  await from.focus();
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (a === null || b === null) throw new Error('no handles');
  const x = (share: number) => a.x + a.width / 2 + (b.x - a.x) * share;
  const number = await story.number();
  await page.mouse.click(x(0.5), a.y + a.height / 2);
  const single = page.getByRole('region', { name: 'Vị trí' });
  await expect(single).toContainText('Km 146+100');
  await page.keyboard.press('s');
  await expect(quantity).toContainText('17');
  await page.mouse.click(x(0.25), a.y + a.height / 2);
  await expect(single).toContainText('Km 146+050');
  await single.getByRole('textbox', { name: 'Dời dọc tuyến (m)' }).fill('12');
  await page.keyboard.press('Enter');
  await expect(single).toContainText('Km 146+062');
  expect(await notesSince(story, number)).toEqual(['position.skipped', 'position.moved']);
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Bảng' }).click();
});

test('a stretch changes sides, is copied to the other side, to another road, and by the clipboard', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const row = await story.ownStretch(/QL\.3/, '146+300', '146+400');
  await page.getByRole('radio', { name: 'Trái' }).click();
  await expect(row).toContainText('Trái');
  await story.saved();
  const number = await story.number();
  await page.keyboard.press('Shift+M');
  await expect(row).toContainText('Phải');
  await commands(page, 'chep sang ben kia');
  await expect(row).toHaveCount(2);
  await row.filter({ hasText: 'Phải' }).click();
  await page.keyboard.press('Control+d');
  const where = page.getByRole('textbox', { name: /Tuyến và lý trình bắt đầu/ });
  await expect(where).toHaveValue('QL.3 146+425');
  // Beyond the end of that road: said, and what was typed stays to be mended.
  await where.fill('ĐT.256 95+000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('Tuyến kết thúc trước chỗ đó.')).toBeVisible();
  await where.fill('ĐT.256 1+000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await story.saved();
  const made = await placedSince(story, number);
  expect(made.map((p) => [p.from, p.to, p.rule?.sides])).toEqual([
    [undefined, undefined, 'right'],
    [146_300, 146_400, 'left'],
    [1000, 1100, 'right'],
    [1000, 1100, 'right'],
  ]);
});

test('a pattern of four repeats along a stretch in one step', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/QL\.3/, '146+500', '146+900');
  const number = await story.number();
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog', { name: 'Lặp theo mẫu' });
  await expect(dialog.getByRole('combobox', { name: 'Vị trí thứ 4 trong mẫu' })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Cách nhau (m)' }).fill('50');
  await dialog.getByRole('button', { name: /^Bố trí 18 / }).click();
  const made = await placedSince(story, number);
  expect(await notesSince(story, number)).toEqual(['placement.pattern']);
  // Nine places a side: flags at all but every fourth, the other type at those.
  expect(made.map((p) => [p.rule?.spacing, p.rule?.skips.length])).toEqual([
    [50, 4],
    [200, 0],
  ]);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row', { name: /146\+500 – 146\+900/ })).toHaveCount(1);
});

test('a set is made of a selection, renamed in its list, copied, and laid on another stretch', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/ĐT\.259/, '9+300', '9+400');
  await commands(page, 'luu thanh bo mau');
  await page.getByRole('textbox', { name: 'Tên bộ mẫu' }).fill('Đường vào xã');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã lưu bộ mẫu “Đường vào xã”.')).toBeVisible();
  await page.goto(`${story.server.url}/#/c/01DEM0C0H0A0000000000C0001/settings/sets`);
  await story.types('Tên của “Đường vào xã”', 'Đường vào thôn');
  const renamed = page.getByRole('listitem').filter({ has: page.getByRole('textbox', { name: /vào thôn/ }) });
  await renamed.getByRole('button', { name: 'Sao chép' }).click();
  await page.getByRole('button', { name: 'Dán bộ mẫu từ đợt khác' }).click();
  await expect(page.getByRole('textbox', { name: /vào thôn/ })).toHaveCount(2);
  const number = await story.number();
  await story.open('plan');
  await page.keyboard.press('b');
  await page.getByRole('combobox', { name: 'Bộ mẫu' }).click();
  await page.getByRole('option', { name: 'Đường vào thôn' }).first().click();
  await story.choosesRoad(/ĐT\.259/);
  await story.types('Từ lý trình', '9+500');
  await story.types('Đến lý trình', '9+600');
  await page.getByRole('button', { name: /^Bố trí/ }).click();
  const laid = await placedSince(story, number);
  expect(laid.filter((p) => p.rule !== null).map((p) => [p.from, p.to, p.rule?.spacing])).toEqual([
    [9500, 9600, 25],
  ]);
});

test('the plan of a road is laid on another, in one step that can be taken back', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('Đ.CHỢ');
  const lines = page.getByRole('row', { name: /Đ\.CHỢ/ });
  await expect(lines.first()).toBeVisible();
  const count = await lines.count();
  await lines.first().click();
  const number = await story.number();
  await commands(page, 'chep ca tuyen');
  await page.getByRole('textbox', { name: 'Mã hoặc tên tuyến nhận' }).fill('ĐT.256');
  await page.keyboard.press('Enter');
  const made = await placedSince(story, number);
  expect(made).toHaveLength(count);
  expect(new Set(made.map((p) => p.roadId)).size).toBe(1);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/Đã hoàn tác/)).toBeVisible();
  expect(await notesSince(story, number)).toHaveLength(2);
});

test('a view’s link shows the same to somebody else; without a clipboard it is there to be copied by hand', async ({
  story,
  another,
}) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('textbox', { name: 'Tìm trong bảng' }).fill('yen han');
  await page.getByRole('combobox', { name: 'Nhóm theo' }).click();
  await page.getByRole('option', { name: 'Theo trạng thái' }).click();
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Chế độ xem đã lưu' }).click();
  await page.getByRole('menuitem', { name: 'Sao chép đường dẫn' }).click();
  const link = await page.getByRole('textbox', { name: /sao chép đường dẫn dưới đây/ }).inputValue();
  const leader = await another('lanhdao');
  await leader.page.goto(link);
  await expect(leader.page.getByRole('textbox', { name: 'Tìm trong bảng' })).toHaveValue('yen han');
  await expect(leader.page.getByRole('button', { name: /Đã trình.*dòng.*vị trí/ })).toBeVisible();
});

test('plan health: a road’s row shows only its part everywhere, the whole shows everything again', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const all = await page.getByRole('tab', { name: /Bảng/ }).textContent();
  await page.getByRole('tab', { name: 'Vấn đề' }).click();
  await page.getByText('Tình trạng kế hoạch').click();
  await page.getByRole('button', { name: /ĐT\.259/ }).click();
  await page.getByRole('tab', { name: /Bảng/ }).click();
  await expect(page.getByRole('row', { name: /ĐT\.259/ }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /QL\.3/ })).toHaveCount(0);
  await page.getByRole('tab', { name: 'Vấn đề' }).click();
  await page.getByRole('button', { name: 'Cả kế hoạch' }).click();
  await expect(page.getByRole('tab', { name: /Bảng/ })).toHaveText(all ?? '');
  await page.getByRole('tab', { name: /Bảng/ }).click();
  await expect(page.getByRole('row', { name: /QL\.3/ }).first()).toBeVisible();
});

test('the lower part is made higher by key and by hand, and stays so', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  const edge = page.getByRole('separator', { name: 'Chiều cao của phần dưới' });
  const before = Number(await edge.getAttribute('aria-valuenow'));
  await edge.focus();
  await page.keyboard.press('ArrowUp');
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 40));
  const box = await edge.boundingBox();
  if (box === null) throw new Error('no edge');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 60, { steps: 4 });
  await page.mouse.up();
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 100));
  await page.reload();
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 100));
});

test('the head of the table stays while its rows scroll, and what the arrows reach is not beneath it', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  const head = page.getByRole('columnheader', { name: 'Lý trình' });
  const stands = (await head.boundingBox())?.y ?? 0;
  const first = page.getByRole('row', { name: /QL\.3/ }).first();
  const [where = ''] = /\d{3}\+\d{3} – \d{3}\+\d{3}/.exec((await first.textContent()) ?? '') ?? [];
  await first.click();
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowDown');
  expect(where).not.toBe('');
  await expect(page.getByRole('row').filter({ hasText: where })).toHaveCount(0);
  expect((await head.boundingBox())?.y).toBe(stands);
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowUp');
  const chosen = await page.getByRole('row', { selected: true }).boundingBox();
  expect(chosen?.y).toBeGreaterThanOrEqual(stands + ((await head.boundingBox())?.height ?? 0) - 1);
});
