import type { PlacementTask } from '../../domain/checklist/checklist.ts';
import type { Task } from '../../domain/model/entities/task.ts';

/** What a task's row says of the part that it is of. */
export function partIn({ part }: PlacementTask): Pick<Task, 'whole' | 'unitId'> {
  return part === null ? { whole: true, unitId: null } : { whole: false, unitId: part.unitId };
}
