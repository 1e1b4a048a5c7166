/** A no-go area is drawn corner by corner, on a surface that shows the ground. */
import { changeAreaDraft, useDrafts } from '../workbench/drafts.ts';
import type { Gesture } from './gesture.ts';

export const area: Gesture = {
  cursor: () => 'crosshair',
  hover: (at) => at.place(),
  click({ coordinate }) {
    const { areaDraft } = useDrafts.getState();
    if (coordinate !== null && areaDraft !== null)
      changeAreaDraft({ corners: [...areaDraft.corners, coordinate] });
  },
};
