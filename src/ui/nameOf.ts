import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, type Translated } from '../domain/text/translated.ts';

/** Reads a name in the reader's language. */
export function useNameOf(): (name: Translated | undefined) => string {
  const { language } = useTranslation().i18n;
  return useCallback((name) => nameIn(language, name), [language]);
}
