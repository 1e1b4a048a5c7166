/** A stretch is drawn with two clicks on one road: where it begins and where it ends. */
import { changeDraft, useDrafts } from '../workbench/drafts.ts';
import type { RoadPlace } from '../workbench/selection.ts';
import { setPointed } from '../workbench/selection.ts';
import type { At, Gesture } from './gesture.ts';

/** The road on which the second click is awaited. */
function awaited(): string | undefined {
  const { draft } = useDrafts.getState();
  return draft?.stage === 'end' ? (draft.roadId ?? undefined) : undefined;
}

function placeOf(at: At): RoadPlace | null {
  return at.place({ only: awaited() });
}

export const stretch: Gesture = {
  cursor: () => 'crosshair',

  hover(at) {
    const place = placeOf(at);
    if (awaited() !== undefined && place !== null) changeDraft({ to: place.chainage });
    setPointed(place);
    return place;
  },

  click(at) {
    const { draft } = useDrafts.getState();
    if (draft === null) return;
    const end = awaited() === undefined ? null : placeOf(at);
    if (end !== null) {
      if (end.chainage !== draft.from) changeDraft({ to: end.chainage, stage: 'done' });
      return;
    }
    // Also where the other end was awaited and the click went to another road: it begins there instead.
    const start = at.place();
    if (start !== null) changeDraft({ roadId: start.roadId, from: start.chainage, to: null, stage: 'end' });
  },
};
