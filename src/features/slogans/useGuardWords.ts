import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SloganFault } from '../../domain/slogan/guard.ts';

/** What the guard sees, each in a sentence. */
export function useGuardWords(): (fault: SloganFault) => string {
  const { t } = useTranslation();
  return useCallback(({ code, word, expected }) => t(`guard.${code}`, { word, expected }), [t]);
}
