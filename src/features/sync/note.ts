import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditNote } from '../../domain/edit/edit.ts';

/** What an edit did, in the reader's language. */
export function useNote(): (note: EditNote) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (note) => {
      const key = `note.${note.code}`;
      if (!i18n.exists(key)) return note.code;
      const text = String(t(key as 'note.undo', { ...note.params }));
      const of = note.params?.what;
      return (note.code === 'undo' || note.code === 'redo') &&
        typeof of === 'string' &&
        i18n.exists(`note.${of}`)
        ? `${text}: ${String(t(`note.${of}` as 'note.undo'))}`
        : text;
    },
    [t, i18n],
  );
}
