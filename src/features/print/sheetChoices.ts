/** Which sheets there are to print, and which of them is proposed. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { todayOf } from '../../data/campaign/rows.ts';
import type { Campaign } from '../../domain/model/entities/campaign.ts';
import type { Id } from '../../domain/model/rows.ts';
import { roadLabel } from '../../domain/plan/roads.ts';
import type { Day } from '../../domain/schedule/days.ts';
import type { Timeline } from '../../domain/schedule/timeline.ts';
import { dueOf } from '../../domain/sheet/dueLines.ts';
import type { Choice, SheetLine, SheetLines, SheetWork } from '../../domain/sheet/sheetLines.ts';

/** The value that stands in a list for «none». */
export const NONE = 'none';

/** Roads and units that have something to print; what is off the roads, or nobody's, stands last. */
export function useOptions(sheets: SheetLines) {
  const { t } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  return useMemo(() => {
    const list = (by: Choice['by'], label: (id: string) => string) => {
      const ids = sheets.ids(by);
      const named = ids.filter((id) => id !== null).map((value) => ({ value, label: label(value) }));
      named.sort((a, b) => a.label.localeCompare(b.label, 'vi', { numeric: true }));
      return ids.includes(null) ? [...named, { value: NONE, label: t(`print.none.${by}`) }] : named;
    };
    return {
      road: list('road', (id) => {
        const road = tables.road.get(id);
        if (road === undefined) return '';
        return road.name === '' ? roadLabel(road) : `${roadLabel(road)} · ${road.name}`;
      }),
      unit: list('unit', (id) => tables.unit.get(id)?.name ?? ''),
    };
  }, [sheets, tables, t]);
}

/** What has most to be done: of roads the one that a planner most likely means. */
export function largestOf(sheets: SheetLines, by: Choice['by']): Id | null {
  let best: { readonly id: Id; readonly quantity: number } | null = null;
  for (const id of sheets.ids(by)) {
    if (id === null) continue;
    const quantity = sheets.of({ by, id }).reduce((sum, line) => sum + line.quantity, 0);
    if (best === null || quantity > best.quantity) best = { id, quantity };
  }
  return best?.id ?? null;
}

/** What one goes out for today: from closing day on what stands is taken down. */
export function workOf(campaign: Campaign, timeline: Timeline): SheetWork {
  const closing = timeline.days.get('closing');
  return closing !== undefined && closing !== null && todayOf(campaign) >= closing ? 'take-down' : 'install';
}

/** The days by which something on a sheet is due, in order. */
export function daysOf(lines: readonly SheetLine[], work: SheetWork, timeline: Timeline): Day[] {
  return [...new Set(lines.flatMap(({ placement }) => dueOf(placement, work, timeline) ?? []))].sort();
}
