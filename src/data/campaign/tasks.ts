import { useMemo } from 'react';
import { type PlacementTask, tasksOf } from '../../domain/checklist/checklist.ts';
import type { Task } from '../../domain/model/entities/task.ts';
import type { Id } from '../../domain/model/rows.ts';
import { useTable, useTimeline } from './rows.ts';

const PLANNED = new Set(['draft', 'submitted', 'sent-back']);

/** Tasks of every placement that is past approval: before that there is nothing to carry out. */
export function useTasks(): readonly PlacementTask[] {
  const placements = useTable('placement');
  const types = useTable('assetType');
  const done = useTable('task');
  const timeline = useTimeline();
  return useMemo(() => {
    if (timeline === null) return [];
    const byPlacement = doneByPlacement(done.values());
    return [...placements.values()].flatMap((placement) => {
      const type = types.get(placement.assetTypeId);
      if (type === undefined || PLANNED.has(placement.state)) return [];
      return tasksOf(placement, type, byPlacement.get(placement.id), timeline);
    });
  }, [placements, types, done, timeline]);
}

function doneByPlacement(tasks: Iterable<Task>): Map<Id, Map<string, Task>> {
  const index = new Map<Id, Map<string, Task>>();
  for (const task of tasks) {
    const items = index.get(task.placementId) ?? new Map<string, Task>();
    items.set(task.itemId, task);
    index.set(task.placementId, items);
  }
  return index;
}
