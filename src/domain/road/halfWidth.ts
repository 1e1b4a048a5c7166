import type { RoadClass } from '../model/entities/road.ts';

/** Half the usual width of a road of a class, in metres: until somebody says what it is. */
export const HALF_WIDTH: Readonly<Record<RoadClass, number>> = {
  national: 6,
  provincial: 4.5,
  district: 3.5,
  commune: 3,
  street: 4,
  other: 3,
};
