/** A sheet of paper: printed by an officer, scanned by whoever finds it, wrong once the plan has changed. */
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { PROTOCOL } from '../../src/api/contract/protocol.ts';
import { codeOn, printedPages } from '../support/paper.ts';
import { test } from '../support/story.ts';

async function printed(page: Page): Promise<Uint8Array> {
  await page.getByRole('button', { name: 'Tạo PDF' }).click();
  const link = page.getByRole('link', { name: /Tải PDF/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const download = page.waitForEvent('download');
  await link.click();
  return readFileSync(await (await download).path());
}

async function scanned(pdf: Uint8Array): Promise<string> {
  const [first] = await printedPages(pdf);
  if (first === undefined) throw new Error('no page');
  const { text, millimetres } = await codeOn(first);
  expect(millimetres).toBeGreaterThanOrEqual(22);
  return text;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly name: string;
}

async function rowsOf(page: Page, url: string, entity: string): Promise<Row[]> {
  const answer = await page.request.get(`${url}/api/campaigns/${DEMO_CAMPAIGN}/snapshot`);
  const { tables } = (await answer.json()) as {
    tables: Record<string, { fields: string[]; rows: unknown[][] }>;
  };
  const { fields, rows } = tables[entity] ?? { fields: [], rows: [] };
  return rows.map((row) => Object.fromEntries(fields.map((f, i) => [f, row[i]])) as unknown as Row);
}

test('the code on a sheet says signed out that it is right, and what changed once it is not', async ({
  story,
  browser,
}) => {
  const { page } = await story.signIn('canbo');
  await page.getByRole('button', { name: 'In phiếu' }).click();
  const dialog = page.getByRole('dialog', { name: 'In phiếu việc' });
  // The largest road is the one proposed.
  await expect(dialog.getByRole('combobox', { name: 'Tuyến' })).toHaveValue(/QL\.3/);
  await expect(dialog.getByRole('switch', { name: 'Chỉ phần còn lại' })).toBeChecked();
  const code = await scanned(await printed(page));
  expect(code).toContain(`${story.server.url}/#/sheet/`);

  const elsewhere = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const phone = await elsewhere.newPage();
  await phone.goto(code);
  await expect(phone.getByRole('heading', { name: 'Phiếu này còn đúng' })).toBeVisible();
  await expect(phone.getByText('Tuyến QL.3')).toBeVisible();
  // Nobody is let in by it.
  await expect(phone.getByRole('button', { name: 'Đăng nhập để mở danh sách' })).toBeVisible();

  const unit = (await rowsOf(page, story.server.url, 'unit')).find(({ name }) => name === 'Nông Hạ');
  if (unit === undefined) throw new Error('no such unit');
  const changed = await page.request.post(`${story.server.url}/api/campaigns/${DEMO_CAMPAIGN}/edits`, {
    data: {
      key: newId(),
      replica: newId(),
      campaignId: DEMO_CAMPAIGN,
      protocol: PROTOCOL,
      note: { code: 'test' },
      ops: [
        {
          kind: 'set',
          entity: 'unit',
          id: unit.id,
          version: unit.version,
          fields: { name: 'Nông Hạ <b>mới</b>' },
        },
      ],
    },
  });
  expect(changed.status(), await changed.text()).toBe(200);
  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'Phiếu này đã thay đổi' })).toBeVisible();
  await expect(phone.getByText('Đổi đơn vị').first()).toBeVisible();

  // Signed in, it opens the list.
  await phone.getByRole('button', { name: 'Đăng nhập để mở danh sách' }).click();
  await phone.getByRole('button', { name: /· canbo$/ }).click();
  await expect(phone).toHaveURL(/plan\/road\//);
  await elsewhere.close();
});

test('without the server a sheet is printed all the same, and says that its code only opens the list', async ({
  story,
}) => {
  const { page } = await story.signIn('xa');
  await page.getByRole('button', { name: 'In phiếu' }).click();
  const dialog = page.getByRole('dialog', { name: 'In phiếu việc' });
  // An officer's own unit is proposed.
  await expect(dialog.getByRole('combobox', { name: 'Đơn vị' })).toHaveValue('Thanh Thịnh');
  await page.route('**/sheets', (route) => route.abort());
  const code = await scanned(await printed(page));
  expect(code).toContain(`#/c/${DEMO_CAMPAIGN}/checklists`);
  await expect(dialog.getByText(/Mã trên phiếu chỉ mở danh sách/)).toBeVisible();
});

test('a code that nobody signed says so, with a way on', async ({ story }) => {
  const { page } = story;
  await page.goto(`${story.server.url}/#/sheet/${DEMO_CAMPAIGN}.r.-.1.ia.-.ABCDEF.sai`);
  await expect(page.getByRole('alert')).toContainText('Mã này không phải của phiếu do máy chủ này in');
  await expect(page.getByRole('button', { name: 'Hỏi lại' })).toBeVisible();
});
