import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaignDays } from '../campaign/rows.ts';
import { ALL_RULES } from './allRules.ts';
import { sourceText } from './sourceText.ts';

/** What rules rest on, by their id, in the reader's words and as it stands on the campaign's opening day. */
export function useSources(): (rule: string) => string {
  const { t, i18n } = useTranslation();
  const opening = useCampaignDays()?.openingDay;
  return useMemo(() => {
    const texts = new Map<string, string>();
    return (id) => {
      const rule = ALL_RULES.find((r) => r.id === id);
      if (rule === undefined || opening === undefined) return '';
      const said =
        texts.get(id) ??
        sourceText(rule, opening, (key, figures = {}) =>
          i18n.exists(key) ? String(t(key as 'cite.from', figures as never)) : null,
        );
      texts.set(id, said);
      return said;
    };
  }, [t, i18n, opening]);
}
