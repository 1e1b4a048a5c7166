/** A kilometre post dragged along its road as that is measured now: what it reads stays, where it stands moves. */
import { changeFeatureDraft, useDrafts } from '../workbench/drafts.ts';
import type { Drag, Post } from './gesture.ts';

export function postDrag({ roadId, km }: Post): Drag {
  const before = useDrafts.getState().featureDraft;
  return {
    atOnce: true,
    move(at) {
      const place = at.place({ only: roadId, free: true });
      if (place === null) return null;
      const stands = Math.round(place.chainage * 10) / 10;
      changeFeatureDraft({ roadId, from: stands, to: stands, says: km * 1000, name: '' });
      return place;
    },
    // The panel asks what becomes of the road before anything is stored.
    release: () => null,
    cancel: () => {
      if (before !== null) changeFeatureDraft(before);
    },
  };
}
