import type { i18n as I18n } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What an edit did, as a code and figures. */
interface NoteLike {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** What an edit did, in words; a figure that an older edit did not note down is a gap, never the name of the figure. */
export function noteWords(i18n: Pick<I18n, 't' | 'exists'>, note: NoteLike): string {
  const words = (code: string): string =>
    String(i18n.t(`note.${code}` as 'note.undo', { where: '', count: '', ...note.params }))
      .replace(/\{\{\s*\w+\s*\}\}/g, '…')
      .trim();
  if (!i18n.exists(`note.${note.code}`)) return note.code;
  const of = note.params?.what;
  const taken = note.code === 'undo' || note.code === 'redo';
  return taken && typeof of === 'string' && i18n.exists(`note.${of}`)
    ? `${words(note.code)}: ${words(of)}`
    : words(note.code);
}

/** That an edit was made, in the reader's language: «Đã duyệt QL.3 Km 6+375 (+6)». */
export function useDone(): (note: NoteLike) => string {
  const { t } = useTranslation();
  const words = useNote();
  return useCallback(
    (note) => {
      const what = words(note);
      return t('done.said', { what: what.charAt(0).toLocaleLowerCase() + what.slice(1) });
    },
    [t, words],
  );
}

/** What an edit did, in the reader's language. */
export function useNote(): (note: NoteLike) => string {
  const { i18n } = useTranslation();
  return useCallback((note) => noteWords(i18n, note), [i18n, i18n.language]);
}
