import { useEffect, useRef } from 'react';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useOnlySelected } from '../../data/workbench/selection.ts';
import { useView } from '../../data/workbench/view.ts';
import type { Id } from '../../domain/model/rows.ts';
import { GUTTER, type StripView } from './stripLayout.ts';
import type { StripRoad } from './stripModel.ts';

/** Brings a newly selected placement, or a place that was asked for, into view. */
export function useFollow(
  roads: readonly StripRoad[],
  view: StripView,
  show: (left: number, scale: number) => void,
): void {
  const selected = useOnlySelected('placement')?.id ?? null;
  const goTo = useView((s) => s.goTo);
  const followed = useRef<{ readonly n: number; readonly selected: Id | null }>({ n: 0, selected: null });
  useEffect(() => {
    if (view.width === 0 || view.scale === 0) return;
    const n = goTo?.n ?? 0;
    if (n === followed.current.n && selected === followed.current.selected) return;
    const asked = n !== followed.current.n && goTo?.onlyIfOutside !== true;
    const { tables } = useCampaign.getState();
    const row = tables.placement.get((asked ? goTo?.placementId : null) ?? selected ?? '');
    const place =
      asked && goTo?.roadId !== undefined && goTo.from !== undefined
        ? { roadId: goTo.roadId, from: goTo.from, to: goTo.to ?? goTo.from }
        : row?.roadId != null && row.from !== null
          ? { roadId: row.roadId, from: row.from, to: row.to ?? row.from }
          : null;
    const road = roads.find((r) => r.id === place?.roadId);
    if (place === null || road === undefined) return;
    followed.current = { n, selected };
    const span = (view.width - GUTTER) / view.scale;
    const [a, b] = [place.from - road.min, place.to - road.min];
    // What is chosen needs only be seen; what is asked for, or being laid, needs room to work in.
    const enough = asked ? span / 8 : b === a ? 0 : span / 60;
    if (a >= view.left && b <= view.left + span && b - a >= enough) return;
    const wanted = Math.max(400, (b - a) * 1.6);
    show((a + b) / 2 - wanted / 2, (view.width - GUTTER) / wanted);
  }, [selected, goTo, roads, view, show]);
}
