import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SloganFault } from '../../domain/slogan/guard.ts';

/** Faults of which one sees nothing: they are shown with the words about them. */
const UNSEEN: ReadonlySet<SloganFault['code']> = new Set([
  'double-space',
  'edge-space',
  'mark-space',
  'no-space',
  'hidden-letter',
  'line-break',
]);

/** What the guard sees in a text, each in a sentence. */
export function useGuardWords(): (fault: SloganFault, text: string) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ code, word, at, expected }, text) =>
      UNSEEN.has(code)
        ? t(`guard.${code}`, { word: about(text, at, word.length), expected: '' })
        : t(`guard.${code}`, { word, expected: expected.trim() }),
    [t],
  );
}

/** The word before a place and the word or mark behind it; a line that breaks is shown by a stroke. */
function about(text: string, at: number, length: number): string {
  const composed = text.normalize('NFC');
  const before = /\S*$/u.exec(composed.slice(0, at))?.[0] ?? '';
  const after = /^\S*/u.exec(composed.slice(at + length))?.[0] ?? '';
  return `${before}${composed.slice(at, at + length).replaceAll('\n', ' / ')}${after}`;
}
