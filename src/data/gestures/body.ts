/** A placement dragged by its body along its road: its length stays, and it goes as far as the road does. */
import type { Placement } from '../../domain/model/entities/placement.ts';
import type { Result } from '../../domain/model/result.ts';
import { snapTargets } from '../../domain/plan/snapTargets.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { type SnapTarget, snap } from '../../domain/road/snapping.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { may } from '../campaign/may.ts';
import { onlySelected } from '../workbench/selection.ts';
import { dragPlacement, dropPlacement, letPlacementGo } from './dragged.ts';
import { type At, type Drag, placementAt } from './gesture.ts';

export function bodyDrag(at: At): Drag | null {
  const selected = onlySelected('placement')?.id ?? null;
  const { tables } = useCampaign.getState();
  const row = tables.placement.get(selected ?? '');
  if (row?.roadId == null || row.from === null || placementAt(at) !== row.id || !may.plan([row])) return null;
  const road = tables.road.get(row.roadId);
  const measured = road === undefined ? null : measuredOf(road);
  const reach = { only: row.roadId, without: row.id, free: true };
  const grip = at.place(reach)?.chainage;
  if (measured === null || grip === undefined) return null;
  const [min, max] = [Math.ceil(measured.minChainage), Math.floor(measured.maxChainage)];
  const { from } = row;
  const length = (row.to ?? from) - from;
  return {
    move(now) {
      const place = now.place(reach);
      if (place === null) return null;
      const wanted = from + place.chainage - grip;
      const start = Math.max(min, Math.min(max - length, snappedStart(row, wanted, length, now)));
      dragPlacement(row, row.to === null ? { from: start } : { from: start, to: start + length });
      return { ...place, chainage: start };
    },
    release: (): Result<unknown> | null => dropPlacement(row),
    cancel: () => letPlacementGo(row),
  };
}

/** Either end snaps to what is there, as if it were dragged itself; where neither does, the start is a round chainage. */
function snappedStart(row: Placement, wanted: number, length: number, at: At): number {
  const { tables } = useCampaign.getState();
  const targets = snapTargets(tables, row.roadId ?? '', row.id);
  const limits = { minChainage: Number.NEGATIVE_INFINITY, maxChainage: Number.POSITIVE_INFINITY };
  const snapped = (chainage: number) => snap(chainage, at.metresPerPixel, targets, limits);
  const [start, end] = [snapped(wanted), snapped(wanted + length)];
  const holds = ({ kind }: SnapTarget) => kind === 'end' || kind === 'feature';
  if (holds(start)) return start.chainage;
  return holds(end) ? end.chainage - length : Math.round(start.chainage);
}
