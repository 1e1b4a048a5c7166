import { useMemo } from 'react';
import { type PlacementTask, tasksOf } from '../../domain/checklist/checklist.ts';
import { groundShares } from '../../domain/plan/shares.ts';
import { groundOfUnits, unitsAbove } from '../../domain/unit/units.ts';
import { useCampaign } from './campaign.ts';
import { useTable, useTimeline } from './rows.ts';

const PLANNED = new Set(['draft', 'submitted', 'sent-back']);
const NONE = [] as const;

/** Tasks of every placement that is past approval: before that there is nothing to carry out. */
export function useTasks(): readonly PlacementTask[] {
  const placements = useTable('placement');
  const types = useTable('assetType');
  const done = useTable('task');
  const [roads, features] = [useTable('road'), useTable('roadFeature')];
  // Names and telephones of units move no task.
  const units = groundOfUnits(useTable('unit'));
  const timeline = useTimeline();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whose ground a placement stands on hangs on roads and units too
  return useMemo(() => {
    if (timeline === null) return [];
    const { tables } = useCampaign.getState();
    const byPlacement = Map.groupBy(done.values(), (task) => task.placementId);
    return [...placements.values()].flatMap((placement) => {
      const type = types.get(placement.assetTypeId);
      if (type === undefined || PLANNED.has(placement.state)) return [];
      return tasksOf(placement, type, byPlacement.get(placement.id) ?? NONE, {
        timeline,
        ground: () => groundShares(tables, placement),
        unitsAbove: (id) => unitsAbove(tables.unit, id),
      });
    });
  }, [placements, types, done, roads, features, units, timeline]);
}
