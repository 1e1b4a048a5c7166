/** An end of a bridge, or the place of what has one, dragged along its road. */
import type { RoadFeature } from '../../domain/model/entities/roadFeature.ts';
import { dropTrial } from '../commands/ground.ts';
import { setTrial, useWorkbench } from '../workbench.ts';
import type { EndName } from './ends.ts';
import type { EndDrag } from './gesture.ts';

export function featureEndDrag(row: RoadFeature, which: EndName): EndDrag {
  return {
    move(chainage) {
      const { trial } = useWorkbench.getState();
      const before = trial?.entity === 'roadFeature' && trial.id === row.id ? trial.fields : {};
      const fields =
        row.kind === 'bridge' ? { ...before, [which]: chainage } : { from: chainage, to: chainage };
      setTrial({ entity: 'roadFeature', id: row.id, fields });
    },
    release: dropTrial,
    cancel: () => setTrial(null),
  };
}
