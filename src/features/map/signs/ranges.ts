/** What of the plan is drawn at which scale: the ground first, then what is seen from afar, then everything. */
import type { ShapeName } from '../../../ui/symbols/shapes.ts';

/** From a district one sees communes and roads; from here on also what stands at the entrances. */
const LANDMARKS_FROM_ZOOM = 12;
export const ALL_FROM_ZOOM = 14;

const LANDMARKS: ReadonlySet<ShapeName> = new Set(['gate', 'pano', 'screen']);

/** Whether a single thing is drawn at a zoom although nobody asked for it. */
export function shownAt(zoom: number, shape: ShapeName): boolean {
  return zoom >= ALL_FROM_ZOOM || (zoom >= LANDMARKS_FROM_ZOOM && LANDMARKS.has(shape));
}
