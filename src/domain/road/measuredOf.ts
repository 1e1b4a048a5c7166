/** A road measured once a version of its row. */
import type { Road } from '../model/rows.ts';
import { type MeasuredRoad, measureRoad } from './measuredRoad.ts';

const measured = new WeakMap<Road, MeasuredRoad | null>();

/** Null when the road cannot be measured (a calibration that runs backwards). */
export function measuredOf(road: Road): MeasuredRoad | null {
  let known = measured.get(road);
  if (known === undefined) {
    const result = measureRoad(road);
    known = result.ok ? result.value : null;
    measured.set(road, known);
  }
  return known;
}
