/** The roads that the diagram unrolls, with what is in the hand as it is in the hand. */

import { useEffect, useMemo, useRef } from 'react';
import { useCampaign } from '../../data/campaign/campaign.ts';
import { useDrafts } from '../../data/workbench/drafts.ts';
import { useOnlySelected, useSelectedIds } from '../../data/workbench/selection.ts';
import { useUncommittedTables } from '../../data/workbench/uncommitted.ts';
import { useView } from '../../data/workbench/view.ts';
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Id } from '../../domain/model/rows.ts';
import { placementsOf } from '../../domain/plan/draft.ts';
import { shownRoads } from '../../domain/plan/roads.ts';
import { DRAFT_ITEM, type StripRoad, stripRoad } from './stripModel.ts';

/** The roads shown: those chosen, else those of the selection, else the one drawn on, else the first with a plan. */
export function useStripRoads(): readonly StripRoad[] {
  const stored = useCampaign((s) => s.tables);
  const inHand = useUncommittedTables();
  // The ruler itself must hold still while a post is dragged along it.
  const tables = inHand.road === stored.road ? inHand : stored;
  const chosen = useView((s) => s.stripRoadIds);
  const selection = useSelectedIds('placement');
  const drawnOn = useDrafts((s) => s.draft?.roadId ?? s.featureDraft?.roadId ?? null);
  const ground = useOnlySelected('roadFeature', 'road');
  const selectedRoad =
    ground?.entity === 'road' && stored.road.has(ground.id)
      ? ground.id
      : stored.roadFeature.get(ground?.id ?? '')?.roadId;
  const draftRoad = drawnOn ?? selectedRoad ?? null;
  const dragged = useDrafts((s) => s.dragged);
  const sketched = useSketched();
  const last = useRef<readonly Id[]>([]);
  const ids = useMemo(() => {
    const existing = chosen.filter((id) => tables.road.has(id));
    if (existing.length > 0) return existing;
    if (draftRoad !== null) return [draftRoad];
    const selected = [...new Set(selection.flatMap((id) => tables.placement.get(id)?.roadId ?? []))];
    if (selected.length > 0) return selected.slice(0, 8);
    if (last.current.some((id) => tables.road.has(id))) return last.current;
    const [planned] = tables.placement.values();
    const first = planned?.roadId ?? shownRoads(tables.road)[0]?.id;
    return first === undefined ? [] : [first];
  }, [chosen, selection, draftRoad, tables]);
  useEffect(() => {
    last.current = ids;
  }, [ids]);
  const byRoad = useMemo(() => Map.groupBy(tables.placement.values(), (p) => p.roadId), [tables.placement]);
  return useMemo(
    () =>
      ids.flatMap((id) => {
        const road = tables.road.get(id);
        if (road === undefined) return [];
        const rows = (byRoad.get(id) ?? []).map(
          (p): Placement => (dragged?.id === p.id ? { ...p, ...dragged.fields } : p),
        );
        return stripRoad(tables, road, [...rows, ...sketched.filter((p) => p.roadId === id)]) ?? [];
      }),
    [ids, byRoad, dragged, sketched, tables],
  );
}

/** What is being drawn, as it would stand. */
function useSketched(): readonly Placement[] {
  const tables = useCampaign((s) => s.tables);
  const draft = useDrafts((s) => s.draft);
  return useMemo(
    () =>
      (draft === null ? [] : placementsOf(draft, tables)).map((fields) => ({
        ...fields,
        id: DRAFT_ITEM,
        version: 0,
        state: 'approved' as const,
      })),
    [draft, tables],
  );
}
