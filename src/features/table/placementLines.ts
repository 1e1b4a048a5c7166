import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../data/campaign.ts';
import { costIn, quantityIn } from '../../data/derived/placements.ts';
import { roadLabel } from '../../data/derived/roads.ts';
import { useTimeline } from '../../data/hooks.ts';
import type { Id, Placement, Tables } from '../../domain/model/rows.ts';
import { bareChainage } from '../../domain/road/chainageText.ts';
import { dueDay, type Timeline } from '../../domain/schedule/timeline.ts';
import type { ShapeName } from '../../ui/symbols/shapes.ts';
import { plainText } from './plainText.ts';

/** A row of the table in the reader's words; sorting and searching work on these. */
export interface PlacementLine {
  readonly id: Id;
  readonly shape: ShapeName;
  readonly type: string;
  readonly road: string;
  readonly position: number;
  readonly where: string;
  readonly side: string;
  readonly quantity: number;
  readonly cost: number;
  readonly unit: string;
  readonly state: string;
  readonly installBy: string;
  readonly searchText: string;
}

interface Words {
  readonly english: boolean;
  readonly offRoad: string;
  readonly side: (p: Placement) => string;
  readonly state: (p: Placement) => string;
}

export function usePlacementLines(): readonly PlacementLine[] {
  const { t, i18n } = useTranslation();
  const tables = useCampaign((s) => s.tables);
  const timeline = useTimeline();
  return useMemo(() => {
    const words: Words = {
      english: i18n.language === 'en',
      offRoad: t('table.offRoad'),
      side: (p) => {
        if (p.rule === null) return p.side === null ? '' : t(`sides.${p.side}`);
        return t(p.rule.staggered ? 'sides.staggered' : `sides.${p.rule.sides}`);
      },
      state: (p) => t(`state.${p.state}`),
    };
    return [...tables.placement.values()].map((p) => lineOf(p, tables, timeline, words));
  }, [tables, timeline, t, i18n.language]);
}

function lineOf(p: Placement, tables: Tables, timeline: Timeline | null, words: Words): PlacementLine {
  const type = tables.assetType.get(p.assetTypeId);
  const road = tables.road.get(p.roadId ?? '');
  const due = p.installBy === null || timeline === null ? null : dueDay(p.installBy, timeline);
  const line = {
    id: p.id,
    shape: type?.shape ?? ('pano' as const),
    type: (words.english && type?.nameEn) || type?.name || '',
    road: road === undefined ? words.offRoad : roadLabel(road),
    position: p.from ?? 0,
    where: [p.from, p.to]
      .filter((c) => c !== null)
      .map(bareChainage)
      .join(' – '),
    side: words.side(p),
    quantity: quantityIn(tables, p),
    cost: costIn(tables, p),
    unit: tables.unit.get(p.unitId ?? '')?.name ?? '',
    state: words.state(p),
    installBy: due?.ok ? due.value : '',
  };
  const slogan = tables.slogan.get(p.sloganId ?? '')?.text ?? '';
  const searchText = plainText(
    [
      line.type,
      line.road,
      road?.name ?? '',
      line.where,
      line.unit,
      line.state,
      line.side,
      slogan,
      p.note,
    ].join(' '),
  );
  return { ...line, searchText };
}
