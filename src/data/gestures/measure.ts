/** A line is measured corner by corner, on a surface that shows the ground. */
import { addMeasured } from '../workbench/drafts.ts';
import type { Gesture } from './gesture.ts';

export const measure: Gesture = {
  cursor: () => 'crosshair',
  hover: (at) => at.place(),
  click({ coordinate }) {
    if (coordinate !== null) addMeasured(coordinate);
  },
};
