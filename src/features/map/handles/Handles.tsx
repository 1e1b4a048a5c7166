/** What can be taken hold of on the map: ends of stretches, corners and ends of the ground, corners of a road that is drawn. */
import { EndHandles } from './EndHandles.tsx';
import { GroundHandles } from './GroundHandles.tsx';
import { RoadCorners } from './RoadCorners.tsx';

export function Handles() {
  return (
    <>
      <EndHandles />
      <GroundHandles />
      <RoadCorners />
    </>
  );
}
