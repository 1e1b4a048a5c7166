import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures, Finding, Fix } from '../../../domain/checks/finding.ts';
import { useFormat } from '../../../ui/format.ts';

interface FindingWords {
  readonly sentence: (finding: Finding) => string;
  readonly fix: (fix: Fix) => string;
  readonly rule: (id: string) => string;
  readonly source: (id: string) => string;
}

/** What rules say, in the reader's language and with the reader's numbers. */
export function useFindingWords(): FindingWords {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const english = i18n.language === 'en';
    /** A name from the catalogue may come with its English one beside it, called the same and `En`. */
    const shown = (params: Figures, name: string, value: string | number) => {
      if (typeof value === 'number') return format.number(value);
      const other = english ? params[`${name}En`] : undefined;
      return typeof other === 'string' && other !== '' ? other : value;
    };
    const say = (key: string, params: Figures = {}) =>
      i18n.exists(key)
        ? String(
            t(
              key as 'finding.overlap',
              Object.fromEntries(Object.entries(params).map(([k, v]) => [k, shown(params, k, v)])) as never,
            ),
          )
        : key;
    return {
      sentence: (f) => say(`finding.${f.code}`, f.params),
      fix: (f) => say(`fix.${f.code}`, f.params),
      rule: (id) => say(`rule.${id}`),
      source: (id) => say(`source.${id}`),
    };
  }, [t, i18n, format]);
}
