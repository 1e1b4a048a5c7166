import type { PlacementTask } from '../../domain/checklist/checklist.ts';

export type Grouping = 'day' | 'road' | 'unit';

export interface TaskGroup {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  /** Of whoever is in charge there; empty for none. */
  readonly phone: string;
  readonly late: boolean;
  readonly tasks: readonly PlacementTask[];
  /** Of all tasks of the group, shown or not. */
  readonly done: number;
  readonly total: number;
}

/** How a task's group is called and sorted, in the reader's language. */
export interface TaskWords {
  groupOf(
    task: PlacementTask,
    grouping: Grouping,
  ): { key: string; title: string; note: string; phone?: string; order: string; late: boolean };
}

/** Groups the wanted tasks; counts speak of all tasks, so that a group says how far it is even when done ones are hidden. */
export function groupsOf(
  wanted: readonly PlacementTask[],
  all: readonly PlacementTask[],
  grouping: Grouping,
  words: TaskWords,
): TaskGroup[] {
  const totals = new Map<string, { done: number; total: number }>();
  for (const task of all) {
    const { key } = words.groupOf(task, grouping);
    const sum = totals.get(key) ?? { done: 0, total: 0 };
    sum.total++;
    if (task.done !== undefined) sum.done++;
    totals.set(key, sum);
  }
  const groups = new Map<
    string,
    { order: string; group: Omit<TaskGroup, 'tasks'>; tasks: PlacementTask[] }
  >();
  for (const task of wanted) {
    const { key, title, note, phone = '', order, late } = words.groupOf(task, grouping);
    const known = groups.get(key);
    if (known !== undefined) known.tasks.push(task);
    else
      groups.set(key, {
        order,
        group: { key, title, note, phone, late, ...(totals.get(key) ?? { done: 0, total: 0 }) },
        tasks: [task],
      });
  }
  return [...groups.values()]
    .sort((a, b) => a.order.localeCompare(b.order, 'vi', { numeric: true }))
    .map(({ group, tasks }) => ({
      ...group,
      tasks: tasks.sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9')),
    }));
}
