import { cutText } from '../../domain/text/cleanText.ts';

/** A name where there is little room: its beginning, and a sign that there is more. */
export function shortened(text: string, letters: number): string {
  return text.length <= letters ? text : `${cutText(text, letters - 1).trimEnd()}…`;
}
