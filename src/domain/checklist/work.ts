/** Everything that is to be done of a placement, or of a plan. */
import { BEFORE_APPROVAL } from '../edit/states.ts';
import { perObject, perObjectWhile, stableGroups } from '../memo.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Round } from '../model/entities/round.ts';
import type { Task } from '../model/entities/task.ts';
import type { Id, Tables } from '../model/rows.ts';
import { amountsOf } from '../plan/amounts.ts';
import { groundShares } from '../plan/shares.ts';
import { lastTold, progressChecked } from '../progress/parts.ts';
import { progressByUnit, progressOf } from '../progress/progress.ts';
import { reportsOf } from '../progress/reportsOf.ts';
import type { Day } from '../schedule/days.ts';
import type { Timeline } from '../schedule/timeline.ts';
import { groundOfUnits, unitsAbove } from '../unit/units.ts';
import { tasksArising } from './arising.ts';
import type { PlacementTask } from './task.ts';
import { tasksOf } from './templateTasks.ts';

export interface When {
  readonly timeline: Timeline;
  readonly today: Day;
}

const NONE: readonly never[] = [];

const saidGroups = stableGroups((task: Task) => task.placementId);
const roundsIn = perObject((rounds: ReadonlyMap<Id, Round>): readonly Round[] => [...rounds.values()]);
const kept = perObjectWhile<Placement, readonly PlacementTask[]>();

/**
 * The tasks of one placement: by its type's checklist, and what arose. Before it is approved there is nothing to carry out;
 * `asApproved` looks at it as if it were. Of what did not change the list is the same one.
 */
export function tasksIn(
  tables: Tables,
  placement: Placement,
  { timeline, today }: When,
  asApproved = false,
): readonly PlacementTask[] {
  const type = tables.assetType.get(placement.assetTypeId);
  if (type === undefined || (BEFORE_APPROVAL.has(placement.state) && !asApproved)) return NONE;
  const said = saidGroups(tables.task).get(placement.id) ?? NONE;
  const reports = reportsOf(tables, placement.id);
  const rounds = reports.length === 0 ? NONE : roundsIn(tables.round);
  const of = [
    type,
    said,
    reports,
    timeline,
    amountsOf(tables, placement),
    placement.unitId ?? groundOfUnits(tables.unit),
    rounds,
    rounds.length === 0 ? '' : today,
    asApproved,
  ];
  return kept(placement, of, () => {
    const ground = () => groundShares(tables, placement);
    return [
      ...tasksOf(placement, type, said, {
        timeline,
        ground,
        unitsAbove: (id) => unitsAbove(tables.unit, id),
        reported: {
          all: () => progressOf(tables, placement),
          byUnit: () => progressByUnit(tables, placement),
          last: (kinds, part) => lastTold(tables, placement, kinds, part?.unitId),
        },
      }),
      ...tasksArising(placement, said, {
        today,
        timeline,
        rounds,
        reports,
        ground,
        progress: (since) =>
          since === undefined ? progressOf(tables, placement) : progressChecked(tables, placement, since).all,
        byUnit: (since) =>
          since === undefined
            ? progressByUnit(tables, placement)
            : progressChecked(tables, placement, since).byUnit,
      }),
    ];
  });
}
