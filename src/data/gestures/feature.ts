/** A bridge is drawn with two clicks, everything else on a road with one; a kilometre post that is drawn is dragged. */
import { changeFeatureDraft, useDrafts } from '../workbench/drafts.ts';
import { setPointed } from '../workbench/selection.ts';
import type { Gesture } from './gesture.ts';
import { postDrag } from './post.ts';

/** The road on which the other end of a bridge is awaited. */
function awaited(): string | undefined {
  const { featureDraft } = useDrafts.getState();
  if (featureDraft?.kind !== 'bridge' || featureDraft.from === null || featureDraft.to !== null)
    return undefined;
  return featureDraft.roadId ?? undefined;
}

function isCalibrating(): boolean {
  return useDrafts.getState().featureDraft?.kind === 'km-post';
}

export const feature: Gesture = {
  cursor: (at) => (isCalibrating() && at.post() !== null ? 'ew-resize' : 'crosshair'),

  hover(at) {
    const place = at.place({ only: awaited() });
    setPointed(place);
    return place;
  },

  press(at) {
    const post = isCalibrating() ? at.post() : null;
    return post === null ? null : postDrag(post);
  },

  click(at) {
    const { featureDraft } = useDrafts.getState();
    if (featureDraft === null) return;
    const end = awaited() === undefined ? null : at.place({ only: awaited() });
    if (end !== null) {
      if (end.chainage !== featureDraft.from) changeFeatureDraft({ to: end.chainage });
      return;
    }
    const place = at.place();
    if (place === null) return;
    const { roadId, chainage } = place;
    const { kind } = featureDraft;
    changeFeatureDraft({
      roadId,
      from: chainage,
      to: kind === 'bridge' ? null : chainage,
      says: kind === 'km-post' ? Math.round(chainage / 1000) * 1000 : null,
    });
  },
};
