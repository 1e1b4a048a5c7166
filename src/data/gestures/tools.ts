/** The gesture of each tool. */
import { type Tool, useDrafts } from '../workbench/drafts.ts';
import { area } from './area.ts';
import { feature } from './feature.ts';
import type { Gesture } from './gesture.ts';
import { lasso } from './lasso.ts';
import { measure } from './measure.ts';
import { point } from './point.ts';
import { road } from './road.ts';
import { select } from './select.ts';
import { stretch } from './stretch.ts';

export const GESTURES: Readonly<Record<Tool, Gesture>> = {
  select,
  stretch,
  // A dressing set is laid on a stretch of ground like any other.
  set: stretch,
  point,
  feature,
  area,
  road,
  measure,
  lasso,
};

export function gestureInHand(): Gesture {
  return GESTURES[useDrafts.getState().tool];
}
