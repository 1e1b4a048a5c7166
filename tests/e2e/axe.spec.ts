/** The wide window; the narrow one is looked at by `npm run test:long`. */
import { findsNothingSerious } from '../support/axe.ts';
import { test } from '../support/story.ts';

test('axe finds nothing serious, in light and in the dark: wide', async ({ story }) => {
  test.setTimeout(400_000);
  await findsNothingSerious(story, 1440, 900);
});
