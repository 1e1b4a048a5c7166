/** A single piece is put where the click is: beside a road within reach, else where it is on the ground. */
import { changeDraft, useDrafts } from '../workbench/drafts.ts';
import { setPointed } from '../workbench/selection.ts';
import type { Gesture } from './gesture.ts';

export const point: Gesture = {
  cursor: () => 'crosshair',

  hover(at) {
    const place = at.place();
    setPointed(place);
    return place;
  },

  click(at) {
    const { draft } = useDrafts.getState();
    if (draft === null) return;
    const place = at.place();
    if (place !== null) {
      const { roadId, chainage } = place;
      // What hangs over the road stays over it, unless the click says a side to the letter.
      const side = draft.side === 'median' && !at.hasLanes ? 'median' : place.side;
      changeDraft({ roadId, from: chainage, side, coordinate: null, stage: 'done' });
    } else if (at.coordinate !== null)
      changeDraft({ roadId: null, from: null, coordinate: at.coordinate, stage: 'done' });
  },
};
