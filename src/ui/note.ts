import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** What an edit did, as a code and figures. */
interface NoteLike {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** What an edit did, in the reader's language. */
export function useNote(): (note: NoteLike) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (note) => {
      const key = `note.${note.code}`;
      if (!i18n.exists(key)) return note.code;
      const text = String(t(key as 'note.undo', { where: '', count: '', ...note.params })).trim();
      const of = note.params?.what;
      return (note.code === 'undo' || note.code === 'redo') &&
        typeof of === 'string' &&
        i18n.exists(`note.${of}`)
        ? `${text}: ${String(t(`note.${of}` as 'note.undo', { where: '', count: '', ...note.params }))}`
        : text;
    },
    [t, i18n],
  );
}
