import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the field of a refusal («ops.0.fields.rule.edgeOffset») as the screens call it; null where they do not. */
export function useFieldName(): (path: string | undefined) => string | null {
  const { t, i18n } = useTranslation();
  return useCallback(
    (path) => {
      const known = path?.split('.').findLast((part) => i18n.exists(`field.${part}`));
      return known === undefined ? null : t(`field.${known}` as 'field.name');
    },
    [t, i18n],
  );
}
