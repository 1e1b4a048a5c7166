/** Every field that stores into a row, some of them typed into; all of them in `npm run test:long`. */
import { expect } from '@playwright/test';
import { test } from '../support/story.ts';
import { opensSettings, passesThrough, typesIntoEach } from '../support/typing.ts';

test.describe.configure({ timeout: 300_000 });

test('the campaign: fields passed through store nothing, what is typed outlives another’s change', async ({
  story,
  another,
}) => {
  await story.signIn('quantri');
  const other = await another('quantri');
  await opensSettings(story, 'campaign');
  expect(await passesThrough(story)).toBeGreaterThanOrEqual(20);
  expect(await typesIntoEach(story, other, 7)).toBe(7);
});
