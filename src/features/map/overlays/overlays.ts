/** Everything that lies on the map, from the ground up. */
import { areas } from './areas.ts';
import { ground } from './ground.ts';
import { type Drawn, drawn } from './overlay.ts';
import { picture } from './picture.ts';
import { plan } from './plan.ts';
import { water } from './water.ts';

export function drawnOverlays(): readonly Drawn[] {
  return [drawn(picture), drawn(areas), drawn(water), drawn(ground), drawn(plan)];
}
