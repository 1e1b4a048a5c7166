/** Markup and templates in every text of a campaign: shown as letters, everywhere. What turns letters is not let in. */
import { expect, type Page } from '@playwright/test';
import type { z } from 'zod';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { newId } from '../../src/api/contract/newId.ts';
import { FIELDS } from '../../src/api/contract/rows.ts';
import { type Story, test } from '../support/story.ts';

/** Longest first: a short field takes the next that fits. */
const ATTACKS = [
  '<img src=x onerror="window.hit=1"><script>window.hit=1</script>{{name}}$t(common.close)',
  '<svg onload=window.hit=1>{{name}}',
  '<u>{{x}}',
  '<u>',
  '<',
];

type Row = Record<string, unknown> & { id: string; version: number };

/** The name of another row, not a text. */
const REFERENCE = 'milestone';

/** A value with its free texts replaced, as far as `fits` takes them. */
function attacked(value: unknown, mark: string, fits: (next: unknown) => boolean): unknown {
  if (typeof value === 'string') return ATTACKS.map((attack) => `${mark}${attack}`).find(fits) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  const parts: Record<string, unknown> = { ...value };
  const whole = () => (Array.isArray(value) ? Object.values(parts) : { ...parts });
  for (const key of Object.keys(parts)) {
    if (key === REFERENCE) continue;
    const before = parts[key];
    parts[key] = attacked(before, mark, (next) => {
      parts[key] = next;
      return fits(whole());
    });
  }
  return whole();
}

function without({ id: _, version: _v, ...fields }: Row): object {
  return fields;
}

/** Rows of all kinds, with whatever the contract takes as text made hostile. Gives how many values that were. */
async function poisons(story: Story): Promise<number> {
  const answer = await story.page.request.get(`${story.server.url}/api/campaigns/${DEMO_CAMPAIGN}/snapshot`);
  const { tables, next } = (await answer.json()) as {
    next: null;
    tables: Record<keyof typeof FIELDS, { fields: string[]; rows: unknown[][] }>;
  };
  expect(next).toBeNull();
  let count = 0;
  const ops = Object.entries(tables).flatMap(([entity, { fields, rows }]) =>
    rows.flatMap((values, n): object[] => {
      const row = Object.fromEntries(fields.map((f, i) => [f, values[i]])) as Row;
      const shape = FIELDS[entity as keyof typeof FIELDS].shape as Record<string, z.ZodType>;
      const changed = Object.entries(shape).flatMap(([field, schema]) => {
        const poisoned = attacked(row[field], n.toString(36), (next) => schema.safeParse(next).success);
        return JSON.stringify(poisoned) === JSON.stringify(row[field]) ? [] : [[field, poisoned] as const];
      });
      // What is approved, ordered or standing is no longer planned on.
      if (changed.length === 0 || (entity === 'placement' && row.state !== 'draft')) return [];
      count += changed.length;
      // With another text a slogan is no longer approved.
      const and = entity === 'slogan' ? { approved: false, approvalDocument: '', approvalDay: null } : {};
      const texts = { ...Object.fromEntries(changed), ...and };
      // What was reported is never changed: another takes its place.
      if (entity === 'report')
        return [
          { kind: 'create', entity, id: newId(), fields: { ...without(row), ...texts, corrects: row.id } },
        ];
      return [{ kind: 'set', entity, id: row.id, version: row.version, fields: texts }];
    }),
  );
  // Many a time, since the page looks at the plan anew after each.
  for (let i = 0; i < ops.length; i += 100) {
    const data = {
      key: newId(),
      replica: newId(),
      campaignId: DEMO_CAMPAIGN,
      note: { code: 'test' },
      ops: ops.slice(i, i + 100),
    };
    const done = await story.page.request.post(`${story.server.url}/api/campaigns/${DEMO_CAMPAIGN}/edits`, {
      data,
    });
    expect(done.status(), await done.text()).toBe(200);
  }
  return count;
}

/** Nothing of it has become part of the page, or run. */
async function isHarmless(page: Page, where: string): Promise<void> {
  // What a screen shows comes after its frame.
  await page.waitForTimeout(400);
  const found = await page.evaluate(() => ({
    hit: (window as { hit?: number }).hit ?? 0,
    nodes: [
      ...document.querySelectorAll('img[src="x"], svg[onload], [onerror], u, script:not([src], #parts)'),
    ].map((node) => node.outerHTML.slice(0, 200)),
  }));
  expect(found, where).toEqual({ hit: 0, nodes: [] });
}

test('hostile text is letters on every screen, in the diagram and on paper', async ({ story }) => {
  test.slow();
  const { page } = story;
  await story.signIn('quantri');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('dialog', (dialog) => {
    errors.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  expect(await poisons(story)).toBeGreaterThan(150);
  await page.reload();
  await story.saved();
  await isHarmless(page, 'plan');
  // A name is shown with its braces and brackets, and nothing is put into them.
  await expect(page.getByText(/\{\{name\}\}\$t\(common\.close\)/).first()).toBeAttached();
  for (const view of ['Sơ đồ tuyến', 'Vấn đề', 'Bảng']) {
    await page.getByRole('tab', { name: view }).click();
    await isHarmless(page, view);
  }
  await page
    .getByRole('row', { name: /QL\.3|onerror|onload|\{\{x/ })
    .first()
    .click();
  await expect(page.getByRole('textbox', { name: 'Từ lý trình' })).toBeVisible();
  await isHarmless(page, 'inspector');
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'Lịch sử' })).toBeVisible();
  await isHarmless(page, 'history');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Tìm kiếm hoặc chọn lệnh' }).fill('<img');
  await isHarmless(page, 'palette');
  await page.keyboard.press('Escape');
  for (const tab of ['campaign', 'slogans', 'catalogue', 'sets', 'units', 'rules']) {
    await page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/settings/${tab}`);
    await expect(page.getByRole('link', { name: 'Khẩu hiệu' })).toBeVisible();
    await isHarmless(page, tab);
  }
  await page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/settings/slogans`);
  await page.getByRole('listitem').getByRole('button').first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await isHarmless(page, 'a slogan');
  await page.keyboard.press('Escape');
  await story.open('checklists');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const by of ['Theo tuyến', 'Theo đơn vị', 'Theo ngày']) {
    await story.seesWork({ by, shown: 'Tất cả' });
    await isHarmless(page, by);
  }
  await story.open('plan');
  await page.getByRole('button', { name: 'In phiếu' }).click();
  await page.getByRole('button', { name: 'Tạo PDF' }).click();
  await expect(page.getByRole('link', { name: /Tải PDF/ })).toBeVisible({ timeout: 60_000 });
  await isHarmless(page, 'print');
  expect(errors).toEqual([]);
});

test('marks that turn what is written behind them, and control characters, go when they are pasted', async ({
  story,
}) => {
  await story.signIn('canbo');
  await story.open('settings');
  const before = await story.number();
  await story.types('Chủ đề', '\u202eKm 138+100\u2066\u0007\u001b[2J');
  await story.saved();
  const [change] = (await story.changesSince(before)).changes;
  expect(change?.ops[0]?.fields).toEqual({ theme: 'Km 138+100[2J' });
  await expect(story.page.getByRole('textbox', { name: 'Chủ đề' })).toHaveValue('Km 138+100[2J');
});
