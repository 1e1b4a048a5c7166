import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { todayOf, useCampaignRow, useTable } from '../../data/campaign/rows.ts';
import { useMembership } from '../../data/net/session.ts';
import { ownerOfTask } from '../../domain/checklist/task.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import { daysBetween } from '../../domain/schedule/days.ts';
import { useFormat } from '../../ui/format.ts';
import type { GroupHead, TaskWords } from './groups.ts';

const PLAIN = { note: '', phone: '', late: false };

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
    const heads = {
      road: (id: string): GroupHead => {
        const road = roads.get(id);
        const title = road === undefined ? t('checklists.noRoad') : roadLabel(road);
        return { ...PLAIN, title, note: road?.name ?? '', order: road === undefined ? '~' : title };
      },
      unit: (id: string): GroupHead => {
        const unit = units.get(id);
        const title = unit?.name ?? t('checklists.noUnit');
        // One's own come first.
        const order = unit === undefined ? '~' : unit.id === ownUnit ? '' : title;
        return { ...PLAIN, title, note: unit?.contact ?? '', phone: unit?.phone ?? '', order };
      },
      day: (day: string, open: number): GroupHead => {
        if (day === '') return { ...PLAIN, title: t('checklists.undated'), order: '~' };
        const left = daysBetween(today, day);
        // A day that is past is late by what is still open.
        if (left < 0 && open === 0) return { ...PLAIN, title: format.day(day), order: day };
        const note =
          left === 0
            ? t('checklists.today')
            : left < 0
              ? t('checklists.lateBy', { count: -left })
              : t('checklists.in', { count: left });
        return { ...PLAIN, title: format.day(day), note, order: day, late: left < 0 };
      },
    };
    return {
      keyOf: (task, grouping) => {
        if (grouping === 'road') return task.placement.roadId ?? '';
        return (grouping === 'unit' ? ownerOfTask(task) : task.due) ?? '';
      },
      headOf: (key, grouping, open) => heads[grouping](key, open),
    };
  }, [t, format, campaign, roads, units, ownUnit]);
}
