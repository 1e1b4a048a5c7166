/** What is said of a task, as ops: it has a row once somebody said something. */
import { type Op, setOp } from '../edit/edit.ts';
import { task as TASK, type Task } from '../model/entities/task.ts';
import type { Id } from '../model/rows.ts';
import { type PlacementTask, unitOfTask } from './task.ts';

export type Said = Partial<Omit<Task, 'id' | 'version' | 'placementId' | 'itemId' | 'whole' | 'unitId'>>;

/** What a task's row says of the part that it is of. */
export function partIn({ part }: PlacementTask): Pick<Task, 'whole' | 'unitId'> {
  return part === null ? { whole: true, unitId: null } : { whole: false, unitId: part.unitId };
}

/** Says something of a task: in its row, or, where what is known of it was said of the whole, in one of its part. */
export function saying(task: PlacementTask, said: Said, newId: () => Id): Op {
  const { placement, item, said: known } = task;
  const own = partIn(task);
  if (known !== null && known.whole === own.whole && known.unitId === own.unitId)
    return setOp('task', known, said);
  const { id: _, version: __, ...before } = known ?? { ...TASK.blank, id: '', version: 0 };
  return {
    kind: 'create',
    entity: 'task',
    id: newId(),
    fields: { ...before, placementId: placement.id, itemId: item.id, ...own, ...said },
  };
}

/**
 * The ops that take back that a task was done. What else was said of it stays. Where more was told of than the part that is
 * meant (the whole, or what was a unit's before the ground of one below it was drawn), what was done of the other parts stays: `others` are the tasks of the same item and placement.
 */
export function reopened(task: PlacementTask, others: readonly PlacementTask[], newId: () => Id): Op[] {
  const { part } = task;
  const done = task.done?.task;
  if (done == null) return [];
  const { id, version, ...fields } = done;
  const kept = part === null ? [] : others.filter((t) => t !== task && t.done?.task === done);
  const says = done.assignedUnitId !== null || done.assignedTo !== '' || done.due !== null;
  const open = { standing: 'open', day: null, who: '', quantity: null } as const;
  if (kept.length === 0 && says) return [setOp('task', done, open)];
  return [
    { kind: 'delete', entity: 'task', id, version },
    ...(says ? [{ of: task, more: open }] : []).map(({ of, more }) => partOfDone(fields, of, more, newId)),
    ...kept.map((other) => partOfDone(fields, other, { quantity: null }, newId)),
  ];
}

function partOfDone(
  fields: Omit<Task, 'id' | 'version'>,
  of: PlacementTask,
  more: Said,
  newId: () => Id,
): Op {
  return {
    kind: 'create',
    entity: 'task',
    id: newId(),
    fields: { ...fields, whole: false, unitId: unitOfTask(of), ...more },
  };
}
