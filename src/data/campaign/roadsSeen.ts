/** The roads as somebody saw them who is about to write chainages: by then others may have given one another shape. */
import type { Op } from '../../domain/edit/edit.ts';
import { roadOfReread } from '../../domain/edit/marks.ts';
import type { Road } from '../../domain/model/entities/road.ts';
import { fail, ok, type Result } from '../../domain/model/result.ts';
import type { Id } from '../../domain/model/rows.ts';
import { shapeKey } from '../../domain/road/shapeKey.ts';
import { lookup, useCampaign } from './campaign.ts';

/** As they are in the tables, which are never written into: to hold them costs nothing. */
export type RoadsSeen = ReadonlyMap<Id, Road>;

export function roadsNow(): RoadsSeen {
  return useCampaign.getState().tables.road;
}

/** Fails with `draft.moved` where a chainage that ops write is another place than it was on the roads as they were seen. */
export function readAsSeen(seen: RoadsSeen, ops: readonly Op[]): Result<true> {
  return roadOfReread(seen, ops, lookup) === null ? ok(true) : fail('draft.moved');
}

/** Fails with `draft.moved` where a road has another shape than it had. */
export function shapedAsSeen(seen: RoadsSeen, roadId: Id): Result<true> {
  const [was, is] = [seen.get(roadId), lookup('road', roadId)];
  const isSame = was === is || (was !== undefined && is !== undefined && shapeKey(was) === shapeKey(is));
  return isSame ? ok(true) : fail('draft.moved');
}
