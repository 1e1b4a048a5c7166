import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { numberText } from '../domain/text/typedNumber.ts';

/** A refusal as every layer gives it: a code, and figures for its sentence. */
export interface ReasonLike {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

/** A year, a row or a port reads as it is; only long figures want their thousands apart. */
function figure(value: number, language: string): string {
  return numberText(value, language, Math.abs(value) >= 10_000);
}

/**
 * Puts a refusal into the reader's words. A code without words is shown with its code, so that it can be asked about;
 * a test sees to it that this does not happen.
 */
export function useReason(): (reason: ReasonLike) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (reason) => {
      const key = `reason.${reason.code}`;
      if (!i18n.exists(key)) return t('reason.unknown', { code: reason.code });
      // A kind of row is named in the reader's words.
      const params = Object.entries(reason.params ?? {}).map(([name, value]) => {
        if (typeof value === 'number') return [name, figure(value, i18n.language)];
        return i18n.exists(`entity.${value}`) ? [name, t(`entity.${value}` as 'entity.unit')] : [name, value];
      });
      return String(t(key as 'reason.unknown', { code: reason.code, ...Object.fromEntries(params) }));
    },
    [t, i18n],
  );
}
