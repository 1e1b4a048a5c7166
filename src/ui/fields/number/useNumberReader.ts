import { useTranslation } from 'react-i18next';
import { typedNumber } from '../../../domain/text/typedNumber.ts';
import { useFormat } from '../../format.ts';

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean | undefined;
}

/** Reads what is typed as a number within limits, or gives the sentence that says which they are. */
export function useNumberReader({ min, max, whole = false }: Limits) {
  const { t } = useTranslation();
  const format = useFormat();
  return (text: string): { readonly value: number } | { readonly problem: string } => {
    const value = typedNumber(text);
    if (value >= min && value <= max && (!whole || Number.isInteger(value))) return { value };
    const limits = { min: format.number(min), max: format.number(max) };
    return { problem: whole ? t('common.wholeLimits', limits) : t('common.limits', limits) };
  };
}
