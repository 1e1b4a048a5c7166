/** One piece of work: a task of a placement, or of the part of it that stands on one unit's ground. */
import type { ChecklistItem } from '../model/entities/assetType.ts';
import type { Placement } from '../model/entities/placement.ts';
import type { ReportKind } from '../model/entities/report.ts';
import type { Task } from '../model/entities/task.ts';
import type { Id } from '../model/rows.ts';
import type { Day, DueRule } from '../schedule/days.ts';

/** A part of a placement that is one unit's work; null: what stands on nobody's ground. */
export interface Part {
  readonly unitId: Id | null;
  readonly quantity: number;
}

/** By whom something was done, and when. */
export interface Done {
  readonly day: Day;
  readonly who: string;
  /** The row of what was ticked; null where it follows from reports. */
  readonly task: Task | null;
}

/** How many pieces of how many. */
export interface Counted {
  readonly done: number;
  readonly of: number;
}

/** What is to be done: an item of the type's checklist, or what arose: a repair, an inspection round. */
export interface TaskItem extends Omit<ChecklistItem, 'due' | 'does'> {
  /** What is reported when it is ticked; null for one that is only ticked. */
  readonly does: Exclude<ReportKind, 'withdrawn'> | null;
  readonly from: 'template' | 'damage' | 'round';
  /** Of a round: reports of earlier days are of an earlier one. */
  readonly since: Day | null;
}

export interface PlacementTask {
  /** One and the same as long as it is the same piece of work. */
  readonly key: string;
  readonly placement: Placement;
  /** Null: the whole placement. */
  readonly part: Part | null;
  readonly item: TaskItem;
  /** On what its day hangs; null where that is fixed. */
  readonly rule: DueRule | null;
  /** Null when the item hangs on a milestone that is no longer there. */
  readonly due: Day | null;
  /** Its time begins then: what is told of it earlier needs a reason. */
  readonly notBefore: Day | null;
  /** Nothing stands yet of which it could be done. */
  readonly waits: boolean;
  /** What somebody said of it: who is to do it, by when, that it was begun or cannot be done. */
  readonly said: Task | null;
  readonly done: Done | undefined;
  /** Of an item that reports something; else null. */
  readonly counted: Counted | null;
}

export type TaskStanding = 'done' | 'cannot' | 'late' | 'today' | 'coming' | 'undated';

/** What cannot be done is late for nobody who could do it: somebody has to decide. */
export function standingOf(task: PlacementTask, today: Day): TaskStanding {
  if (task.done !== undefined) return 'done';
  if (task.said?.standing === 'cannot') return 'cannot';
  if (task.due === null) return 'undated';
  // Days are written so that they sort as they come: of tens of thousands of tasks none is reckoned with.
  if (task.due < today) return 'late';
  return task.due === today ? 'today' : 'coming';
}

/** Whether it is begun: somebody said so, or some of its pieces are done. */
export function isStarted({ said, done, counted }: PlacementTask): boolean {
  return done === undefined && (said?.standing === 'started' || (counted !== null && counted.done > 0));
}

/** On whose ground it is: its part's unit, else its placement's. */
export function unitOfTask({ part, placement }: PlacementTask): Id | null {
  return part === null ? placement.unitId : part.unitId;
}

/** Whose work it is: whom it was given to, else whose its item is, else on whose ground it is. */
export function ownerOfTask(task: PlacementTask): Id | null {
  return task.said?.assignedUnitId ?? task.item.unitId ?? unitOfTask(task);
}

export function taskKey(
  placement: Pick<Placement, 'id'>,
  item: Pick<TaskItem, 'id'>,
  part: Part | null,
): string {
  return `${placement.id}:${item.id}:${part?.unitId}`;
}
