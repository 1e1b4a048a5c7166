/** Characters of a value that a sentence shows. */
const SHOWN = 80;

/** A value as part of a sentence: a whole note would be longer than the panel. */
export function cut(text: string): string {
  const characters = [...text];
  return characters.length <= SHOWN ? text : `${characters.slice(0, SHOWN).join('')}…`;
}
