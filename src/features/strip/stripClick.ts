/** What a click on the diagram means, by the tool in hand. */
import type { PointerEvent } from 'react';
import { useCampaign } from '../../data/campaign.ts';
import {
  changeDraft,
  changeFeatureDraft,
  select,
  selectGround,
  selectMany,
  selectPosition,
  toggleSelected,
  useWorkbench,
} from '../../data/workbench.ts';
import { positionKey } from '../../domain/layout/layOut.ts';
import type { Id } from '../../domain/model/rows.ts';
import { positionsIn } from '../../domain/plan/amounts.ts';
import { hitFeature, hitPlacement } from './stripHit.ts';
import { type StripView, xOf } from './stripLayout.ts';
import type { Lane, StripRoad } from './stripModel.ts';

/** A place on the diagram: the road, what lane, the chainage under the hand and where it would settle. */
export interface Spot {
  readonly road: StripRoad;
  readonly lane: Lane;
  readonly raw: number;
  readonly chainage: number;
  readonly x: number;
  readonly y: number;
}

export const SIDE: Readonly<Record<Lane, 'left' | 'median' | 'right'>> = {
  [-1]: 'left',
  0: 'median',
  1: 'right',
};
/** Everything on the road that begins between the two places. */
export function lassoed(spot: Spot, to: number, add: boolean): void {
  const [a, b] = [Math.min(spot.raw, to), Math.max(spot.raw, to)];
  const found = [...useCampaign.getState().tables.placement.values()]
    .filter((p) => p.roadId === spot.road.id && p.from !== null && (p.to ?? p.from) >= a && p.from <= b)
    .map((p) => p.id);
  selectMany(add ? [...useWorkbench.getState().selection, ...found] : found);
}

export function click(spot: Spot, event: PointerEvent, view: StripView): void {
  const { tool, draft, featureDraft, selected } = useWorkbench.getState();
  const { road, chainage } = spot;
  if (tool === 'stretch' || tool === 'set') {
    if (draft?.stage === 'end' && draft.roadId === road.id) {
      if (chainage !== draft.from) changeDraft({ to: chainage, stage: 'done' });
    } else changeDraft({ roadId: road.id, from: chainage, to: null, stage: 'end' });
    return;
  }
  if (tool === 'point') {
    changeDraft({ roadId: road.id, from: chainage, side: SIDE[spot.lane], coordinate: null, stage: 'done' });
    return;
  }
  if (tool === 'feature' && featureDraft !== null) {
    const { kind, roadId, from, to } = featureDraft;
    if (kind === 'bridge' && roadId === road.id && from !== null && to === null)
      changeFeatureDraft({ to: chainage });
    else
      changeFeatureDraft({
        roadId: road.id,
        from: chainage,
        to: kind === 'bridge' ? null : chainage,
        says: kind === 'km-post' ? Math.round(chainage / 1000) * 1000 : null,
      });
    return;
  }
  if (tool !== 'select') return;
  const hit = hitPlacement(road, spot.x, spot.y, view);
  const feature = hit === null ? hitFeature(road, spot.x, spot.y, view) : null;
  if (feature !== null) selectGround({ entity: 'roadFeature', id: feature });
  else if (hit === null) {
    if (!event.shiftKey && !event.ctrlKey) select(null);
  } else if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(hit);
  else if (hit === selected) selectNearest(hit, spot, view);
  else select(hit);
}

/** A second click on the selected stretch takes the position under the pointer, where positions can be told apart. */
function selectNearest(id: Id, spot: Spot, view: StripView): void {
  const { tables } = useCampaign.getState();
  const row = tables.placement.get(id);
  if (row === undefined || row.rule === null || row.rule.spacing * view.scale < 5) return;
  const { count, chainage, side, ordinal } = positionsIn(tables, row);
  let [best, nearest] = [-1, 12];
  for (let i = 0; i < count; i++) {
    const d = Math.abs(xOf(spot.road, chainage[i] as number, view) - spot.x);
    if (side[i] === spot.lane && d < nearest) [best, nearest] = [i, d];
  }
  if (best >= 0) selectPosition(positionKey(side[best] as number, ordinal[best] as number));
}
