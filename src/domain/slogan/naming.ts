/** What a slogan says of a congress or an election: its number, its term, its place, its days. */
import { countedMentions } from './counted.ts';
import { dateMentions } from './dates.ts';
import type { Mention } from './mention.ts';
import { placeMentions } from './places.ts';
import type { NamedOccasion } from './spoken.ts';

/** All that can be compared, by where it stands in the text (composed, NFC). */
export function mentionsIn(text: string, occasions: readonly NamedOccasion[]): Mention[] {
  return [
    ...countedMentions(text, occasions),
    ...placeMentions(text, occasions),
    ...dateMentions(text, occasions),
  ];
}
