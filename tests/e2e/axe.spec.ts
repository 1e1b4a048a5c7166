/** The wide window in light; in the dark, and the narrow one, by `npm run test:long`. */
import { findsNothingSerious } from '../support/axe.ts';
import { test } from '../support/story.ts';

test('axe finds nothing serious: wide, in light', async ({ story }) => {
  test.setTimeout(400_000);
  await findsNothingSerious(story, 1440, 900, { inDark: false });
});
