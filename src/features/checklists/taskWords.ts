import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { todayOf, useCampaignRow, useTable } from '../../data/campaign/rows.ts';
import { useMembership } from '../../data/net/session.ts';
import { unitOfTask } from '../../domain/checklist/checklist.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { daysBetween } from '../../domain/schedule/days.ts';
import { useFormat } from '../../ui/format.ts';
import type { TaskWords } from './groups.ts';

export function useTaskWords(): TaskWords {
  const { t } = useTranslation();
  const format = useFormat();
  const campaign = useCampaignRow();
  const roads = useTable('road');
  const units = useTable('unit');
  const campaignId = useCampaign((s) => s.campaignId) ?? '';
  const ownUnit = useMembership(campaignId)?.unitId ?? null;
  return useMemo(() => {
    const today = campaign === undefined ? '' : todayOf(campaign);
    return {
      groupOf: (task, grouping) => {
        if (grouping === 'road') {
          const road = roads.get(task.placement.roadId ?? '');
          const title = road === undefined ? t('checklists.noRoad') : roadLabel(road);
          return {
            key: road?.id ?? '',
            title,
            note: road?.name ?? '',
            order: road === undefined ? '~' : title,
            late: false,
          };
        }
        if (grouping === 'unit') {
          const unit = units.get(unitOfTask(task) ?? '');
          const title = unit?.name ?? t('checklists.noUnit');
          return {
            key: unit?.id ?? '',
            title,
            note: unit?.contact ?? '',
            phone: unit?.phone ?? '',
            // One's own come first.
            order: unit === undefined ? '~' : unit.id === ownUnit ? '' : title,
            late: false,
          };
        }
        if (task.due === null)
          return { key: '', title: t('checklists.undated'), note: '', order: '~', late: false };
        const left = daysBetween(today, task.due);
        const note =
          left === 0
            ? t('checklists.today')
            : left < 0
              ? t('checklists.lateBy', { count: -left })
              : t('checklists.in', { count: left });
        return {
          key: task.due,
          title: format.day(task.due),
          note,
          order: task.due,
          late: left < 0 && task.done === undefined,
        };
      },
    };
  }, [t, format, campaign, roads, units, ownUnit]);
}
