import { useMemo } from 'react';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useCampaignDays } from '../../../data/campaign/rows.ts';
import { measuredOf } from '../../../domain/road/measuredOf.ts';
import type { CellContext } from '../../../domain/table/columns/column.ts';

export function useCellContext(): CellContext {
  const tables = useCampaign((s) => s.tables);
  const days = useCampaignDays();
  return useMemo(
    () => ({
      tables,
      days,
      measured: (id) => {
        const road = tables.road.get(id);
        return road === undefined ? null : measuredOf(road);
      },
    }),
    [tables, days],
  );
}
