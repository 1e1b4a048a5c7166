/** One truth about what was done: ticked, reported or stepped, every screen says the same of it. */
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { emptyTables, withRows } from '../../src/domain/edit/tables.ts';
import type { Placement } from '../../src/domain/model/entities/placement.ts';
import type { Report } from '../../src/domain/model/entities/report.ts';
import { type AnyRow, ENTITIES, type Id, type Tables } from '../../src/domain/model/rows.ts';
import { progressOf } from '../../src/domain/progress/progress.ts';
import { stageOf } from '../../src/domain/progress/stage.ts';
import { type Story, test } from '../support/story.ts';

/** Puts a ready row of 41 national flags on the left of ĐT.256, 25 m apart, named by its note. */
async function layReady(story: Story, from: number, note: string): Promise<Id> {
  const cookie = await story.server.signIn('quantri');
  const road = (await story.rows('road')).find((r) => r.code === 'ĐT.256');
  const sample = (await story.rows('placement')).find((r) => r.rule !== null && r.state === 'ready');
  if (sample === undefined || road === undefined) throw new Error('no ready row');
  const { id: _id, version: _version, ...fields } = sample;
  const rule = { ...(fields.rule as object), spacing: 25, sides: 'left', skips: [], moves: {}, except: [] };
  const made = await story.server.create(cookie, 'placement', {
    ...{ ...fields, roadId: road.id, rule, note, approvedQuantity: 41 },
    ...{ from, to: from + 1000, startOffset: undefined },
  });
  expect(made.status, await made.text()).toBe(200);
  const row = (await story.rows('placement')).find((r) => r.note === note);
  return String(row?.id);
}

async function tablesOf(story: Story): Promise<Tables> {
  const rows = await Promise.all(
    ENTITIES.map(async (entity) =>
      (await story.rows(entity)).map((row) => ({
        entity,
        id: String(row.id),
        row: row as unknown as AnyRow,
      })),
    ),
  );
  return withRows(emptyTables(), rows.flat());
}

const opens = (page: Page, story: Story, id: Id) =>
  page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/plan/placement/${id}`);

test('installed by a tick, by a report of all of it in two halves, by the step of the panel: the same everywhere', async ({
  story,
}) => {
  test.slow();
  const { page } = await story.signIn('canbo');
  const ids = [
    await layReady(story, 4000, 'bằng đánh dấu'),
    await layReady(story, 5100, 'bằng báo cáo'),
    await layReady(story, 6200, 'bằng nút bấm'),
  ] as const;
  const [ticked, reported, stepped] = ids;

  await story.open('checklists');
  await story.seesWork({ by: 'Theo tuyến' });
  const box = await story.task(/Lắp đặt, .*Km 4\+000–5\+000/);
  // A double tap ticks one row once: it stays where it is.
  await box.dblclick();
  await expect(box).toBeChecked();
  await expect(
    page
      .getByRole('listitem')
      .filter({ has: page.getByRole('checkbox', { name: /Lắp đặt, .*Km 4\+000–5\+000/ }) })
      .getByRole('button', { name: 'Hoàn tác' }),
  ).toBeVisible();
  await story.saved();
  expect(await story.rows('report').then((all) => all.filter((r) => r.placementId === ticked))).toHaveLength(
    1,
  );

  await opens(page, story, reported);
  for (const [from, to, said] of [
    ['5+100', '5+600', /ghi thêm 21 cờ.*đang đứng 21 \/ 41 cờ/],
    ['5+625', '6+100', /ghi thêm 20 cờ.*đang đứng 41 \/ 41 cờ/],
  ] as const) {
    await page.getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('menuitem', { name: /Báo cáo một phần/ }).click();
    const dialog = page.getByRole('dialog');
    // What is proposed begins where the work goes on.
    await expect(dialog.getByRole('textbox', { name: 'Từ lý trình' })).toHaveValue(from);
    await dialog.getByRole('textbox', { name: 'Đến lý trình' }).fill(to);
    await expect(dialog.getByRole('status')).toHaveText(said);
    await dialog.getByRole('button', { name: 'Ghi báo cáo' }).click();
    await expect(dialog).toHaveCount(0);
  }
  await story.saved();

  await opens(page, story, stepped);
  await page.getByRole('button', { name: 'Báo đã lắp' }).click();
  await story.saved();

  const tables = await tablesOf(story);
  const figures = ids.map((id) => {
    const row = tables.placement.get(id) as Placement;
    return { stage: stageOf(tables, row), ...progressOf(tables, row), state: row.state };
  });
  expect(figures[0]).toMatchObject({ stage: 'installed', approved: 41, installed: 41, state: 'ready' });
  expect(figures[1]).toEqual(figures[0]);
  expect(figures[2]).toEqual(figures[0]);

  for (const id of ids) {
    await opens(page, story, id);
    await expect(page.getByText('Đã lắp 41 / 41')).toBeVisible();
  }
  await story.open('plan');
  await story.searches('bang');
  for (const note of ['4+000 – 5+000', '5+100 – 6+100', '6+200 – 7+200'])
    await expect(
      page.getByRole('row', { name: new RegExp(`${note.replaceAll('+', '\\+')}.*Đã lắp`) }),
    ).toBeVisible();
  await story.open('checklists');
  await story.seesWork({ by: 'Theo tuyến', shown: 'Tất cả' });
  for (const where of ['4\\+000–5\\+000', '5\\+100–6\\+100', '6\\+200–7\\+200'])
    await expect(await story.task(new RegExp(`Lắp đặt, .*Km ${where}`))).toBeChecked();
  expect(ticked).not.toBe(stepped);
});

test('a report is undone, done again and taken back; none of it is ever deleted', async ({ story }) => {
  const { page } = await story.signIn('canbo');
  const id = await layReady(story, 8000, 'để rút lại');
  const counting = async () => {
    await story.saved();
    const tables = await tablesOf(story);
    return progressOf(tables, tables.placement.get(id) as Placement).installed;
  };
  await opens(page, story, id);
  await page.getByRole('button', { name: 'Báo đã lắp' }).click();
  await expect(page.getByText('Đã lắp 41 / 41')).toBeVisible();
  expect(await counting()).toBe(41);
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect(page.getByText('Đã lắp 41 / 41')).toHaveCount(0);
  expect(await counting()).toBe(0);
  await page.getByRole('button', { name: 'Làm lại', exact: true }).click();
  await expect(page.getByText('Đã lắp 41 / 41')).toBeVisible();
  expect(await counting()).toBe(41);
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  expect(await counting()).toBe(0);
  await page.getByRole('button', { name: 'Làm lại', exact: true }).click();
  expect(await counting()).toBe(41);

  // A step back stands behind «Thêm».
  await expect(page.getByRole('button', { name: /Chưa lắp/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('menuitem', { name: /Báo cáo một phần/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Đã lắp Km 8/)).toBeVisible();
  await dialog.getByRole('button', { name: /^Rút lại: Đã lắp/ }).click();
  await expect(dialog.getByText('Chưa ai báo gì về dòng này.')).toBeVisible();
  expect(await counting()).toBe(0);
  const told = (await story.rows('report')).filter((r) => r.placementId === id) as unknown as Report[];
  expect(told.filter((r) => r.kind === 'installed')).toHaveLength(1);
  expect(told.filter((r) => r.kind === 'withdrawn').length).toBeGreaterThanOrEqual(4);
});
