/** The straight-line diagram: its ends in hand, drawn on, in step with the map, printed. */
import { expect } from '@playwright/test';
import { test } from '../support/story.ts';

test('an end dragged on the diagram moves on map and table, and one dragged on the map moves on the diagram', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/ĐT\.259/, '13+100', '13+700');
  await page.getByRole('tab', { name: 'Sơ đồ tuyến' }).click();
  const strip = page.getByTestId('strip');
  const end = strip.getByRole('slider', { name: 'Đến lý trình' }).first();
  await expect(end).toHaveAttribute('aria-valuenow', '13700');
  const scale = Number(await strip.getAttribute('data-scale'));
  const box = await end.boundingBox();
  if (box === null) throw new Error('no handle');
  await page.mouse.move(box.x + 4, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 4 + 120 * scale, box.y + 10, { steps: 6 });
  // The map shows it while the hand still holds it.
  await expect(end).not.toHaveAttribute('aria-valuenow', '13700');
  const held = await end.getAttribute('aria-valuetext');
  const onMap = page.getByTitle(`Đầu đoạn ĐT.259 ${held}, kéo để dời`);
  await expect(onMap).toBeAttached();
  await page.mouse.up();
  await expect(end).toHaveAttribute('aria-valuetext', held ?? '');
  await page.getByRole('tab', { name: /Bảng/ }).click();
  const row = `13+100 – ${held?.replace('Km ', '')}`;
  await expect(page.getByRole('row').filter({ hasText: row })).toBeVisible();

  await page.keyboard.press('z');
  await page.getByRole('tab', { name: 'Sơ đồ tuyến' }).click();
  const start = page.getByTitle('Đầu đoạn ĐT.259 Km 13+100, kéo để dời');
  const handle = await start.boundingBox();
  const other = await onMap.boundingBox();
  if (handle === null || other === null) throw new Error('no handles on the map');
  await page.mouse.move(handle.x + 11, handle.y + 11);
  await page.mouse.down();
  await page.mouse.move((handle.x + other.x) / 2 + 11, (handle.y + other.y) / 2 + 11, { steps: 6 });
  const begin = strip.getByRole('slider', { name: 'Từ lý trình' }).first();
  await expect(begin).toHaveAttribute('aria-valuenow', /^13[3-6]\d\d$/);
  // A slow device: what the drop sets off takes longer than the browser waits before it sends the click that ends it.
  await page.evaluate(() =>
    window.addEventListener('mouseup', () => {
      const until = performance.now() + 400;
      while (performance.now() < until);
    }),
  );
  await page.mouse.up();
  await story.saved();
  await expect(begin).toHaveAttribute('aria-valuenow', /^13[3-6]\d\d$/);
});

test('an end held at the edge of the diagram pulls it along, and is dropped where it came to', async ({
  story,
}) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/ĐT\.256/, '2+950', '3+100');
  await page.getByRole('tab', { name: 'Sơ đồ tuyến' }).click();
  const strip = page.getByTestId('strip');
  const end = strip.getByRole('slider', { name: 'Đến lý trình' }).first();
  await expect(end).toHaveAttribute('aria-valuenow', '3100');
  const [box, wide] = [await end.boundingBox(), await strip.boundingBox()];
  if (box === null || wide === null) throw new Error('no handle');
  const left = Number(await strip.getAttribute('data-left'));
  const inView = left + wide.width / Number(await strip.getAttribute('data-scale'));
  await page.mouse.move(box.x + 4, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(wide.x + wide.width + 60, box.y + 10, { steps: 6 });
  await expect
    .poll(async () => Number(await end.getAttribute('aria-valuenow')))
    .toBeGreaterThan(inView + 200);
  await page.mouse.move(wide.x + wide.width - 100, box.y + 10);
  const held = await end.getAttribute('aria-valuetext');
  await page.mouse.up();
  await expect(end).toHaveAttribute('aria-valuetext', held ?? '');
  await page.keyboard.press('Escape');
  await story.saved();
  const row = page.getByRole('row').filter({ hasText: `2+950 – ${held?.replace('Km ', '')}` });
  await page.getByRole('tab', { name: /Bảng/ }).click();
  await expect(row).toBeVisible();
});

test('an end is moved on the diagram by keyboard, metre by metre, and undone', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await story.ownStretch(/ĐT\.259/, '14+100', '14+300');
  await page.keyboard.press('1');
  const end = page.getByTestId('strip').getByRole('slider', { name: 'Đến lý trình' }).first();
  await end.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+ArrowRight');
  await expect(end).toHaveAttribute('aria-valuetext', 'Km 14+311');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(end).toHaveAttribute('aria-valuetext', 'Km 14+310');
});

test('a stretch is drawn on the diagram with two clicks, and a point by its lane', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.keyboard.press('1');
  await page.keyboard.press('d');
  const strip = page.getByTestId('strip');
  const box = await strip.boundingBox();
  if (box === null) throw new Error('no diagram');
  await page.mouse.click(box.x + 300, box.y + 70);
  await page.mouse.move(box.x + 380, box.y + 70, { steps: 4 });
  await page.mouse.click(box.x + 380, box.y + 70);
  await expect(page.getByRole('button', { name: /^Bố trí \d+ cờ/ })).toBeEnabled();
  // Its ends are in hand there too, and its field says where they come to.
  const end = strip.getByRole('slider', { name: 'Đến lý trình' }).first();
  const before = Number(await end.getAttribute('aria-valuenow'));
  await end.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(end).toHaveAttribute('aria-valuenow', String(before + 100));
  await expect(page.getByRole('textbox', { name: 'Đến lý trình' })).toHaveValue(
    (await end.getAttribute('aria-valuetext')) ?? '',
  );
  await page.keyboard.press('p');
  await page.mouse.click(box.x + 500, box.y + 60);
  await expect(page.getByRole('combobox', { name: 'Bên đường' })).toHaveValue('Trái');
  await page.mouse.click(box.x + 500, box.y + 180);
  await expect(page.getByRole('combobox', { name: 'Bên đường' })).toHaveValue('Phải');
});

test('the diagram is printed to scale, several rows a page, with a legend', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'In sơ đồ' }).click();
  await expect(page.getByText('11 hàng trên 4 trang.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Khổ giấy' }).click();
  await page.getByRole('option', { name: 'A3 ngang' }).click();
  await page.getByRole('combobox', { name: 'Tỷ lệ' }).click();
  await page.getByRole('option', { name: '1:50.000' }).click();
  await expect(page.getByText(/^[23] hàng trên 1 trang\.$/)).toBeVisible();
  // What the browser prints is taken as it stands; its own dialog has no place in a test.
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: 'In', exact: true }).click();
  await expect(page.locator('body[data-printed]')).toBeAttached();
  const bar = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="strip-pages"] canvas');
    return canvas === null ? '' : canvas.style.width;
  });
  expect(Number.parseFloat(bar)).toBeCloseTo(400, -0.5);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map((m) => [
    Number(m[1]),
    Number(m[2]),
  ]);
  // A3 landscape in points, and no page more than was said.
  expect(boxes).toHaveLength(1);
  expect(boxes[0]?.[0]).toBeCloseTo(1191, -1);
});
