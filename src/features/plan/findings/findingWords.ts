import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSources } from '../../../data/checks/useSources.ts';
import type { Figures, Finding, Fix } from '../../../domain/checks/finding.ts';
import { useFormat } from '../../../ui/format.ts';
import { useNameOf } from '../../../ui/nameOf.ts';

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
  const nameOf = useNameOf();
  const source = useSources();
  return useMemo(() => {
    const shown = (value: Figures[string]) =>
      typeof value === 'number' ? format.number(value) : typeof value === 'string' ? value : nameOf(value);
    const say = (key: string, params: Figures = {}) =>
      i18n.exists(key)
        ? String(
            t(
              key as 'finding.overlap',
              Object.fromEntries(Object.entries(params).map(([k, v]) => [k, shown(v)])) as never,
            ),
          )
        : key;
    return {
      sentence: (f) => say(`finding.${f.code}`, f.params),
      fix: (f) => say(`fix.${f.code}`, f.params),
      rule: (id) => say(`rule.${id}`),
      source,
    };
  }, [t, i18n, format, nameOf, source]);
}
