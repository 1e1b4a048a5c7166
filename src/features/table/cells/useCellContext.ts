import { useMemo } from 'react';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import { useCampaignRow } from '../../../data/campaign/rows.ts';
import { measuredOf } from '../../../domain/road/measuredOf.ts';
import type { CellContext } from '../../../domain/table/columns/column.ts';

export function useCellContext(): CellContext | null {
  const tables = useCampaign((s) => s.tables);
  const campaign = useCampaignRow();
  return useMemo(
    () =>
      campaign === undefined
        ? null
        : {
            tables,
            opening: campaign.openingDay,
            closing: campaign.closingDay,
            measured: (id) => {
              const road = tables.road.get(id);
              return road === undefined ? null : measuredOf(road);
            },
          },
    [tables, campaign],
  );
}
