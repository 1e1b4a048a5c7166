/** A stretch that is given to no unit: each unit tells of its part, and sees why the rest is not its own. */
import { expect, type Page } from '@playwright/test';
import { DEMO_CAMPAIGN } from '../../mocks/demo/builder.ts';
import { bareChainage, formatChainage } from '../../src/domain/road/chainageText.ts';
import { type Story, test } from '../support/story.ts';

/** Puts an approved row of flags along the whole of QL.3, through many communes, 4 km apart; of no unit. */
async function layThroughAll(story: Story): Promise<string> {
  const cookie = await story.server.signIn('quantri');
  const rows = await story.rows('placement');
  const road = (await story.rows('road')).find((r) => r.code === 'QL.3');
  const sample = rows.find((r) => r.roadId === road?.id && r.rule !== null && r.state === 'approved');
  if (sample === undefined) throw new Error('no approved row on QL.3');
  const { id: _id, version: _version, ...fields } = sample;
  const onRoad = rows.filter((r) => r.roadId === road?.id && r.from !== null && r.to !== null);
  const from = Math.min(...onRoad.map((r) => r.from as number));
  const to = Math.max(...onRoad.map((r) => r.to as number));
  const made = await story.server.create(cookie, 'placement', {
    ...fields,
    unitId: null,
    from,
    to,
    rule: { ...(fields.rule as object), spacing: 1000, sides: 'left', skips: [], moves: {}, except: [] },
    approvedQuantity: null,
    note: 'dọc cả tuyến',
  });
  expect(made.status, await made.text()).toBe(200);
  return `${formatChainage(from)}–${bareChainage(to)}`.replaceAll('+', '\\+');
}

const opens = (page: Page, story: Story, to: string) =>
  page.goto(`${story.server.url}/#/c/${DEMO_CAMPAIGN}/${to}`);

/** The box of installing that stretch, of one unit's part. */
function boxOf(story: Story, where: string, unit: string) {
  return story.task(new RegExp(`Lắp đặt, .*${where} · .*${unit}$`));
}

async function opensTasks(page: Page, story: Story): Promise<void> {
  await opens(page, story, 'checklists');
  await story.seesWork({ by: 'Theo đơn vị', shown: 'Tất cả' });
}

test('an officer ticks the part of their commune, and no other; the planner sees whose is done', async ({
  story,
  another,
}) => {
  const { page } = await story.signIn('xa');
  const where = await layThroughAll(story);
  await opensTasks(page, story);
  await expect(page.getByText('Bạn đánh dấu được việc của Thanh Thịnh')).toBeVisible();
  await expect(page.getByRole('link', { name: '0209 000 113' })).toHaveAttribute('href', 'tel:0209000113');
  await expect(await boxOf(story, where, 'Nông Hạ')).toBeDisabled();
  const own = await boxOf(story, where, 'Thanh Thịnh');
  const former = await story.rows('report');
  await expect(own).toBeEnabled();
  await own.check();
  await story.saved();
  const told = await story.newRows('report', former);
  expect(told).toMatchObject([{ kind: 'installed', quantity: null, corrects: null }]);

  // On the plan it is said where the officer's part of it is told of.
  await opens(page, story, `plan/placement/${String(told[0]?.placementId)}`);
  await expect(page.getByText('chỉ một phần nằm trên địa bàn của bạn')).toBeVisible();

  const planner = await another('canbo');
  await opensTasks(planner.page, planner);
  await expect(await boxOf(planner, where, 'Thanh Thịnh')).toBeChecked();
  await expect(await boxOf(planner, where, 'Nông Hạ')).toBeEnabled();
  await expect(await boxOf(planner, where, 'Nông Hạ')).not.toBeChecked();
  await expect(planner.page.getByText('Bạn đánh dấu được việc của')).toHaveCount(0);
});
