/** Two tabs of one browser that both write without a pause, while a third person does: nobody is behind at the end. */
import { expect } from '@playwright/test';
import { Story, test } from '../../support/story.ts';

const ROUNDS = 30;

test('two busy tabs and a colleague agree on every tick and on the last word of a field', async ({
  story,
  another,
}) => {
  await story.signIn('canbo');
  await story.open('checklists');
  const second = new Story(await story.context.newPage(), story.server);
  await second.open('checklists');
  const admin = await another('quantri');
  await admin.open('checklists');
  const before = await story.number();
  const boxes = admin.page.getByRole('checkbox', { checked: false });
  await expect(boxes.first()).toBeVisible();
  // Far from either end: nobody ticks what another has ticked a moment ago, which would be asked about.
  const middle = Math.floor((await boxes.count()) / 2) - ROUNDS / 2;
  expect(middle).toBeGreaterThan(ROUNDS);
  const tick = async ({ page }: Story, nth: 'first' | 'last') => {
    const free = page.getByRole('checkbox', { checked: false });
    await free[nth]().click();
  };
  const ticksOf = (s: Story) => s.page.getByRole('checkbox', { checked: true }).count();
  await Promise.all([
    (async () => {
      for (let i = 0; i < ROUNDS; i++) await tick(story, 'first');
    })(),
    (async () => {
      for (let i = 0; i < ROUNDS; i++) await tick(second, 'last');
    })(),
    (async () => {
      for (let i = 0; i < ROUNDS; i++) await boxes.nth(middle).click();
    })(),
  ]);
  const everybody = [story, second, admin];
  for (const s of everybody) await s.saved();
  const { changes } = await story.changesSince(before);
  const writes = changes.flatMap((c) => c.ops).filter((op) => op.entity === 'task');
  expect(writes.length).toBe(3 * ROUNDS);
  await expect
    .poll(async () => new Set(await Promise.all(everybody.map(ticksOf))).size, { timeout: 20_000 })
    .toBe(1);
  const shown = await ticksOf(story);
  await story.page.reload();
  await story.saved();
  await expect.poll(() => ticksOf(story)).toBe(shown);
});
