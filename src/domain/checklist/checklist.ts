/** The tasks of a placement: its type's checklist, hung on the timeline, with what has been done of it. */
import type { AssetType, ChecklistItem } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { Task } from '../model/entities/task.ts';
import { type Day, daysBetween } from '../schedule/days.ts';
import { dueDay, type Timeline } from '../schedule/timeline.ts';

export interface PlacementTask {
  readonly placement: Placement;
  readonly item: ChecklistItem;
  /** Null when the item hangs on a milestone that is no longer there. */
  readonly due: Day | null;
  readonly done: Task | undefined;
}

/** Tasks of one placement, in the order of its type's checklist. `done` maps item id → what was done. */
export function tasksOf(
  placement: Placement,
  type: Pick<AssetType, 'checklist' | 'until'>,
  done: ReadonlyMap<string, Task> | undefined,
  timeline: Timeline,
): PlacementTask[] {
  return type.checklist.map((item) => {
    const due = dueDay(dueRuleFor(placement, type, item), timeline);
    return { placement, item, due: due.ok ? due.value : null, done: done?.get(item.id) };
  });
}

/** Installing and taking down follow the placement's own days where it has some, taking down else its type's window. */
function dueRuleFor(
  placement: Placement,
  { until }: Pick<AssetType, 'until'>,
  item: ChecklistItem,
): ChecklistItem['due'] {
  if (item.id === 'install' && placement.installBy !== null) return placement.installBy;
  if (item.id === 'take-down') return placement.removeBy ?? until ?? item.due;
  return item.due;
}

export type TaskStanding = 'done' | 'late' | 'today' | 'coming' | 'undated';

export function standingOf(task: PlacementTask, today: Day): TaskStanding {
  if (task.done !== undefined) return 'done';
  if (task.due === null) return 'undated';
  const left = daysBetween(today, task.due);
  if (left < 0) return 'late';
  return left === 0 ? 'today' : 'coming';
}
