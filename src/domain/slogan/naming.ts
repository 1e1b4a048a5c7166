/** What a slogan says of a congress or an election: its number, its term, its place, its days. */
import { countedMentions } from './counted.ts';
import { dateMentions } from './dates.ts';
import type { Mention } from './mention.ts';
import { placeMentions } from './places.ts';
import type { NamedOccasion } from './spoken.ts';

/** All that can be compared, by where it stands in the text (composed, NFC). */
export function mentionsIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  const counted = countedMentions(text, occasions);
  const places = placeMentions(text, occasions);
  return [...ofAnother(text, counted, places), ...dateMentions(text, occasions)];
}

/** «Chúc mừng Đại hội Đảng bộ tỉnh … lần thứ …» with another place and another number: it is another's, and right for it. */
function ofAnother(text: string, counted: readonly Mention[], places: readonly Mention[]): Mention[] {
  const numbers = counted.filter((m) => m.what === 'number');
  const named = places.filter((m) => m.what === 'place');
  const isOther =
    /chúc mừng/iu.test(text) &&
    [numbers, named].every((of) => of.length > 0 && of.every((mention) => !mention.right));
  if (!isOther) return [...counted, ...places];
  return [
    ...numbers.map((m): Mention => ({ ...m, what: 'no-occasion', expected: '' })),
    ...named.map((m): Mention => ({ ...m, what: 'place-other', expected: '' })),
    ...places.filter((m) => m.what !== 'place'),
  ];
}
