import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

interface Named {
  readonly name: string;
  readonly nameEn: string;
}

interface Counted {
  readonly unitName: string;
  readonly unitNameEn: string;
}

/** What rows that have two names are called in the reader's language. */
export interface Names {
  readonly nameOf: (row: Named | undefined) => string;
  /** What its pieces are counted in. */
  readonly unitOf: (row: Counted | undefined) => string;
}

/** The English name where it is wanted and there is one, else the Vietnamese, which every row has. */
export function namesIn(language: string): Names {
  const pick = (vi: string | undefined, en: string | undefined) =>
    (language === 'en' && en?.trim()) || (vi ?? '');
  return {
    nameOf: (row) => pick(row?.name, row?.nameEn),
    unitOf: (row) => pick(row?.unitName, row?.unitNameEn),
  };
}

export function useNames(): Names {
  const { i18n } = useTranslation();
  return useMemo(() => namesIn(i18n.language), [i18n.language]);
}
