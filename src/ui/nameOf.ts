import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { countedIn, nameIn, type Translated } from '../domain/text/translated.ts';

/** Reads a name in the reader's language. */
export function useNameOf(): (name: Translated | undefined) => string {
  const { language } = useTranslation().i18n;
  return useCallback((name) => nameIn(language, name), [language]);
}

/** What so many of a type are counted in, in the reader's language. */
export function useCountedIn(): (unit: Translated | undefined, count: number) => string {
  const { language } = useTranslation().i18n;
  return useCallback((unit, count) => countedIn(language, unit, count), [language]);
}
