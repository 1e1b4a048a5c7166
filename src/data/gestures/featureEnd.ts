/** An end of a bridge, or the place of what has one, dragged along its road. */
import type { RoadFeature } from '../../domain/model/entities/roadFeature.ts';
import { dropTrial } from '../commands/ground.ts';
import { setUncommitted, useDrafts } from '../workbench/drafts.ts';
import type { EndName } from './ends.ts';
import type { EndDrag } from './gesture.ts';

export function featureEndDrag(row: RoadFeature, which: EndName): EndDrag {
  return {
    move(chainage) {
      const { uncommitted } = useDrafts.getState();
      const before =
        uncommitted?.entity === 'roadFeature' && uncommitted.id === row.id ? uncommitted.fields : {};
      const fields =
        row.kind === 'bridge' ? { ...before, [which]: chainage } : { from: chainage, to: chainage };
      setUncommitted({ entity: 'roadFeature', id: row.id, fields });
    },
    release: dropTrial,
    cancel: () => setUncommitted(null),
  };
}
