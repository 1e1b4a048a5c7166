import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskItem } from '../../domain/checklist/task.ts';
import { useNameOf } from '../../ui/nameOf.ts';

/** What is to be done: as its template says it, or by what it arose from. */
export function useTaskName(): (item: TaskItem) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return useCallback(
    (item) => {
      if (item.from === 'damage') return t('checklists.repair');
      return item.from === 'round' ? t('checklists.round', { name: nameOf(item.name) }) : nameOf(item.name);
    },
    [t, nameOf],
  );
}
