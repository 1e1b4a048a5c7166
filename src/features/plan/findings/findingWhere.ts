import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../../data/campaign/campaign.ts';
import type { Finding } from '../../../domain/checks/finding.ts';
import { roadLabel } from '../../../domain/plan/roads.ts';
import { bareChainage, formatChainage } from '../../../domain/road/chainageText.ts';
import { cut } from '../../../ui/fields/fieldWords.ts';
import { useNameOf } from '../../../ui/nameOf.ts';

/** What a finding is about, and where: «Cờ Tổ quốc · QL.3 · Km 120 – 121», the slogan; empty for the plan as a whole. */
export function useFindingWhere(): (finding: Finding) => string {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const tables = useCampaign((s) => s.tables);
  return useCallback(
    ({ place }) => {
      const row = tables.placement.get(place.placementId ?? '');
      const slogan = tables.slogan.get(place.sloganId ?? '');
      if (row === undefined && slogan !== undefined) return `${t('table.slogan')} “${cut(slogan.text)}”`;
      const type = tables.assetType.get(row?.assetTypeId ?? place.assetTypeId ?? '');
      if (row === undefined) return nameOf(type?.name);
      const road = tables.road.get(place.roadId ?? row.roadId ?? '');
      const from = place.from ?? row.from;
      const to = place.to ?? (place.from === undefined ? row.to : null);
      const chainage =
        from === null || row.roadId === null
          ? ''
          : to === null || Math.round(to) === Math.round(from)
            ? formatChainage(from)
            : `${formatChainage(from)} – ${bareChainage(to)}`;
      return [nameOf(type?.name), road === undefined ? '' : roadLabel(road), chainage]
        .filter((part) => part !== '')
        .join(' · ');
    },
    [t, nameOf, tables],
  );
}
