import { findsNothingSerious } from '../../support/axe.ts';
import { test } from '../../support/story.ts';

test('axe finds nothing serious, in light and in the dark: narrow', async ({ story }) => {
  test.setTimeout(400_000);
  await findsNothingSerious(story, 390, 844);
});
