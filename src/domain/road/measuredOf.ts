import { perObject } from '../memo.ts';
import type { Road } from '../model/entities/road.ts';
import { type MeasuredRoad, measureRoad } from './measuredRoad.ts';

/** A road measured once a version of its row. Null when it cannot be (a calibration that runs backwards). */
export const measuredOf = perObject((road: Road): MeasuredRoad | null => {
  const result = measureRoad(road);
  return result.ok ? result.value : null;
});
