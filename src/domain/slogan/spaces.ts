/** Spaces and line breaks that print seen: doubled, at an edge, before a mark, within a name. */
import { plainText } from '../text/plainText.ts';

export interface SpaceFault {
  readonly code: 'double-space' | 'edge-space' | 'mark-space' | 'no-space' | 'line-break';
  readonly word: string;
  readonly at: number;
  readonly expected: string;
}

/** In a text as it is seen (`seenText`): a space that does not break is as good as any. */
export function spaceFaults(text: string): SpaceFault[] {
  const faults = new Map<number, SpaceFault>();
  for (const m of text.matchAll(/[^\S\n]{2,}|[^\S\n ]/gu)) {
    faults.set(m.index, { code: 'double-space', word: m[0], at: m.index, expected: ' ' });
  }
  // «muôn năm !»: a mark stands at the word before it.
  for (const m of text.matchAll(/[^\S\n]+(?=[!?.,;:](?:\s|$))/gu))
    faults.set(m.index, { code: 'mark-space', word: m[0], at: m.index, expected: '' });
  // «lần thứ XII,nhiệm kỳ»: behind it stands a space.
  for (const m of text.matchAll(/(?:(?<=[\p{L}\p{N}\n])|[^\S\n]+)[,;!?](?=\p{L})/gu))
    faults.set(m.index, { code: 'no-space', word: m[0], at: m.index, expected: `${m[0].trim()} ` });
  const edge = /^\s+|\s+$/u.exec(text);
  if (edge !== null && !faults.has(edge.index))
    faults.set(edge.index, { code: 'edge-space', word: edge[0], at: edge.index, expected: '' });
  return [...faults.values()];
}

/** A line may break between phrases, never within one, nor between «lần thứ» and its number, nor within a term. */
export function lineBreakFaults(text: string, phrases: readonly string[]): SpaceFault[] {
  const faults: SpaceFault[] = [];
  for (const m of text.matchAll(/[^\S\n]*\n\s*/gu)) {
    const before = text.slice(0, m.index);
    const after = text.slice(m.index + m[0].length);
    if (before.trim() === '' || after.trim() === '') continue;
    const joint =
      /lần thứ$/iu.test(before) || (/\d{4}\s*[-–]?$/u.test(before) && /^[-–]?\s*\d{4}/u.test(after));
    if (joint || phrases.some((phrase) => breaks(phrase, before, after)))
      // Before a mark stands no space either.
      faults.push({
        code: 'line-break',
        word: m[0],
        at: m.index,
        expected: /^[!?.,;:]/u.test(after) ? '' : ' ',
      });
  }
  return faults;
}

function breaks(phrase: string, before: string, after: string): boolean {
  const words = phrase.split(' ');
  return words.some(
    (_, i) =>
      i > 0 &&
      plainText(before).endsWith(plainText(words.slice(0, i).join(' '))) &&
      plainText(after).startsWith(plainText(words.slice(i).join(' '))),
  );
}
