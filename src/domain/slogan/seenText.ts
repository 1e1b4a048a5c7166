/** A text as it is seen on cloth: without signs that nobody sees, and every space of a line an ordinary one. */

/** Marks without width, as word processors and chats leave them behind. */
export const HIDDEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

interface SeenText {
  readonly text: string;
  /** Where a place of it is in the text that was given. */
  readonly placeOf: (at: number) => number;
}

export function seenText(given: string): SeenText {
  const text = given.replace(HIDDEN, '').replace(SPACE, ' ');
  if (text.length === given.length) return { text, placeOf: (at) => at };
  const places: number[] = [];
  for (let i = 0; i < given.length; i++) if (given.charAt(i).search(HIDDEN) === -1) places.push(i);
  return { text, placeOf: (at) => places[at] ?? given.length };
}
