import { useMemo } from 'react';
import { type PlacementTask, tasksOf } from '../../domain/checklist/checklist.ts';
import { BEFORE_APPROVAL } from '../../domain/edit/states.ts';
import { groundShares } from '../../domain/plan/shares.ts';
import { lastTold, progressByUnit, progressOf } from '../../domain/progress/progress.ts';
import { groundOfUnits, unitsAbove } from '../../domain/unit/units.ts';
import { useCampaign } from './campaign.ts';
import { useTable, useTimeline } from './rows.ts';

const NONE = [] as const;

/** Tasks of every placement that is past approval: before that there is nothing to carry out. */
export function useTasks(): readonly PlacementTask[] {
  const placements = useTable('placement');
  const types = useTable('assetType');
  const done = useTable('task');
  const [roads, features, reports] = [useTable('road'), useTable('roadFeature'), useTable('report')];
  // Names and telephones of units move no task.
  const units = groundOfUnits(useTable('unit'));
  const timeline = useTimeline();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whose ground a placement stands on and what was reported hang on these rows too
  return useMemo(() => {
    if (timeline === null) return [];
    const { tables } = useCampaign.getState();
    const byPlacement = Map.groupBy(done.values(), (task) => task.placementId);
    return [...placements.values()].flatMap((placement) => {
      const type = types.get(placement.assetTypeId);
      if (type === undefined || BEFORE_APPROVAL.has(placement.state)) return [];
      return tasksOf(placement, type, byPlacement.get(placement.id) ?? NONE, {
        timeline,
        ground: () => groundShares(tables, placement),
        unitsAbove: (id) => unitsAbove(tables.unit, id),
        reported: {
          all: () => progressOf(tables, placement),
          byUnit: () => progressByUnit(tables, placement),
          last: (kind) => lastTold(tables, placement.id, kind),
        },
      });
    });
  }, [placements, types, done, reports, roads, features, units, timeline]);
}
