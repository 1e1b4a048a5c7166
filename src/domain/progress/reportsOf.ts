/** Reports by the placement that they are of; of what did not change the list is the same one. */
import { perObject, stableGroups } from '../memo.ts';
import type { Report } from '../model/entities/report.ts';
import type { Id, Tables } from '../model/rows.ts';
import { type Counting, inForce } from './inForce.ts';

const groups = stableGroups((report: Report) => report.placementId);
const counting = perObject(inForce);

const NONE: readonly Report[] = [];

/** The reports of a placement that count, in the order in which things were done. */
export function reportsOf({ report }: Pick<Tables, 'report'>, placementId: Id): readonly Counting[] {
  return counting(groups(report).get(placementId) ?? NONE);
}

/** All that was told of a placement, taken back or not. */
export function toldOf({ report }: Pick<Tables, 'report'>, placementId: Id): readonly Report[] {
  return groups(report).get(placementId) ?? NONE;
}
