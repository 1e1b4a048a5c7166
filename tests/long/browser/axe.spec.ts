import {
  findsNothingSerious,
  findsNothingSeriousOfPeople,
  findsNothingSeriousOfWork,
} from '../../support/axe.ts';
import { test } from '../../support/story.ts';

for (const [name, width, height] of [
  ['wide', 1440, 900],
  ['narrow', 390, 844],
] as const) {
  test(`axe finds nothing serious, in light and in the dark: ${name}`, async ({ story }) => {
    test.setTimeout(400_000);
    await findsNothingSerious(story, width, height);
  });
  test(`nor of the work and its sheets: ${name}`, async ({ story }) => {
    test.setTimeout(300_000);
    await findsNothingSeriousOfWork(story, width, height);
  });
  test(`nor among people: ${name}`, async ({ story }) => {
    test.setTimeout(200_000);
    await findsNothingSeriousOfPeople(story, width, height);
  });
}
