/** Every field of settings and panel that stores into a row, each of them typed into while somebody else changes it. */
import { expect } from '@playwright/test';
import { test } from '../../support/story.ts';
import { opensSettings, passesThrough, typesIntoEach } from '../../support/typing.ts';

test.describe.configure({ timeout: 300_000 });

test('the campaign: fields passed through store nothing, what is typed outlives another’s change', async ({
  story,
  another,
}) => {
  await story.signIn('quantri');
  const other = await another('quantri');
  await opensSettings(story, 'campaign');
  expect(await passesThrough(story)).toBeGreaterThanOrEqual(20);
  expect(await typesIntoEach(story, other)).toBeGreaterThanOrEqual(18);
});

test('units, rules and sets: the same', async ({ story, another }) => {
  await story.signIn('quantri');
  const other = await another('quantri');
  await opensSettings(story, 'units');
  expect(await passesThrough(story)).toBeGreaterThanOrEqual(40);
  expect(await typesIntoEach(story, other, 4)).toBe(4);
  await opensSettings(story, 'rules');
  expect(await passesThrough(story)).toBeGreaterThanOrEqual(10);
  expect(await typesIntoEach(story, other, 3)).toBe(3);
  await opensSettings(story, 'sets');
  expect(await passesThrough(story)).toBeGreaterThanOrEqual(1);
  expect(await typesIntoEach(story, other, 1)).toBe(1);
});

test('the panel of a stretch: the same', async ({ story, another }) => {
  await story.signIn('quantri');
  const other = await another('quantri');
  await story.ownStretch(/QL\.3/, '146+100', '146+300');
  await story.page.getByText('Hạn, giai đoạn, tài trợ', { exact: true }).click();
  expect(await passesThrough(story)).toBeGreaterThanOrEqual(12);
  expect(await typesIntoEach(story, other)).toBeGreaterThanOrEqual(9);
});
