/** Tasks in groups, as they are asked for; counts speak of all tasks of a group, whether they are shown or not. */
import type { PlacementTask } from '../../domain/checklist/task.ts';

export type Grouping = 'day' | 'road' | 'unit';

/** How a group is called and where it comes, in the reader's language. */
export interface GroupHead {
  readonly title: string;
  readonly note: string;
  /** Of whoever is in charge there; empty for none. */
  readonly phone: string;
  readonly late: boolean;
  readonly order: string;
}

export interface TaskGroup extends GroupHead {
  readonly key: string;
  readonly tasks: readonly PlacementTask[];
  readonly done: number;
  readonly total: number;
}

export interface TaskWords {
  readonly keyOf: (task: PlacementTask, grouping: Grouping) => string;
  /** Asked once a group: of thousands of tasks the words are made a few times. `open`: how many are not done. */
  readonly headOf: (key: string, grouping: Grouping, open: number) => GroupHead;
}

const byWords = new Intl.Collator('vi', { numeric: true });

/** The wanted tasks of `all`, by day within each group. */
export function groupsOf(
  all: readonly PlacementTask[],
  isWanted: (task: PlacementTask) => boolean,
  grouping: Grouping,
  words: TaskWords,
): TaskGroup[] {
  const groups = new Map<string, { tasks: PlacementTask[]; done: number; total: number }>();
  for (const task of all) {
    const key = words.keyOf(task, grouping);
    let group = groups.get(key);
    if (group === undefined) {
      group = { tasks: [], done: 0, total: 0 };
      groups.set(key, group);
    }
    group.total++;
    if (task.done !== undefined) group.done++;
    if (isWanted(task)) group.tasks.push(task);
  }
  return [...groups]
    .filter(([, { tasks }]) => tasks.length > 0)
    .map(([key, { tasks, done, total }]) => ({
      key,
      ...words.headOf(key, grouping, total - done),
      tasks: grouping === 'day' ? tasks : tasks.sort((a, b) => compare(a.due ?? '9', b.due ?? '9')),
      done,
      total,
    }))
    .sort((a, b) => byWords.compare(a.order, b.order));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
