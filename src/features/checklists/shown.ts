import { type PlacementTask, standingOf } from '../../domain/checklist/task.ts';

/** What has not come to its time yet, or waits for others, is not to be done yet; late it is seen all the same. */
export function isShown(task: PlacementTask, shown: 'open' | 'late', today: string): boolean {
  const standing = standingOf(task, today);
  if (shown === 'late') return standing === 'late' || standing === 'cannot';
  if (standing === 'late') return true;
  return standing !== 'done' && !task.waits && (task.notBefore === null || task.notBefore <= today);
}
