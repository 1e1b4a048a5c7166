/** A road is drawn corner by corner, on a surface that shows the ground; near another road a corner lies on it. */
import type { LngLatPair } from '../../domain/model/rows.ts';
import { measuredOf } from '../../domain/road/measuredOf.ts';
import { placeAt } from '../../domain/road/measuredRoad.ts';
import { useCampaign } from '../campaign/campaign.ts';
import { putCorners, useDrafts } from '../workbench/drafts.ts';
import type { At, Gesture } from './gesture.ts';

/** So near to a road a corner means a place of it, in pixels; with Shift it never does. */
const ONTO_ROAD_PX = 9;

export const road: Gesture = {
  cursor: () => 'crosshair',
  hover: () => null,
  click(at) {
    const { roadDraft } = useDrafts.getState();
    const corner = cornerAt(at);
    // The corners of a line that is there are dragged: a click beside it means nothing.
    if (corner === null || roadDraft === null || roadDraft.what === 'line') return;
    putCorners([...roadDraft.corners, { at: corner, says: null }]);
  },
};

function cornerAt(at: At): LngLatPair | null {
  if (at.coordinate === null || at.shift) return at.coordinate;
  const place = at.place({ free: true, within: ONTO_ROAD_PX });
  const other = place === null ? undefined : useCampaign.getState().tables.road.get(place.roadId);
  const measured = other === undefined ? null : measuredOf(other);
  const on = measured === null || place === null ? null : placeAt(measured, place.chainage);
  return on?.ok ? [on.value.lng, on.value.lat] : at.coordinate;
}
